-- What somebody follows beside what is theirs, and until when they have read what happened. Private to each person: it
-- leaves no activity, is not exported and is counted by nobody.
CREATE TABLE follow (
    person UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('briefing', 'dependency', 'topic', 'ops_project', 'unit')),
    subject UUID NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person, kind, subject)
);
CREATE TABLE notice_mark (
    person UUID PRIMARY KEY REFERENCES person (id),
    seen_until TIMESTAMPTZ NOT NULL
);
-- The last reminder or offer that somebody marked as read stands for those before it.
INSERT INTO notice_mark (person, seen_until)
SELECT m.person, max(r.created_at) FROM inbox_mark m
JOIN (SELECT id, created_at FROM reminder UNION ALL SELECT id, created_at FROM relay) r ON r.id = m.item
GROUP BY m.person;
DROP TABLE inbox_mark;
-- What is somebody's without being followed.
CREATE INDEX topic_proposed ON topic (proposed_by);
CREATE INDEX topic_sponsor ON topic (sponsor);
CREATE INDEX comment_author ON comment (author, created_at);
-- The home reads the log of decisions.
DROP INDEX briefing_decided;
