-- Topics that Product Ops could take on, the brainstorm they come from, and suggestions that somebody put aside.
CREATE TABLE topic (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    source TEXT NOT NULL,
    source_notes TEXT NOT NULL,
    sort TEXT NOT NULL,
    target_crafts TEXT NOT NULL,
    effort_days INTEGER,
    sponsor UUID REFERENCES person (id),
    axis UUID REFERENCES axis (id),
    cycle UUID REFERENCES cycle (id),
    state TEXT NOT NULL,
    proposed_by UUID REFERENCES person (id),
    merged_into UUID REFERENCES topic (id),
    signal TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX topic_state ON topic (state);
CREATE INDEX topic_cycle ON topic (cycle);
CREATE INDEX topic_merged ON topic (merged_into);
CREATE INDEX topic_signal ON topic (signal);
CREATE TABLE brainstorm (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL UNIQUE REFERENCES cycle (id),
    question TEXT NOT NULL,
    held_on DATE NOT NULL,
    state TEXT NOT NULL,
    opened_by UUID REFERENCES person (id),
    clustering_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE brainstorm_cluster (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    brainstorm UUID NOT NULL REFERENCES brainstorm (id),
    name TEXT NOT NULL,
    topic UUID REFERENCES topic (id),
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (brainstorm, name)
);
CREATE INDEX brainstorm_cluster_topic ON brainstorm_cluster (topic);
CREATE TABLE brainstorm_idea (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    brainstorm UUID NOT NULL REFERENCES brainstorm (id),
    author UUID REFERENCES person (id),
    text TEXT NOT NULL,
    cluster UUID REFERENCES brainstorm_cluster (id),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX brainstorm_idea_brainstorm ON brainstorm_idea (brainstorm);
CREATE INDEX brainstorm_idea_author ON brainstorm_idea (author);
CREATE INDEX brainstorm_idea_cluster ON brainstorm_idea (cluster);
-- A signal that somebody read and does not follow, until it says something new.
CREATE TABLE signal_dismissal (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    signal TEXT NOT NULL UNIQUE,
    person UUID REFERENCES person (id),
    dismissed_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
