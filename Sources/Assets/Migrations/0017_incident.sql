-- Incidents, what happened minute by minute, what was learnt, and what is done so that they do not come back.
CREATE TABLE incident (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    severity TEXT NOT NULL,
    started_at TIMESTAMPTZ NOT NULL,
    detected_at TIMESTAMPTZ NOT NULL,
    mitigated_at TIMESTAMPTZ,
    resolved_at TIMESTAMPTZ,
    lead UUID REFERENCES person (id),
    teams TEXT NOT NULL,
    customer_effect TEXT NOT NULL,
    state TEXT NOT NULL,
    reported_by UUID REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX incident_started ON incident (started_at);
CREATE INDEX incident_open ON incident (state) WHERE state <> 'closed';
CREATE TABLE incident_line (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    incident UUID NOT NULL REFERENCES incident (id),
    happened_at TIMESTAMPTZ NOT NULL,
    text TEXT NOT NULL,
    written_by UUID REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX incident_line_incident ON incident_line (incident, happened_at);
CREATE TABLE postmortem (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    incident UUID NOT NULL UNIQUE REFERENCES incident (id),
    summary TEXT NOT NULL,
    factors TEXT NOT NULL,
    what_helped TEXT NOT NULL,
    written_by UUID REFERENCES person (id),
    published_on DATE,
    published_by UUID REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE incident_action (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    incident UUID NOT NULL REFERENCES incident (id),
    what TEXT NOT NULL,
    owner UUID NOT NULL REFERENCES person (id),
    due DATE NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    settled_on DATE,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX incident_action_incident ON incident_action (incident);
CREATE INDEX incident_action_open ON incident_action (owner, due) WHERE state = 'open';
