import HTML
import Hummingbird
import Rouage
import Storage

/// Pointing out what one needs, and answering what is asked.
enum DependencyRoutes {
    static func add(to routes: Routes) {
        routes.page("/dependencies") { visit in
            _ = try visit.signedIn()
            return try DependencyTableViews.page(visit)
        }
        routes.page("/dependencies/:id", show)
        routes.page("/briefings/:id/dependencies/new") { visit in
            try DependencyFormViews.new(visit, BriefingRoutes.readable(visit))
        }
        routes.form("/briefings/:id/dependencies", pointOut) { visit in
            try DependencyFormViews.new(visit, BriefingRoutes.readable(visit))
        }
        for verb in DependencyVerb.allCases {
            routes.form("/dependencies/:id/\(verb.rawValue)", { try move(verb, $0, $1) }, again: show)
        }
    }

    private static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let dependency: Dependency = try visit.reading.get(try visit.parameter("id"))
        return try DependencyViews.page(visit, dependency)
    }

    private static func pointOut(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let briefing = try BriefingRoutes.readable(visit)
        let form = visit.exchange.form
        var flaws: [Flaw] = []
        let giver = form["giving_team"].flatMap { visit.organisation.unitsByCode[$0] }
        if giver == nil && !(form["giving_team"] ?? "").isEmpty {
            flaws.append(Flaw(field: "giving_team", reason: .unknown))
        }
        let day = form["needed_by"].flatMap(Day.init)
        if day == nil { flaws.append(Flaw(field: "needed_by", reason: .notADay)) }
        guard flaws.isEmpty, let day else { throw Refusal.invalid(flaws) }
        let id = transaction.newID(Dependency.self)
        let request = Dependency.Request(
            ref: "\(briefing.ref)-\(id.description.suffix(6))", givingTeam: giver,
            externalParty: giver == nil ? form["external_party"] ?? "" : "", what: form["what"] ?? "",
            sort: form["type"].flatMap(Dependency.Sort.init) ?? .deliverable,
            interaction: form["interaction"].flatMap(Dependency.Interaction.init) ?? .collaboration,
            criticality: form["criticality"].flatMap(Dependency.Criticality.init) ?? .slowing, neededBy: day)
        let (dependency, activity) = try Dependency.pointOut(
            request, id: id, of: briefing, in: visit.cycle(of: briefing), by: try visit.signedIn(), on: visit.today,
            at: visit.now)
        try transaction.add(dependency, activity)
        return .seeOther("/briefings/\(briefing.id)#dependencies")
    }

    private static func move(_ verb: DependencyVerb, _ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let id: Identifier<Dependency> = try visit.parameter("id")
        let version = visit.exchange.form["version"].flatMap(Int.init)
        let answer = DependencyAnswer(visit: visit, actor: actor)
        let known: Dependency = try transaction.get(id)
        if verb == .commitment && known.state == .pointedOut {
            // "I commit" on a request not yet seen says both: seen, and promised.
            try transaction.change(id, version: version) { (dependency: inout Dependency) in
                try dependency.acknowledge(contact: try answer.contact(), by: actor, at: visit.now)
            }
            try transaction.change(id) { try answer.apply(verb, to: &$0) }
        } else {
            try transaction.change(id, version: version) { try answer.apply(verb, to: &$0) }
        }
        return .seeOther(
            visit.exchange.form["back"] == "briefing" ? "/briefings/\(known.briefing)#d-\(id)" : "/dependencies/\(id)")
    }
}

/// The nouns that a dependency's forms are sent to.
enum DependencyVerb: String, CaseIterable {
    case acknowledgement, commitment, decline, mitigation, claim, receipt, withdrawal
    case counter = "counter-proposal"
    case acceptance = "counter-proposal-acceptance"
    case refusal = "counter-proposal-refusal"
    case request = "new-request"
    case claimRefusal = "claim-refusal"
    case breach = "withdrawn-promise"
}

/// Reads the form of an answer and applies it.
struct DependencyAnswer {
    let visit: Visit
    let actor: Actor

    private var form: Fields { visit.exchange.form }
    private var reason: String { form["reason"] ?? "" }

    /// The person to talk to: the one named, else who answers.
    func contact() throws -> Identifier<Person> {
        if let code = form["contact"], !code.isBlank {
            guard let person = visit.organisation.people.values.first(where: { $0.code == code }) else {
                throw Refusal.invalid("contact", .unknown)
            }
            return person.id
        }
        guard let id = actor.id else { throw Refusal.notAllowed }
        return id
    }

    func apply(_ verb: DependencyVerb, to dependency: inout Dependency) throws -> Activity {
        let now = visit.now
        switch verb {
        case .acknowledgement: return try dependency.acknowledge(contact: try contact(), by: actor, at: now)
        case .commitment:
            return try dependency.commit(
                for: try day("committed_for"), effortDays: try effort(), contact: try contact(), by: actor,
                on: visit.today, at: now)
        case .counter:
            guard let cycle = visit.cycles.first(where: { $0.id == dependency.cycle }) else { throw Refusal.notFound }
            let date = form["counter_date"].flatMap { $0.isBlank ? nil : $0 }
            return try dependency.counter(
                date: date == nil ? nil : try day("counter_date"), scope: form["scope"] ?? "", reason: reason,
                by: actor, in: cycle, on: visit.today, at: now)
        case .acceptance: return try dependency.acceptCounter(by: actor, at: now)
        case .refusal: return try dependency.refuseCounter(reason: reason, by: actor, at: now)
        case .decline:
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

    private func day(_ field: String) throws -> Day {
        guard let day = form[field].flatMap(Day.init) else { throw Refusal.invalid(field, .notADay) }
        return day
    }

    private func effort() throws -> Int {
        guard let effort = Int(form["effort_days"] ?? "") else { throw Refusal.invalid("effort_days", .notANumber) }
        return effort
    }
}
