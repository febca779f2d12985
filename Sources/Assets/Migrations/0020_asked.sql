-- What was asked lately, for the signals, and what names a person, for their inbox: whatever history lies behind.
CREATE INDEX request_asked ON request (asked_on);
CREATE INDEX request_decider ON request (decider);
CREATE INDEX request_return_owner ON request (return_owner);
