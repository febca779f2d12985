import Rouage
import Storage
import Synchronization
import TestSupport
import Web
import WebCore

/// Records of every kind that not everybody may read.
enum SecretScene {
    static let now = Instant("2026-03-05T09:00:00.000Z")!
}

extension TestSite {
    /// Writes one of each secret, in Camille's name, and returns their ids in the order of `HearingTests`.
    func writeSecrets() throws -> [String] {
        let draft = try id(of: Briefing.self, "ref", "B2")
        let (first, second) = (
            try id(of: Cycle.self, "label", "2026-Q1"), try id(of: Cycle.self, "label", "2026-Q2")
        )
        let bulletins = try id(of: Rouage.Unit.self, "code", "bulletins")
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        let hana = try id(of: Person.self, "code", "hana.diallo")
        let thea = try id(of: Person.self, "code", "thea.nogaret")
        let meeting = try callMeeting(.async)
        return try store.writeNow(as: camille, at: clock.now()) { t in
            let made = Activity(.created)
            try t.change(draft) { (briefing: inout Briefing) in
                briefing.updatedAt = t.now
                return Activity(.revised)
            }
            let comment = Comment(id: t.newID(), on: draft, by: camille, text: "Trop tôt.", at: t.now)
            let gone = Comment(id: t.newID(), on: draft, by: camille, text: "Non.", at: t.now)
            let review = Review(
                id: t.newID(), on: draft, craft: .product, by: hana, opinion: .reserved, text: "À revoir.", on: today)
            let dismissal = Dismissal(id: t.newID(), of: bulletins, for: draft, at: t.now)
            let duty = Duty(.submit(draft), of: bulletins, in: second, since: today, due: today)
            let reminder = Reminder(
                id: t.newID(), of: duty, to: camille, number: 1, .afterwards, by: nil, on: today, at: t.now)
            let offer = Relay(id: t.newID(), .briefings, of: bulletins, in: second, facts: [], on: today, at: t.now)
            var relay = Relay(id: t.newID(), .dependencies, of: bulletins, in: second, facts: [], on: today, at: t.now)
            relay.director = hana
            relay.state = .created
            let page = Retrospective(
                id: t.newID(), cycle: first, team: bulletins, .init(helped: "Le soutien.", slowed: "", changes: ""),
                by: camille, at: t.now)
            let view = TeamView(
                id: t.newID(), of: bulletins, on: meeting, by: camille, text: "La date ne tient pas.", at: t.now)
            let wish = SharePreference(id: t.newID(), of: thea, in: second, daysOff: 3, wishes: [], at: t.now)
            let sharing = ShareOut(id: t.newID(), in: second, proposal: [], leftOut: [], isProven: true, at: t.now)
            try t.add([comment, gone], made)
            try t.remove(gone.id) { _ in Activity(.removed) }
            try t.add(review, made)
            try t.add(dismissal, made)
            try t.add(reminder, Activity(.reminded))
            try t.add([offer, relay], Activity(.offered))
            try t.add(page, made)
            try t.add(view, made)
            try t.add(wish, made)
            try t.add(sharing, made)
            return [
                "\(draft)", "\(comment.id)", "\(gone.id)", "\(review.id)", "\(dismissal.id)", "\(reminder.id)",
                "\(offer.id)", "\(relay.id)", "\(page.id)", "\(view.id)", "\(wish.id)", "\(sharing.id)",
            ]
        }
    }

    /// The draft is submitted, the quarter closed, the views revealed, the sharing out confirmed.
    func open() throws {
        try store.writeNow(as: nil, at: clock.now()) { t in
            for briefing in try t.records(Briefing.self, where: "state = 'draft'") {
                try t.change(briefing.id) { (briefing: inout Briefing) in
                    briefing.state = .aligning
                    return Activity(.submitted)
                }
            }
            for cycle in try t.records(Cycle.self, where: "label = '2026-Q1'") {
                try t.change(cycle.id) { (cycle: inout Cycle) in
                    cycle.state = .closed
                    return Activity(.advanced)
                }
            }
            for meeting in try t.records(Meeting.self) {
                try t.change(meeting.id) { (meeting: inout Meeting) in
                    meeting.revealedAt = t.now
                    return Activity(.revealed)
                }
            }
            for sharing in try t.records(ShareOut.self) {
                try t.change(sharing.id) { (sharing: inout ShareOut) in
                    sharing.state = .confirmed
                    return Activity(.published)
                }
            }
        }
    }

    /// A change of a briefing that says nothing.
    func touch(_ id: Identifier<Briefing>) throws {
        try store.writeNow(as: nil, at: clock.now()) { transaction in
            try transaction.change(id) { (briefing: inout Briefing) in
                briefing.slowed.toggle()
                return Activity(.revised)
            }
        }
    }

    /// Makes everything old enough for the activity to list it.
    func settle() throws {
        try store.writeNow(as: nil, at: clock.now()) { transaction -> Void in
            try transaction.connection.run("UPDATE activity SET at = \(clock.now() + -60)")
        }
    }
}

/// Counts how often the database is looked at.
final class CountingEngine: Engine {
    private let engine: any Engine
    private let count = Mutex(0)
    var reads: Int { count.withLock { $0 } }

    init(_ engine: any Engine) { self.engine = engine }

    var dialect: Dialect { engine.dialect }
    func describe() throws -> String { try engine.describe() }
    func read<Value>(_ body: (any Connection) throws -> Value) throws -> Value {
        count.withLock { $0 += 1 }
        return try engine.read(body)
    }
    func write<Value>(announcing body: (any Connection) throws -> (value: Value, message: String?)) throws -> Value {
        try engine.write(announcing: body)
    }
    func listen(_ heard: @escaping @Sendable (String) -> Void) { engine.listen(heard) }
    func close() { engine.close() }
}
