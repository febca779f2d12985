-- Failures at the door, by the hash of what was tried: all nodes count together, and nobody reads who was tried.
CREATE TABLE door_failure (
    name TEXT PRIMARY KEY,
    number INTEGER NOT NULL,
    until TIMESTAMPTZ NOT NULL
);
CREATE INDEX door_failure_until ON door_failure (until);
-- Browsers in which somebody has signed in before: the failures of strangers do not keep them out there.
CREATE TABLE known_browser (
    token TEXT PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    seen_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX known_browser_person ON known_browser (person);
CREATE INDEX known_browser_seen ON known_browser (seen_at);
