-- What people ask of Product Ops, and who of them is on duty.
CREATE TABLE request (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    requester UUID REFERENCES person (id),
    guest_name TEXT NOT NULL,
    invited_by UUID REFERENCES person (id),
    team UUID REFERENCES unit (id),
    title TEXT NOT NULL,
    what_hurts TEXT NOT NULL,
    since TEXT NOT NULL,
    if_we_wait TEXT NOT NULL,
    people_hit INTEGER,
    hot_potato BOOLEAN NOT NULL,
    decider UUID REFERENCES person (id),
    return_owner UUID REFERENCES person (id),
    impact INTEGER CHECK (impact BETWEEN 1 AND 3),
    urgency INTEGER CHECK (urgency BETWEEN 1 AND 3),
    state TEXT NOT NULL,
    handled_by UUID REFERENCES person (id),
    triaged_on DATE,
    taken_on DATE,
    closed_on DATE,
    outcome TEXT,
    answer TEXT NOT NULL,
    spent_days DOUBLE PRECISION NOT NULL CHECK (spent_days >= 0),
    in_exchange TEXT NOT NULL,
    satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
    asked_on DATE NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX request_open ON request (state) WHERE state <> 'closed';
CREATE INDEX request_closed ON request (closed_on) WHERE closed_on IS NOT NULL;
CREATE INDEX request_taken ON request (taken_on) WHERE taken_on IS NOT NULL;
CREATE INDEX request_requester ON request (requester);
CREATE TABLE duty_week (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    week DATE NOT NULL UNIQUE,
    person UUID NOT NULL REFERENCES person (id),
    is_swapped BOOLEAN NOT NULL
);
