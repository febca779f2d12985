-- The promises that still run: looked at every minute, whatever history lies behind.
CREATE INDEX dependency_promised ON dependency (committed_for) WHERE state = 'committed';
