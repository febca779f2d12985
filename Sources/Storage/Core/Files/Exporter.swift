import Foundation
import Rouage

/// Writes the department back into the files that `Importer` reads, the same for the same content on either engine.
package struct Exporter {
    let people: [Person]
    let units: [Rouage.Unit]
    let cycles: [Cycle]
    let briefings: [Briefing]
    let reading: Reading
    /// What other records are called in files.
    let names: Names
    let briefingRef: [Identifier<Briefing>: String]
    private let dependencyRef: [Identifier<Dependency>: String]

    package init(_ reading: Reading) throws {
        self.reading = reading
        people = try reading.records().sorted { $0.code < $1.code }
        units = try reading.records().sorted { $0.code < $1.code }
        cycles = try reading.records().sorted { $0.label < $1.label }
        let ages = Dictionary(uniqueKeysWithValues: cycles.enumerated().map { ($1.id, $0) })
        // What was carried over comes after what it was carried from.
        briefings = try reading.records(Briefing.self).sorted {
            (ages[$0.cycle] ?? 0, $0.ref) < (ages[$1.cycle] ?? 0, $1.ref)
        }
        names = try reading.names()
        briefingRef = Dictionary(uniqueKeysWithValues: briefings.map { ($0.id, $0.ref) })
        dependencyRef = Dictionary(
            uniqueKeysWithValues: try reading.all("SELECT id, ref FROM dependency") { (try $0.id(0), $0.text(1)) })
    }

    /// The text of a file, by its name without ending.
    package func file(_ name: String) throws -> String {
        guard let table = DataFile(rawValue: name)?.facts.table else { throw Refusal.notFound }
        let (header, rows) = try table(self)
        return CSV.line(header.split(separator: ",").map(String.init)) + rows.map { CSV.line($0) }.joined()
    }

    /// The files that `file` knows, in the order in which one refers to another.
    package static let names = names(.declared)
    static func names(_ kinds: Kinds) -> [String] { DataFile.allCases.filter { $0.isWritten(kinds) }.map(\.rawValue) }

    func sorted<Record: Noun>(_: Record.Type, _ row: (Record) throws -> [String]) throws -> [[String]] {
        try reading.records(Record.self).map(row).inOrder
    }

    private func code(_ person: Identifier<Person>?) -> String { names.code(person) }
    private func code(_ unit: Identifier<Rouage.Unit>?) -> String { names.code(unit) }

    func row(_ person: Person) -> [String] {
        [
            person.code, person.name, person.email ?? "", person.craft.rawValue, person.job, person.locale.rawValue,
            text(person.joinedOn), text(person.leftOn), text(person.active),
        ]
    }

    static let unitColumns = """
        code,kind,parent,name,lead,deputy,founded_on,closed_on,planned_on,planned_name,planned_parent,planned_lead,\
        planned_deputy
        """

    func row(_ unit: Rouage.Unit) -> [String] {
        let plan = unit.planned
        return [
            unit.code, unit.sort.rawValue, code(unit.parent), unit.name, code(unit.lead), code(unit.deputy),
            text(unit.foundedOn), text(unit.closedOn), text(plan?.on), plan?.name ?? "", code(plan?.parent),
            code(plan?.lead), code(plan?.deputy),
        ]
    }

    func row(_ membership: Membership) -> [String] {
        [
            code(membership.person), code(membership.unit), text(membership.fte), text(membership.from),
            text(membership.to),
        ]
    }

    func row(_ grant: RoleGrant) -> [String] {
        [code(grant.person), grant.role.rawValue, code(grant.unit), text(grant.from), text(grant.to)]
    }

    func row(_ field: TribeField) -> [String] {
        [
            code(field.tribe), field.key, field.labelFr, field.labelEn, field.sort.rawValue, text(field.limit),
            text(field.position),
        ]
    }

    func row(_ cycle: Cycle) -> [String] {
        let phases = cycle.phases
        return [cycle.label]
            + [
                cycle.start, cycle.end, phases.draftingOpens, phases.draftsDue, phases.freeze, phases.presentation,
            ].map(\.description)
    }

    func row(_ review: Review) -> [String] {
        [
            briefingRef[review.briefing] ?? "", review.craft.rawValue, code(review.reviewer), review.opinion.rawValue,
            review.text, text(review.reviewedOn),
        ]
    }

    func row(_ dismissal: Dismissal) -> [String] {
        [briefingRef[dismissal.briefing] ?? "", code(dismissal.team), dismissal.createdAt.description]
    }

    var outcomes: [[String]] { briefings.filter { $0.outcome != nil || $0.cause != nil }.map(outcome) }

    private func outcome(_ briefing: Briefing) -> [String] {
        let cause = briefing.cause
        let needs = (cause?.dependencies ?? []).map { dependencyRef[$0] ?? "" }.joined(separator: ";")
        return [
            briefing.ref, briefing.outcome ?? "", cause?.code.rawValue ?? "", cause?.text ?? "", needs, text(cause?.on),
        ]
    }

    func row(_ commitment: Commitment) -> [String] {
        [
            names.code(commitment.cycle), code(commitment.team), briefingRef[commitment.briefing] ?? "",
            commitment.dependency.flatMap { dependencyRef[$0] } ?? "", commitment.text, text(commitment.due),
            text(commitment.effortDays), text(commitment.madeOn),
        ]
    }

    func row(_ page: Retrospective) -> [String] {
        [
            names.code(page.cycle), code(page.team), page.helped, page.slowed, page.changes, code(page.author),
            text(page.writtenAt),
        ]
    }

    func row(_ comment: Comment) -> [String] {
        [briefingRef[comment.briefing] ?? "", code(comment.author), comment.createdAt.description, comment.text]
    }
}
