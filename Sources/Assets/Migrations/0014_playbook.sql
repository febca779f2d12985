-- Playbooks: the text that holds and those before it, each time one was run, and what people say of it.
CREATE TABLE playbook (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL,
    language TEXT NOT NULL,
    owner UUID REFERENCES person (id),
    deputy UUID REFERENCES person (id),
    co_authors TEXT NOT NULL,
    teams TEXT NOT NULL,
    state TEXT NOT NULL,
    carried_by TEXT NOT NULL,
    edition INTEGER NOT NULL,
    review_on DATE NOT NULL,
    reviewed_on DATE NOT NULL,
    support_ends_on DATE,
    handover TEXT,
    carried_since DATE,
    relapsed_on DATE,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX playbook_review ON playbook (review_on) WHERE state = 'in_force';
CREATE TABLE playbook_edition (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    playbook UUID NOT NULL REFERENCES playbook (id),
    number INTEGER NOT NULL,
    content TEXT NOT NULL,
    language TEXT NOT NULL,
    note TEXT NOT NULL,
    replaced_by UUID REFERENCES person (id),
    replaced_at TIMESTAMPTZ NOT NULL,
    UNIQUE (playbook, number)
);
CREATE TABLE occurrence (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    playbook UUID NOT NULL REFERENCES playbook (id),
    edition INTEGER NOT NULL,
    held_on DATE NOT NULL,
    ran_by UUID NOT NULL REFERENCES person (id),
    done_steps TEXT NOT NULL,
    teams TEXT NOT NULL,
    note TEXT NOT NULL,
    ok BOOLEAN NOT NULL,
    recorded_by UUID REFERENCES person (id),
    recorded_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX occurrence_playbook ON occurrence (playbook, held_on);
CREATE INDEX occurrence_day ON occurrence (held_on);
CREATE TABLE playbook_feedback (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    playbook UUID NOT NULL REFERENCES playbook (id),
    useful INTEGER NOT NULL CHECK (useful BETWEEN 1 AND 5),
    text TEXT NOT NULL,
    given_by UUID REFERENCES person (id),
    given_on DATE NOT NULL,
    answer TEXT NOT NULL,
    answered_by UUID REFERENCES person (id),
    answered_on DATE
);
CREATE INDEX playbook_feedback_playbook ON playbook_feedback (playbook);
