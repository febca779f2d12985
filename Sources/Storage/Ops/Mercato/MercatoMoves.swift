import Rouage

/// What the dates do with the mercato: it is prepared on the day of the brainstorm, opens, closes or waits a little, and is
/// published, whoever of Product Ops is there.
struct DueMercatos {
    private(set) var moves: [DueMoves.Move] = []

    init(_ reading: Reading, of alive: [Cycle], _ calendar: WorkCalendar, at now: Instant, on today: Day) throws {
        for cycle in alive where cycle.start > today {
            let plan = PreparationPlan(preparing: cycle.start...cycle.end, calendar)
            guard plan.brainstorm <= today, today < plan.mercatoCloses, try reading.mercato(of: cycle.id) == nil else {
                continue
            }
            add("prepare mercato of \(cycle.label)") { transaction in
                // Two nodes may come here at once: the second waits, then sees that it is done.
                try transaction.takeTurn(at: .mercato)
                guard try transaction.mercato(of: cycle.id) == nil,
                    try transaction.mercato(ref: cycle.label) == nil
                else { return }
                let (mercato, activity) = Mercato.prepare(for: cycle, id: transaction.newID(), calendar, at: now)
                try transaction.add(mercato, activity)
            }
        }
        for mercato in try reading.records(Mercato.self, where: "state <> 'published' ORDER BY ref") {
            switch mercato.state {
            case .preparing where mercato.opensAt <= now && now < mercato.closesAt:
                try open(mercato, reading, calendar, today)
            case .open where mercato.closesAt <= now: close(mercato, calendar)
            case .closed where mercato.publishesAt <= now: try publish(mercato, reading)
            case _: break
            }
        }
    }

    private mutating func add(_ name: String, _ make: @escaping (Transaction) throws -> Void) {
        moves.append(DueMoves.Move(name: name, make: make))
    }

    private mutating func open(_ known: Mercato, _ reading: Reading, _ calendar: WorkCalendar, _ today: Day) throws {
        guard try !reading.tabledTopics().isEmpty, try !reading.organisation(on: today).electors(known.settings).isEmpty
        else {
            return
        }
        add("open mercato \(known.ref)") { transaction in
            try transaction.takeTurn(at: .mercato)
            let organisation = try transaction.organisation(on: today)
            let (topics, cycle) = (try transaction.tabledTopics(), try transaction.get(known.cycle))
            let now = transaction.now
            try transaction.change(known.id) { (mercato: inout Mercato) in
                mercato.open(
                    topics, electors: organisation.electors(mercato.settings),
                    capacityDays: organisation.plannedOpsDays(in: cycle, calendar), at: now)
            }
        }
    }

    private mutating func close(_ known: Mercato, _ calendar: WorkCalendar) {
        add("close mercato \(known.ref)") { transaction in
            try transaction.takeTurn(at: .mercato)
            let now = transaction.now
            let turnout = try transaction.turnout(of: known)
            try transaction.change(known.id) { (mercato: inout Mercato) in mercato.close(turnout, calendar, at: now) }
        }
    }

    private mutating func publish(_ known: Mercato, _ reading: Reading) throws {
        guard let ranking = try reading.ranking(of: known), !known.needsRuling(ranking) else { return }
        add("publish mercato \(known.ref)") { transaction in
            let now = transaction.now
            let mercato = try transaction.change(known.id) { (mercato: inout Mercato) in
                mercato.publish(ranking, at: now)
            }
            if mercato.state == .published { try transaction.settle(mercato) }
        }
    }
}
