-- Meetings with the views, actions and decisions that come of them, and the log of decisions.
CREATE TABLE meeting (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    cycle UUID NOT NULL REFERENCES cycle (id),
    teams TEXT NOT NULL,
    tribe UUID REFERENCES unit (id),
    mode TEXT NOT NULL,
    state TEXT NOT NULL,
    starts_at TIMESTAMPTZ,
    length INTEGER NOT NULL,
    place TEXT NOT NULL,
    reveal_on DATE,
    heard TEXT NOT NULL,
    revealed_at TIMESTAMPTZ,
    opened_at TIMESTAMPTZ,
    closed_at TIMESTAMPTZ,
    minutes TEXT NOT NULL,
    moved TEXT NOT NULL,
    called_by UUID REFERENCES person (id),
    sequence INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_cycle ON meeting (cycle);
-- The views that wait for their day: looked at every minute.
CREATE INDEX meeting_reveal ON meeting (reveal_on) WHERE state = 'open' AND revealed_at IS NULL;
CREATE TABLE team_view (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    meeting UUID NOT NULL REFERENCES meeting (id),
    team UUID NOT NULL REFERENCES unit (id),
    author UUID NOT NULL REFERENCES person (id),
    text TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    UNIQUE (meeting, team)
);
CREATE TABLE meeting_action (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    meeting UUID NOT NULL REFERENCES meeting (id),
    what TEXT NOT NULL,
    owner UUID NOT NULL REFERENCES person (id),
    due DATE NOT NULL,
    done_on DATE,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_action_meeting ON meeting_action (meeting);
CREATE INDEX meeting_action_owner ON meeting_action (owner) WHERE done_on IS NULL;
CREATE TABLE decision (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    cycle UUID NOT NULL REFERENCES cycle (id),
    teams TEXT NOT NULL,
    briefing UUID REFERENCES briefing (id),
    meeting UUID REFERENCES meeting (id),
    what TEXT NOT NULL,
    outcome TEXT,
    code TEXT,
    reason TEXT NOT NULL,
    accepts_risk BOOLEAN NOT NULL,
    after_freeze BOOLEAN NOT NULL,
    decided_by UUID REFERENCES person (id),
    decided_on DATE NOT NULL,
    supersedes UUID REFERENCES decision (id),
    withdrawn TEXT NOT NULL,
    carried_to UUID REFERENCES briefing (id),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX decision_cycle ON decision (cycle, decided_on);
CREATE INDEX decision_briefing ON decision (briefing);
CREATE INDEX decision_meeting ON decision (meeting);
-- A postponed initiative and the draft of the next quarter that it waits in know each other.
ALTER TABLE briefing ADD COLUMN carried_from UUID REFERENCES briefing (id);
CREATE INDEX briefing_carried ON briefing (carried_from);
-- The address at which a calendar reads the meetings of one person; only its hash is kept.
CREATE TABLE calendar_feed (
    person UUID PRIMARY KEY REFERENCES person (id),
    token TEXT NOT NULL UNIQUE,
    created_at TIMESTAMPTZ NOT NULL
);
