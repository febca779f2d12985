import Foundation
import Rouage
import Testing

@Suite("The run of show and what it shows")
struct PresentationTests {
    private func id(_ number: Int) -> Identifier<Briefing> { PresentationMove.id(number) }
    private let bulletins = Cast.unit("bulletins")
    private let conges = Cast.unit("conges")

    private func entry(_ number: Int, _ team: Identifier<Rouage.Unit>) -> Presentation.Entry {
        Presentation.Entry(briefing: id(number), team: team)
    }

    @Test("a slot a team, six minutes each")
    func build() {
        let presentation = PresentationMove.presentation(.preparing)
        #expect(presentation.runOfShow.map(\.team) == [bulletins, conges])
        #expect(presentation.runOfShow.map(\.minutes) == [6, 6])
        #expect(presentation.runOfShow.map(\.slides) == [2, 1])
        #expect(presentation.minutes == 12)
    }

    @Test("what is decided after it was built finds its place; what is not validated any more has none")
    func follows() {
        var presentation = PresentationMove.presentation(.preparing)
        let decided = [entry(1, bulletins), entry(4, bulletins), entry(6, bulletins), entry(7, Cast.unit("dsn"))]
        #expect(presentation.follow(decided) != nil)
        #expect(presentation.runOfShow.map(\.team) == [bulletins, Cast.unit("dsn")])
        #expect(presentation.runOfShow[0].initiatives == [id(1), id(4), id(6)])
        #expect(presentation.follow(decided) == nil)
        presentation.state = .published
        #expect(presentation.follow([]) == nil)
    }

    @Test("a team taken off the stage makes room for another")
    func offStage() {
        var presentation = PresentationMove.presentation(.live)
        presentation.slide = 1
        _ = presentation.follow([entry(5, conges)])
        #expect(presentation.showing == conges)
        #expect(presentation.slide == 0)
    }

    @Test("the order names every team once, with 1 to 6 minutes")
    func order() throws {
        let ops = Cast.ops.deed
        func timings(_ list: [(Identifier<Rouage.Unit>, Int)]) -> [Presentation.Timing] {
            list.map { Presentation.Timing(team: $0.0, minutes: $0.1) }
        }
        var presentation = PresentationMove.presentation(.preparing)
        #expect(throws: Refusal.invalid("teams", .unknown)) {
            try presentation.order(timings([(bulletins, 6)]), by: ops)
        }
        #expect(throws: Refusal.invalid("teams", .unknown)) {
            try presentation.order(timings([(bulletins, 6), (bulletins, 6)]), by: ops)
        }
        for minutes in [0, 7] {
            #expect(throws: Refusal.invalid("minutes", .outOfRange(1...6))) {
                try presentation.order(timings([(conges, minutes), (bulletins, 6)]), by: ops)
            }
        }
        #expect(try presentation.order(timings([(bulletins, 6), (conges, 6)]), by: ops) == nil)
        #expect(try presentation.order(timings([(conges, 3), (bulletins, 6)]), by: ops) != nil)
        #expect(presentation.runOfShow.map(\.team) == [conges, bulletins])
    }

    @Test("a slot shows the team's own initiatives, all of them, and says what it can within its limits")
    func slot() throws {
        func prepare(
            _ initiatives: [Int], _ presenters: [Cast] = [], notes: String = "", minutes: Int = 6,
            team: Identifier<Rouage.Unit>? = nil
        ) throws -> Presentation {
            var presentation = PresentationMove.presentation(.preparing)
            let content = Presentation.SlotContent(
                minutes: minutes, initiatives: initiatives.map(id), presenters: presenters.map(\.id), notes: notes,
                isReady: true)
            _ = try presentation.prepare(content, of: team ?? bulletins, by: Cast.camille.deed)
            return presentation
        }
        #expect(try prepare([4, 3, 2, 1]).runOfShow[0].initiatives == [4, 3, 2, 1].map(id))
        #expect(throws: Refusal.invalid("initiatives", .unknown)) { try prepare([4, 3, 2]) }
        #expect(throws: Refusal.invalid("initiatives", .unknown)) { try prepare([4, 3, 2, 5]) }
        #expect(throws: Refusal.invalid("presenters", .outOfRange(0...3))) {
            try prepare([1, 2, 3, 4], [.camille, .designer, .engineer, .builder])
        }
        #expect(throws: Refusal.invalid("presenters", .unknown)) { try prepare([1, 2, 3, 4], [.inactive]) }
        #expect(throws: Refusal.invalid("notes", .tooLong(by: 1))) {
            try prepare([1, 2, 3, 4], notes: String(repeating: "x", count: 1_201))
        }
        #expect(throws: Refusal.invalid("minutes", .outOfRange(1...6))) { try prepare([1, 2, 3, 4], minutes: 7) }
        #expect(throws: Refusal.notAllowed) { try prepare([5], team: conges) }
        #expect(throws: Refusal.notFound) { try prepare([], team: Cast.unit("dsn")) }
    }

    @Test("it is ready once every team says so")
    func everyTeam() throws {
        var presentation = PresentationMove.presentation(.preparing)
        func ready(_ team: Identifier<Rouage.Unit>, _ numbers: [Int], by deed: Deed) throws {
            let content = Presentation.SlotContent(
                minutes: 6, initiatives: numbers.map(id), presenters: [], notes: "", isReady: true)
            _ = try presentation.prepare(content, of: team, by: deed)
        }
        try ready(bulletins, [1, 2, 3, 4], by: Cast.camille.deed)
        #expect(presentation.state == .preparing)
        try ready(conges, [5], by: Cast.giverManager.deed)
        #expect(presentation.state == .ready)
    }

    @Test("one key goes through every slide and back, and stops at both ends")
    func steps() throws {
        var presentation = PresentationMove.presentation(.live)
        let camille = Cast.camille.deed
        var seen: [String] = []
        func step(_ step: Presentation.Step) throws -> Bool {
            let moved = try presentation.step(step, by: camille.at(Cast.now + 30)) != nil
            seen.append("\(presentation.place ?? -1).\(presentation.slide)")
            return moved
        }
        #expect(try step(.next))
        #expect(try step(.next))
        #expect(try !step(.next))
        #expect(try step(.previous))
        #expect(try !step(.previous))
        #expect(seen == ["0.1", "1.0", "1.0", "0.0", "0.0"])
    }

    @Test("the clock of a slot stands still in a pause")
    func pause() throws {
        var presentation = PresentationMove.presentation(.live)
        let now = Cast.now
        _ = try presentation.step(.pause, by: Cast.camille.deed.at(now + 100))
        #expect(presentation.secondsInSlot(at: now + 400) == 100)
        _ = try presentation.step(.resume, by: Cast.camille.deed.at(now + 400))
        #expect(presentation.secondsInSlot(at: now + 410) == 110)
        #expect(presentation.seconds(at: now + 410) == 410)
        _ = try presentation.go(to: conges, by: Cast.camille.deed.at(now + 500))
        #expect(presentation.secondsInSlot(at: now + 512) == 12)
    }

    @Test("a recording is an address of the web, or nothing")
    func recording() throws {
        var presentation = PresentationMove.presentation(.published)
        for address in ["javascript:alert(1)", "https://", "//evil.example", "https:// x", "ftp://a.example"] {
            #expect(throws: Refusal.invalid("recording", .unknown), "\(address)") {
                try presentation.record(address, by: Cast.camille.deed)
            }
        }
        #expect(try presentation.record("https://video.emargo.example/t2", by: Cast.camille.deed) != nil)
        #expect(try presentation.record("", by: Cast.camille.deed) != nil)
    }

    @Test("the slides show nothing that is not validated, whatever the run of show says")
    func deck() {
        var presentation = PresentationMove.presentation(.live)
        presentation.runOfShow = [Presentation.Slot(team: bulletins, initiatives: [id(1)])]
        for state in Briefing.State.allCases {
            let deck = Deck(presentation, of: Cast.cycle(), [Cast.briefing(state)], [], in: Cast.organisation)
            #expect(deck.slots.isEmpty == !state.isPresentable, "\(state)")
        }
        let deck = Deck(
            presentation, of: Cast.cycle(), [Cast.briefing(.validated)],
            [Cast.dependency(.committed), Cast.dependency(.withdrawn)], in: Cast.organisation)
        #expect(deck.slots[0].tribe == "paie")
        #expect(deck.slots[0].presenters == [Cast.camille.id])
        #expect(deck.slots[0].initiatives[0].needs.map(\.state) == [.committed])
    }
}
