package import Rouage

extension Importer {
    /// What people write and answer, as files would bring it in.
    package struct Content: Sendable {
        /// The files that hold it.
        package static let files = taken.map(\.rawValue)
        fileprivate static let taken: [DataFile] = [
            .briefings, .dependencies, .comments, .reviews, .outcomes, .retrospectives,
        ]

        package let briefings: [Briefing]
        package let dependencies: [Dependency]
        package let comments: [Comment]
        package let reviews: [Review]
        package let retrospectives: [Retrospective]
    }

    private struct Unkept: Error {
        let content: Content
        let problems: [ImportReport.Problem]
    }

    /// A row that cannot be taken.
    package struct Refused: Error { package let problems: [ImportReport.Problem] }

    /// The records that files would bring in, under the names they would have; none of it is kept.
    package func content(of files: [String: [UInt8]]) throws -> Content {
        do {
            return try store.writeNow(as: nil, at: now) { transaction -> Content in
                var problems: [ImportReport.Problem] = []
                for file in Content.taken {
                    guard let bytes = files[file.rawValue] else { continue }
                    let sheet = try Sheet(transaction, CSV(bytes), ImportReport.File(name: file.rawValue), on: today)
                    try sheet.take(as: file)
                    problems += sheet.file.problems
                }
                let content = Content(
                    briefings: try transaction.records(), dependencies: try transaction.records(),
                    comments: try transaction.records(), reviews: try transaction.records(),
                    retrospectives: try transaction.records())
                throw Unkept(content: content, problems: problems)
            }
        } catch let unkept as Unkept {
            guard unkept.problems.isEmpty else { throw Refused(problems: unkept.problems) }
            return unkept.content
        }
    }
}

extension Sheet {
    /// Takes the rows as what a file of that name holds.
    func take(as file: DataFile) throws {
        switch file {
        case .people: try people()
        case .units: try units()
        case .memberships: try memberships()
        case .roles: try roles()
        case .axes: try axes()
        case .fields: try fields()
        case .cycles: try cycles()
        case .briefings: try briefings()
        case .dependencies: try dependencies()
        case .contacts: try contacts()
        case .comments: try comments()
        case .reviews: try reviews()
        case .meetings: try meetings()
        case .views: try views()
        case .actions: try actions()
        case .decisions: try decisions()
        case .dismissals: try dismissals()
        case .reminders: try reminders()
        case .relays: try relays()
        case .outcomes: try outcomes()
        case .commitments: try commitments()
        case .presentations: try presentations()
        case .questions: try questions()
        case .confidence: try confidence()
        case .reworks: try reworks()
        case .requests: try requests()
        case .duty: try duty()
        case .playbooks: try playbooks()
        case .editions: try editions()
        case .occurrences: try occurrences()
        case .feedback: try feedback()
        case .topics: try topics()
        case .brainstorms: try brainstorms()
        case .clusters: try clusters()
        case .ideas: try ideas()
        case .signals: try signals()
        case .mercatos: try mercatos()
        case .candidates: try candidates()
        case .ballots: try ballots()
        case .projects: try projects()
        case .evidence: try evidence()
        case .experiments: try experiments()
        case .waves: try waves()
        case .preferences: try preferences()
        case .sharing: try sharing()
        case .incidents: try incidents()
        case .timeline: try timeline()
        case .postmortems: try postmortems()
        case .incidentActions: try incidentActions()
        case .retrospectives: try retrospectives()
        }
    }
}
