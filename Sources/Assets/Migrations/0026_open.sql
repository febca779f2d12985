-- What is still open, found without what is settled: however much was promised after meetings and handed on in reminders.
CREATE INDEX meeting_action_open ON meeting_action (due) WHERE done_on IS NULL;
CREATE INDEX relay_alive ON relay (id) WHERE state <> 'closed';
