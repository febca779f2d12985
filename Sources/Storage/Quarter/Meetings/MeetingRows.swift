import Rouage

/// Meetings, what came of them, and the log of decisions, as rows of files. A view that the others may not read yet is
/// left out, and so is that it was written.
struct MeetingRows {
    private let reading: Reading
    private let names: Names
    private let briefings: [Identifier<Briefing>: String]
    private let meetings: [Meeting]
    private let refs: [Identifier<Meeting>: String]

    init(_ exporter: Exporter) throws {
        (reading, names, briefings) = (exporter.reading, exporter.names, exporter.briefingRef)
        meetings = try reading.records().sorted { $0.ref < $1.ref }
        refs = Dictionary(uniqueKeysWithValues: meetings.map { ($0.id, $0.ref) })
    }

    func table() throws -> FileFacts.Table {
        let dependencies = try dependencyRefs()
        return (
            """
            ref,cycle,teams,tribe,mode,state,starts_at,length,place,reveal_on,heard,revealed_at,opened_at,closed_at,\
            minutes,moved,called_by,sequence,created_at
            """, meetings.map { row($0, dependencies) }
        )
    }

    private func dependencyRefs() throws -> [Identifier<Dependency>: String] {
        Dictionary(
            try reading.all("SELECT id, ref FROM dependency") { (try $0.id(0), $0.text(1)) },
            uniquingKeysWith: { first, _ in first })
    }

    private func codes(_ units: [Identifier<Rouage.Unit>]) -> String {
        units.map { names.code($0) }.joined(separator: ";")
    }

    private func row(_ meeting: Meeting, _ dependencies: [Identifier<Dependency>: String]) -> [String] {
        [
            meeting.ref, names.code(meeting.cycle), codes(meeting.teams),
            names.code(meeting.tribe), meeting.mode.rawValue, meeting.state.rawValue,
            text(meeting.startsAt), text(meeting.length), meeting.place, text(meeting.revealOn),
            meeting.revealedAt == nil ? "" : codes(meeting.heard), text(meeting.revealedAt), text(meeting.openedAt),
            text(meeting.closedAt), meeting.minutes,
            meeting.moved.compactMap { dependencies[$0] }.joined(separator: ";"),
            names.code(meeting.calledBy), text(meeting.sequence), text(meeting.createdAt),
        ]
    }

    func views() throws -> FileFacts.Table {
        let open = Set(meetings.filter { $0.revealedAt != nil }.map(\.id))
        let rows = try reading.records(TeamView.self).filter { open.contains($0.meeting) }.map { view in
            [
                refs[view.meeting] ?? "", names.code(view.team), names.code(view.author), view.text,
                text(view.writtenAt),
            ]
        }
        return ("meeting,team,author,text,written_at", rows.inOrder)
    }

    func actions() throws -> FileFacts.Table {
        let rows = try reading.records(MeetingAction.self).sorted { $0.ref < $1.ref }.map { action in
            [
                action.ref, refs[action.meeting] ?? "", action.what, names.code(action.owner), text(action.due),
                text(action.doneOn), text(action.createdAt),
            ]
        }
        return ("ref,meeting,what,owner,due,done_on,created_at", rows)
    }

    /// A decision comes after the one it took the place of.
    func decisions() throws -> FileFacts.Table {
        let all: [Decision] = try reading.records().sorted { $0.ref < $1.ref }
        let refs = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0.ref) })
        let dependencies = try dependencyRefs()
        let ordered = all.sorted { ($0.decidedOn, $0.createdAt, $0.ref) < ($1.decidedOn, $1.createdAt, $1.ref) }
        let rows = ordered.map { decision in
            [
                decision.ref, decision.sort.rawValue, names.code(decision.cycle), codes(decision.teams),
                decision.briefing.flatMap { briefings[$0] } ?? "",
                decision.meeting.flatMap { self.refs[$0] } ?? "", decision.what, decision.outcome?.rawValue ?? "",
                decision.code?.rawValue ?? "", decision.reason, text(decision.acceptsRisk), text(decision.afterFreeze),
                names.code(decision.by), text(decision.decidedOn), decision.supersedes.flatMap { refs[$0] } ?? "",
                decision.withdrawn.compactMap { dependencies[$0] }.joined(separator: ";"),
                decision.carriedTo.flatMap { briefings[$0] } ?? "", text(decision.createdAt),
            ]
        }
        return (
            """
            ref,kind,cycle,teams,briefing,meeting,what,outcome,code,reason,accepts_risk,after_freeze,decided_by,\
            decided_on,supersedes,withdrawn,carried_to,created_at
            """, rows
        )
    }
}
