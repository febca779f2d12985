-- A state is one that the product knows. 0025_states.sqlite.sql does the same.
ALTER TABLE brainstorm
    ADD CONSTRAINT brainstorm_state_known CHECK (state IN ('planned', 'writing', 'clustering', 'closed'));
ALTER TABLE briefing
        ADD CONSTRAINT briefing_state_known CHECK (state IN ('draft', 'submitted', 'aligning', 'ready', 'validated',
        'postponed', 'dropped', 'presented', 'done', 'abandoned', 'in_progress'));
ALTER TABLE cycle
        ADD CONSTRAINT cycle_state_known CHECK (state IN ('planned', 'drafting', 'aligning', 'frozen', 'presented',
        'running', 'closed'));
ALTER TABLE dependency
        ADD CONSTRAINT dependency_state_known CHECK (state IN ('acknowledged', 'committed', 'replanned', 'declined',
        'delivered', 'broken', 'withdrawn', 'pointed_out'));
ALTER TABLE incident
    ADD CONSTRAINT incident_state_known CHECK (state IN ('open', 'mitigated', 'resolved', 'reviewed', 'closed'));
ALTER TABLE incident_action
    ADD CONSTRAINT incident_action_state_known CHECK (state IN ('open', 'done', 'refused'));
ALTER TABLE meeting
    ADD CONSTRAINT meeting_state_known CHECK (state IN ('proposed', 'planned', 'open', 'held', 'cancelled'));
ALTER TABLE mercato
    ADD CONSTRAINT mercato_state_known CHECK (state IN ('preparing', 'open', 'closed', 'published'));
ALTER TABLE ops_project
    ADD CONSTRAINT ops_project_problem_state_known CHECK (problem_state IN ('open', 'proposed', 'agreed')),
        ADD CONSTRAINT ops_project_stage_known CHECK (stage IN ('selected', 'discovery', 'experiment', 'rollout',
        'handing_over', 'handed_over')),
        ADD CONSTRAINT ops_project_standing_known CHECK (standing IN ('active', 'paused', 'stopped', 'closed',
        'retabled'));
ALTER TABLE playbook
    ADD CONSTRAINT playbook_carried_by_known CHECK (carried_by IN ('ops', 'handing_over', 'org')),
    ADD CONSTRAINT playbook_state_known CHECK (state IN ('draft', 'piloted', 'in_force', 'to_review', 'retired'));
ALTER TABLE presentation
    ADD CONSTRAINT presentation_state_known CHECK (state IN ('preparing', 'ready', 'live', 'published'));
ALTER TABLE relay
    ADD CONSTRAINT relay_state_known CHECK (state IN ('offered', 'created', 'closed'));
ALTER TABLE request
    ADD CONSTRAINT request_state_known CHECK (state IN ('new', 'triaged', 'in_hand', 'closed'));
ALTER TABLE share_out
    ADD CONSTRAINT share_out_state_known CHECK (state IN ('proposed', 'confirmed'));
ALTER TABLE topic
        ADD CONSTRAINT topic_state_known CHECK (state IN ('idea', 'ready', 'tabled', 'ranked', 'selected',
        'not_selected', 'merged', 'withdrawn'));
