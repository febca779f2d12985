-- The directors' vote on the topics of Product Ops.
CREATE TABLE mercato (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    cycle UUID NOT NULL REFERENCES cycle (id),
    origin TEXT NOT NULL,
    state TEXT NOT NULL,
    topics TEXT NOT NULL,
    electors TEXT NOT NULL,
    opens_at TIMESTAMPTZ NOT NULL,
    closes_at TIMESTAMPTZ NOT NULL,
    publishes_at TIMESTAMPTZ NOT NULL,
    extended BOOLEAN NOT NULL,
    quorum_missed BOOLEAN NOT NULL,
    capacity_days INTEGER NOT NULL,
    settings TEXT NOT NULL,
    ruling TEXT,
    selected TEXT NOT NULL,
    published_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);
-- One a quarter is held here.
CREATE UNIQUE INDEX mercato_cycle ON mercato (cycle) WHERE origin = 'native';
CREATE INDEX mercato_any_cycle ON mercato (cycle);
-- The few that are not published: looked at every minute, whatever history lies behind.
CREATE INDEX mercato_alive ON mercato (state) WHERE state <> 'published';
-- Ballots, outside the activity: the last state of each and nothing else, read by their author alone until the vote
-- closes. Scores are one sign a topic in the order of the table: 3, 2, 1, 0 for no opinion, a dot for not answered.
CREATE TABLE ballot (
    mercato UUID NOT NULL REFERENCES mercato (id),
    voter TEXT NOT NULL,
    craft TEXT NOT NULL,
    scores TEXT NOT NULL,
    words TEXT NOT NULL,
    conflicts TEXT NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (mercato, voter)
);
CREATE INDEX ballot_voter ON ballot (voter);
