import Rouage
import Storage
import WebCore

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
        try transaction.beginPostmortem(PostmortemForm.content(visit, over: .init()), of: incident.id, by: visit.deed)
        return .seeOther("/incidents/\(incident.id)/postmortem")
    }

    private static func write(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let page = try allowed(visit)
        try transaction.writePostmortem(
            page.id, PostmortemForm.content(visit, over: page.content), version: visit.exchange.form.version,
            by: visit.deed)
        return .seeOther("/incidents/\(page.incident)/postmortem")
    }

    private static func publish(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let page = try allowed(visit)
        try transaction.publishPostmortem(page.id, version: visit.exchange.form.version, by: visit.deed)
        return .seeOther("/incidents/\(page.incident)/postmortem")
    }

    /// The page, for who may write it.
    private static func allowed(_ visit: Visit) throws -> Postmortem {
        guard try visit.signedIn().may(.incident(.update(incident(visit)))) else { throw Refusal.notAllowed }
        return try known(visit)
    }
}
