import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// The small department with two validated initiatives, one of Bulletins and one of DSN, and their run of show.
struct Stage {
    static let day = Day(2026, 3, 26)
    static let path = "/presentations/2026-Q2"

    let site: TestSite
    let bulletins: Identifier<Rouage.Unit>
    let dsn: Identifier<Rouage.Unit>

    init(_ database: TestDatabase, on today: Day = Day(2026, 3, 24)) throws {
        try self.init(on: TestSite(database, on: today))
    }

    init(on site: TestSite) throws {
        self.site = site
        bulletins = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        dsn = try site.id(of: Rouage.Unit.self, "code", "dsn")
        let pages = try ["B1", "B3"].map { try site.id(of: Briefing.self, "ref", $0) }
        let hana = try site.id(of: Person.self, "code", "hana.diallo")
        try site.store.writeNow(as: hana, at: site.clock.now()) { transaction in
            for page in pages {
                try transaction.change(page) { (briefing: inout Briefing) in
                    briefing.state = .validated
                    return Activity(.validated)
                }
            }
            let cycle = try transaction.get(try transaction.get(pages[0]).cycle)
            try transaction.openPresentation(of: cycle, in: try transaction.organisation(on: site.today))
        }
    }

    func presentation() throws -> Presentation {
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q2")
        return try site.store.readNow { try $0.presentation(of: cycle)! }
    }

    /// Goes live, as Malo of DSN does it.
    func goLive() async throws {
        let malo = try await site.signIn(as: "malo.fauvel")
        _ = try await malo.submit("\(Self.path)/start", follow: false)
    }

    /// As if somebody had gone live.
    func show() throws {
        let id = try presentation().id
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(id) { (presentation: inout Presentation) in
                presentation.state = .live
                presentation.showing = bulletins
                presentation.slotStartedAt = transaction.now
                presentation.startedAt = transaction.now
                return Activity(.started)
            }
        }
    }

    /// Moves the presentation to a day.
    func hold(on day: Day) throws {
        let cycle = try presentation().cycle
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(cycle) { (cycle: inout Cycle) in
                cycle.phases.presentation = day
                return Activity(.shifted)
            }
        }
    }

    /// Six believe in what Bulletins announces, and it is over.
    func voteAndPublish() throws {
        try show()
        let presentation = try presentation()
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            for number in 1...6 {
                try transaction.vote(4, on: .team(bulletins), by: .guest("\(number)"), in: presentation)
            }
            let product = Actor.system(in: try transaction.organisation(on: site.today))
            try transaction.publish(presentation.id, by: Deed(by: product, at: transaction.now))
        }
    }

    func ask(_ text: String) throws -> Identifier<AudienceQuestion> {
        let presentation = try presentation()
        return try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let (question, activity) = try AudienceQuestion.ask(
                text, of: bulletins, id: transaction.newID(), in: presentation, by: nil, at: transaction.now)
            try transaction.add(question, activity)
            return question.id
        }
    }

    func rework() throws -> Identifier<Rework> {
        let presentation = try presentation()
        return try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let rework = Rework(
                id: transaction.newID(), of: presentation.id, team: bulletins, mean: 2.4, due: Day(2026, 4, 2))
            try transaction.add(rework, Activity(.opened))
            return rework.id
        }
    }
}
