import HTML
import Hummingbird
import Rouage
import Storage

/// The portfolio, and the one page of each initiative.
enum BriefingRoutes {
    static func add(to routes: Routes) {
        routes.page("/briefings") { visit in
            _ = try visit.signedIn()
            return try PortfolioViews.page(visit)
        }
        routes.page("/briefings/new") { visit in
            _ = try visit.signedIn()
            return try BriefingFormViews.new(visit)
        }
        routes.form("/briefings", create, again: BriefingFormViews.new)
        routes.page("/briefings/:id", show)
        routes.page("/briefings/:id/edit", edit)
        routes.form("/briefings/:id", revise, again: edit)
        routes.form("/briefings/:id/submission", submit, again: show)
        routes.form("/briefings/:id/no-dependency", declareNoDependency, again: show)
        routes.form("/briefings/:id/readiness", declareReady, again: show)
        routes.form("/briefings/:id/comments", comment, again: show)
    }

    /// The briefing of the address, when it is open to the visitor.
    static func readable(_ visit: Visit) throws -> Briefing {
        let actor = try visit.signedIn()
        let briefing: Briefing = try visit.reading.get(try visit.parameter("id"))
        guard actor.may(.readBriefing(briefing)) else { throw Refusal.notFound }
        return briefing
    }

    private static func show(_ visit: Visit) throws -> Answer { try BriefingViews.page(visit, readable(visit)) }

    private static func edit(_ visit: Visit) throws -> Answer {
        let briefing = try readable(visit)
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        return try BriefingFormViews.edit(visit, briefing)
    }

    private static func create(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        guard let team = visit.exchange.form["team"].flatMap({ visit.organisation.unitsByCode[$0] }) else {
            throw Refusal.invalid("team", .unknown)
        }
        guard actor.may(.createBriefing(team: team)), let person = actor.id else { throw Refusal.notAllowed }
        guard let cycle = visit.cycle else { throw Refusal.notFound }
        let id = transaction.newID(Briefing.self)
        var text = Briefing.Text()
        text.title = visit.exchange.form["title"] ?? ""
        guard !text.title.isBlank else { throw Refusal.invalid("title", .missing) }
        guard text.unkeepable.isEmpty else { throw Refusal.invalid(text.unkeepable) }
        let ref = "\(cycle.label)-\(visit.exchange.form["team"] ?? "")-\(id.description.suffix(6))"
        var briefing = Briefing(
            id: id, ref: ref, cycle: cycle.id, team: team, owner: person, text: text, at: visit.now)
        briefing.offCycle = cycle.state >= .running
        try transaction.add(briefing, Activity(.created))
        return .seeOther("/briefings/\(id)/edit")
    }

    private static func revise(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let id: Identifier<Briefing> = try visit.parameter("id")
        let form = visit.exchange.form
        let version = form["version"].flatMap(Int.init)
        let saved = try transaction.change(id, version: version) { (briefing: inout Briefing) in
            let text = briefing.text.filled(from: form)
            let appetite = try form["appetite_days"].map(number) ?? briefing.appetiteDays
            if text == briefing.text && appetite == briefing.appetiteDays { return nil }
            return try briefing.revise(
                text, appetiteDays: appetite, by: actor, in: visit.cycle(of: briefing), at: visit.now)
        }
        if visit.exchange.headers[.init("X-Autosave")!] != nil {
            let clock = visit.now.clock(in: visit.site.clock.zone)
            let said = visit.dates.clock(clock.hour, clock.minute)
            return .json(Array("{\"version\":\(saved.version),\"savedAt\":\"\(said)\"}".utf8))
        }
        return .seeOther("/briefings/\(id)")
    }

    private static func number(_ text: String) throws -> Int? {
        if text.isBlank { return nil }
        guard let number = Int(text) else { throw Refusal.invalid("appetite_days", .notANumber) }
        return number
    }

    private static func submit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let id: Identifier<Briefing> = try visit.parameter("id")
        let count = try transaction.dependencies(of: id).filter { $0.state != .withdrawn }.count
        try transaction.change(id) { (briefing: inout Briefing) in
            let cycle = try visit.cycle(of: briefing)
            return try briefing.submit(
                dependencies: count, by: actor, in: cycle, grace: cycle.phases.draftsDue + 5, on: visit.today,
                at: visit.now)
        }
        return .seeOther("/briefings/\(id)")
    }

    private static func declareNoDependency(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let id: Identifier<Briefing> = try visit.parameter("id")
        try transaction.change(id) { (briefing: inout Briefing) in
            try briefing.declareNoDependency(by: actor, at: visit.now)
        }
        return .seeOther("/briefings/\(id)#dependencies")
    }

    private static func declareReady(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let id: Identifier<Briefing> = try visit.parameter("id")
        let open = try transaction.dependencies(of: id).filter { $0.criticality == .blocking && $0.state.isUnsettled }
        try transaction.change(id) { (briefing: inout Briefing) in
            try briefing.declareReady(openBlocking: open.count, by: actor, at: visit.now)
        }
        return .seeOther("/briefings/\(id)")
    }

    private static func comment(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        let briefing: Briefing = try transaction.get(try visit.parameter("id"))
        let (comment, activity) = try Comment.write(
            visit.exchange.form["text"] ?? "", id: transaction.newID(), on: briefing, by: actor, at: visit.now)
        try transaction.add(comment, activity)
        return .seeOther("/briefings/\(briefing.id)#comments")
    }
}

extension Visit {
    func cycle(of briefing: Briefing) throws -> Cycle {
        guard let cycle = cycles.first(where: { $0.id == briefing.cycle }) else { throw Refusal.notFound }
        return cycle
    }
}

extension Briefing.Text {
    /// The text with the fields of a form in their place; what the form leaves out stays.
    fileprivate func filled(from form: Fields) -> Briefing.Text {
        var text = self
        for field in Field.allCases { if let typed = form[field.rawValue] { text[field] = typed } }
        if let kind = form["source_kind"].flatMap(Briefing.SourceKind.init(rawValue:)) { text.sourceKind = kind }
        return text
    }
}
