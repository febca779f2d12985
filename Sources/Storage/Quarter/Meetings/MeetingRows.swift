import Rouage

/// What records are called in files.
struct FileNames {
    let people: [Identifier<Person>: String]
    let units: [Identifier<Rouage.Unit>: String]
    let briefings: [Identifier<Briefing>: String]
    let cycles: [Identifier<Cycle>: String]
}

/// Meetings, what came of them, and the log of decisions, as rows of files. A view that the others may not read yet is
/// left out, and so is that it was written.
struct MeetingRows {
    private let reading: Reading
    private let names: FileNames
    private let meetings: [Meeting]
    private let refs: [Identifier<Meeting>: String]

    init(_ reading: Reading, _ names: FileNames) throws {
        self.reading = reading
        self.names = names
        meetings = try reading.records().sorted { $0.ref < $1.ref }
        refs = Dictionary(uniqueKeysWithValues: meetings.map { ($0.id, $0.ref) })
    }

    func table(_ name: String) throws -> (header: String, rows: [[String]]) {
        switch name {
        case "meetings":
            let dependencies = try dependencyRefs()
            return (
                """
                ref,cycle,teams,tribe,mode,state,starts_at,length,place,reveal_on,heard,revealed_at,opened_at,closed_at,\
                minutes,moved,called_by,sequence,created_at
                """, meetings.map { row($0, dependencies) }
            )
        case "views": return ("meeting,team,author,text,written_at", try views())
        case "actions": return ("ref,meeting,what,owner,due,done_on,created_at", try actions())
        default:
            return (
                """
                ref,kind,cycle,teams,briefing,meeting,what,outcome,code,reason,accepts_risk,after_freeze,decided_by,\
                decided_on,supersedes,withdrawn,carried_to,created_at
                """, try decisions()
            )
        }
    }

    private func dependencyRefs() throws -> [Identifier<Dependency>: String] {
        Dictionary(
            try reading.all("SELECT id, ref FROM dependency") { (try $0.id(0), $0.text(1)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func text<Value: CustomStringConvertible>(_ value: Value?) -> String { value?.description ?? "" }
    private func code(_ person: Identifier<Person>?) -> String { person.flatMap { names.people[$0] } ?? "" }
    private func codes(_ units: [Identifier<Rouage.Unit>]) -> String {
        units.compactMap { names.units[$0] }.joined(separator: ";")
    }

    private func row(_ meeting: Meeting, _ dependencies: [Identifier<Dependency>: String]) -> [String] {
        [
            meeting.ref, names.cycles[meeting.cycle] ?? "", codes(meeting.teams),
            meeting.tribe.flatMap { names.units[$0] } ?? "", meeting.mode.rawValue, meeting.state.rawValue,
            text(meeting.startsAt), text(meeting.length), meeting.place, text(meeting.revealOn),
            meeting.revealedAt == nil ? "" : codes(meeting.heard), text(meeting.revealedAt), text(meeting.openedAt),
            text(meeting.closedAt), meeting.minutes,
            meeting.moved.compactMap { dependencies[$0] }.joined(separator: ";"),
            code(meeting.calledBy), text(meeting.sequence), text(meeting.createdAt),
        ]
    }

    private func views() throws -> [[String]] {
        let open = Set(meetings.filter { $0.revealedAt != nil }.map(\.id))
        return try reading.records(TeamView.self).filter { open.contains($0.meeting) }.map { view in
            [
                refs[view.meeting] ?? "", names.units[view.team] ?? "", code(view.author), view.text,
                text(view.writtenAt),
            ]
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func actions() throws -> [[String]] {
        try reading.records(MeetingAction.self).sorted { $0.ref < $1.ref }.map { action in
            [
                action.ref, refs[action.meeting] ?? "", action.what, code(action.owner), text(action.due),
                text(action.doneOn), text(action.createdAt),
            ]
        }
    }

    /// A decision comes after the one it took the place of.
    private func decisions() throws -> [[String]] {
        let all: [Decision] = try reading.records().sorted { $0.ref < $1.ref }
        let refs = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.ref) })
        let dependencies = try dependencyRefs()
        let ordered = all.sorted { ($0.decidedOn, $0.createdAt, $0.ref) < ($1.decidedOn, $1.createdAt, $1.ref) }
        return ordered.map { decision in
            [
                decision.ref, decision.sort.rawValue, names.cycles[decision.cycle] ?? "", codes(decision.teams),
                decision.briefing.flatMap { names.briefings[$0] } ?? "",
                decision.meeting.flatMap { self.refs[$0] } ?? "", decision.what, decision.outcome?.rawValue ?? "",
                decision.code?.rawValue ?? "", decision.reason, text(decision.acceptsRisk), text(decision.afterFreeze),
                code(decision.by), text(decision.decidedOn), decision.supersedes.flatMap { refs[$0] } ?? "",
                decision.withdrawn.compactMap { dependencies[$0] }.joined(separator: ";"),
                decision.carriedTo.flatMap { names.briefings[$0] } ?? "", text(decision.createdAt),
            ]
        }
    }
}
