-- When a collaboration ends, who was named in a comment and has not read it, and changes of a unit that hold from another day.
ALTER TABLE dependency ADD COLUMN collaborates_until DATE;
-- Who read what is nobody's affair: a line goes when the person has read, and leaves no activity.
CREATE TABLE mention (
    comment UUID NOT NULL REFERENCES comment (id) ON DELETE CASCADE,
    person UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (comment, person)
);
CREATE INDEX mention_person ON mention (person);
-- What the unit is to be called, where it is to hang and who is to lead it, from a day to come.
ALTER TABLE unit ADD COLUMN planned TEXT;
-- The day from which a change holds, when it is not the day on which it was written.
ALTER TABLE activity ADD COLUMN holds_from DATE;
