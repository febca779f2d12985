import Rouage
import Storage
package import WebCore

/// The pages of requests to Product Ops.
package enum RequestRoutes {
    package static func add(to routes: Routes) {
        routes.page("/requests", RequestsPage.show)
        routes.page("/requests/new", RequestFormPage.show)
        routes.page("/requests/answered", answered)
        routes.page("/requests/charter", CharterPage.show)
        routes.page("/requests/duty", DutyPage.show)
        routes.page("/requests/:id", show)
        OpsRequest.acts.add(to: routes, again: show, new: RequestFormPage.show)
        DutyWeek.acts.add(to: routes, again: DutyPage.show, new: DutyPage.show)
        AskByLink.add(to: routes)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.request(.read)) else { throw Refusal.notFound }
        return try RequestPage(visit, visit.record()).answer
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
        guard visit.exchange.wantsJSON else { return .seeOther("/requests?q=\(question.inAddress)#answered") }
        let (words, views) = (RequestWords(visit), AnsweredViews(visit))
        let found = try visit.reading.requests(like: question).map {
            Found(title: words.title($0), note: views.note($0), href: $0.address)
        }
        return try .script(found)
    }
}
