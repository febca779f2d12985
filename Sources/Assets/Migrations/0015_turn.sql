-- What is done by one transaction at a time, on several nodes: see Turns.
CREATE TABLE turn (name TEXT PRIMARY KEY, number BIGINT NOT NULL);
