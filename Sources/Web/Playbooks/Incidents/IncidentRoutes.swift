package import Rouage
import Storage
package import WebCore

/// Incidents: reported, kept up to date, learnt from, closed. Each move is a noun under its address.
package enum IncidentRoutes {
    package static func add(to routes: Routes) {
        routes.page("/incidents") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .incidents) }
            return try IncidentListPage(visit).answer
        }
        routes.page("/incidents/new", NewIncidentPage.answer)
        routes.form("/incidents", open, again: NewIncidentPage.answer)
        routes.page("/incidents/:id", show)
        routes.form("/incidents/:id", edit, again: show)
        move("mitigation", routes) { visit, transaction, deed, incident in
            let at = try IncidentForm(visit: visit).moment("at")
            try transaction.change(incident.id, version: visit.exchange.form.version) { (incident: inout Incident) in
                try incident.mitigate(at: at, by: deed)
            }
        }
        move("resolution", routes) { visit, transaction, deed, incident in
            let at = try IncidentForm(visit: visit).moment("at")
            try transaction.change(incident.id, version: visit.exchange.form.version) { (incident: inout Incident) in
                try incident.resolve(at: at, by: deed)
            }
        }
        move("reopening", routes) { visit, transaction, deed, incident in
            try transaction.change(incident.id, version: visit.exchange.form.version) { (incident: inout Incident) in
                try incident.reopen(reason: visit.exchange.form.text("reason"), by: deed)
            }
        }
        move("closing", routes) { visit, transaction, deed, incident in
            try transaction.closeIncident(incident.id, version: visit.exchange.form.version, by: deed)
        }
        move("timeline", routes) { visit, transaction, deed, incident in
            let (line, activity) = try IncidentLine.write(
                visit.exchange.form.text("text"), at: IncidentForm(visit: visit).moment("at"), in: incident,
                id: transaction.newID(), by: deed)
            try transaction.add(line, activity)
        }
        move("actions", routes) { visit, transaction, deed, incident in
            try transaction.agree(on: draft(visit), after: incident.id, by: deed)
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
        _ move: @escaping @Sendable (Visit, Transaction, Deed, Incident) throws -> Void
    ) {
        routes.form(
            "/incidents/:id/\(noun)",
            { visit, transaction in
                let incident = try known(visit)
                guard try visit.signedIn().may(.incident(.update(incident))) else { throw Refusal.notAllowed }
                try move(visit, transaction, visit.deed, incident)
                return .seeOther("/incidents/\(incident.id)")
            }, again: show)
    }

    package static func known(_ visit: Visit) throws -> Incident {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    /// What somebody writes of an action; a field that was not sent stays as it is.
    package static func draft(_ visit: Visit, over stored: IncidentAction? = nil) throws -> IncidentAction.Draft {
        let form = visit.exchange.form
        let owner = try form["owner"].map { name -> Identifier<Person>? in
            if name.trimmed.isEmpty { return nil }
            guard let person = try visit.person(named: name) else { throw Refusal.invalid("owner", .unknown) }
            return person.id
        }
        return IncidentAction.Draft(
            what: form["what"]?.trimmed ?? stored?.what ?? "", owner: owner ?? stored?.owner,
            due: form["due"].map { Day($0.trimmed) } ?? stored?.due)
    }

    private static func show(_ visit: Visit) throws -> Answer { try IncidentPage(visit, known(visit)).answer }

    private static func open(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        guard deed.actor.may(.incident(.open)) else { throw Refusal.notAllowed }
        let id = transaction.newID(Incident.self)
        let (incident, activity) = try Incident.open(
            IncidentForm(visit: visit).draft(), ref: String(id.description.suffix(12)), id: id, by: deed)
        try transaction.add(incident, activity)
        return .seeOther("/incidents/\(id)")
    }

    private static func edit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let incident = try known(visit)
        let deed = try visit.deed
        guard deed.actor.may(.incident(.update(incident))) else { throw Refusal.notAllowed }
        let draft = try IncidentForm(visit: visit).draft(over: incident.draft)
        try transaction.change(incident.id, version: visit.exchange.form.version) { (incident: inout Incident) in
            try incident.edit(draft, by: deed)
        }
        return .seeOther("/incidents/\(incident.id)")
    }

    private static func removeLine(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        let line: IncidentLine = try transaction.get(try visit.parameter("id"))
        let incident: Incident = try transaction.get(line.incident)
        try transaction.remove(line.id) { line in try line.remove(from: incident, by: deed) }
        return .seeOther("/incidents/\(incident.id)#timeline")
    }
}
