-- Teams that were guessed for a briefing and that it does not need, as its people said.
CREATE TABLE dismissal (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    briefing UUID NOT NULL REFERENCES briefing (id),
    team UUID NOT NULL REFERENCES unit (id),
    created_at TIMESTAMPTZ NOT NULL,
    UNIQUE (briefing, team)
);
