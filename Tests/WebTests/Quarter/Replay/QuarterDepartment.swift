import Demo
import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// Émargo on the eve of 2026: 22 teams and their people, with the 41 initiatives and 80 promises of the first quarter.
struct QuarterDepartment {
    /// A promise of the quarter that runs: who waits, who gives, and when the giver says that it is there.
    struct Promise {
        let ref: String
        let page: String
        let asking: String
        let giving: String
        let day: Day
    }

    static let eve = Day(2026, 1, 1)
    static let end = Day(2026, 3, 31)
    static let initiatives = 41
    static let promises = 80

    let site: TestSite
    /// People who act, without those of Product Ops when these are suspended.
    let everyone: [String]
    let ops: [String]
    let isWithoutOps: Bool
    let teams: [Rouage.Unit]
    let organisation: Organisation

    init(_ database: TestDatabase, _ lines: [SimulatedQuarter.Line], isWithoutOps: Bool) throws {
        let files = try DemoCompany.files(on: Day(2026, 3, 5))
        let codes = try CSV(files["people"] ?? []).rows.map { $0.cells[0] }
        site = try TestSite(database, on: Self.eve, cast: codes) { store, now in
            let organisation = ["people", "units", "memberships", "roles", "axes", "fields"]
            let cycles = ["cycles": Array("label,start,end\n2026-Q1,2026-01-01,2026-03-31\n".utf8)]
            var report = try Importer(store, at: now, on: Self.eve).load(
                files.filter { organisation.contains($0.key) }.merging(cycles) { $1 })
            let department = try store.readNow { try $0.organisation(on: Self.eve) }
            let teams = Self.teams(of: department)
            let promises = Self.promises(lines, teams)
            let work = [
                "briefings": Self.briefings(teams, department), "dependencies": Self.dependencies(promises, department),
            ]
            let more = try Importer(store, at: now, on: Self.eve).load(work.mapValues { Array($0.utf8) })
            report.files += more.files
            guard report.isClean else { throw Fault(problems: report.files.flatMap(\.problems)) }
        }
        let department = try site.store.readNow { try $0.organisation(on: Day(2026, 1, 6)) }
        let actors = department.people.values.sorted { $0.code < $1.code }.map { Actor($0, in: department) }
        organisation = department
        self.isWithoutOps = isWithoutOps
        teams = Self.teams(of: department)
        ops = actors.filter(\.isOps).compactMap { $0.person?.code }
        let helpers = Set(ops)
        everyone = actors.filter(\.isMember).compactMap { $0.person?.code }
            .filter { !isWithoutOps || !helpers.contains($0) }
    }

    struct Fault: Error { let problems: [ImportReport.Problem] }

    private static func teams(of organisation: Organisation) -> [Rouage.Unit] {
        organisation.teams.filter { $0.sort == .team }.sorted { $0.code < $1.code }
    }

    // MARK: What the first quarter does

    static func page(_ number: Int) -> String { "q1-\(number)" }

    private static func briefings(_ teams: [Rouage.Unit], _ organisation: Organisation) -> String {
        let rows = (0..<initiatives).map { number -> String in
            let team = teams[number % teams.count]
            let owner = team.lead.flatMap { organisation.people[$0]?.code } ?? ""
            return
                "\(page(number)),2026-Q1,\(team.code),\(owner),Initiative \(number),Un problème.,Des entretiens.,data,"
                + "Douze équipes.,Le dire.,30,presented\n"
        }
        return "ref,cycle,team,owner,title,problem,source,source_kind,problem_size,intention,appetite_days,state\n"
            + rows.joined()
    }

    /// Each for the day on which the file has its giver deliver it, or so that it lapses on the day on which the file
    /// has it found broken; the rest for the end of the quarter.
    static func promises(_ lines: [SimulatedQuarter.Line], _ teams: [Rouage.Unit]) -> [Promise] {
        func days(_ action: String) -> [Day] {
            lines.filter { $0.action == action }.flatMap { Array(repeating: $0.day, count: $0.count) }
        }
        let broken = days("dep.break(detected)").map {
            WorkCalendar.french.subtracting(workingDays: Dependency.daysToLapse, from: $0)
        }
        let delivered = days("dep.claimDelivered")
        let rest = Array(repeating: end, count: promises - broken.count - delivered.count)
        return (broken + delivered + rest).enumerated().map { number, day in
            let asking = number % initiatives % teams.count
            let giving = (asking + 1 + number % (teams.count - 1)) % teams.count
            return Promise(
                ref: "q1-d\(number)", page: page(number % initiatives), asking: teams[asking].code,
                giving: teams[giving].code, day: day)
        }
    }

    private static func dependencies(_ promises: [Promise], _ organisation: Organisation) -> String {
        let rows = promises.map { promise -> String in
            let giver = organisation.unitsByCode[promise.giving].flatMap { organisation.units[$0]?.lead }
            let contact = giver.flatMap { organisation.people[$0]?.code } ?? ""
            return "\(promise.ref),\(promise.page),\(promise.giving),Ce que donne \(promise.ref),slowing,as_a_service,"
                + "\(promise.day),committed,2025-11-14,\(contact),4,\(promise.day)\n"
        }
        return "ref,briefing,giving_team,what,criticality,interaction,needed_by,status,pointed_out_on,contact,"
            + "effort_days,committed_for\n" + rows.joined()
    }

    // MARK: Who

    /// A person of the team who writes for it and answers for it: its lead, else somebody of product.
    func speaker(of team: Identifier<Rouage.Unit>) -> String {
        if let lead = organisation.units[team]?.lead, let person = organisation.people[lead] { return person.code }
        return members(of: team).first { $0.craft == .product }?.code ?? members(of: team)[0].code
    }

    /// Those of the team, in turn.
    func member(of team: Identifier<Rouage.Unit>, _ turn: Int) -> String {
        let members = members(of: team)
        return members[turn % members.count].code
    }

    private func members(of team: Identifier<Rouage.Unit>) -> [Person] {
        organisation.members(of: team).compactMap { organisation.people[$0.person] }.filter(\.active)
            .sorted { $0.code < $1.code }
    }

    func director(of craft: Craft) -> String? {
        people { $0.holds(.director) && $0.person?.craft == craft }
    }

    func decider(for team: Identifier<Rouage.Unit>) -> String? {
        people { $0.holds(.director, for: team) }
    }

    var cpo: String { people { $0.holds(.cpo) } ?? "" }

    /// Somebody of another Ops team.
    var otherOps: String { people { $0.holds(.otherOps) } ?? "" }

    private func people(_ fits: (Actor) -> Bool) -> String? {
        organisation.people.values.sorted { $0.code < $1.code }.map { Actor($0, in: organisation) }
            .first { !$0.isOps && fits($0) }?.person?.code
    }
}
