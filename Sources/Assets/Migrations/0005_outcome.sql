-- The past is read record by record: the last version of each before a moment.
CREATE INDEX activity_subject_at ON activity (subject_id, at, version);
-- What became of an initiative, and why it was slowed down or given up.
ALTER TABLE briefing ADD COLUMN outcome TEXT;
ALTER TABLE briefing ADD COLUMN cause TEXT;
-- What a team stood by on the day of the presentation; never changed after.
CREATE TABLE commitment (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL REFERENCES cycle (id),
    team UUID NOT NULL REFERENCES unit (id),
    briefing UUID NOT NULL REFERENCES briefing (id),
    -- What is given to another team's initiative; nothing when the initiative is the team's own.
    dependency UUID REFERENCES dependency (id),
    text TEXT NOT NULL,
    due DATE NOT NULL,
    effort_days INTEGER,
    made_on DATE NOT NULL
);
CREATE UNIQUE INDEX commitment_initiative ON commitment (briefing) WHERE dependency IS NULL;
CREATE UNIQUE INDEX commitment_dependency ON commitment (dependency);
CREATE INDEX commitment_cycle ON commitment (cycle, team);
-- Three answers of a team about a quarter.
CREATE TABLE retrospective (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL REFERENCES cycle (id),
    team UUID NOT NULL REFERENCES unit (id),
    helped TEXT NOT NULL,
    slowed TEXT NOT NULL,
    changes TEXT NOT NULL,
    author UUID NOT NULL REFERENCES person (id),
    written_at TIMESTAMPTZ NOT NULL,
    UNIQUE (cycle, team)
);
