import Foundation
package import Rouage
import Storage
package import WebCore

/// Requests to Product Ops: asked, sorted, taken in hand, closed. Each move is a noun under its address.
package enum RequestRoutes {
    package static func add(to routes: Routes) {
        routes.page("/requests", RequestsPage.show)
        routes.page("/requests/new", RequestFormPage.show)
        routes.page("/requests/answered", answered)
        routes.page("/requests/charter", CharterPage.show)
        routes.form("/requests", ask, again: RequestFormPage.show)
        routes.page("/requests/:id", show)
        func move(
            _ noun: String, _ move: @escaping @Sendable (Visit, Transaction, Deed, OpsRequest) throws -> Void
        ) {
            routes.form(
                "/requests/:id/\(noun)",
                { visit, transaction in
                    let request = try known(visit)
                    try move(visit, transaction, visit.deed, request)
                    let back = visit.exchange.form["back"] == "list" ? "/requests#triage" : request.address
                    return .seeOther(back)
                }, again: show)
        }
        move("triage", triage)
        move("taking", take)
        move("days", count)
        move("closing", close)
        move("satisfaction", rate)
        DutyRoutes.add(to: routes)
        AskByLink.add(to: routes)
    }

    package static func known(_ visit: Visit) throws -> OpsRequest {
        guard try visit.signedIn().may(.request(.read)) else { throw Refusal.notFound }
        return try visit.reading.get(try visit.parameter("id"))
    }

    private static func show(_ visit: Visit) throws -> Answer { try RequestPage(visit, known(visit)).answer }

    private static func ask(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let id = transaction.newID(OpsRequest.self)
        let (request, activity) = try OpsRequest.ask(
            try RequestForm(visit).draft(), ref: id.short, id: id, by: visit.deed)
        return .seeOther("/requests/\(try transaction.ask(request, activity))")
    }

    @Sendable private static func triage(
        _ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ request: OpsRequest
    ) throws {
        let form = visit.exchange.form
        // The box says nothing when it is empty: the field before it says that it was there.
        let isHot = form.all("hot_potato")
        try transaction.change(request.id, version: visit.exchange.form.version) { (request: inout OpsRequest) in
            try request.triage(
                impact: form["impact"].flatMap { Int($0) }, urgency: form["urgency"].flatMap { Int($0) },
                hotPotato: isHot.isEmpty ? nil : isHot.contains("true"), by: deed)
        }
    }

    @Sendable private static func take(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ request: OpsRequest)
        throws
    {
        guard deed.actor.may(.request(.move(request))) else { throw Refusal.notAllowed }
        let (decider, owner) = (try visit.person(in: "decider"), try visit.person(in: "return_owner"))
        try transaction.change(request.id, version: visit.exchange.form.version) { (request: inout OpsRequest) in
            try request.take(decider: decider, returnOwner: owner, by: deed)
        }
    }

    @Sendable private static func count(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ request: OpsRequest)
        throws
    {
        guard deed.actor.may(.request(.move(request))) else { throw Refusal.notAllowed }
        let days = try RequestForm(visit).days() ?? request.spentDays
        try transaction.change(request.id, version: visit.exchange.form.version) { (request: inout OpsRequest) in
            try request.count(days: days, by: deed)
        }
    }

    @Sendable private static func close(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ request: OpsRequest)
        throws
    {
        guard deed.actor.may(.request(.move(request))) || deed.actor.may(.request(.swap)) else {
            throw Refusal.notAllowed
        }
        let form = visit.exchange.form
        let outcome = form["outcome"].flatMap(OpsRequest.Outcome.init)
        try transaction.close(
            request.id, version: visit.exchange.form.version, outcome, answer: form.text("answer"),
            days: try RequestForm(visit).days(), exchange: form.text("in_exchange"),
            subject: outcome == .becameTopic ? try RequestForm(visit).subject() : nil, by: deed, .french)
    }

    @Sendable private static func rate(_ visit: Visit, _ transaction: Transaction, _ deed: Deed, _ request: OpsRequest)
        throws
    {
        let value = visit.exchange.form["satisfaction"].flatMap { Int($0) }
        try transaction.change(request.id, version: visit.exchange.form.version) { (request: inout OpsRequest) in
            try request.rate(value, by: deed)
        }
    }

    // MARK: Answered once

    private struct Found: Encodable {
        let title: String
        let note: String
        let href: String
    }

    /// What was asked before and is like what is being typed, for the script of the form.
    private static func answered(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.request(.read)) else { throw Refusal.notFound }
        let question = String((visit.exchange.query["q"] ?? "").prefix(200))
        guard visit.exchange.wantsJSON else { return .seeOther("/requests?q=\(question.inQuery)#answered") }
        let (words, views) = (RequestWords(visit), AnsweredViews(visit))
        let found = try visit.reading.requests(like: question).map {
            Found(title: words.title($0), note: views.note($0), href: $0.address)
        }
        return .json(Array(try JSONEncoder().encode(found)))
    }
}
