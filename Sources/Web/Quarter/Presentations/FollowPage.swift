import HTML
import Rouage
import Storage
import WebCore

/// The page of those who follow: the slide of the moment, the questions, the vote.
struct FollowPage {
    let following: Following
    private var visit: Visit { following.visit }
    private var presentation: Presentation { following.presentation }
    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    init(_ following: Following) { self.following = following }

    func answer() throws -> Answer {
        switch presentation.state {
        case .preparing, .ready: return try page(waiting)
        case .live: return try page(live())
        case .published:
            guard following.link != nil else { return .seeOther("/presentations/\(following.cycle.label.inAddress)") }
            return try page(PublishedPage(visit, presentation, following.cycle).forGuests())
        }
    }

    private var title: String { PresentationWords.title(following.cycle.label, visit.language) }

    private func page(_ body: HTML) throws -> Answer {
        let main: HTML = "\(top)<main class=\"follow\" id=\"main\">\(body)</main>"
        let state = presentation.state.rawValue
        let events = "\(following.address)/events"
        let isOver = presentation.state == .published
        let behaviour: HTML =
            isOver ? "" : " data-behaviour=\"follow\" data-events=\"\(events)\" data-state=\"\(state)\""
        let answer = Layout.stage(visit, title: title, more: " class=\"following\"\(behaviour)", main)
        guard following.link != nil, following.knownViewer == nil,
            let pass = try visit.reading.guestPass(to: presentation.id)
        else { return answer }
        let secure = visit.isSecure ? "; Secure" : ""
        return answer.with(cookies: [
            "\(Following.cookie)=\(pass); Path=/follow; HttpOnly; SameSite=Lax; Max-Age=259200\(secure)"
        ])
    }

    private var top: HTML {
        let back: HTML =
            following.link == nil
            ? "<a href=\"/presentations/\(following.cycle.label.inAddress)\">\(say("Ordre de passage", "Run of show"))</a>"
            : ""
        let other: Language = visit.language == .french ? .english : .french
        let name = other.ownName
        return """
            <header class="ftop noprint"><p><b>\(title)</b></p><p>\(back) \
            <a href="\(Preference.address("lang", other.rawValue, back: following.address))" lang="\(other.rawValue)" hreflang="\(other.rawValue)">\(name)</a></p></header>
            """
    }

    private var waiting: HTML {
        let day = visit.dates.weekdayLong(following.cycle.phases.presentation)
        let hour = visit.dates.clock(presentation.startsHour, presentation.startsMinute)
        let text = say(
            "La présentation commence \(day) à \(hour). Cette page la suivra d’elle-même.",
            "The presentation begins on \(day) at \(hour). This page will follow by itself.")
        return "<div class=\"empty\"><h1>\(title)</h1><p>\(text)</p></div>"
    }

    // MARK: Live

    private func live() throws -> HTML {
        guard let views = try FollowParts(presentation, visit.reading, visit.organisation, visit.cycles) else {
            return waiting
        }
        let parts = views.parts(visit.language)
        return """
            \(notice)<div class="slide fol"><div class="on" id="show">\(parts["show"] ?? "")</div></div>
            <p class="lost note" id="lost" role="status" hidden>\(say("La connexion est coupée. La page reprend seule.", "The connection was lost. The page resumes by itself."))</p>
            <div class="fcols"><section class="sec" aria-labelledby="h-q"><header><h2 id="h-q">\
            \(say("Questions", "Questions"))</h2></header>\(ask)
            <form method="post" action="\(following.address)/support">\(csrf)<div id="questions">\(parts["questions"] ?? "")\
            </div></form></section>
            <section class="sec" id="confidence" aria-labelledby="h-c"><header><h2 id="h-c">\
            \(say("Confiance", "Confidence"))</h2></header><p class="note">\(visit.say(ConfidenceViews.secrecy))</p>
            \(try votes(parts["vote"] ?? "", views))</section></div>
            """
    }

    private var notice: HTML {
        if visit.wait != nil {
            let text = say(
                "Vous envoyez beaucoup à la fois. Attendez une minute.",
                "You are sending a lot at once. Wait a minute.")
            return "<div class=\"banner warn\" role=\"alert\" tabindex=\"-1\">\(Part.icon("alert"))<p>\(text)</p></div>"
        }
        return Part.refusal(visit)
    }

    private var csrf: HTML { following.link == nil ? Part.csrf(visit) : "" }

    private var ask: HTML {
        let parts = FormParts(visit, prefix: "ask")
        let limit = AudienceQuestion.limit
        let team = say("À l’équipe à l’écran", "To the team on stage")
        let all = say("À toutes", "To all")
        return """
            <form class="askq" method="post" action="\(following.address)/questions">\(csrf)\
            \(parts.area("text", Phrase(fr: "Votre question", en: "Your question"), limit: limit))
            <fieldset class="field"><legend class="vh">\(say("À qui", "To whom"))</legend>\
            <label class="opt"><input type="radio" name="about" value="stage" checked> <span>\(team)</span></label>\
            <label class="opt"><input type="radio" name="about" value="whole"> <span>\(all)</span></label></fieldset>\
            <div class="acts"><button class="btn pri">\(say("Demander", "Ask"))</button></div></form>
            """
    }

    private func votes(_ team: HTML, _ views: FollowParts) throws -> HTML {
        let teams = presentation.runOfShow.map { ConfidenceSubject.team($0.team) }
        let voted =
            try following.knownViewer.map {
                try visit.reading.voted(by: $0, on: [.whole] + teams, in: presentation)
            } ?? []
        let done = presentation.runOfShow.map(\.team).filter { voted.contains(.team($0)) }.map(\.description)
        let isDone = presentation.showing.map { voted.contains(.team($0)) } ?? false
        let counted = say(
            "Votre vote est compté. Personne ne sait lequel.", "Your vote is counted. Nobody knows which it is.")
        let whole = ConfidenceViews.fields(visit.language, about: nil, prefix: "whole")
        let wholeForm: HTML =
            voted.contains(.whole)
            ? "<p class=\"note\">\(Part.icon("check"))\(say("Trimestre entier : votre vote est compté.", "Whole quarter: your vote is counted."))</p>"
            : "<form class=\"vote\" method=\"post\" action=\"\(following.address)/confidence\">\(csrf)\(whole)</form>"
        return """
            <form class="vote" id="team-form" method="post" action="\(following.address)/confidence" \
            data-voted="\(done.joined(separator: " "))"\(" hidden", if: isDone)>\(csrf)<div id="vote">\(team)</div></form>\
            <p class="note" id="team-voted"\(" hidden", if: !isDone)>\(Part.icon("check"))\(counted)</p>\(wholeForm)
            """
    }
}
