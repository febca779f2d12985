-- What waits to leave the product, and what was given up; what arrived is deleted.
CREATE TABLE outbox (
    id UUID PRIMARY KEY,
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'dead')),
    tries INTEGER NOT NULL,
    -- Not before then; for as long as a node is sending it, the end of its lease.
    due_at TIMESTAMPTZ NOT NULL,
    failure TEXT NOT NULL,
    posted_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE state = 'waiting';
CREATE INDEX outbox_dead ON outbox (due_at) WHERE state = 'dead';
