-- What may be followed is said by the kinds themselves, in one place: the table knows no list of its own.
CREATE TABLE follow_of_any (
    person UUID NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL,
    subject UUID NOT NULL,
    since TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person, kind, subject)
);
INSERT INTO follow_of_any (person, kind, subject, since) SELECT person, kind, subject, since FROM follow;
DROP TABLE follow;
ALTER TABLE follow_of_any RENAME TO follow;
