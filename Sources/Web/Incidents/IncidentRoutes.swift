import Rouage
import Storage

/// Incidents: reported, kept up to date, learnt from, closed. Each move is a noun under its address.
enum IncidentRoutes {
    static func add(to routes: Routes) {
        routes.page("/incidents") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .playbooks) }
            return try IncidentListPage(visit).answer
        }
        routes.page("/incidents/new", NewIncidentPage.answer)
        routes.form("/incidents", open, again: NewIncidentPage.answer)
        routes.page("/incidents/:id", show)
        routes.form("/incidents/:id", edit, again: show)
        move("mitigation", routes) { visit, transaction, actor, incident in
            let at = try IncidentForm(visit: visit).moment("at")
            try transaction.change(incident.id, version: version(visit)) { (incident: inout Incident) in
                try incident.mitigate(at: at, by: actor, at: visit.now)
            }
        }
        move("resolution", routes) { visit, transaction, actor, incident in
            let at = try IncidentForm(visit: visit).moment("at")
            try transaction.change(incident.id, version: version(visit)) { (incident: inout Incident) in
                try incident.resolve(at: at, by: actor, at: visit.now)
            }
        }
        move("reopening", routes) { visit, transaction, actor, incident in
            try transaction.change(incident.id, version: version(visit)) { (incident: inout Incident) in
                try incident.reopen(reason: text(visit, "reason"), by: actor, at: visit.now)
            }
        }
        move("closing", routes) { visit, transaction, actor, incident in
            try transaction.closeIncident(incident.id, version: version(visit), by: actor)
        }
        move("timeline", routes) { visit, transaction, actor, incident in
            let (line, activity) = try IncidentLine.write(
                text(visit, "text"), at: IncidentForm(visit: visit).moment("at"), in: incident,
                id: transaction.newID(), by: actor, at: visit.now)
            try transaction.add(line, activity)
        }
        move("actions", routes) { visit, transaction, actor, incident in
            try transaction.agree(on: draft(visit), after: incident.id, by: actor, on: visit.today)
        }
        routes.form("/incident-lines/:id/removal", removeLine) { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            let line: IncidentLine = try visit.reading.get(try visit.parameter("id"))
            return try IncidentPage(visit, visit.reading.get(line.incident)).answer
        }
        PostmortemRoutes.add(to: routes)
        IncidentActionRoutes.add(to: routes)
    }

    private static func move(
        _ noun: String, _ routes: Routes,
        _ move: @escaping @Sendable (Visit, Transaction, Actor, Incident) throws -> Void
    ) {
        routes.form(
            "/incidents/:id/\(noun)",
            { visit, transaction in
                let incident = try known(visit)
                guard try visit.signedIn().may(.incident(.update(incident))) else { throw Refusal.notAllowed }
                try move(visit, transaction, visit.signedIn(), incident)
                return .seeOther("/incidents/\(incident.id)")
            }, again: show)
    }

    static func known(_ visit: Visit) throws -> Incident {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    static func version(_ visit: Visit) -> Int? { visit.exchange.form["version"].flatMap(Int.init) }
    static func text(_ visit: Visit, _ name: String) -> String { (visit.exchange.form[name] ?? "").trimmed }

    /// What somebody writes of an action; a field that was not sent stays as it is.
    static func draft(_ visit: Visit, over stored: IncidentAction? = nil) throws -> IncidentAction.Draft {
        let form = visit.exchange.form
        let owner = try form["owner"].map { name -> Identifier<Person>? in
            if name.trimmed.isEmpty { return nil }
            guard let person = visit.person(named: name) else { throw Refusal.invalid("owner", .unknown) }
            return person.id
        }
        return IncidentAction.Draft(
            what: form["what"]?.trimmed ?? stored?.what ?? "", owner: owner ?? stored?.owner,
            due: form["due"].map { Day($0.trimmed) } ?? stored?.due)
    }

    private static func show(_ visit: Visit) throws -> Answer { try IncidentPage(visit, known(visit)).answer }

    private static func open(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        guard actor.may(.incident(.open)) else { throw Refusal.notAllowed }
        let id = transaction.newID(Incident.self)
        let (incident, activity) = try Incident.open(
            IncidentForm(visit: visit).draft(), ref: String(id.description.suffix(12)), id: id, by: actor,
            at: visit.now)
        try transaction.add(incident, activity)
        return .seeOther("/incidents/\(id)")
    }

    private static func edit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let incident = try known(visit)
        let actor = try visit.signedIn()
        guard actor.may(.incident(.update(incident))) else { throw Refusal.notAllowed }
        let draft = try IncidentForm(visit: visit).draft(over: incident.draft)
        try transaction.change(incident.id, version: version(visit)) { (incident: inout Incident) in
            try incident.edit(draft, by: actor, at: visit.now)
        }
        return .seeOther("/incidents/\(incident.id)")
    }

    private static func removeLine(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let line: IncidentLine = try transaction.get(try visit.parameter("id"))
        let incident: Incident = try transaction.get(line.incident)
        try transaction.remove(line.id) { line in try line.remove(from: incident, by: actor) }
        return .seeOther("/incidents/\(incident.id)#timeline")
    }
}

/// What was learnt: written, then published.
enum PostmortemRoutes {
    static func add(to routes: Routes) {
        routes.page("/incidents/:id/postmortem") { visit in
            try PostmortemPage(visit, IncidentRoutes.known(visit)).answer
        }
        routes.page("/incidents/:id/postmortem/edit") { visit in try showForm(visit, IncidentRoutes.known(visit)) }
        routes.form("/incidents/:id/postmortem", begin) { visit in try showForm(visit, IncidentRoutes.known(visit)) }
        routes.form("/postmortems/:id", write) { visit in try showForm(visit, incident(visit)) }
        routes.form("/postmortems/:id/publication", publish) { visit in
            try PostmortemPage(visit, incident(visit)).answer
        }
    }

    private static func showForm(_ visit: Visit, _ incident: Incident) throws -> Answer {
        guard try visit.signedIn().may(.incident(.update(incident))) else { throw Refusal.notAllowed }
        return try PostmortemForm(visit, incident).answer
    }

    private static func known(_ visit: Visit) throws -> Postmortem {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    private static func incident(_ visit: Visit) throws -> Incident { try visit.reading.get(known(visit).incident) }

    private static func begin(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let incident = try IncidentRoutes.known(visit)
        try transaction.beginPostmortem(
            PostmortemForm.content(visit, over: .init()), of: incident.id, by: visit.signedIn())
        return .seeOther("/incidents/\(incident.id)/postmortem")
    }

    private static func write(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let page = try allowed(visit)
        try transaction.writePostmortem(
            page.id, PostmortemForm.content(visit, over: page.content), version: IncidentRoutes.version(visit),
            by: visit.signedIn())
        return .seeOther("/incidents/\(page.incident)/postmortem")
    }

    private static func publish(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let page = try allowed(visit)
        try transaction.publishPostmortem(
            page.id, version: IncidentRoutes.version(visit), by: visit.signedIn(), on: visit.today)
        return .seeOther("/incidents/\(page.incident)/postmortem")
    }

    /// The page, for who may write it.
    private static func allowed(_ visit: Visit) throws -> Postmortem {
        guard try visit.signedIn().may(.incident(.update(incident(visit)))) else { throw Refusal.notAllowed }
        return try known(visit)
    }
}

/// What was agreed on after an incident: worded otherwise, done, refused, taken up again.
enum IncidentActionRoutes {
    static func add(to routes: Routes) {
        routes.form(
            "/incident-actions/:id",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    guard actor.may(.incident(.update(incident))) else { throw Refusal.notAllowed }
                    return try action.edit(
                        IncidentRoutes.draft(visit, over: action), after: incident, by: actor, on: visit.today)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/completion",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    try action.finish(after: incident, by: actor, on: visit.today)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/refusal",
            { visit, transaction in
                try change(visit, transaction) { action, incident, actor in
                    try action.refuse(
                        reason: IncidentRoutes.text(visit, "reason"), after: incident, by: actor, on: visit.today)
                }
            }, again: show)
        routes.form(
            "/incident-actions/:id/taking-up",
            { visit, transaction in
                let action = try allowed(visit)
                try transaction.takeUp(action.id, version: IncidentRoutes.version(visit), by: visit.signedIn())
                return address(action)
            }, again: show)
    }

    private static func known(_ visit: Visit) throws -> IncidentAction {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    /// The action, for who may settle it.
    private static func allowed(_ visit: Visit) throws -> IncidentAction {
        let action = try known(visit)
        guard try visit.signedIn().may(.incident(.settle(action, visit.reading.get(action.incident)))) else {
            throw Refusal.notAllowed
        }
        return action
    }

    private static func address(_ action: IncidentAction) -> Answer {
        .seeOther("/incidents/\(action.incident)#action-\(action.id)")
    }

    private static func change(
        _ visit: Visit, _ transaction: Transaction,
        by verb: (inout IncidentAction, Incident, Actor) throws -> Activity?
    ) throws -> Answer {
        let action = try allowed(visit)
        let (incident, actor) = (try transaction.get(action.incident), try visit.signedIn())
        try transaction.change(action.id, version: IncidentRoutes.version(visit)) { (action: inout IncidentAction) in
            try verb(&action, incident, actor)
        }
        return address(action)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        try IncidentPage(visit, visit.reading.get(known(visit).incident), sent: known(visit)).answer
    }
}
