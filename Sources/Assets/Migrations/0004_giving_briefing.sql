-- The giver's own initiative that delivers a dependency: what that waits for itself comes first.
ALTER TABLE dependency ADD COLUMN giving_briefing UUID REFERENCES briefing (id);
