import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// What one person's inbox holds beside what is expected of them.
struct Inbox {
    struct Item {
        enum Matter {
            case reminder(Reminder)
            case offer(Relay)
            /// What came of a ballot.
            case letter(Mercato)
            /// A request of theirs was closed, or a hot potato comes back to them.
            case closed(OpsRequest)
            /// For the CPO: an urgent project went beyond the room, in exchange for something.
            case swapped(OpsRequest)
        }

        let id: String
        let at: Instant
        let matter: Matter
        let isRead: Bool
    }

    /// Something that a team of theirs still owes, past its day.
    struct Owed {
        let duty: Duty
        let reminders: Int
    }

    private static let most = 50

    /// The newest first.
    let items: [Item]
    /// What was said of what is expected of the person.
    let said: [Obligation: [Reminder]]
    /// For tribe leads and directors: what their teams owe, the longest first.
    let owed: [Owed]
    let briefings: [Identifier<Briefing>: Briefing]
    let dependencies: [Identifier<Dependency>: Dependency]

    init(_ visit: Visit, _ expectations: [Expectation]) throws {
        let actor = try visit.signedIn()
        guard let me = actor.id else { throw Refusal.notFound }
        let reading = visit.reading
        let reminders = try reading.reminders(to: me, limit: Self.most)
        let led = visit.organisation.units.values.filter { $0.sort.delivers && actor.leads($0.id) }.map(\.id).sorted()
        let offers = try reading.offers(to: led)
        let letters = try reading.letters(to: me)
        let closed = try reading.closedRequests(concerning: me, limit: Self.most)
        let swapped =
            actor.holds(.cpo)
            ? try reading.swappedRequests(limit: Self.most).filter { one in !closed.contains { $0.id == one.id } } : []
        let noon = { (request: OpsRequest) in
            Instant(request.closedOn ?? request.askedOn, hour: 12, in: visit.site.clock.zone)
        }
        let requests: [(String, Instant, Item.Matter)] =
            closed.map { ($0.id.description, noon($0), .closed($0)) }
            + swapped.map { ($0.id.description, noon($0), .swapped($0)) }
        let matters: [(String, Instant, Item.Matter)] =
            reminders.map { ($0.id.description, $0.createdAt, .reminder($0)) }
            + offers.map { ($0.id.description, $0.createdAt, .offer($0)) }
            + letters.map { ($0.id.description, $0.publishedAt ?? $0.publishesAt, .letter($0)) }
            + requests
        let read = try reading.read(matters.map(\.0), by: me)
        items = matters.map { Item(id: $0.0, at: $0.1, matter: $0.2, isRead: read.contains($0.0)) }
            .sorted { ($1.at, $1.id) < ($0.at, $0.id) }
        said = try reading.reminders(of: expectations.compactMap(\.obligation))
        owed = try Self.owed(visit, actor)
        let spoken =
            reminders.map(\.obligation) + offers.flatMap { $0.facts.map(\.obligation) }
            + owed.map(\.duty.obligation)
        (briefings, dependencies) = try Self.records(spoken, reading)
    }

    var unread: [Item] { items.filter { !$0.isRead } }

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

    private static func records(
        _ obligations: [Obligation], _ reading: Reading
    ) throws -> ([Identifier<Briefing>: Briefing], [Identifier<Dependency>: Dependency]) {
        var (briefings, dependencies): (Set<Identifier<Briefing>>, Set<Identifier<Dependency>>) = ([], [])
        for obligation in obligations {
            switch obligation {
            case .submit(let id): briefings.insert(id)
            case .acknowledge(let id), .confirm(let id): dependencies.insert(id)
            case .decide: break
            }
        }
        let pages: [Briefing] =
            briefings.isEmpty ? [] : try reading.records(where: "id IN \(in: briefings.sorted())")
        let needs: [Dependency] =
            dependencies.isEmpty ? [] : try reading.records(where: "id IN \(in: dependencies.sorted())")
        return (
            Dictionary(uniqueKeysWithValues: pages.map { ($0.id, $0) }),
            Dictionary(uniqueKeysWithValues: needs.map { ($0.id, $0) })
        )
    }
}
