-- A person's page lists what they own and what they are the one to talk to about.
CREATE INDEX briefing_owner ON briefing (owner);
CREATE INDEX dependency_contact ON dependency (contact);
