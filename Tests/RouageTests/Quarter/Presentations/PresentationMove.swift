import Rouage

/// Everything people can do to a presentation, with fields that are right.
enum PresentationMove: String, CaseIterable, Sendable {
    case order, begin, prepare, declareReady, start, next, previous, pause, resume, goTo, end, record

    /// The states from which it can be done.
    var from: Set<Presentation.State> {
        switch self {
        case .order, .prepare: [.preparing, .ready, .live]
        case .begin, .start: [.preparing, .ready]
        case .declareReady: [.preparing]
        case .next, .previous, .pause, .resume, .goTo: [.live]
        case .end: [.preparing, .ready, .live]
        case .record: Set(Presentation.State.allCases)
        }
    }

    /// The state it leads to, where it changes.
    var to: Presentation.State? {
        switch self {
        case .order, .begin, .prepare, .next, .previous, .pause, .resume, .goTo, .record: nil
        case .declareReady: .ready
        case .start: .live
        case .end: .published
        }
    }

    /// Bulletins with four initiatives, Congés with one.
    static func presentation(_ state: Presentation.State) -> Presentation {
        let entries =
            (1...4).map { Presentation.Entry(briefing: id($0), team: Cast.unit("bulletins")) }
            + [Presentation.Entry(briefing: id(5), team: Cast.unit("conges"))]
        var (presentation, _) = Presentation.build(entries, id: Identifier(high: 11, low: 1), of: Cast.cycle())
        presentation.state = state
        if state == .live {
            presentation.showing = Cast.unit("bulletins")
            presentation.startedAt = Cast.now
            presentation.slotStartedAt = Cast.now
        }
        return presentation
    }

    static func id(_ number: Int) -> Identifier<Briefing> { Identifier(high: 4, low: UInt64(number)) }

    /// With nothing but its state, or who acts, in the way.
    func presentation(_ state: Presentation.State) -> Presentation {
        var presentation = Self.presentation(state)
        if self == .previous { presentation.slide = state == .live ? 1 : 0 }
        if self == .resume, state == .live { presentation.pausedAt = Cast.now + 60 }
        return presentation
    }

    @discardableResult
    func apply(to presentation: inout Presentation, by deed: Deed) throws -> Activity? {
        func step(_ step: Presentation.Step) throws -> Activity? { try presentation.step(step, by: deed) }
        switch self {
        case .order:
            let timings = presentation.runOfShow.reversed().map { Presentation.Timing(team: $0.team, minutes: 4) }
            return try presentation.order(timings, by: deed)
        case .begin: return try presentation.begin(atHour: 14, minute: 30, by: deed)
        case .prepare:
            let content = Presentation.SlotContent(
                minutes: 5, initiatives: (1...4).reversed().map(Self.id), presenters: [Cast.designer.id],
                notes: "Commencer par les appels.", isReady: true)
            return try presentation.prepare(content, of: Cast.unit("bulletins"), by: deed)
        case .declareReady: return try presentation.declareReady(by: deed)
        case .start: return try presentation.start(by: deed, in: Cast.cycle(.frozen))
        case .next: return try step(.next)
        case .previous: return try step(.previous)
        case .pause: return try step(.pause)
        case .resume: return try step(.resume)
        case .goTo: return try presentation.go(to: Cast.unit("conges"), by: deed)
        case .end:
            return try presentation.end(hash: "abc", by: deed, in: Cast.cycle(.frozen))
        case .record: return try presentation.record("https://video.emargo.example/t2", by: deed)
        }
    }
}
