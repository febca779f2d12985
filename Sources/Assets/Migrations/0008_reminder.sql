-- What was said about obligations that are not met, three times at most; what is left; and what somebody has read.
CREATE TABLE reminder (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    obligation TEXT NOT NULL,
    team UUID NOT NULL REFERENCES unit (id),
    cycle UUID NOT NULL REFERENCES cycle (id),
    addressee UUID NOT NULL REFERENCES person (id),
    number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
    step TEXT NOT NULL,
    sender UUID REFERENCES person (id),
    sent_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (obligation, number)
);
CREATE INDEX reminder_cycle ON reminder (cycle);
CREATE INDEX reminder_addressee ON reminder (addressee, created_at);
-- Nobody is reminded twice by the same date.
CREATE UNIQUE INDEX reminder_step ON reminder (obligation, step) WHERE step <> 'by_hand';
CREATE TABLE relay (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    practice TEXT NOT NULL,
    team UUID NOT NULL REFERENCES unit (id),
    cycle UUID NOT NULL REFERENCES cycle (id),
    director UUID REFERENCES person (id),
    facts TEXT NOT NULL,
    suggestion TEXT NOT NULL,
    state TEXT NOT NULL,
    offered_on DATE NOT NULL,
    due DATE,
    created_at TIMESTAMPTZ NOT NULL
);
-- One at a time for a team and a practice.
CREATE UNIQUE INDEX relay_open ON relay (team, practice) WHERE state <> 'closed';
CREATE INDEX relay_team ON relay (team);
CREATE INDEX relay_director ON relay (director);
-- Private to each person: it leaves no activity, is not exported and is counted by nobody.
CREATE TABLE inbox_mark (
    person UUID NOT NULL REFERENCES person (id),
    item UUID NOT NULL,
    PRIMARY KEY (person, item)
);
