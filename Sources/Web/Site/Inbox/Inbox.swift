import Rouage
import Storage
import WebCore

/// What one person's inbox holds beside what is expected of them.
struct Inbox {
    /// Something that a team of theirs still owes, past its day.
    struct Owed {
        let duty: Duty
        let reminders: Int
    }

    /// What happened to what is theirs or what they follow, the newest first.
    let notices: [Notice]
    let followed: [any Followed]
    /// What was said of what is expected of the person.
    let said: [Obligation: [Reminder]]
    /// For tribe leads and directors: what their teams owe, the longest first.
    let owed: [Owed]
    let spoken: Spoken

    init(_ visit: Visit, _ expectations: [Expectation]) throws {
        let actor = try visit.signedIn()
        notices = try visit.notices()
        followed = try visit.reading.things(actor.id.map(visit.reading.follows) ?? [], for: actor)
        said = try visit.reading.reminders(of: expectations.compactMap(\.obligation))
        owed = try Self.owed(visit, actor)
        spoken = try Spoken(of: notices, owed.map(\.duty.obligation), visit.reading)
    }

    private static func owed(_ visit: Visit, _ actor: Actor) throws -> [Owed] {
        let teams = Set(visit.organisation.teams.map(\.id).filter { actor.may(.remind($0)) })
        guard !teams.isEmpty else { return [] }
        let cycles = [visit.running, visit.preparing].compactMap(\.self)
        let late = try visit.reading.duties(in: cycles, visit.outlook)
            .filter { teams.contains($0.team) && $0.due < visit.today }
        let said = try visit.reading.reminders(of: late.map(\.obligation))
        return late.map { Owed(duty: $0, reminders: said[$0.obligation]?.count ?? 0) }
            .sorted { ($0.duty.due, $0.duty.obligation.rawValue) < ($1.duty.due, $1.duty.obligation.rawValue) }
    }
}

/// The records that obligations speak of.
struct Spoken {
    let briefings: [Identifier<Briefing>: Briefing]
    let dependencies: [Identifier<Dependency>: Dependency]

    init(of notices: [Notice], _ others: [Obligation] = [], _ reading: Reading) throws {
        let obligations =
            others
            + notices.flatMap { notice -> [Obligation] in
                switch notice.matter {
                case .reminded(let reminder): [reminder.obligation]
                case .helped(let relay): relay.facts.map(\.obligation)
                case .happened, .commented, .named, .reviewed, .letter, .closed, .swapped: []
                }
            }
        var (briefings, dependencies): (Set<Identifier<Briefing>>, Set<Identifier<Dependency>>) = ([], [])
        for obligation in obligations {
            switch obligation {
            case .submit(let id): briefings.insert(id)
            case .acknowledge(let id), .confirm(let id): dependencies.insert(id)
            case .decide: break
            }
        }
        let pages: [Briefing] = try reading.records(briefings.sorted())
        let needs: [Dependency] = try reading.records(dependencies.sorted())
        self.briefings = Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) })
        self.dependencies = Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
    }
}
