-- The organisation, the cycles, briefings and dependencies, who signs in, and the activity.
CREATE TABLE person (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT UNIQUE,
    craft TEXT NOT NULL,
    job TEXT NOT NULL,
    locale TEXT NOT NULL,
    joined_on DATE,
    left_on DATE,
    active BOOLEAN NOT NULL
);
-- Who signs in is looked up by address, whatever its capitals.
CREATE UNIQUE INDEX person_email ON person (lower(email));
CREATE TABLE unit (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    parent UUID REFERENCES unit (id),
    name TEXT NOT NULL,
    lead UUID REFERENCES person (id),
    deputy UUID REFERENCES person (id),
    founded_on DATE,
    closed_on DATE
);
CREATE TABLE membership (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    unit UUID NOT NULL REFERENCES unit (id),
    fte DOUBLE PRECISION NOT NULL CHECK (fte >= 0 AND fte <= 1),
    since DATE,
    until DATE
);
CREATE INDEX membership_person ON membership (person);
CREATE INDEX membership_unit ON membership (unit);
CREATE TABLE role_grant (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    person UUID NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    unit UUID REFERENCES unit (id),
    since DATE,
    until DATE
);
CREATE INDEX role_grant_person ON role_grant (person);
CREATE TABLE axis (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    code TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    why TEXT NOT NULL,
    owner UUID REFERENCES person (id)
);
CREATE TABLE tribe_field (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    tribe UUID NOT NULL REFERENCES unit (id),
    key TEXT NOT NULL,
    label_fr TEXT NOT NULL,
    label_en TEXT NOT NULL,
    kind TEXT NOT NULL,
    characters INTEGER NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (tribe, key)
);
CREATE TABLE cycle (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    label TEXT NOT NULL UNIQUE,
    starts DATE NOT NULL,
    ends DATE NOT NULL,
    state TEXT NOT NULL,
    phases TEXT NOT NULL
);
CREATE TABLE briefing (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    cycle UUID NOT NULL REFERENCES cycle (id),
    team UUID NOT NULL REFERENCES unit (id),
    owner UUID REFERENCES person (id),
    contributors TEXT NOT NULL,
    title TEXT NOT NULL,
    problem TEXT NOT NULL,
    source TEXT NOT NULL,
    source_kind TEXT NOT NULL,
    problem_size TEXT NOT NULL,
    people TEXT NOT NULL,
    frequency TEXT NOT NULL,
    cost TEXT NOT NULL,
    intention TEXT NOT NULL,
    appetite_days INTEGER,
    axis UUID REFERENCES axis (id),
    tribe_values TEXT NOT NULL,
    no_dependency TEXT,
    state TEXT NOT NULL,
    submitted_at TIMESTAMPTZ,
    late BOOLEAN NOT NULL,
    off_cycle BOOLEAN NOT NULL,
    slowed BOOLEAN NOT NULL,
    decision TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX briefing_cycle ON briefing (cycle, team);
CREATE INDEX briefing_team ON briefing (team);
CREATE INDEX briefing_owner ON briefing (owner);
CREATE TABLE dependency (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    cycle UUID NOT NULL REFERENCES cycle (id),
    briefing UUID NOT NULL REFERENCES briefing (id),
    asking_team UUID NOT NULL REFERENCES unit (id),
    giving_team UUID REFERENCES unit (id),
    external_party TEXT NOT NULL,
    what TEXT NOT NULL,
    type TEXT NOT NULL,
    interaction TEXT NOT NULL,
    criticality TEXT NOT NULL,
    needed_by DATE NOT NULL,
    first_needed_by DATE NOT NULL,
    state TEXT NOT NULL,
    pointed_out_on DATE NOT NULL,
    pointed_out_phase TEXT NOT NULL,
    contact UUID REFERENCES person (id),
    effort_days INTEGER,
    committed_for DATE,
    counter TEXT,
    decline TEXT,
    mitigation TEXT NOT NULL,
    claimed_on DATE,
    delivered_on DATE,
    breaks INTEGER NOT NULL,
    redates INTEGER NOT NULL,
    refusals INTEGER NOT NULL,
    reasked BOOLEAN NOT NULL,
    -- The giver's own initiative that delivers it: what that waits for itself comes first.
    giving_briefing UUID REFERENCES briefing (id),
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    CHECK (giving_team IS NULL OR giving_team <> asking_team)
);
-- The promises that still run: looked at every minute, whatever history lies behind.
CREATE INDEX dependency_promised ON dependency (committed_for) WHERE state = 'committed';
CREATE INDEX dependency_contact ON dependency (contact);
CREATE INDEX dependency_cycle ON dependency (cycle);
CREATE INDEX dependency_briefing ON dependency (briefing);
CREATE INDEX dependency_asking ON dependency (asking_team, cycle);
CREATE INDEX dependency_giving ON dependency (giving_team, cycle);
CREATE TABLE comment (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    briefing UUID NOT NULL REFERENCES briefing (id),
    author UUID NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX comment_briefing ON comment (briefing, created_at);
CREATE TABLE review (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    briefing UUID NOT NULL REFERENCES briefing (id),
    craft TEXT NOT NULL,
    reviewer UUID NOT NULL REFERENCES person (id),
    opinion TEXT NOT NULL,
    text TEXT NOT NULL,
    reviewed_on DATE NOT NULL,
    UNIQUE (briefing, craft)
);
CREATE TABLE activity (
    id UUID PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    actor UUID,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id UUID NOT NULL,
    version INTEGER NOT NULL,
    reason TEXT NOT NULL,
    body TEXT NOT NULL,
    UNIQUE (subject_id, version)
);
CREATE TABLE account (
    person UUID PRIMARY KEY REFERENCES person (id),
    password TEXT NOT NULL
);
-- Sessions that their owner can list and end, and links with which a person sets a password.
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
CREATE INDEX session_expires ON session (expires_at);
CREATE TABLE invitation (
    token TEXT PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    made_by UUID REFERENCES person (id),
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE access_token (
    id UUID PRIMARY KEY,
    person UUID NOT NULL REFERENCES person (id),
    name TEXT NOT NULL,
    scope TEXT NOT NULL,
    token TEXT NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ
);
CREATE INDEX access_token_person ON access_token (person);
CREATE TABLE setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
