-- What was asked lately, for the signals: whatever history lies behind.
CREATE INDEX request_asked ON request (asked_on);
