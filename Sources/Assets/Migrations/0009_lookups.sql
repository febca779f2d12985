-- Who signs in is looked up by address, whatever its capitals; sessions that have expired are swept at each sign-in.
CREATE UNIQUE INDEX person_email ON person (lower(email));
CREATE INDEX session_expires ON session (expires_at);
