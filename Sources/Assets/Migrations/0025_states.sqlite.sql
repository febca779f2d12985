-- A state is one that the product knows. 0025_states.postgres.sql does the same.
-- SQLite adds no constraint to a table that stands. This is the way its manual gives for changes that leave the rows
-- as they are (https://sqlite.org/lang_altertable.html, section 7): the text of the table is written anew, and every
-- connection is made to read it again. Each state is then written over itself, which refuses what does not fit, and
-- with it the whole step.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT brainstorm_state_known CHECK (state IN (''planned'', ''writing'', ''clustering'',
        ''closed''))' || ')'
WHERE type = 'table' AND name = 'brainstorm';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT briefing_state_known CHECK (state IN (''draft'', ''submitted'', ''aligning'', ''ready'',
        ''validated'', ''postponed'', ''dropped'', ''presented'', ''done'', ''abandoned'', ''in_progress''))' || ')'
WHERE type = 'table' AND name = 'briefing';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT cycle_state_known CHECK (state IN (''planned'', ''drafting'', ''aligning'', ''frozen'',
        ''presented'', ''running'', ''closed''))' || ')'
WHERE type = 'table' AND name = 'cycle';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT dependency_state_known CHECK (state IN (''acknowledged'', ''committed'', ''replanned'',
        ''declined'', ''delivered'', ''broken'', ''withdrawn'', ''pointed_out''))' || ')'
WHERE type = 'table' AND name = 'dependency';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT incident_state_known CHECK (state IN (''open'', ''mitigated'', ''resolved'', ''reviewed'',
        ''closed''))' || ')'
WHERE type = 'table' AND name = 'incident';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT incident_action_state_known CHECK (state IN (''open'', ''done'', ''refused''))' || ')'
WHERE type = 'table' AND name = 'incident_action';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT meeting_state_known CHECK (state IN (''proposed'', ''planned'', ''open'', ''held'',
        ''cancelled''))' || ')'
WHERE type = 'table' AND name = 'meeting';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT mercato_state_known CHECK (state IN (''preparing'', ''open'', ''closed'', ''published''))' || ')'
WHERE type = 'table' AND name = 'mercato';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT ops_project_problem_state_known CHECK (problem_state IN (''open'', ''proposed'', ''agreed''))'
    || ', CONSTRAINT ops_project_stage_known CHECK (stage IN (''selected'', ''discovery'', ''experiment'',
        ''rollout'', ''handing_over'', ''handed_over''))'
    || ', CONSTRAINT ops_project_standing_known CHECK (standing IN (''active'', ''paused'', ''stopped'',
        ''closed'', ''retabled''))' || ')'
WHERE type = 'table' AND name = 'ops_project';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT playbook_carried_by_known CHECK (carried_by IN (''ops'', ''handing_over'', ''org''))'
    || ', CONSTRAINT playbook_state_known CHECK (state IN (''draft'', ''piloted'', ''in_force'', ''to_review'',
        ''retired''))' || ')'
WHERE type = 'table' AND name = 'playbook';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT presentation_state_known CHECK (state IN (''preparing'', ''ready'', ''live'',
        ''published''))' || ')'
WHERE type = 'table' AND name = 'presentation';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT relay_state_known CHECK (state IN (''offered'', ''created'', ''closed''))' || ')'
WHERE type = 'table' AND name = 'relay';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT request_state_known CHECK (state IN (''new'', ''triaged'', ''in_hand'', ''closed''))' || ')'
WHERE type = 'table' AND name = 'request';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT share_out_state_known CHECK (state IN (''proposed'', ''confirmed''))' || ')'
WHERE type = 'table' AND name = 'share_out';
UPDATE sqlite_schema SET sql = substr(sql, 1, length(sql) - 1)
    || ', CONSTRAINT topic_state_known CHECK (state IN (''idea'', ''ready'', ''tabled'', ''ranked'',
        ''selected'', ''not_selected'', ''merged'', ''withdrawn''))' || ')'
WHERE type = 'table' AND name = 'topic';
CREATE TABLE reading_again (word TEXT);
DROP TABLE reading_again;
PRAGMA writable_schema = RESET;
UPDATE brainstorm SET state = state;
UPDATE briefing SET state = state;
UPDATE cycle SET state = state;
UPDATE dependency SET state = state;
UPDATE incident SET state = state;
UPDATE incident_action SET state = state;
UPDATE meeting SET state = state;
UPDATE mercato SET state = state;
UPDATE ops_project SET problem_state = problem_state, stage = stage, standing = standing;
UPDATE playbook SET carried_by = carried_by, state = state;
UPDATE presentation SET state = state;
UPDATE relay SET state = state;
UPDATE request SET state = state;
UPDATE share_out SET state = state;
UPDATE topic SET state = state;
