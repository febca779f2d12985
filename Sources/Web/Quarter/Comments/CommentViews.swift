import HTML
import Rouage
import Storage
import WebCore

/// What people say beside the page.
extension BriefingPage {
    var talk: HTML {
        let count = Phrase(
            count: comments.count, fr: ("%, visible de tout le département", "%, visibles de tout le département"),
            en: ("%, visible to the whole department", "%, visible to the whole department"))
        let own = Phrase(
            fr: "\(comments.count), visibles des personnes du briefing tant qu’il n’est pas déposé",
            en: "\(comments.count), visible to the briefing’s people until it is submitted")
        return """
            <section class="talk noprint" id="comments" aria-labelledby="h-comments"><div class="sec">\
            <header><h2 id="h-comments">\(say(Phrase(fr: "Commentaires", en: "Comments")))</h2>\
            <p>\(say(briefing.state == .draft ? own : count))</p></header>
            <ol class="cmts" id="comment-list" data-live-part>\(comments.map(comment))</ol>\(commentForm)</div></section>
            """
    }

    private func comment(_ comment: Comment) -> HTML {
        let person = visit.organisation.people[comment.author]
        let team = visit.organisation.memberships(of: comment.author).first.map { visit.name($0.unit) } ?? ""
        let place: HTML = team.isEmpty ? "" : ", \(team)"
        return """
            <li id="c-\(comment.id.description)"><span class="av" aria-hidden="true">\(person?.initials ?? "")</span><div>\
            <div class="by"><b>\(person?.name ?? "")</b>\(place) <time>\(visit.moment(comment.createdAt))</time>\(removal(comment))</div>\
            \(CommentText(comment: comment, visit: visit).html)</div></li>
            """
    }

    private func removal(_ comment: Comment) -> HTML {
        guard Comment.acts.isOffered("removal", comment, to: visit) else { return "" }
        let removal = Comment.acts.sending("removal", comment, visit)
        return """
             <form class="inline" method="post" action="\(removal.to)">\(Part.csrf(visit))\
            <button class="btn low s">\(removal.words)</button></form>
            """
    }

    private var commentForm: HTML {
        guard may(.comment(briefing)) else { return "" }
        let hint = Phrase(
            fr: "Dites ce qui change pour vous, ou ce qui vous bloque. @ suivi d’un nom désigne une personne.",
            en: "Say what changes for you, or what blocks you. @ and a name points to a person.")
        let flaw = visit.flaw("text", sentTo: "comments")
        let error: HTML =
            flaw.map { flaw -> HTML in
                "<p class=\"err\" id=\"comment-error\">\(Part.icon("alert"))\(say(flaw.reason.phrase))</p>"
            } ?? ""
        let described: HTML = flaw == nil ? "comment-hint" : "comment-hint comment-error"
        return """
            <form class="field" method="post" action="\(address)/comments">\(Part.csrf(visit))
            <label for="text">\(say(Phrase(fr: "Votre commentaire", en: "Your comment")))</label>
            <textarea class="in" id="text" name="text" rows="3" aria-describedby="\(described)"\
            \(" aria-invalid=\"true\"", if: flaw != nil) data-behaviour="mention">\n\(visit.typed("text", sentTo: "comments"))</textarea>\(error)
            <p class="hint" id="comment-hint">\(say(hint))</p>
            <div class="acts"><button class="btn">\(Comment.acts.making(visit))</button></div></form>
            """
    }
}

/// A comment as it is read: paragraphs, and the people it names as links.
struct CommentText {
    let comment: Comment
    let visit: Visit

    var html: HTML {
        var inside = HTML()
        for piece in comment.pieces(among: visit.organisation.callNames) {
            switch piece {
            case .text(let text): inside.append(lines(text))
            case .person(let person):
                inside.append("<a href=\"/people/\(person.id.description)\">@\(person.name)</a>")
            }
        }
        let lang: HTML = language == visit.language ? "" : " lang=\"\(language.rawValue)\""
        return "<div class=\"prose\"\(lang)><p>\(inside)</p></div>"
    }

    private var language: Language { visit.language(of: comment.author) }

    private func lines(_ text: String) -> HTML {
        text.set(in: language).split(separator: "\n", omittingEmptySubsequences: false).map { HTML(String($0)) }.joined(
            "<br>")
    }
}
