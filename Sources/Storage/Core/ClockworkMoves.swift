import Rouage

/// What is due on a day. It looks at the cycles that are not closed and at the promises that still run, so that its
/// cost does not grow with history.
struct DueMoves {
    struct Move {
        let name: String
        let make: (Transaction) throws -> Void
    }

    /// The moves of briefings and dependencies, then those of the cycles.
    private(set) var contents: [Move] = []
    private(set) var cycles: [Move] = []
    /// Cycles whose row cannot be read.
    private(set) var unreadable: [Clockwork.Stuck] = []

    private let reading: Reading
    private let now: Instant
    private let today: Day
    private let calendar: WorkCalendar

    init(_ reading: Reading, at now: Instant, on today: Day, _ calendar: WorkCalendar) throws {
        self.reading = reading
        self.now = now
        self.today = today
        self.calendar = calendar
        let alive = try ids("SELECT id FROM cycle WHERE state <> 'closed' ORDER BY starts").compactMap { read($0) }
        try collectBriefings(alive)
        try collectPresentations(alive)
        contents += try DueMercatos(reading, of: alive, calendar, at: now, on: today).moves
        try collectPromises()
        try collectOrphans(of: alive)
        try collectViews()
        try collectReminders(alive)
        try collectPlans()
        if let duty = try Self.duty(reading, on: today, calendar) { contents.append(duty) }
        try collectPlaybooks()
        try collectTopics()
        for cycle in alive where cycle.state(on: today) > cycle.state {
            add("advance", cycle.id, to: \.cycles) { [today] in $0.advance(on: today) }
        }
        try collectNextCycle()
    }

    private func ids<Record: Noun>(_ sql: SQL) throws -> [Identifier<Record>] { try reading.all(sql) { try $0.id(0) } }

    private mutating func read(_ id: Identifier<Cycle>) -> Cycle? {
        do { return try reading.get(id) } catch {
            unreadable.append(Clockwork.Stuck(move: "read cycle \(id)", cause: error))
            return nil
        }
    }

    private mutating func add<Record: Noun>(
        _ name: String, _ id: Identifier<Record>, to group: WritableKeyPath<DueMoves, [Move]> = \.contents,
        _ verb: @escaping (inout Record) -> Activity?
    ) {
        self[keyPath: group].append(
            Move(name: "\(name) \(Record.kind.rawValue) \(id)") { try $0.change(id, by: verb) })
    }

    // MARK: Briefings

    private mutating func collectBriefings(_ alive: [Cycle]) throws {
        let now = self.now
        func due(since first: Cycle.State) -> [Identifier<Cycle>] {
            alive.filter { $0.state(on: today) >= first }.map(\.id)
        }
        try collect("align", .submitted, of: due(since: .aligning)) { $0.startAligning(at: now) }
        try collect("present", .validated, of: due(since: .presented)) { $0.present(at: now) }
        for cycle in alive where cycle.state < .presented && cycle.state(on: today) >= .presented {
            contents.append(Move(name: "commit \(cycle.label)") { try $0.recordCommitments(of: cycle) })
        }
        try collect("start", .presented, of: due(since: .running)) { $0.start(at: now) }
    }

    private mutating func collect(
        _ name: String, _ state: Briefing.State, of cycles: [Identifier<Cycle>],
        _ verb: @escaping (inout Briefing) -> Activity?
    ) throws {
        guard !cycles.isEmpty else { return }
        let due: [Identifier<Briefing>] = try ids(
            "SELECT id FROM briefing WHERE cycle IN \(in: cycles) AND state = \(state)")
        for id in due { add(name, id, verb) }
    }

    // MARK: Presentations

    /// The run of show is built at the freeze and follows the last decisions; it is ready when its day comes, and
    /// published when the day is over, whoever was there.
    private mutating func collectPresentations(_ alive: [Cycle]) throws {
        let today = self.today
        for cycle in alive where cycle.state <= .presented && cycle.state(on: today) >= .frozen {
            guard let presentation = try reading.presentation(of: cycle.id) else {
                contents.append(
                    Move(name: "open presentation of \(cycle.label)") { transaction in
                        // Two nodes may come here at once: the second waits, then sees that it is done.
                        try transaction.takeTurn(at: .presentation)
                        try transaction.openPresentation(of: cycle, in: transaction.organisation(on: today))
                    })
                continue
            }
            guard presentation.state != .published else { continue }
            if try reading.isBehindDecisions(presentation) {
                contents.append(
                    Move(name: "follow decisions of \(cycle.label)") { transaction in
                        try transaction.followDecisions(in: cycle.id, transaction.organisation(on: today))
                    })
            }
            if today >= cycle.phases.presentation, presentation.state == .preparing {
                add("ready", presentation.id) { $0.comeToItsDay() }
            }
            guard today > cycle.phases.presentation else { continue }
            contents.append(
                Move(name: "publish presentation of \(cycle.label)") { transaction in
                    let product = Actor.system(in: try transaction.organisation(on: today))
                    try transaction.publish(presentation.id, by: Deed(by: product, at: transaction.now))
                })
        }
    }

    // MARK: Dependencies

    /// Promises that lapse, and deliveries that nobody contested. The words of the state stand in the statement
    /// itself, so that both engines take the index of running promises.
    private mutating func collectPromises() throws {
        let (now, today, calendar) = (self.now, self.today, self.calendar)
        func before(_ days: Int) -> Day { calendar.subtracting(workingDays: days, from: today + 1) }
        let lapsing: [Identifier<Dependency>] = try ids(
            """
            SELECT id FROM dependency
            WHERE state = 'committed' AND claimed_on IS NULL AND committed_for < \(before(Dependency.daysToLapse))
            """)
        for id in lapsing {
            add("lapse", id) { dependency in
                guard let promised = dependency.committedFor else { return nil }
                return dependency.lapse(workingDaysPast: calendar.workingDays(after: promised, upTo: today), at: now)
            }
        }
        let silent: [Identifier<Dependency>] = try ids(
            "SELECT id FROM dependency WHERE state = 'committed' AND claimed_on < \(before(Dependency.daysToConfirm))")
        for id in silent {
            add("deliver", id) { dependency in
                guard let claimed = dependency.claimedOn else { return nil }
                return dependency.deliverBySilence(
                    workingDaysSinceClaim: calendar.workingDays(after: claimed, upTo: today),
                    on: calendar.adding(workingDays: Dependency.daysToConfirm, to: claimed), at: now)
            }
        }
    }

    /// Dependencies of initiatives that no longer happen, as a file may bring them in.
    private mutating func collectOrphans(of alive: [Cycle]) throws {
        guard !alive.isEmpty else { return }
        let now = self.now
        let orphans: [Identifier<Dependency>] = try ids(
            """
            SELECT d.id FROM dependency d JOIN briefing b ON b.id = d.briefing
            WHERE d.cycle IN \(in: alive.map(\.id)) AND b.state IN ('dropped', 'postponed')
                AND d.state IN ('pointed_out', 'acknowledged', 'replanned', 'committed', 'broken')
            """)
        for id in orphans { add("withdraw", id) { $0.endWithBriefing(at: now) } }
    }

    // MARK: Meetings

    /// The views whose day has come are shown, also when one is missing.
    private mutating func collectViews() throws {
        let (now, today) = (self.now, self.today)
        let due: [Identifier<Meeting>] = try ids(
            "SELECT id FROM meeting WHERE state = 'open' AND revealed_at IS NULL AND reveal_on <= \(today)")
        for id in due { add("reveal", id) { $0.reveal(on: today, at: now) } }
    }

    // MARK: Reminders

    private mutating func collectReminders(_ alive: [Cycle]) throws {
        do {
            contents += try DueReminders(reading, of: alive, calendar, at: now, on: today)?.moves ?? []
        } catch let failure as StorageFailure {
            throw failure
        } catch {
            unreadable.append(Clockwork.Stuck(move: "read what was said", cause: error))
        }
    }

    // MARK: Units

    /// Changes of units that were planned for a day that has come.
    private mutating func collectPlans() throws {
        let today = self.today
        let planned: [Identifier<Rouage.Unit>] = try ids("SELECT id FROM unit WHERE planned IS NOT NULL")
        for id in planned where try reading.get(id).standing(on: today).planned == nil {
            contents.append(
                Move(name: "carry out unit \(id)") { transaction in
                    let organisation = try transaction.organisation(on: today)
                    try transaction.change(id) { (unit: inout Rouage.Unit) in
                        try unit.carryOut(in: organisation, on: today)
                    }
                })
        }
    }

    // MARK: Topics

    /// Topics that nobody took on in the quarter they were meant for.
    private mutating func collectTopics() throws {
        let now = self.now
        let over: [Identifier<Topic>] = try ids(
            """
            SELECT id FROM topic WHERE state IN ('idea', 'ready', 'tabled')
                AND cycle IN (SELECT id FROM cycle WHERE state = 'closed')
            """)
        for id in over { add("expire", id) { $0.expire(at: now) } }
    }

    // MARK: Playbooks

    /// Playbooks whose review date has passed, those that all have accepted by now, and those that slip, or hold again,
    /// since the organisation carries them.
    private mutating func collectPlaybooks() throws {
        let (now, today) = (self.now, self.today)
        let due: [Identifier<Playbook>] = try ids(
            "SELECT id FROM playbook WHERE state = 'in_force' AND review_on < \(today)")
        for id in due { add("review", id) { $0.comeToReview(on: today, at: now) } }
        let carried: [Identifier<Playbook>] = try ids("SELECT id FROM playbook WHERE carried_by = 'org'")
        guard !carried.isEmpty else { return }
        let organisation = try reading.organisation(on: today)
        for standing in try reading.standings(of: reading.records(carried), in: organisation) {
            let relapse = Relapse.of(standing)
            var copy = standing.playbook
            guard copy.watch(relapse, on: today, at: now) != nil else { continue }
            add("watch", standing.playbook.id) { $0.watch(relapse, on: today, at: now) }
        }
    }

    // MARK: Cycles

    /// Two cycles are always alive: the one that runs and the one being prepared.
    private mutating func collectNextCycle() throws {
        let newest: [Identifier<Cycle>] = try ids("SELECT id FROM cycle ORDER BY starts DESC LIMIT 1")
        guard let id = newest.first else {
            let running = Quarter(containing: today, fiscalStart: try reading.fiscalStart())
            for quarter in [running, running.next] { open(quarter) }
            return
        }
        guard let last = read(id), last.start <= today, let quarter = Quarter(following: last) else { return }
        open(quarter)
    }

    private mutating func open(_ quarter: Quarter) {
        let (today, calendar) = (self.today, self.calendar)
        cycles.append(
            Move(name: "open cycle \(quarter.label)") { transaction in
                // Two nodes may come here at once: the second waits, then sees that it is done.
                try transaction.takeTurn(at: .cycle)
                guard try transaction.count("SELECT count(*) FROM cycle WHERE label = \(quarter.label)") == 0 else {
                    return
                }
                var cycle = Cycle(quarter, id: transaction.newID(), calendar)
                cycle.state = cycle.state(on: today)
                try transaction.add(cycle, Activity(.opened))
            })
    }
}
