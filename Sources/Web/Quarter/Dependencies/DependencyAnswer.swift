package import Rouage
import Storage
import WebCore

/// Reads the form of an answer and applies it.
struct DependencyAnswer {
    let visit: Visit
    let deed: Deed

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
        guard let id = deed.actor.id else { throw Refusal.notAllowed }
        return id
    }

    func apply(_ verb: DependencyVerb, to dependency: inout Dependency, in cycle: Cycle) throws -> Activity {
        switch verb {
        case .acknowledgement:
            guard deed.actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            return try dependency.acknowledge(contact: try contact(of: dependency), by: deed)
        case .commitment:
            guard deed.actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            let activity = try dependency.commit(
                for: try day("committed_for"), effortDays: try effort(), contact: try contact(of: dependency),
                by: deed)
            if let initiative = try initiative() {
                _ = try dependency.deliver(within: initiative, by: deed)
            }
            return activity
        case .counter: return try counter(&dependency, in: cycle)
        case .acceptance: return try dependency.acceptCounter(by: deed)
        case .refusal: return try dependency.refuseCounter(reason: reason, by: deed)
        case .decline:
            guard deed.actor.may(.give(dependency)) else { throw Refusal.notAllowed }
            guard let code = form["code"].flatMap(Dependency.DeclineCode.init) else {
                throw Refusal.invalid("code", .missing)
            }
            return try dependency.decline(code, reason: reason, by: deed)
        case .request:
            return try dependency.reask(what: form["what"] ?? dependency.what, reason: reason, by: deed)
        case .mitigation: return try dependency.mitigate(form["mitigation"] ?? "", by: deed)
        case .claim: return try dependency.claim(by: deed)
        case .receipt: return try dependency.confirm(by: deed)
        case .claimRefusal: return try dependency.refuseClaim(reason: reason, by: deed)
        case .breach: return try dependency.breakPromise(reason: reason, by: deed)
        case .withdrawal: return try dependency.withdraw(reason: reason, by: deed)
        }
    }

    private func counter(_ dependency: inout Dependency, in cycle: Cycle) throws -> Activity {
        guard deed.actor.may(.give(dependency)) else { throw Refusal.notAllowed }
        let typed = form["counter_date"] ?? ""
        return try dependency.counter(
            date: typed.isBlank ? nil : try day("counter_date"), scope: form["scope"] ?? "", reason: reason,
            by: deed, in: cycle)
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
