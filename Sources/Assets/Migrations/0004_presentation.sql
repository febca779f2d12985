-- The final presentation of a quarter, what was asked, what was kept of it, and what has to be reworked.
CREATE TABLE presentation (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL UNIQUE REFERENCES cycle (id),
    state TEXT NOT NULL,
    starts_hour INTEGER NOT NULL,
    starts_minute INTEGER NOT NULL,
    run_of_show TEXT NOT NULL,
    showing UUID REFERENCES unit (id),
    slide INTEGER NOT NULL,
    started_at TIMESTAMPTZ,
    slot_started_at TIMESTAMPTZ,
    paused_at TIMESTAMPTZ,
    published_at TIMESTAMPTZ,
    hash TEXT NOT NULL,
    recording TEXT NOT NULL
);
-- The few that are not published: looked at every minute, whatever history lies behind.
CREATE INDEX presentation_alive ON presentation (cycle) WHERE state <> 'published';
CREATE TABLE presentation_snapshot (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    presentation UUID NOT NULL UNIQUE REFERENCES presentation (id),
    text TEXT NOT NULL,
    hash TEXT NOT NULL,
    taken_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE audience_question (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    presentation UUID NOT NULL REFERENCES presentation (id),
    team UUID REFERENCES unit (id),
    author UUID REFERENCES person (id),
    text TEXT NOT NULL,
    asked_at TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ
);
CREATE INDEX audience_question_presentation ON audience_question (presentation, asked_at);
-- Who else wants an answer: one mark a viewer and question, which names nobody.
CREATE TABLE audience_question_support (
    question UUID NOT NULL REFERENCES audience_question (id),
    mark TEXT NOT NULL,
    PRIMARY KEY (question, mark)
);
CREATE TABLE rework (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    presentation UUID NOT NULL REFERENCES presentation (id),
    team UUID REFERENCES unit (id),
    mean DOUBLE PRECISION NOT NULL,
    due DATE NOT NULL,
    answer TEXT NOT NULL,
    answered_by UUID REFERENCES person (id),
    answered_on DATE
);
CREATE INDEX rework_presentation ON rework (presentation);
CREATE INDEX rework_open ON rework (due) WHERE answered_on IS NULL;
-- Confidence: how many gave each value, all five counters of a subject written at once by every vote; and beside them,
-- which marks have voted, that nobody votes twice. Neither holds a person, a time, or the other. The marks go when the
-- vote closes.
CREATE TABLE confidence (
    presentation UUID NOT NULL REFERENCES presentation (id),
    subject TEXT NOT NULL,
    value INTEGER NOT NULL CHECK (value >= 1 AND value <= 5),
    votes INTEGER NOT NULL CHECK (votes >= 0),
    PRIMARY KEY (presentation, subject, value)
);
CREATE TABLE confidence_mark (
    presentation UUID NOT NULL REFERENCES presentation (id),
    mark TEXT NOT NULL,
    PRIMARY KEY (presentation, mark)
);
-- What signs the links of guests, and what turns a viewer into a mark.
CREATE TABLE presentation_secret (
    presentation UUID PRIMARY KEY REFERENCES presentation (id),
    link TEXT NOT NULL,
    mark TEXT NOT NULL
);
