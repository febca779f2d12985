import Foundation
import Rouage

/// Writes the department back into the files that `Importer` reads, the same for the same content on either engine.
package struct Exporter {
    private let people: [Person]
    private let units: [Rouage.Unit]
    private let cycles: [Cycle]
    private let axes: [Axis]
    private let briefings: [Briefing]
    private let reading: Reading
    private let personCode: [Identifier<Person>: String]
    private let unitCode: [Identifier<Rouage.Unit>: String]
    private let briefingRef: [Identifier<Briefing>: String]
    private let dependencyRef: [Identifier<Dependency>: String]

    package init(_ reading: Reading) throws {
        self.reading = reading
        people = try reading.records().sorted { $0.code < $1.code }
        units = try reading.records().sorted { $0.code < $1.code }
        cycles = try reading.records().sorted { $0.label < $1.label }
        axes = try reading.records().sorted { $0.code < $1.code }
        let ages = Dictionary(uniqueKeysWithValues: cycles.enumerated().map { ($1.id, $0) })
        // What was carried over comes after what it was carried from.
        briefings = try reading.records(Briefing.self).sorted {
            (ages[$0.cycle] ?? 0, $0.ref) < (ages[$1.cycle] ?? 0, $1.ref)
        }
        personCode = Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0.code) })
        unitCode = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.code) })
        briefingRef = Dictionary(uniqueKeysWithValues: briefings.map { ($0.id, $0.ref) })
        dependencyRef = Dictionary(
            uniqueKeysWithValues: try reading.all("SELECT id, ref FROM dependency") { (try $0.id(0), $0.text(1)) })
    }

    /// The text of a file, by its name without ending.
    package func file(_ name: String) throws -> String {
        guard let file = DataFile(rawValue: name) else { throw Refusal.notFound }
        let (header, rows) = try table(file)
        return CSV.line(header.split(separator: ",").map(String.init)) + rows.map { CSV.line($0) }.joined()
    }

    /// The files that `file` knows, in the order in which one refers to another.
    package static let names = names(.declared)
    static func names(_ kinds: Kinds) -> [String] { DataFile.allCases.filter { $0.isWritten(kinds) }.map(\.rawValue) }

    private func table(_ file: DataFile) throws -> (header: String, rows: [[String]]) {
        let name = file.rawValue
        return switch file {
        case .people: ("code,name,email,craft,job,locale,joined_on,left_on,active", people.map(row))
        case .units: (Self.unitColumns, units.map(row))
        case .memberships: ("person,unit,fte,from,to", try sorted(Membership.self, row))
        case .roles: ("person,role,unit,from,to", try sorted(RoleGrant.self, row))
        case .axes: ("code,title,why,owner", axes.map { [$0.code, $0.title, $0.why, code($0.owner)] })
        case .fields: ("tribe,key,label_fr,label_en,kind,limit,position", try sorted(TribeField.self, row))
        case .cycles: ("label,start,end,drafting_opens,drafts_due,freeze,presentation", cycles.map(row))
        case .briefings: (Self.briefingColumns, try briefings.map(row))
        case .dependencies: try DependencyFile(reading).table()
        case .comments: ("briefing,author,at,text", try sorted(Comment.self, row))
        case .meetings, .views, .actions, .decisions: try MeetingRows(reading, names).table(name)
        case .presentations: (PresentationFiles.presentationColumns, try presentations().presentationRows())
        case .questions: (PresentationFiles.questionColumns, try presentations().questionRows())
        case .confidence: (PresentationFiles.confidenceColumns, try presentations().confidenceRows())
        case .reworks: (PresentationFiles.reworkColumns, try presentations().reworkRows())
        case .requests: try RequestFile(reading).requests()
        case .duty: try RequestFile(reading).duty()
        case .reviews: ("briefing,craft,reviewer,opinion,text,reviewed_on", try sorted(Review.self, row))
        case .dismissals: ("briefing,team,at", try sorted(Dismissal.self, row))
        case .topics: try TopicFile(reading).table()
        case .brainstorms, .clusters, .ideas: try BrainstormRows(reading, names).table(name)
        case .signals: try SignalRows(reading, names).table(name)
        case .mercatos, .candidates, .ballots: try MercatoRows(reading, names).table(name)
        case .projects, .evidence, .experiments, .waves, .sharing: try ProjectRows(reading, names).table(name)
        case .reminders, .relays: try ReminderRows(reading, names).table(name)
        case .playbooks, .editions, .occurrences, .feedback: try PlaybookRows(reading).table(name)
        case .incidents, .timeline, .postmortems, .incidentActions: try IncidentRows(reading).table(name)
        case .outcomes:
            (
                "briefing,outcome,cause_code,cause_text,cause_dependencies,cause_on",
                briefings.filter { $0.outcome != nil || $0.cause != nil }.map(outcome)
            )
        case .commitments:
            ("cycle,team,briefing,dependency,text,due,effort_days,made_on", try sorted(Commitment.self, row))
        case .contacts, .preferences: throw Refusal.notFound
        case .retrospectives:
            ("cycle,team,helped,slowed,changes,author,written_at", try sorted(Retrospective.self, row))
        }
    }

    private func presentations() throws -> PresentationFiles {
        try PresentationFiles(
            reading, cycles, person: { self.code($0) }, unit: { self.code($0) }, ref: { self.briefingRef[$0] ?? "" })
    }

    private func sorted<Record: Noun>(_: Record.Type, _ row: (Record) throws -> [String]) throws -> [[String]] {
        try reading.records(Record.self).map(row).sorted { $0.lexicographicallyPrecedes($1) }
    }

    /// What other records are called in files.
    private var names: FileNames {
        FileNames(
            people: personCode, units: unitCode, briefings: briefingRef,
            cycles: Dictionary(uniqueKeysWithValues: cycles.map { ($0.id, $0.label) }))
    }

    private func code(_ person: Identifier<Person>?) -> String { person.flatMap { personCode[$0] } ?? "" }
    private func code(_ unit: Identifier<Rouage.Unit>?) -> String { unit.flatMap { unitCode[$0] } ?? "" }
    private func text<Value: CustomStringConvertible>(_ value: Value?) -> String { value?.description ?? "" }

    private func row(_ person: Person) -> [String] {
        [
            person.code, person.name, person.email ?? "", person.craft.rawValue, person.job, person.locale.rawValue,
            text(person.joinedOn), text(person.leftOn), text(person.active),
        ]
    }

    private static let unitColumns = """
        code,kind,parent,name,lead,deputy,founded_on,closed_on,planned_on,planned_name,planned_parent,planned_lead,\
        planned_deputy
        """

    private func row(_ unit: Rouage.Unit) -> [String] {
        let plan = unit.planned
        return [
            unit.code, unit.sort.rawValue, code(unit.parent), unit.name, code(unit.lead), code(unit.deputy),
            text(unit.foundedOn), text(unit.closedOn), text(plan?.on), plan?.name ?? "", code(plan?.parent),
            code(plan?.lead), code(plan?.deputy),
        ]
    }

    private func row(_ membership: Membership) -> [String] {
        [
            code(membership.person), code(membership.unit), text(membership.fte), text(membership.from),
            text(membership.to),
        ]
    }

    private func row(_ grant: RoleGrant) -> [String] {
        [code(grant.person), grant.role.rawValue, code(grant.unit), text(grant.from), text(grant.to)]
    }

    private func row(_ field: TribeField) -> [String] {
        [
            code(field.tribe), field.key, field.labelFr, field.labelEn, field.sort.rawValue, text(field.limit),
            text(field.position),
        ]
    }

    private func row(_ cycle: Cycle) -> [String] {
        let phases = cycle.phases
        return [cycle.label]
            + [
                cycle.start, cycle.end, phases.draftingOpens, phases.draftsDue, phases.freeze, phases.presentation,
            ].map(\.description)
    }

    private static let briefingColumns = """
        ref,cycle,team,owner,contributors,title,problem,source,source_kind,problem_size,people,frequency,cost,intention,\
        appetite_days,axis,tribe_values,no_dependency_by,no_dependency_at,state,submitted_at,late,off_cycle,slowed,\
        decision_code,decision_reason,decided_by,decided_on,carried_from,created_at
        """

    private func row(_ briefing: Briefing) throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let values =
            briefing.tribeValues.isEmpty
            ? "" : String(decoding: try encoder.encode(briefing.tribeValues), as: UTF8.self)
        let page = briefing.text
        return [
            briefing.ref, cycles.first { $0.id == briefing.cycle }?.label ?? "", code(briefing.team),
            code(briefing.owner), briefing.contributors.map { code($0) }.joined(separator: ";"), page.title,
            page.problem, page.source, page.sourceKind.rawValue, page.problemSize, page.people, page.frequency,
            page.cost, page.intention, text(briefing.appetiteDays),
            briefing.axis.flatMap { id in axes.first { $0.id == id }?.code } ?? "", values,
            code(briefing.noDependency?.by), text(briefing.noDependency?.at), briefing.state.rawValue,
            text(briefing.submittedAt), text(briefing.late), text(briefing.offCycle), text(briefing.slowed),
            briefing.decision?.code.rawValue ?? "", briefing.decision?.reason ?? "", code(briefing.decision?.by),
            text(briefing.decision?.on), briefing.carriedFrom.flatMap { briefingRef[$0] } ?? "",
            text(briefing.createdAt),
        ]
    }

    private func row(_ review: Review) -> [String] {
        [
            briefingRef[review.briefing] ?? "", review.craft.rawValue, code(review.reviewer), review.opinion.rawValue,
            review.text, text(review.reviewedOn),
        ]
    }

    private func row(_ dismissal: Dismissal) -> [String] {
        [briefingRef[dismissal.briefing] ?? "", code(dismissal.team), dismissal.createdAt.description]
    }

    private func outcome(_ briefing: Briefing) -> [String] {
        let cause = briefing.cause
        let needs = (cause?.dependencies ?? []).map { dependencyRef[$0] ?? "" }.joined(separator: ";")
        return [
            briefing.ref, briefing.outcome ?? "", cause?.code.rawValue ?? "", cause?.text ?? "", needs, text(cause?.on),
        ]
    }

    private func row(_ commitment: Commitment) -> [String] {
        [
            label(commitment.cycle), code(commitment.team), briefingRef[commitment.briefing] ?? "",
            commitment.dependency.flatMap { dependencyRef[$0] } ?? "", commitment.text, text(commitment.due),
            text(commitment.effortDays), text(commitment.madeOn),
        ]
    }

    private func row(_ page: Retrospective) -> [String] {
        [
            label(page.cycle), code(page.team), page.helped, page.slowed, page.changes, code(page.author),
            text(page.writtenAt),
        ]
    }

    private func label(_ cycle: Identifier<Cycle>) -> String { cycles.first { $0.id == cycle }?.label ?? "" }

    private func row(_ comment: Comment) -> [String] {
        [briefingRef[comment.briefing] ?? "", code(comment.author), comment.createdAt.description, comment.text]
    }
}
