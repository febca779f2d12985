import Demo
import Foundation
import Rouage
import Storage
import TestSupport
import Testing

@Suite("The demo company")
struct DemoCompanyTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!
    private let today = Day(2026, 3, 5)

    private func company(_ database: TestDatabase = .sqlite, on day: Day = Day(2026, 3, 5)) throws -> Store {
        let store = try database.store()
        try DemoCompany.load(into: store, at: now, on: day)
        return store
    }

    @Test("remembers who rewrote a page, in the order of the days", arguments: TestDatabase.all)
    func history(database: TestDatabase) throws {
        try company(database).readNow { reading in
            let title = "Un bulletin que l'on comprend sans appeler le support"
            let page = try #require(try reading.records(Briefing.self).first { $0.text.title == title })
            let lines = try reading.history(of: page.id.description)
            #expect(page.version == 8)
            #expect(
                lines.map(\.action) == [
                    .revised, .revised, .revised, .alignmentStarted, .submitted, .revised, .revised, .created,
                ])
            #expect(lines.map(\.at) == lines.map(\.at).sorted(by: >))
            #expect(page.text.intention.contains("de 3 100 à 1 500"))
        }
    }

    @Test("ends where its files say, and shows each day as it stood", arguments: TestDatabase.all)
    func asItStood(database: TestDatabase) throws {
        let store = try company(database)
        let files = try DemoCompany.files(on: today)
        let plain = try database.store()
        _ = try Importer(plain, at: now, on: today).load(files)
        let wanted = try plain.readNow { try $0.records(Dependency.self) }
        try store.readNow { reading in
            let dependencies = try reading.records(Dependency.self)
            #expect(dependencies.count == wanted.count)
            let known = Dictionary(uniqueKeysWithValues: wanted.map { ($0.ref, $0) })
            for dependency in dependencies {
                let other = try #require(known[dependency.ref])
                let same =
                    dependency.state == other.state && dependency.committedFor == other.committedFor
                    && dependency.contact.map { _ in true } == other.contact.map { _ in true }
                    && dependency.effortDays == other.effortDays
                    && dependency.givingBriefing.map { _ in true } == other.givingBriefing.map { _ in true }
                    && dependency.deliveredOn == other.deliveredOn && dependency.breaks == other.breaks
                    && dependency.decline == other.decline && dependency.counter == other.counter
                    && dependency.neededBy == other.neededBy && dependency.mitigation == other.mitigation
                #expect(same, "\(dependency.ref) \(dependency.state) \(other.state)")
            }
            let states = Dictionary(
                uniqueKeysWithValues: try plain.readNow { try $0.records(Briefing.self) }.map { ($0.ref, $0.state) })
            for briefing in try reading.records(Briefing.self) {
                #expect(briefing.state == states[briefing.ref], "\(briefing.ref)")
            }
            // On the day drafts were due, nothing was agreed yet and nothing was aligning.
            let due = reading.past(at: Instant("2026-02-13T22:59:00.000Z")!)
            let prepared = try cycle("2026-Q2", due)
            #expect(prepared.state == .drafting)
            let drafts = try due.briefingLines(of: prepared.id)
            #expect(
                drafts.contains { $0.state == .submitted }
                    && drafts.allSatisfy { [.draft, .submitted].contains($0.state) })
            let needs = try due.dependencyLines(of: prepared.id)
            #expect(needs.count > 20 && needs.count < 88)
            #expect(needs.allSatisfy { [.pointedOut, .acknowledged].contains($0.state) })
            // A year of quarters: the one that runs was drafted, presented and started in its time.
            let december = reading.past(at: Instant("2025-12-20T12:00:00.000Z")!)
            let running = try cycle("2026-Q1", december)
            #expect(running.state == .presented)
            #expect(try december.briefingLines(of: running.id).allSatisfy { $0.state == .presented })
            #expect(try december.dependencyLines(of: running.id).allSatisfy { !$0.isLate })
            #expect(try reading.past(at: Instant("2025-07-01T12:00:00.000Z")!).records(Cycle.self).isEmpty)
        }
    }

    private func cycle(_ label: String, _ reading: Reading) throws -> Cycle {
        try #require(try reading.records(Cycle.self).first { $0.label == label })
    }

    @Test("has 5 tribes, 22 teams, 200 people and their neighbours", arguments: TestDatabase.all)
    func size(database: TestDatabase) throws {
        let store = try company(database)
        let organisation = try store.readNow { try $0.organisation(on: today) }
        #expect(organisation.units.values.count { $0.sort == .tribe } == 5)
        #expect(organisation.units.values.count { $0.sort == .team } == 22)
        #expect(organisation.units.values.count { $0.sort == .otherOps } == 4)
        #expect(organisation.people.count == 210)
        #expect(Set(organisation.people.values.map(\.name)).count == 210)
        let crafts = Dictionary(grouping: organisation.people.values, by: \.craft).mapValues(\.count)
        #expect(crafts[.productBuilding] == 20)
    }

    @Test("prepares 55 briefings and 88 dependencies, and runs 41 and 80", arguments: TestDatabase.all)
    func portfolio(database: TestDatabase) throws {
        try company(database).readNow { reading in
            let (running, prepared) = (try cycle("2026-Q1", reading), try cycle("2026-Q2", reading))
            #expect(running.state == .running)
            #expect(prepared.state == .aligning)
            #expect(try reading.briefingLines(of: prepared.id).count == 55)
            #expect(try reading.dependencyLines(of: prepared.id).count == 88)
            #expect(try reading.briefingLines(of: running.id).count == 41)
            #expect(try reading.dependencyLines(of: running.id).count == 80)
        }
    }

    @Test("has presented the quarter that runs, with what was asked and believed", arguments: TestDatabase.all)
    func presented(database: TestDatabase) throws {
        try company(database).readNow { reading in
            let presentation = try #require(try reading.presentation(of: cycle("2026-Q1", reading).id))
            #expect(presentation.state == .published)
            let snapshot = try #require(try reading.snapshot(of: presentation.id))
            #expect(Secret.hash(snapshot.text) == presentation.hash)
            #expect(try snapshot.deck().slots.count == 22)
            #expect(try snapshot.deck().slots.flatMap(\.initiatives).count == 39, "two began off the cycle")
            #expect(try reading.questions(of: presentation.id).count == 16)
            let confidence = try reading.confidence(of: presentation)
            #expect(confidence[.whole]?.votes == 164)
            #expect(confidence.values.count(where: \.needsRework) == 2)
            #expect(try reading.reworks(of: presentation.id).count == 2)
            #expect(try reading.presentation(of: cycle("2026-Q2", reading).id) == nil)
        }
    }

    @Test("stands on the day of a presentation when it is asked to", arguments: TestDatabase.all)
    func onTheDay(database: TestDatabase) throws {
        let day = Day(2026, 3, 26)
        let store = try database.store()
        try DemoCompany.load(into: store, at: Instant("2026-03-26T09:00:00.000Z")!, on: day, pinned: day)
        #expect(try Clockwork(store).turn(at: Instant("2026-03-26T09:00:00.000Z")!, on: day).isEmpty)
        try store.readNow { reading in
            let presentation = try #require(try reading.presentation(of: cycle("2026-Q2", reading).id))
            #expect(presentation.state == .ready)
            #expect(presentation.runOfShow.count == 22)
            let deck = try reading.deck(of: presentation, in: cycle("2026-Q2", reading), reading.organisation(on: day))
            #expect((35...45).contains(deck.slots.flatMap(\.initiatives).count))
            #expect(presentation.runOfShow.contains { !$0.notes.isEmpty })
        }
    }

    @Test("writes within the limits, and says of every submitted page whom it needs")
    func texts() throws {
        try company().readNow { reading in
            let asked = Set(try reading.records(Dependency.self).map(\.briefing))
            for briefing in try reading.records(Briefing.self) where briefing.state != .draft {
                #expect(briefing.text.flaws.isEmpty, "\(briefing.ref)")
                #expect(briefing.submittedAt != nil, "\(briefing.ref)")
                #expect(asked.contains(briefing.id) || briefing.noDependency != nil, "\(briefing.ref)")
            }
            let comments = try reading.records(Comment.self)
            #expect(comments.count >= 90)
            let people: [Person] = try reading.records()
            #expect(comments.allSatisfy { $0.text.count <= Comment.limit })
            for comment in comments {
                let signs = comment.text.count { $0 == "@" }
                #expect(
                    comment.pieces(among: CallNames(people)).count { if case .person = $0 { true } else { false } }
                        == signs)
            }
        }
    }

    @Test("lets only members of the giving team answer, never later than needed")
    func promises() throws {
        try company().readNow { reading in
            let organisation = try reading.organisation(on: today)
            for dependency in try reading.records(Dependency.self) {
                #expect(dependency.givingTeam != dependency.askingTeam, "\(dependency.ref)")
                if let contact = dependency.contact, let giver = dependency.givingTeam {
                    #expect(organisation.members(of: giver).contains { $0.person == contact }, "\(dependency.ref)")
                }
                if let promised = dependency.committedFor {
                    #expect(promised <= dependency.neededBy, "\(dependency.ref)")
                }
                switch dependency.state {
                case .acknowledged, .committed, .replanned, .delivered, .broken:
                    #expect(dependency.contact != nil || dependency.givingTeam == nil, "\(dependency.ref)")
                case .declined: #expect(dependency.decline != nil, "\(dependency.ref)")
                case .pointedOut: #expect(dependency.contact == nil, "\(dependency.ref)")
                case .withdrawn: break
                }
            }
        }
    }

    @Test("has one circular wait: Congés, Pointage and Plannings")
    func circle() throws {
        try company().readNow { reading in
            let prepared = try cycle("2026-Q2", reading)
            var waits: [Identifier<Rouage.Unit>: Set<Identifier<Rouage.Unit>>] = [:]
            for line in try reading.dependencyLines(of: prepared.id) where line.state.isOpen {
                if let giver = line.givingTeam { waits[line.askingTeam, default: []].insert(giver) }
            }
            // Who waits for nobody, or is waited for by nobody, is in no circle.
            waits = core(turned(core(turned(waits))))
            let names = try reading.organisation(on: today).units
            #expect(Set(waits.keys.compactMap { names[$0]?.name }) == ["Congés", "Pointage", "Plannings"])
        }
    }

    /// What is left when those who wait for nobody are taken away, again and again.
    private func core<Node>(_ graph: [Node: Set<Node>]) -> [Node: Set<Node>] {
        var left = graph
        while let free = left.first(where: { $0.value.allSatisfy { left[$0] == nil } }) { left[free.key] = nil }
        return left.mapValues { targets in targets.filter { left[$0] != nil } }
    }

    private func turned<Node>(_ graph: [Node: Set<Node>]) -> [Node: Set<Node>] {
        var turned: [Node: Set<Node>] = [:]
        for (from, targets) in graph { for target in targets { turned[target, default: []].insert(from) } }
        return turned
    }

    @Test("lets one sign in as each role", arguments: TestDatabase.all)
    func cast(database: TestDatabase) throws {
        let store = try company(database)
        let (cast, organisation) = try store.readNow {
            (try DemoCompany.settings($0)?.cast ?? [], try $0.organisation(on: today))
        }
        let actors = try cast.map { code in
            Actor(try #require(organisation.people.values.first { $0.code == code }), in: organisation)
        }
        #expect(actors.first?.person?.name == "Camille Aubrac")
        for role in [Role.tribeLead, .director, .cpo, .ops, .otherOps, .administrator] {
            #expect(actors.contains { $0.holds(role) }, "\(role)")
        }
        for craft in [Craft.product, .design, .engineering, .ops] {
            #expect(actors.contains { $0.person?.craft == craft }, "\(craft)")
        }
        #expect(actors.contains { !$0.isMember && !$0.holds(.administrator) }, "a stranger")
    }

    @Test("stays in the middle of a preparation on any day of the year")
    func anyDay() throws {
        for day in stride(from: Day(2026, 1, 1), to: Day(2026, 12, 31), by: 7) {
            let cycles = try CSV(try DemoCompany.file("cycles", on: day))
            let last = try #require(cycles.rows.last).cells
            let cells = Dictionary(uniqueKeysWithValues: zip(cycles.header, last))
            let opens = try #require(cells["drafting_opens"].flatMap(Day.init))
            let freeze = try #require(cells["freeze"].flatMap(Day.init))
            #expect(opens <= day && day < freeze, "\(day)")
        }
    }

    @Test(
        "loads on other days too, and leaves no promise to lapse",
        arguments: ["2026-05-20", "2026-08-26", "2026-10-01", "2026-11-25", "2027-01-02", "2028-02-29"])
    func otherDays(text: String) throws {
        let day = try #require(Day(text))
        let store = try company(on: day)
        try Clockwork(store).turn(at: now, on: day)
        try store.readNow { reading in
            let dependencies = try reading.records(Dependency.self)
            #expect(dependencies.count { $0.state == .broken } <= 8)
            for dependency in dependencies {
                #expect((dependency.committedFor ?? dependency.neededBy) <= dependency.neededBy, "\(dependency.ref)")
            }
        }
    }
}
