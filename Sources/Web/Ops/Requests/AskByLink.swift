import HTML
import Rouage
import Storage
import WebCore

/// Asking without an account, by a signed link that ends by itself: the form, and where the one request stands.
enum AskByLink {
    static func add(to routes: Routes) {
        routes.form("/requests/link", make, again: RequestsPage.show)
        routes.form("/requests/link/renewal", renew, again: RequestsPage.show)
        routes.page("/ask/:link", form)
        routes.open("/ask/:link", send, again: form)
        routes.page("/ask/:link/:id", story)
    }

    private static func make(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        try transaction.openRequestLinks(by: visit.deed)
        return .seeOther("/requests#link")
    }

    private static func renew(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        try transaction.renewRequestLinks(by: visit.deed)
        return .seeOther("/requests#link")
    }

    private static func link(_ visit: Visit) throws -> RequestLink {
        guard let link = visit.exchange.parameters["link"].flatMap(RequestLink.init),
            try visit.reading.opens(link, in: visit.organisation)
        else { throw Refusal.notFound }
        return link
    }

    /// What one address, and all who have one person's link, send in an hour.
    private static let (perAddress, perLink) = (5, 30)

    private static func slow(_ visit: Visit, _ link: RequestLink) throws {
        let limiter = visit.site.guestRequests
        for (name, limit) in [("at \(visit.exchange.address)", perAddress), ("by \(link.host)", perLink)] {
            if let until = limiter.wait(name, limit: limit, at: visit.now) { throw TooManyTries(until: until) }
        }
        for name in ["at \(visit.exchange.address)", "by \(link.host)"] { limiter.count(name, at: visit.now) }
    }

    private static func send(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let link = try link(visit)
        let id = transaction.newID(OpsRequest.self)
        let (request, activity) = try OpsRequest.ask(
            draft(visit), as: visit.exchange.form.text("guest_name"), invitedBy: link.host, ref: id.short, id: id,
            in: visit.organisation, on: visit.today, at: visit.now)
        try slow(visit, link)
        return .seeOther("/ask/\(link.text)/\(try transaction.ask(request, activity))")
    }

    /// Without an account one names nobody of the department, and learns nobody's name.
    private static func draft(_ visit: Visit) throws -> OpsRequest.Draft {
        var entries = Entries(visit.exchange.form)
        for name in [OpsRequest.Draft.Name.team, .decider, .returnOwner] { entries[name.rawValue] = nil }
        return try OpsRequest.Draft().taking(entries, visit.names)
    }

    // MARK: Pages

    private static func form(_ visit: Visit) throws -> Answer {
        let link = try link(visit)
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let form = try FieldForm(visit, OpsRequest.Draft(), isSent: visit.isAgain || visit.wait != nil)
        let name = ("guest_name", Phrase(fr: "Votre nom", en: "Your name"))
        let heading = say("Demander à Product Ops", "Ask Product Ops")
        let until = visit.dates.weekdayLong(link.until)
        let lede = say(
            "\(visit.name(link.host)) vous a donné ce lien. Il ouvre ce formulaire, rien d’autre, jusqu’au \(until).",
            "\(visit.name(link.host)) gave you this link. It opens this form and nothing else, until \(until).")
        let body: HTML = """
            <header class="head"><div><h1>\(heading)</h1><p class="lede">\(lede)</p></div></header>\(wait(visit))
            \(form.summary(Phrase(fr: "La demande n’est pas partie.", en: "The request was not sent."), and: [name]))
            <form class="frm wr" method="post" action="/ask/\(link.text)">\
            \(form.parts.text(name.0, name.1, more: " autocomplete=\"name\""))\
            \(form.control(.title))\(RequestFormPage.fields(form))
            <div class="acts"><button class="btn pri">\(say("Envoyer la demande", "Send the request"))</button></div></form>
            """
        return stage(visit, heading, body)
    }

    private static func wait(_ visit: Visit) -> HTML {
        guard visit.wait != nil else { return "" }
        let text = visit.say(
            Phrase(
                fr:
                    "Plusieurs demandes viennent de partir d’ici. Revenez dans une heure : ce que vous avez écrit reste sur cette page.",
                en:
                    "Several requests have just left from here. Come back in an hour: what you wrote stays on this page."
            ))
        return "<div class=\"banner warn\" role=\"alert\" tabindex=\"-1\">\(Part.icon("alert"))<p>\(text)</p></div>"
    }

    private static func story(_ visit: Visit) throws -> Answer {
        let request: OpsRequest = try visit.reading.get(try visit.parameter("id"))
        // A link shows what came by it, and nothing that a member asked.
        guard let link = visit.exchange.parameters["link"].flatMap(RequestLink.init),
            try visit.reading.tells(link, of: request, on: visit.today)
        else { throw Refusal.notFound }
        let again: HTML =
            try visit.reading.opens(link, in: visit.organisation)
            ? "<div class=\"acts\"><a class=\"btn\" href=\"/ask/\(link.text)\">\(visit.say(Phrase(fr: "Demander autre chose", en: "Ask for something else")))</a></div>"
            : ""
        let last = request.askedOn + RequestLink.daysToRead
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let words = RequestWords(visit)
        let way = try request.topic.flatMap { try TopicWay(visit, $0) }
        let story = RequestStory(visit, request, way, isForGuest: true)
        let kept = say(
            "Gardez l’adresse de cette page : elle dira où en est votre demande, jusqu’au \(visit.dates.full(last)).",
            "Keep the address of this page: it tells where your request stands, until \(visit.dates.full(last))."
        )
        let body: HTML = """
            <article class="sheet"><header><p class="over"><span>\(say("Votre demande", "Your request"))</span><span class="end">\(words.status(request))</span></p>\
            <h1>\(words.title(request))</h1></header>\(story.outcome)\(story.steps)</article><p class="note">\(kept)</p>\(again)
            """
        return stage(visit, words.title(request), body)
    }

    private static func stage(_ visit: Visit, _ title: String, _ body: HTML) -> Answer {
        let other: Language = visit.language == .french ? .english : .french
        let name = other.ownName
        return Layout.stage(
            visit, title: title, more: "",
            """
            <header class="guest noprint"><b>\(visit.organisation.department?.name ?? "Rouage")</b>\
            <a href="\(Preference.address("lang", other.rawValue, back: visit.exchange.path))" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(name)</a></header>\
            <main id="main" class="rqs">\(body)</main>
            """)
    }
}

/// A member's link for people without an account, on the page of all requests.
enum RequestLinkViews {
    static func section(_ visit: Visit, _ actor: Actor) throws -> HTML {
        guard actor.may(.request(.invite)), let me = actor.id else { return "" }
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let title = say("Faire demander quelqu’un sans compte", "Let somebody without an account ask")
        let head: HTML =
            "<section class=\"sec\" id=\"link\" aria-labelledby=\"h-link\"><header><h2 id=\"h-link\">\(title)</h2></header>"
        guard let link = try visit.reading.requestLink(of: me, on: visit.today) else {
            return """
                \(head)<form method="post" action="/requests/link">\(Part.csrf(visit))<button class="btn s">\
                \(say("Créer un lien", "Make a link"))</button></form></section>
                """
        }
        let scheme = visit.isSecure ? "https" : "http"
        let note = say(
            "Signé de votre nom, bon jusqu’au \(visit.dates.weekdayShort(link.until)). Il ouvre le formulaire et la demande envoyée, qui se lit \(RequestLink.daysToRead) jours, rien d’autre.",
            "Signed with your name, good until \(visit.dates.weekdayShort(link.until)). It opens the form and the request sent, which can be read for \(RequestLink.daysToRead) days, nothing else."
        )
        let renewal: HTML =
            actor.may(.request(.renewLinks))
            ? """
            <form class="acts" method="post" action="/requests/link/renewal">\(Part.csrf(visit))<button class="btn low s">\
            \(say("Remplacer tous les liens : les anciens n’ouvriront plus rien", "Replace all links: the old ones will open nothing"))</button></form>
            """ : ""
        return """
            \(head)<div class="field"><label for="ask-link">\(say("Votre lien", "Your link"))</label><p class="hint" id="ask-link-h">\(note)</p>\
            <input class="in" id="ask-link" readonly value="\(scheme)://\(visit.exchange.host)/ask/\(link.text)" aria-describedby="ask-link-h"></div>\(renewal)</section>
            """
    }
}
