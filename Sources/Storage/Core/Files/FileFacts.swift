import Rouage

/// What the product does with a file of a department.
struct FileFacts {
    /// A heading of names between commas, and the cells below it.
    typealias Table = (header: String, rows: [[String]])

    /// The kind of record whose content it holds.
    let kind: Kind
    /// Takes its rows.
    let take: (Sheet) -> () throws -> Void
    /// What an export writes into it; nothing for a shorter way to bring in what stands in another file, and for what is
    /// nobody's to carry away.
    let table: ((Exporter) throws -> Table)?

    init(
        _ kind: Kind, _ take: @escaping (Sheet) -> () throws -> Void, table: ((Exporter) throws -> Table)? = nil
    ) {
        self.kind = kind
        self.take = take
        self.table = table
    }
}

/// What a cell shows of a value, or of none.
func text(_ value: (some CustomStringConvertible)?) -> String { value?.description ?? "" }

extension [[String]] {
    /// Rows that have no order of their own, by what stands in them.
    var inOrder: [[String]] { sorted { $0.lexicographicallyPrecedes($1) } }
}

extension DataFile {
    var facts: FileFacts {
        switch self {
        case .people:
            FileFacts(.person, Sheet.people) {
                ("code,name,email,craft,job,locale,joined_on,left_on,active", $0.people.map($0.row))
            }
        case .units: FileFacts(.unit, Sheet.units) { (Exporter.unitColumns, $0.units.map($0.row)) }
        case .memberships:
            FileFacts(.membership, Sheet.memberships) {
                ("person,unit,fte,from,to", try $0.sorted(Membership.self, $0.row))
            }
        case .roles:
            FileFacts(.role, Sheet.roles) { ("person,role,unit,from,to", try $0.sorted(RoleGrant.self, $0.row)) }
        case .axes: FileFacts(.axis, Sheet.axes) { try AxisFile($0.reading).table() }
        case .fields:
            FileFacts(.tribeField, Sheet.fields) {
                ("tribe,key,label_fr,label_en,kind,limit,position", try $0.sorted(TribeField.self, $0.row))
            }
        case .cycles:
            FileFacts(.cycle, Sheet.cycles) {
                ("label,start,end,drafting_opens,drafts_due,freeze,presentation", $0.cycles.map($0.row))
            }
        case .briefings: FileFacts(.briefing, Sheet.briefings) { BriefingFile($0).table() }
        case .dependencies: FileFacts(.dependency, Sheet.dependencies) { try DependencyFile($0).table() }
        case .contacts: FileFacts(.dependency, Sheet.contacts)
        case .comments:
            FileFacts(.comment, Sheet.comments) { ("briefing,author,at,text", try $0.sorted(Comment.self, $0.row)) }
        case .reviews:
            FileFacts(.review, Sheet.reviews) {
                ("briefing,craft,reviewer,opinion,text,reviewed_on", try $0.sorted(Review.self, $0.row))
            }
        case .dismissals:
            FileFacts(.dismissal, Sheet.dismissals) { ("briefing,team,at", try $0.sorted(Dismissal.self, $0.row)) }
        case .meetings: FileFacts(.meeting, Sheet.meetings) { try MeetingRows($0).table() }
        case .views: FileFacts(.teamView, Sheet.views) { try MeetingRows($0).views() }
        case .actions: FileFacts(.meetingAction, Sheet.actions) { try MeetingRows($0).actions() }
        case .decisions: FileFacts(.decision, Sheet.decisions) { try MeetingRows($0).decisions() }
        case .outcomes:
            FileFacts(.briefing, Sheet.outcomes) {
                ("briefing,outcome,cause_code,cause_text,cause_dependencies,cause_on", $0.outcomes)
            }
        case .commitments:
            FileFacts(.commitment, Sheet.commitments) {
                ("cycle,team,briefing,dependency,text,due,effort_days,made_on", try $0.sorted(Commitment.self, $0.row))
            }
        case .retrospectives:
            FileFacts(.retrospective, Sheet.retrospectives) {
                ("cycle,team,helped,slowed,changes,author,written_at", try $0.sorted(Retrospective.self, $0.row))
            }
        case .reminders: FileFacts(.reminder, Sheet.reminders) { try ReminderRows($0).reminders() }
        case .relays: FileFacts(.relay, Sheet.relays) { try ReminderRows($0).relays() }
        case .presentations: FileFacts(.presentation, Sheet.presentations) { try PresentationFiles($0).table() }
        case .questions: FileFacts(.audienceQuestion, Sheet.questions) { try PresentationFiles($0).questions() }
        case .confidence: FileFacts(.presentation, Sheet.confidence) { try PresentationFiles($0).confidence() }
        case .reworks: FileFacts(.rework, Sheet.reworks) { try PresentationFiles($0).reworks() }
        case .topics: FileFacts(.topic, Sheet.topics) { try TopicFile($0).table() }
        case .brainstorms: FileFacts(.brainstorm, Sheet.brainstorms) { try BrainstormRows($0).table() }
        case .clusters: FileFacts(.brainstorm, Sheet.clusters) { try BrainstormRows($0).clusters() }
        case .ideas: FileFacts(.brainstorm, Sheet.ideas) { try BrainstormRows($0).ideas() }
        case .requests: FileFacts(.request, Sheet.requests) { try RequestFile($0).requests() }
        case .duty: FileFacts(.dutyWeek, Sheet.duty) { try RequestFile($0).duty() }
        case .playbooks: FileFacts(.playbook, Sheet.playbooks) { try PlaybookRows($0).table() }
        case .editions: FileFacts(.playbookEdition, Sheet.editions) { try PlaybookRows($0).editions() }
        case .occurrences: FileFacts(.occurrence, Sheet.occurrences) { try PlaybookRows($0).occurrences() }
        case .feedback: FileFacts(.playbookFeedback, Sheet.feedback) { try PlaybookRows($0).feedback() }
        case .mercatos: FileFacts(.mercato, Sheet.mercatos) { try MercatoRows($0).table() }
        case .candidates: FileFacts(.mercato, Sheet.candidates) { try MercatoRows($0).candidates() }
        case .ballots: FileFacts(.mercato, Sheet.ballots) { try MercatoRows($0).ballots() }
        case .signals: FileFacts(.signalAnswer, Sheet.signals) { try $0.signals() }
        case .projects: FileFacts(.opsProject, Sheet.projects) { try ProjectRows($0).table() }
        case .evidence: FileFacts(.opsProject, Sheet.evidence) { try ProjectRows($0).evidence }
        case .experiments: FileFacts(.opsProject, Sheet.experiments) { try ProjectRows($0).experiments }
        case .waves: FileFacts(.opsProject, Sheet.waves) { try ProjectRows($0).waves }
        case .preferences: FileFacts(.sharePreference, Sheet.preferences)
        case .sharing: FileFacts(.shareOut, Sheet.sharing) { try ProjectRows($0).sharing() }
        case .conditions: FileFacts(.axis, Sheet.conditions) { try AxisFile($0.reading).conditions() }
        case .incidents: FileFacts(.incident, Sheet.incidents) { try IncidentRows($0).table() }
        case .timeline: FileFacts(.incidentLine, Sheet.timeline) { try IncidentRows($0).timeline() }
        case .postmortems: FileFacts(.postmortem, Sheet.postmortems) { try IncidentRows($0).postmortems() }
        case .incidentActions:
            FileFacts(.incidentAction, Sheet.incidentActions) {
                try IncidentRows($0).actions()
            }
        }
    }
}
