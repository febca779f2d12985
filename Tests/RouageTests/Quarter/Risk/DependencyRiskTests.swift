import Rouage
import Testing

@Suite("The risk of a dependency")
struct DependencyRiskTests {
    private func risk(
        _ state: Dependency.State, _ room: DependencyRisk.Room, load: Double? = nil, track: TrackRecord = TrackRecord()
    ) -> DependencyRisk {
        DependencyRisk(state, base: BaseProbabilities.judged[state], room: room, load: load, track: track)
    }

    private func isClose(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 0.000_05 }

    @Test("is 33 for a promise with six days of room, a tight giver and three of five kept")
    func promised() {
        let risk = risk(.committed, .promised(6), load: 0.9325, track: TrackRecord(onTime: 3, of: 5))
        #expect(risk.room.factor == 1)
        #expect(isClose(risk.loadFactor, 0.9175))
        #expect(isClose(risk.track.factor, 0.8611))
        #expect(isClose(risk.probability, 0.6716) && risk.percent == 33 && risk.level == .low)
    }

    @Test("is 70 for one acknowledged with 10 to 19 days left by an overloaded giver without a past")
    func acknowledged() {
        let risk = risk(.acknowledged, .left(14), load: 1.1)
        #expect(risk.room.factor == 0.8 && isClose(risk.loadFactor, 0.75) && isClose(risk.track.factor, 1))
        #expect(isClose(risk.probability, 0.30) && risk.percent == 70 && risk.level == .high)
    }

    @Test("gains a tenth at most from a giver that kept all it promised")
    func pointedOut() {
        let risk = risk(.pointedOut, .left(4), load: 0.8, track: TrackRecord(onTime: 6, of: 6))
        #expect(risk.loadFactor == 1 && risk.track.factor == 1.1)
        #expect(isClose(risk.probability, 0.165))
    }

    @Test("is nothing once delivered, whatever the past")
    func delivered() {
        let risk = risk(.delivered, .left(-30), load: 3, track: TrackRecord(onTime: 0, of: 40))
        #expect(risk.probability == 1 && risk.percent == 0 && risk.level == .low)
    }

    @Test("changes its level at 34 and at 60")
    func levels() {
        func level(_ probability: Double) -> DependencyRisk.Level {
            DependencyRisk(.committed, base: probability, room: .promised(9), load: nil, track: TrackRecord()).level
        }
        #expect([0.67, 0.66, 0.41, 0.40].map(level) == [.low, .medium, .medium, .high])
    }

    @Test(
        "steps down as the days left run out",
        arguments: [
            (DependencyRisk.Room.promised(5), 1.0), (.promised(4), 0.9), (.promised(-3), 0.9), (.left(20), 1),
            (.left(19), 0.8), (.left(10), 0.8), (.left(9), 0.5), (.left(0), 0.5), (.left(-1), 0.2),
        ])
    func rooms(room: DependencyRisk.Room, factor: Double) { #expect(room.factor == factor) }

    @Test("never falls when load grows, room shrinks or promises break, and stays between 2 and 98")
    func monotone() {
        var dice = Dice(seed: 5_3)
        let states = Dependency.State.allCases.filter { $0 != .delivered && $0 != .withdrawn }
        for _ in 0..<4_000 {
            let state = states[dice.roll(0...states.count - 1)]
            let days = dice.roll(-30...60)
            let load = Double(dice.roll(0...250)) / 100
            let count = dice.roll(0...30)
            let kept = dice.roll(0...count)
            let room: (Int) -> DependencyRisk.Room = state == .committed ? { .promised($0) } : { .left($0) }
            let one = risk(state, room(days), load: load, track: TrackRecord(onTime: kept, of: count))
            #expect((0.02...0.98).contains(one.probability) && (2...98).contains(one.percent))
            let fuller = risk(state, room(days), load: load + 0.1, track: TrackRecord(onTime: kept, of: count))
            let shorter = risk(state, room(days - 7), load: load, track: TrackRecord(onTime: kept, of: count))
            let worse = risk(state, room(days), load: load, track: TrackRecord(onTime: kept, of: count + 1))
            for other in [fuller, shorter, worse] { #expect(other.probability <= one.probability) }
        }
    }

    @Test("puts more at stake the more depends on it")
    func exposure() {
        let risk = risk(.acknowledged, .left(14), load: 1.1)
        #expect(isClose(risk.exposure(.blocking, downstream: 0), 2.1))
        #expect(isClose(risk.exposure(.comfort, downstream: 0), 0.7))
        #expect(isClose(risk.exposure(.slowing, downstream: 2), 4.2))
    }
}

@Suite("The chance of an initiative")
struct ChanceTests {
    @Test("is one in twelve for the reference example")
    func golden() {
        let chance = Chance([(.blocking, 0.6716), (.blocking, 0.30), (.slowing, 0.165), (.comfort, 0.05)])
        #expect(abs(chance.probability - 0.0818) < 0.000_1)
        #expect(chance.oneIn == 12 && chance.count == 3)
    }

    @Test("is halved by each dependency that may as well fail")
    func halved() {
        var chance = Chance([])
        #expect(chance.probability == 1 && chance.count == 0)
        for step in 1...4 {
            chance.add(.blocking, 0.5)
            #expect(chance.oneIn == 1 << step)
        }
        #expect(Chance([(.blocking, 0.02), (.blocking, 0.02), (.blocking, 0.02)]).oneIn == 10_000)
        #expect(Chance([(.blocking, 0.98)]).tenths == 9)
    }
}

@Suite("Base probabilities")
struct BaseProbabilityTests {
    @Test("are a judgement until two quarters have closed")
    func judged() {
        let past: [Dependency.State: TrackRecord] = [.committed: TrackRecord(onTime: 0, of: 40)]
        #expect(BaseProbabilities(past, cycles: 1)[.committed] == 0.85)
        #expect(
            Dependency.State.allCases.map { BaseProbabilities.judged[$0] }.sorted()
                == [0.05, 0.05, 0.30, 0.40, 0.50, 0.85, 1, 1])
    }

    @Test("then weigh the past against ten judged ones")
    func recalibrated() {
        let base = BaseProbabilities([.committed: TrackRecord(onTime: 24, of: 40)], cycles: 2)
        #expect(abs(base[.committed] - (24 + 8.5) / 50) < 0.000_001)
        #expect(base[.acknowledged] == 0.5 && base.record(of: .acknowledged) == nil)
        #expect(base.record(of: .committed) == TrackRecord(onTime: 24, of: 40))
    }
}

@Suite("What waits behind a dependency")
struct DownstreamTests {
    private func briefing(_ number: Int) -> Identifier<Briefing> { Identifier(high: 1, low: UInt64(number)) }

    private func wait(_ number: Int, _ asking: Int, from giving: Int?) -> Wait {
        Wait(
            id: Identifier(high: 9, low: UInt64(number)), briefing: briefing(asking),
            askingTeam: Identifier(high: 2, low: UInt64(asking)),
            givingTeam: Identifier(high: 2, low: UInt64(giving ?? 99)), givingBriefing: giving.map(briefing),
            state: .acknowledged, neededBy: Day(2026, 4, 1), committedFor: nil)
    }

    @Test("are the initiatives of the chain after it, and those of its circle")
    func chain() {
        // 4 waits for 3, which waits for 2, which waits for 1; 5 and 6 wait for one another.
        let graph = WaitGraph([
            wait(1, 2, from: 1), wait(2, 3, from: 2), wait(3, 4, from: 3), wait(4, 5, from: 6), wait(5, 6, from: 5),
            wait(6, 4, from: nil),
        ])
        let counts = graph.downstream
        #expect((1...6).map { counts[Identifier(high: 9, low: UInt64($0))] } == [2, 1, 0, 1, 1, 0])
    }

    @Test("are the same as by walking from each one, on three hundred small graphs")
    func random() {
        var dice = Dice(seed: 53)
        for _ in 0..<300 {
            let waits = (0..<dice.roll(1...14)).compactMap { number -> Wait? in
                let (asking, giving) = (dice.roll(0...5), dice.roll(0...6))
                return asking == giving ? nil : wait(number, asking, from: giving == 6 ? nil : giving)
            }
            let counts = WaitGraph(waits).downstream
            for one in waits {
                var reached: Set<Identifier<Briefing>> = [one.briefing]
                while true {
                    let more = waits.filter { $0.givingBriefing.map(reached.contains) ?? false }.map(\.briefing)
                    if reached.isSuperset(of: more) { break }
                    reached.formUnion(more)
                }
                #expect(counts[one.id] == reached.count - 1)
            }
        }
    }
}

@Suite("Working days counted once")
struct WorkdaysTests {
    @Test("are those that the calendar counts, in both directions")
    func same() {
        let calendar = WorkCalendar.french
        let cycle = Cycle(Quarter(label: "2026-Q2", fiscalStart: 1)!, id: Identifier(high: 9, low: 9), calendar)
        let days = Workdays(around: cycle, calendar)
        var dice = Dice(seed: 7)
        for _ in 0..<400 {
            let (a, b) = (Day(2026, 1, 1) + dice.roll(0...200), Day(2026, 1, 1) + dice.roll(0...200))
            let counted = calendar.workingDays(after: min(a, b), upTo: max(a, b))
            #expect(days.from(a, to: b) == (a <= b ? counted : -counted))
        }
    }
}
