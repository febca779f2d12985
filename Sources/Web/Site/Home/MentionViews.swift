import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// Comments that name the visitor, until they have read them.
enum MentionViews {
    private static let most = 5

    /// Those that the visitor may read: a mention tells nobody of a page that is closed to them.
    static func open(_ visit: Visit) throws -> [Mention] {
        guard let actor = visit.actor, let me = actor.id else { return [] }
        return try visit.reading.mentions(of: me).filter { actor.may(.readBriefing($0.briefing)) }
    }

    static func list(_ visit: Visit, _ mentions: [Mention]) -> HTML {
        guard !mentions.isEmpty else { return "" }
        let more = mentions.count - most
        let rest = Phrase(
            count: more, fr: ("% autre commentaire vous nomme.", "% autres commentaires vous nomment."),
            en: ("% more comment names you.", "% more comments name you."))
        let note: HTML = more > 0 ? "<p class=\"note\">\(visit.say(rest))</p>" : ""
        return """
            <ul class="todo" aria-label="\(visit.say(Phrase(fr: "On vous nomme", en: "You are named")))">\
            \(mentions.prefix(most).map { row(visit, $0) })</ul>\(note)
            """
    }

    /// The comment with people by their names.
    private static func text(of comment: Comment, _ visit: Visit) -> String {
        comment.pieces(among: visit.organisation.people.values).map { piece in
            switch piece {
            case .text(let text): text
            case .person(let person): "@\(person.name)"
            }
        }.joined()
    }

    private static func row(_ visit: Visit, _ mention: Mention) -> HTML {
        let comment = mention.comment
        let who = visit.name(comment.author)
        let title = visit.title(of: mention.briefing)
        let words = Phrase(
            fr: "\(who) vous mentionne dans « \(title) »", en: "\(who) mentions you in “\(title)”")
        let language = visit.language(of: comment.author)
        let lang: HTML = language == visit.language ? "" : " lang=\"\(language.rawValue)\""
        let day = visit.dates.weekdayShort(comment.createdAt.day(in: visit.site.clock.zone)).capitalisedFirst
        let address: HTML = "/briefings/\(comment.briefing.description)#c-\(comment.id.description)"
        return """
            <li><span class="st">\(Part.icon("comment"))\(day)</span><div><a href="\(address)">\(visit.say(words))</a>\
            <p\(lang)>\(text(of: comment, visit).shortened(to: 120).set(in: language))</p></div>\
            <a class="btn s" href="\(address)">\(visit.say(Phrase(fr: "Lire", en: "Read")))\
            <span class="vh"> : \(visit.say(words))</span></a></li>
            """
    }
}
