-- A brainstorm a quarter: its steps and its clusters.
CREATE TABLE brainstorm (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL UNIQUE REFERENCES cycle (id),
    state TEXT NOT NULL,
    held_on DATE NOT NULL,
    minutes INTEGER NOT NULL,
    invited TEXT NOT NULL,
    writing_ends_at TIMESTAMPTZ,
    hung INTEGER NOT NULL,
    clusters TEXT NOT NULL,
    reopening TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
-- Ideas, outside the activity: read by their author alone until they hang on the wall, where they have a number drawn by
-- lot.
CREATE TABLE idea (
    id UUID PRIMARY KEY,
    brainstorm UUID NOT NULL REFERENCES brainstorm (id),
    number INTEGER,
    text TEXT NOT NULL,
    source TEXT NOT NULL,
    author UUID REFERENCES person (id),
    is_signed BOOLEAN NOT NULL,
    UNIQUE (brainstorm, number)
);
CREATE INDEX idea_author ON idea (brainstorm, author);
-- What was made of the signals that suggest topics.
CREATE TABLE signal_answer (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL REFERENCES cycle (id),
    sort TEXT NOT NULL,
    evidence TEXT NOT NULL,
    topic UUID REFERENCES topic (id),
    reason TEXT NOT NULL,
    answered_by UUID REFERENCES person (id),
    answered_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX signal_answer_cycle ON signal_answer (cycle);
CREATE INDEX signal_answer_topic ON signal_answer (topic);
