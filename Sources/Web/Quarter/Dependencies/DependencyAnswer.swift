package import Rouage
import Storage
import WebCore

/// Reads the form of an answer and applies it.
struct DependencyAnswer {
    let visit: Visit
    let actor: Actor

    private var form: Fields { visit.exchange.form }
    private var reason: String { form["reason"] ?? "" }

    /// The person to talk to: the one named, who belongs to the giving team; else who answers.
    func contact(of dependency: Dependency) throws -> Identifier<Person> {
        if let code = form["contact"], !code.isBlank {
            guard let person = visit.organisation.contacts(of: dependency).first(where: { $0.code == code }) else {
                throw Refusal.invalid("contact", .unknown)
            }
            return person.id
        }
        guard let id = actor.id else { throw Refusal.notAllowed }
        return id
    }

    func apply(_ verb: DependencyVerb, to dependency: inout Dependency, in cycle: Cycle) throws -> Activity {
        let now = visit.now
        switch verb {
        case .acknowledgement:
            guard actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            return try dependency.acknowledge(contact: try contact(of: dependency), by: actor, at: now)
        case .commitment:
            guard actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            let activity = try dependency.commit(
                for: try day("committed_for"), effortDays: try effort(), contact: try contact(of: dependency),
                by: actor, on: visit.today, at: now)
            if let initiative = try initiative() {
                _ = try dependency.deliver(within: initiative, by: actor, at: now)
            }
            return activity
        case .counter: return try counter(&dependency, in: cycle)
        case .acceptance: return try dependency.acceptCounter(by: actor, at: now)
        case .refusal: return try dependency.refuseCounter(reason: reason, by: actor, at: now)
        case .decline:
            guard actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            guard let code = form["code"].flatMap(Dependency.DeclineCode.init) else {
                throw Refusal.invalid("code", .missing)
            }
            return try dependency.decline(code, reason: reason, by: actor, at: now)
        case .request:
            return try dependency.reask(what: form["what"] ?? dependency.what, reason: reason, by: actor, at: now)
        case .mitigation: return try dependency.mitigate(form["mitigation"] ?? "", by: actor, at: now)
        case .claim: return try dependency.claim(by: actor, on: visit.today, at: now)
        case .receipt: return try dependency.confirm(by: actor, on: visit.today, at: now)
        case .claimRefusal: return try dependency.refuseClaim(reason: reason, by: actor, at: now)
        case .breach: return try dependency.breakPromise(reason: reason, by: actor, at: now)
        case .withdrawal: return try dependency.withdraw(reason: reason, by: actor, at: now)
        }
    }

    private func counter(_ dependency: inout Dependency, in cycle: Cycle) throws -> Activity {
        guard actor.may(.give(dependency)) else { throw Refusal.notAllowed }
        let typed = form["counter_date"] ?? ""
        return try dependency.counter(
            date: typed.isBlank ? nil : try day("counter_date"), scope: form["scope"] ?? "", reason: reason, by: actor,
            in: cycle, on: visit.today, at: visit.now)
    }

    /// The giver's briefing that delivers it, when one is chosen.
    private func initiative() throws -> Briefing? {
        guard let chosen = form["giving_briefing"], !chosen.isEmpty else { return nil }
        guard let id = Identifier<Briefing>(chosen), let briefing = try visit.reading.find(id) else {
            throw Refusal.invalid("giving_briefing", .unknown)
        }
        return briefing
    }

    private func day(_ field: String) throws -> Day {
        guard let day = form[field].flatMap(Day.init) else { throw Refusal.invalid(field, .notADay) }
        return day
    }

    private func effort() throws -> Int {
        guard let effort = Int(typed: form["effort_days"] ?? "") else {
            throw Refusal.invalid("effort_days", .notANumber)
        }
        return effort
    }
}

extension Organisation {
    /// Who may be named as the one to talk to: the giving team's people.
    package func contacts(of dependency: Dependency) -> [Person] {
        guard let giving = dependency.givingTeam else { return [] }
        let unit = units[giving]
        let ids = Set(
            [unit?.lead, unit?.deputy, dependency.contact].compactMap { $0 } + members(of: giving).map(\.person))
        return ids.compactMap { people[$0] }.filter(\.active).sorted { $0.name < $1.name }
    }
}
