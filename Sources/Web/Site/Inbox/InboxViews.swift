import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The inbox: what to do, what was said, what the teams of a lead or director still owe.
struct InboxViews {
    let home: Home
    let inbox: Inbox

    private var visit: Visit { home.visit }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var words: InboxWords { InboxWords(visit: visit, inbox: inbox) }

    var page: Answer {
        let title = Layout.Page.inbox.words
        let lede = Phrase(
            fr: "Trois rappels au plus pour une même chose, par Rouage, votre Tribe lead ou votre direction.",
            en: "Three reminders at most for one thing, by Rouage, your tribe lead or your director.")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            \(expected)\(received)\(teams)
            """
        return Layout.page(
            visit, title: say(title), page: .inbox,
            live:
                "\(HomeViews.live),reminder:*,relay:*,playbook:*,playbook_feedback:*,ops_project:*,share_out:*,request:*",
            body)
    }

    // MARK: What is expected

    private var expected: HTML {
        let title = Phrase(fr: "À faire", en: "To do")
        let rows = home.expectations.map(row)
        let nothing = Phrase(fr: "Personne n’attend rien de vous.", en: "Nobody is waiting for you.")
        let isFree = rows.isEmpty && home.mentions.isEmpty
        let note: HTML = isFree ? "<p class=\"note\">\(say(nothing))</p>" : ""
        let content: HTML = rows.isEmpty ? note : "<ol class=\"todo\">\(rows)</ol>"
        return """
            <section class="sec" id="expected" data-live-part aria-labelledby="h-expected"><header>\
            <h2 id="h-expected">\(say(title))</h2></header>\(content)\(MentionViews.list(visit, home.mentions))</section>
            """
    }

    private func row(_ expectation: Expectation) -> HTML {
        let words = expectation.task.words(visit)
        return """
            <li>\(ExpectationViews.due(visit, expectation.due))<div><a href="\(words.address)">\(say(words.title))</a>\
            <p>\(say(words.detail))</p>\(pressing(expectation))\(said(of: expectation))</div>\
            <a class="btn s" href="\(words.address)">\(say(words.act))<span class="vh"> : \(say(words.title))</span></a></li>
            """
    }

    /// Short notice is said at once, not in the next summary.
    private func pressing(_ expectation: Expectation) -> HTML {
        guard case .answer(let dependency) = expectation.task, dependency.isPressing(.french) else { return "" }
        let word = Phrase(
            fr: "Délai court : moins de dix jours ouvrés.", en: "Short notice: less than ten working days.")
        return "<p class=\"note\">\(Part.icon("alert")) \(say(word))</p>"
    }

    private func said(of expectation: Expectation) -> HTML {
        guard let obligation = expectation.obligation, let reminders = inbox.said[obligation], !reminders.isEmpty else {
            return ""
        }
        return "<p class=\"note\">\(say(words.sent(reminders)))</p>"
    }

    // MARK: What was said

    private var received: HTML {
        let title = Phrase(fr: "Reçu", en: "Received")
        let nothing = Phrase(
            fr: "Les rappels, les offres d’aide, les relais et les réponses à vos demandes viendront ici.",
            en: "Reminders, offers of help, relays and answers to your requests will come here.")
        let rows = inbox.items.map(message)
        let content: HTML = rows.isEmpty ? "<p class=\"note\">\(say(nothing))</p>" : "<ul class=\"todo\">\(rows)</ul>"
        return """
            <section class="sec" id="received" data-live-part aria-labelledby="h-received"><header>\
            <h2 id="h-received">\(say(title))</h2>\(unread)</header>\(content)</section>
            """
    }

    private var unread: HTML {
        let items = inbox.unread
        guard !items.isEmpty else { return "" }
        let count = Phrase(count: items.count, fr: ("% non lu", "% non lus"), en: ("% unread", "% unread"))
        return """
            <p>\(say(count))</p><div class="end">\(mark(items, Phrase(fr: "Tout marquer comme lu", en: "Mark all as read")))</div>
            """
    }

    private func mark(_ items: [Inbox.Item], _ phrase: Phrase, about: String = "") -> HTML {
        let fields = items.map { "<input type=\"hidden\" name=\"item\" value=\"\($0.id)\">" as HTML }
        let whole: HTML = about.isEmpty ? "" : "<span class=\"vh\"> : \(about)</span>"
        return """
            <form method="post" action="/inbox/marks">\(Part.csrf(visit))\(fields)\
            <button class="btn s low">\(say(phrase))\(whole)</button></form>
            """
    }

    private func message(_ item: Inbox.Item) -> HTML {
        let (title, detail, address) = words.message(item.matter)
        let day = visit.dates.weekdayShort(item.at.day(in: visit.site.clock.zone)).capitalisedFirst
        let isNew: HTML =
            item.isRead
            ? "" : "<span class=\"st acc\">\(Part.icon("d-sig"))\(say(Phrase(fr: "Non lu", en: "Unread")))</span> "
        let read: HTML =
            item.isRead ? "" : mark([item], Phrase(fr: "Marquer comme lu", en: "Mark as read"), about: say(title))
        let name: HTML = address.map { "<a href=\"\($0)\">\(say(title))</a>" } ?? HTML(say(title))
        return """
            <li><span class="st">\(Part.icon("cal"))\(day)</span><div>\(isNew)\(name)<p>\(say(detail))</p></div>\(read)</li>
            """
    }

    // MARK: What teams owe

    private var teams: HTML {
        guard !inbox.owed.isEmpty else { return "" }
        let title = Phrase(fr: "Ce que vos équipes doivent encore", en: "What your teams still owe")
        let hint = Phrase(
            fr: "Par équipe, jamais par personne. Après trois rappels, la suite est une offre d’aide, puis un relais.",
            en: "By team, never by person. After three reminders comes an offer of help, then a relay.")
        return """
            <section class="sec" id="teams" data-live-part aria-labelledby="h-teams"><header>\
            <h2 id="h-teams">\(say(title))</h2></header><p class="note">\(say(hint))</p>\
            <ol class="todo">\(inbox.owed.map(owed))</ol></section>
            """
    }

    private func owed(_ owed: Inbox.Owed) -> HTML {
        let (title, address) = words.subject(of: owed.duty.obligation)
        let team = visit.name(owed.duty.team)
        let count = Phrase(
            count: owed.reminders,
            fr: ("\(team), % rappel sur \(Reminder.most)", "\(team), % rappels sur \(Reminder.most)"),
            en: ("\(team), % reminder of \(Reminder.most)", "\(team), % reminders of \(Reminder.most)"))
        let name: HTML = address.map { "<a href=\"\($0)\">\(say(title))</a>" } ?? HTML(say(title))
        return """
            <li>\(ExpectationViews.due(visit, owed.duty.due))<div>\(name)<p>\(say(count))</p></div>\(remind(owed, say(title)))</li>
            """
    }

    private func remind(_ owed: Inbox.Owed, _ title: String) -> HTML {
        guard owed.reminders < Reminder.most, let address = words.subject(of: owed.duty.obligation).address else {
            return ""
        }
        return """
            <form method="post" action="\(address)/reminder">\(Part.csrf(visit))<button class="btn s">\
            \(say(Phrase(fr: "Rappeler", en: "Remind")))<span class="vh"> : \(title)</span></button></form>
            """
    }
}
