-- The topic that a request became, or became a part of.
ALTER TABLE request ADD COLUMN topic UUID REFERENCES topic (id);
CREATE INDEX request_topic ON request (topic) WHERE topic IS NOT NULL;
-- What a published vote came to, as JSON, for one version of its session: read instead of counting all ballots anew.
CREATE TABLE mercato_ranking (
    mercato UUID PRIMARY KEY REFERENCES mercato (id),
    version INTEGER NOT NULL,
    ranking TEXT NOT NULL
);
