-- An axis holds for some quarters, may be proposed, and says what has to be there for it.
ALTER TABLE axis ADD COLUMN from_quarter TEXT;
ALTER TABLE axis ADD COLUMN to_quarter TEXT;
ALTER TABLE axis ADD COLUMN conditions TEXT;
ALTER TABLE axis ADD COLUMN proposal TEXT;
-- What hangs on one, however much does not.
CREATE INDEX briefing_axis ON briefing (axis, cycle);
CREATE INDEX topic_axis ON topic (axis);
