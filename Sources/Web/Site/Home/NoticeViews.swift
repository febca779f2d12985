import HTML
import Rouage
import WebCore

/// What happened to what is mine and to what I follow: on the home the last that I have not read.
enum NoticeViews {
    private static let most = 3

    static func section(_ home: Home) -> HTML {
        let (visit, unread) = (home.visit, home.unread)
        // The place stays, so that what happens while the page is open finds it.
        guard !unread.isEmpty else { return "<div id=\"happened\" data-live-part></div>" }
        let words = NoticeWords(visit: visit, spoken: home.spoken)
        let more = unread.count - most
        let rest = Phrase(
            count: more, fr: ("% autre nouvelle", "% autres nouvelles"),
            en: ("% more piece of news", "% more pieces of news"))
        let note: HTML =
            more > 0 ? "<p class=\"note\"><a href=\"/inbox#happened\">\(visit.say(rest))</a></p>" : ""
        return """
            <section class="sec" id="happened" data-live-part aria-labelledby="h-happened"><header>\
            <h2 id="h-happened">\(visit.say(title))</h2></header>
            <ul class="todo">\(unread.prefix(most).map { row(visit, $0, words) })</ul>\(note)</section>
            """
    }

    static let title = Phrase(fr: "Ce qui s’est passé", en: "What happened")

    private static func row(_ visit: Visit, _ notice: Notice, _ words: NoticeWords) -> HTML {
        let (title, detail, address) = words.message(notice)
        return "<li>\(day(visit, notice))<div>\(name(visit.say(title), address))\(more(detail))</div></li>"
    }

    /// What happened, which leads to where it did.
    static func name(_ title: String, _ address: String?) -> HTML {
        address.map { "<a href=\"\($0)\">\(title)</a>" } ?? HTML(title)
    }

    static func more(_ detail: HTML) -> HTML { detail.isEmpty ? "" : "<p>\(detail)</p>" }

    static func day(_ visit: Visit, _ notice: Notice) -> HTML {
        let day = visit.dates.weekdayShort(notice.at.day(in: visit.site.clock.zone)).capitalisedFirst
        return "<span class=\"st\">\(Part.icon(notice.icon))\(day)</span>"
    }
}
