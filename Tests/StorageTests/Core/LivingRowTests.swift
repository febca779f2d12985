import Demo
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("What a file brings in that is alive")
struct LivingRowTests {
    private static let (now, today) = (SmallDepartment.now, SmallDepartment.today)

    private func demo(_ database: TestDatabase) throws -> Store {
        let store = try database.store()
        try DemoCompany.load(into: store, at: Self.now, on: Self.today)
        return store
    }

    private func refused(_ name: String, _ lines: String, _ store: Store) throws -> [String] {
        let importer = Importer(store, .init(dryRun: true), at: Self.now, on: Self.today)
        let file = try #require(try importer.load([name: Array(lines.utf8)]).files.first)
        return file.problems.map { "\($0.line) \($0.column) \($0.reason)" }
    }

    @Test("a request has its people, its days and its room, unless it is closed", arguments: TestDatabase.all)
    func requests(database: TestDatabase) throws {
        let store = try demo(database)
        defer { store.close() }
        let rows = """
            ref,requester,title,what_hurts,hot_potato,decider,return_owner,impact,urgency,state,handled_by,taken_on,\
            closed_on,outcome,answer,spent_days,asked_on
            a,camille.aubrac,A,A,true,,,3,3,in_hand,thea.nogaret,2026-03-04,,,,0,2026-03-03
            b,camille.aubrac,B,B,true,idriss.belmonte,camille.aubrac,3,3,in_hand,thea.nogaret,2026-03-04,,,,0,2026-03-03
            c,camille.aubrac,C,C,false,,,3,3,in_hand,camille.aubrac,2026-03-04,,,,0,2026-03-03
            d,camille.aubrac,D,D,false,,,3,3,in_hand,,2026-03-04,,,,0,2026-03-03
            e,camille.aubrac,E,E,false,,,3,3,closed,,2025-03-04,2025-03-04,quick_help,Fait,9,2025-03-03
            f,camille.aubrac,F,F,false,,,3,3,closed,,2026-03-03,2026-03-04,urgent_project,,150,2026-03-02
            g,camille.aubrac,G,G,false,,,,,new,,,,,,0,2026-12-01
            h,loic.perdrix,H,H,false,,,,,new,,,,,,0,2026-03-03
            i,,I,I,false,,,,,new,,,,,,0,2026-03-03
            j,camille.aubrac,J,J,false,,,,,new,,,,,,deux,2026-03-03
            k,loic.perdrix,K,K,true,thea.nogaret,,3,3,closed,camille.aubrac,2025-03-04,2025-03-04,answered,Oui,0,2025-03-03

            """
        #expect(
            try refused("requests", rows, store) == [
                "2 decider someoneOutsideOps", "2 return_owner someoneOutsideOps", "3 decider someoneOutsideOps",
                "4 handled_by someoneOfOps", "5 handled_by missing", "6 spent_days longerThanQuickHelp",
                "7 in_exchange missing", "8 asked_on notYet", "9 requester someoneOfDepartment", "10 requester missing",
                "11 spent_days notADecimal",
            ])
    }

    @Test("from this week on, who is on duty can be; what is over is as it was", arguments: TestDatabase.all)
    func duty(database: TestDatabase) throws {
        let store = try demo(database)
        defer { store.close() }
        let rows = """
            week,person
            2026-02-09,camille.aubrac
            2026-02-16,camille.aubrac
            2026-03-09,camille.aubrac
            2026-03-16,thea.nogaret
            2026-03-23,thea.nogaret
            2026-03-30,violette.pons

            """
        #expect(
            try refused("duty", rows, store) == [
                "4 person someoneOfOps", "6 person twoWeeksRunning", "7 person twoWeeksRunning",
            ])
        try store.writeNow(as: nil, at: Self.now) { transaction in
            let elie = try #require(try transaction.records(Person.self, where: "code = 'elie.vasseur'").first)
            let place = try #require(
                try transaction.records(Membership.self, where: "person = \(elie.id)").first { $0.to == nil })
            try transaction.change(place.id) { (place: inout Membership) in
                place.from = Day(2026, 3, 2)
                return Activity(.edited)
            }
        }
        #expect(
            try refused("duty", "week,person\n2026-03-16,elie.vasseur\n", store)
                == ["2 person newInOps(until: 2026-03-23)"])
    }

    @Test("a topic on its way to the vote says what is voted on", arguments: TestDatabase.all)
    func topics(database: TestDatabase) throws {
        let store = try demo(database)
        defer { store.close() }
        let rows = """
            ref,title,problem,crafts,effort_days,state
            x,Un,,,,ready
            y,Deux,Un problème,product,,tabled
            z,Trois,,,,idea
            w,Quatre,,,,not_selected

            """
        #expect(
            try refused("topics", rows, store) == [
                "2 problem missing", "2 crafts missing", "2 effort_days missing", "3 effort_days missing",
            ])
    }

    @Test("an incident, its actions and a playbook are looked after outside Product Ops", arguments: TestDatabase.all)
    func outside(database: TestDatabase) throws {
        let store = try demo(database)
        defer { store.close() }
        let incidents = """
            ref,title,severity,state,started,lead
            a,Un,2,,2026-03-04T08:00:00Z,thea.nogaret
            b,Deux,2,closed,2025-03-04T08:00:00Z,thea.nogaret

            """
        #expect(try refused("incidents", incidents, store) == ["2 lead someoneOutsideOps"])
        let actions = """
            ref,incident,what,owner,due,state,reason
            a,I-14,Relire,thea.nogaret,2026-03-20,open,
            b,I-14,Relire,thea.nogaret,2026-03-20,done,

            """
        #expect(try refused("incident_actions", actions, store) == ["2 owner someoneOutsideOps"])
        let playbooks = """
            ref,title,why,owner,state,carried_by,handover_to
            a,Un,Parce que,thea.nogaret,in_force,org,
            b,Deux,Parce que,,in_force,org,
            c,Trois,Parce que,thea.nogaret,in_force,handing_over,
            d,Quatre,Parce que,thea.nogaret,in_force,handing_over,idriss.belmonte
            e,Cinq,Parce que,thea.nogaret,retired,org,

            """
        #expect(
            try refused("playbooks", playbooks, store) == [
                "2 owner someoneOutsideOps", "3 owner missing", "4 handover_to missing",
                "5 handover_to someoneOutsideOps",
            ])
    }

    @Test("somebody who has left since keeps no file of one's own out", arguments: TestDatabase.all)
    func leftSince(database: TestDatabase) throws {
        let (store, other) = (try demo(database), try database.store())
        defer { [store, other].forEach { $0.close() } }
        // Decides on a hot potato that Product Ops hold.
        try store.writeNow(as: nil, at: Self.now) { transaction in
            let tomasz = try #require(try transaction.records(Person.self, where: "code = 'tomasz.zielinski'").first)
            try transaction.change(tomasz.id) { (person: inout Person) in
                person.leftOn = Day(2026, 3, 3)
                return Activity(.edited)
            }
        }
        let files = try export(store)
        let report = try Importer(other, at: Self.now, on: Self.today).load(files.mapValues { Array($0.utf8) })
        #expect(report.isClean, "\(report.files.flatMap(\.problems))")
        #expect(try export(other) == files)
    }
}
