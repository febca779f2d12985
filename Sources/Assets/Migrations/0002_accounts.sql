-- Sessions that their owner can list and end, and links with which a person sets a password.
DROP TABLE session;
CREATE TABLE session (
    token TEXT PRIMARY KEY,
    id UUID NOT NULL UNIQUE,
    person UUID NOT NULL REFERENCES person (id),
    csrf TEXT NOT NULL,
    browser TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX session_person ON session (person);
CREATE TABLE invitation (
    token TEXT PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    made_by UUID REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX access_token_person ON access_token (person);
