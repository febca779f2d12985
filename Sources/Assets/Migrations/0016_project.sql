-- How Product Ops share topics out, and the projects that come of it.
CREATE TABLE share_preference (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL REFERENCES cycle (id),
    person UUID NOT NULL REFERENCES person (id),
    days_off INTEGER NOT NULL,
    wishes TEXT NOT NULL,
    written_at TIMESTAMPTZ NOT NULL,
    UNIQUE (cycle, person)
);
CREATE TABLE share_out (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    cycle UUID NOT NULL UNIQUE REFERENCES cycle (id),
    proposal TEXT NOT NULL,
    left_out TEXT NOT NULL,
    is_proven BOOLEAN NOT NULL,
    edits TEXT NOT NULL,
    confirmations TEXT NOT NULL,
    state TEXT NOT NULL,
    computed_at TIMESTAMPTZ NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE TABLE ops_project (
    id UUID PRIMARY KEY,
    version INTEGER NOT NULL,
    ref TEXT NOT NULL UNIQUE,
    topic UUID REFERENCES topic (id),
    request UUID REFERENCES request (id),
    cycle UUID NOT NULL REFERENCES cycle (id),
    title TEXT NOT NULL,
    mode TEXT NOT NULL,
    ends_on DATE,
    effort_days INTEGER NOT NULL,
    target_crafts TEXT NOT NULL,
    lead UUID NOT NULL REFERENCES person (id),
    buddy UUID REFERENCES person (id),
    co_builders TEXT NOT NULL,
    problem TEXT NOT NULL,
    problem_state TEXT NOT NULL,
    evidence TEXT NOT NULL,
    waiver TEXT,
    solution TEXT NOT NULL,
    experiments TEXT NOT NULL,
    waves TEXT NOT NULL,
    metric TEXT NOT NULL,
    burden_delta INTEGER,
    receiver UUID REFERENCES person (id),
    playbook UUID REFERENCES playbook (id),
    owner_acceptance TEXT,
    director_acceptance TEXT,
    stage TEXT NOT NULL,
    standing TEXT NOT NULL,
    reason TEXT NOT NULL,
    is_unplanned BOOLEAN NOT NULL,
    started_on DATE,
    ended_on DATE,
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX ops_project_cycle ON ops_project (cycle);
CREATE INDEX ops_project_topic ON ops_project (topic);
CREATE INDEX ops_project_alive ON ops_project (standing) WHERE standing IN ('active', 'paused');
CREATE INDEX ops_project_request ON ops_project (request) WHERE request IS NOT NULL;
CREATE INDEX ops_project_playbook ON ops_project (playbook) WHERE playbook IS NOT NULL;
CREATE INDEX ops_project_receiver ON ops_project (receiver) WHERE stage = 'handing_over';
-- How many answered what about a problem, and who has answered; nothing relates the two.
CREATE TABLE problem_tally (
    project UUID NOT NULL REFERENCES ops_project (id),
    answer TEXT NOT NULL,
    votes INTEGER NOT NULL,
    PRIMARY KEY (project, answer)
);
CREATE TABLE problem_mark (
    project UUID NOT NULL REFERENCES ops_project (id),
    person UUID NOT NULL REFERENCES person (id),
    PRIMARY KEY (project, person)
);
