-- Topics that Product Ops could take on.
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
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX topic_state ON topic (state);
CREATE INDEX topic_cycle ON topic (cycle);
CREATE INDEX topic_merged ON topic (merged_into);
