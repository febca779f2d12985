-- The last decisions of a quarter, without reading its other briefings.
CREATE INDEX briefing_decided ON briefing (cycle) WHERE decision IS NOT NULL;
