import Foundation
import Rouage
import Storage

/// What the company did before today, moment by moment: its pages and what they need appear on the day they were
/// written, and rise only when somebody, or a date, moves them. Every day of it can be looked at as it stood.
struct Past {
    private let people: [String: Identifier<Person>]
    private let cycles: [Cycle]
    private let briefings: [String: Briefing]
    private let dependencies: [String: Dependency]
    private let others: (comments: [Comment], reviews: [Review], retrospectives: [Retrospective])

    /// - Parameters:
    ///   - reading: the organisation and the cycles, loaded before.
    ///   - today: the records as the files leave them.
    init(_ reading: Reading, leadingTo today: Importer.Content) throws {
        people = Dictionary(
            uniqueKeysWithValues: try reading.all("SELECT code, id FROM person") { ($0.text(0), try $0.id(1)) })
        cycles = try reading.records()
        briefings = Dictionary(uniqueKeysWithValues: today.briefings.map { ($0.ref, $0) })
        dependencies = Dictionary(uniqueKeysWithValues: today.dependencies.map { ($0.ref, $0) })
        others = (today.comments, today.reviews, today.retrospectives)
    }

    /// Everything that happened until today, in order.
    /// - Parameters:
    ///   - moves: the record's name, when, who, what was done, the field rewritten, its text, the reason.
    ///   - beginning: before it, nothing happened.
    func writes(_ moves: [[String]], from beginning: Instant, on today: Day) -> [PastWrite] {
        let written =
            moves.compactMap(write) + others.comments.map(write) + others.reviews.map(write)
            + others.retrospectives.map(write)
        let all = written + cycles.flatMap { phases(of: $0, from: beginning, on: today) }
        return all.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }

    /// Comments of the last days that nobody named in them has read yet.
    func nameUnread(since day: Day, _ transaction: Transaction) throws {
        let everybody = CallNames(try transaction.records(Person.self))
        let first = Instant(day, hour: 0, in: .gmt)
        for comment in try transaction.records(Comment.self, where: "created_at >= \(first)") {
            try transaction.mention(comment.mentioned(among: everybody), in: comment)
        }
    }

    // MARK: By date

    /// A cycle goes on with its dates, and its initiatives with it.
    private func phases(of cycle: Cycle, from beginning: Instant, on today: Day) -> [PastWrite] {
        let dates = cycle.phases
        let days = [
            dates.draftingOpens, dates.draftsDue + 1, dates.freeze, dates.presentation, cycle.start, cycle.end + 1,
        ]
        return days.filter { $0 <= today }.map { day in
            let midnight = Instant(day, hour: 0, minute: 1, in: .gmt)
            return PastWrite(by: nil, at: max(midnight, beginning + 60)) { transaction in
                let state = cycle.state(on: day)
                for briefing in try transaction.records(Briefing.self, where: "cycle = \(cycle.id)") {
                    try transaction.change(briefing.id) { (briefing: inout Briefing) in
                        briefing.goOn(to: state, at: transaction.now)
                    }
                }
                if state == .presented { try transaction.recordCommitments(of: cycle) }
                try transaction.change(cycle.id) { (cycle: inout Cycle) in cycle.advance(on: day) }
            }
        }
    }

    // MARK: By people

    private func write(_ cells: [String]) -> PastWrite? {
        guard cells.count == 7, let at = Instant(cells[1]), let action = Action(rawValue: cells[3]) else { return nil }
        let (actor, activity) = (people[cells[2]], Activity(action, reason: cells[6]))
        if let goal = briefings[cells[0]] {
            guard action != .created else { return addition(of: goal.beginning, by: actor, at: at, activity) }
            let field = Briefing.Text.Field(rawValue: cells[4])
            return PastWrite(by: actor, at: at) { transaction in
                let cycle: Cycle = try transaction.get(goal.cycle)
                let page = try transaction.change(goal.id) { (briefing: inout Briefing) in
                    if let field { briefing.text[field] = cells[5] }
                    briefing.go(action, towards: goal, in: cycle)
                    briefing.updatedAt = at
                    return activity
                }
                // What is decided stands in the log of decisions too.
                guard [.validated, .postponed, .dropped].contains(action) else { return }
                let entry = Decision(
                    on: page, before: nil, superseding: nil, ref: "\(goal.ref)/1", id: transaction.newID(), in: cycle,
                    at: at)
                if let entry { try transaction.add(entry, activity) }
            }
        }
        guard let goal = dependencies[cells[0]] else { return nil }
        guard action != .pointedOut else { return addition(of: goal.beginning, by: actor, at: at, activity) }
        return PastWrite(by: actor, at: at) { transaction in
            try transaction.change(goal.id) { (dependency: inout Dependency) in
                dependency.go(action, towards: goal)
                dependency.updatedAt = at
                return activity
            }
        }
    }

    private func addition<Record: Noun>(
        of record: Record, by actor: Identifier<Person>?, at: Instant, _ activity: Activity
    ) -> PastWrite {
        PastWrite(by: actor, at: at) { try $0.add(record, activity) }
    }

    private func write(_ comment: Comment) -> PastWrite {
        addition(of: comment, by: comment.author, at: comment.createdAt, Activity(.commented))
    }

    private func write(_ page: Retrospective) -> PastWrite {
        addition(of: page, by: page.author, at: page.writtenAt, Activity(.created))
    }

    private func write(_ review: Review) -> PastWrite {
        addition(
            of: review, by: review.reviewer, at: Instant(review.reviewedOn, hour: 15, in: .gmt), Activity(.reviewed))
    }
}
