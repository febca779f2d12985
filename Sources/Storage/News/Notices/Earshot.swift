import Rouage

/// What a person hears of: what is theirs since some weeks ago, and what they follow since they do. It asks for what
/// lives in the last three quarters alone, so that it costs the same whatever history lies behind.
struct Earshot {
    /// Something to which something may happen.
    enum Place {
        case thing(any Followed)
        case comment(Comment, on: Briefing)
        case review(Review, of: Briefing)
    }

    /// By id, each with the moment from which it is told.
    private(set) var places: [String: (place: Place, since: Instant)] = [:]
    /// What happened before is history.
    let first: Instant
    private let alive: [Identifier<Cycle>]

    init(_ reading: Reading, _ actor: Actor, _ me: Identifier<Person>, _ follows: [Follow], _ outlook: Outlook) throws {
        first = Instant(outlook.today - Notice.days, hour: 0, in: WorkCalendar.zone)
        alive = [outlook.ended, outlook.running, outlook.prepared].compactMap { $0?.id }
        try addOwn(reading, actor, me)
        try addFollowed(reading, actor, follows)
        try addBeside(reading, me)
    }

    // MARK: What is theirs

    private mutating func addOwn(_ reading: Reading, _ actor: Actor, _ me: Identifier<Person>) throws {
        let carried: [Briefing] = try reading.records(
            where: "cycle IN \(in: alive) AND (owner = \(me) OR contributors LIKE \("%\(me)%"))")
        let spoken: [Briefing] = try reading.records(
            where: """
                cycle IN \(in: alive) AND id IN (SELECT briefing FROM comment WHERE author = \(me)
                    ORDER BY created_at DESC LIMIT \(Notice.most))
                """)
        let asked: [Dependency] =
            carried.isEmpty ? [] : try reading.records(where: "briefing IN \(in: carried.map(\.id))")
        let led = actor.organisation.units.values.filter { $0.lead == me || $0.deputy == me }
        let given: [Dependency] = try reading.records(
            where: "cycle IN \(in: alive) AND (contact = \(me) OR giving_team IN \(in: led.map(\.id).sorted()))")
        let topics: [Topic] = try reading.records(
            where: "proposed_by = \(me) OR sponsor = \(me) ORDER BY created_at DESC LIMIT \(Notice.most)")
        let projects: [OpsProject] = try reading.records(
            where: """
                cycle IN \(in: alive) AND (lead = \(me) OR buddy = \(me) OR receiver = \(me)
                    OR co_builders LIKE \("%\(me)%"))
                """)
        add(carried + spoken, since: first)
        add(asked + given, since: first)
        add(topics, since: first)
        add(projects, since: first)
        add(led, since: first)
        let axes: [Axis] = try reading.records(where: "owner = \(me) OR proposal LIKE \("%\(me)%")")
        add(axes, since: first)
    }

    // MARK: What they follow

    private mutating func addFollowed(_ reading: Reading, _ actor: Actor, _ follows: [Follow]) throws {
        guard !follows.isEmpty else { return }
        let since = Dictionary(follows.map { ($0.subject, $0.since) }, uniquingKeysWith: { first, _ in first })
        for thing in try reading.things(follows, for: actor) {
            let moment = since[thing.recordID] ?? first
            add([thing], since: moment)
            if let unit = thing as? Rouage.Unit {
                try addWork(of: unit, since: moment, reading, actor.organisation)
            }
        }
    }

    /// Who follows a team, a tribe or a direction hears of its initiatives, and of what it waits for and gives.
    private mutating func addWork(
        of unit: Rouage.Unit, since: Instant, _ reading: Reading, _ organisation: Organisation
    ) throws {
        let teams = organisation.units.keys.filter { organisation.lineage(of: $0).contains(unit.id) }.sorted()
        let pages: [Briefing] = try reading.records(where: "cycle IN \(in: alive) AND team IN \(in: teams)")
        let needs: [Dependency] = try reading.records(
            where: "cycle IN \(in: alive) AND (asking_team IN \(in: teams) OR giving_team IN \(in: teams))")
        add(pages, since: since)
        add(needs, since: since)
    }

    // MARK: What is said beside a page

    private mutating func addBeside(_ reading: Reading, _ me: Identifier<Person>) throws {
        var pages: [Identifier<Briefing>: (page: Briefing, since: Instant)] = [:]
        for case (.thing(let thing), let since) in places.values {
            if let page = thing as? Briefing { pages[page.id] = (page, since) }
        }
        guard !pages.isEmpty else { return }
        let comments: [Comment] = try reading.records(
            where: """
                briefing IN \(in: pages.keys.sorted()) AND created_at >= \(first) AND author <> \(me)
                ORDER BY created_at DESC LIMIT \(Notice.most)
                """)
        let reviews: [Review] = try reading.records(
            where: "briefing IN \(in: pages.keys.sorted()) AND reviewer <> \(me)")
        for comment in comments {
            guard let (page, since) = pages[comment.briefing] else { continue }
            places[comment.id.description] = (.comment(comment, on: page), since)
        }
        for review in reviews {
            guard let (page, since) = pages[review.briefing] else { continue }
            places[review.id.description] = (.review(review, of: page), since)
        }
    }

    /// What is theirs is told from the first day on, followed or not.
    private mutating func add(_ things: [any Followed], since moment: Instant) {
        for thing in things where places[thing.recordID] == nil {
            places[thing.recordID] = (.thing(thing), max(first, moment))
        }
    }
}
