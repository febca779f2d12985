import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The inbox: what to do, what happened, what the teams of a lead or director still owe.
struct InboxViews {
    let home: Home
    let inbox: Inbox
    /// The rest unfolds.
    private static let most = 20

    private var visit: Visit { home.visit }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var words: NoticeWords { NoticeWords(visit: visit, spoken: inbox.spoken) }

    var page: Answer {
        let title = Layout.Page.inbox.words
        let lede = Phrase(
            fr: "Trois rappels au plus pour une même chose, par Rouage, votre Tribe lead ou votre direction.",
            en: "Three reminders at most for one thing, by Rouage, your tribe lead or your director.")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            \(expected)\(happened)\(teams)
            """
        return Layout.page(
            visit, title: say(title), page: .inbox,
            live: HomeViews.live, body)
    }

    // MARK: What is expected

    private var expected: HTML {
        let title = Phrase(fr: "À faire", en: "To do")
        let rows = home.expectations.map(row)
        let nothing = Phrase(fr: "Personne n’attend rien de vous.", en: "Nobody is waiting for you.")
        let note: HTML = home.isSpokenTo ? "" : "<p class=\"note\">\(say(nothing))</p>"
        let content: HTML = rows.isEmpty ? note : "<ol class=\"todo\">\(rows)</ol>"
        return """
            <section class="sec" id="expected" data-live-part aria-labelledby="h-expected"><header>\
            <h2 id="h-expected">\(say(title))</h2></header>\(content)</section>
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

    // MARK: What happened

    private var happened: HTML {
        let rows = inbox.notices.map(row)
        let content: HTML =
            rows.isEmpty
            ? empty : "<ul class=\"todo\">\(Array(rows.prefix(Self.most)))</ul>\(older(rows.dropFirst(Self.most)))"
        return """
            <section class="sec" id="happened" data-live-part aria-labelledby="h-happened"><header>\
            <h2 id="h-happened">\(say(NoticeViews.title))</h2>\(unread)</header>\(content)\(followed)</section>
            """
    }

    private func older(_ rows: ArraySlice<HTML>) -> HTML {
        guard !rows.isEmpty else { return "" }
        let title = Phrase(fr: "Plus ancien", en: "Earlier")
        return """
            <details class="disc"><summary>\(say(title)) <span class="q">\(rows.count)</span>\(Part.icon("down"))</summary>\
            <ul class="todo">\(Array(rows))</ul></details>
            """
    }

    private var empty: HTML {
        let mine = Phrase(
            fr: "Ce qui arrive à ce qui est à vous, ou que vous suivez, se lit ici pendant trente jours.",
            en: "What happens to what is yours, or to what you follow, can be read here for thirty days.")
        let said = Phrase(
            fr: "Les rappels, les offres d’aide, les relais et les réponses à vos demandes viendront ici.",
            en: "Reminders, offers of help, relays and answers to your requests will come here.")
        return "<p class=\"note\">\(say(mine)) \(say(said))</p>"
    }

    /// How much is not read, and the one mark for all of it: what comes while the page is open stays unread.
    private var unread: HTML {
        let count = inbox.notices.count { !$0.isRead }
        guard count > 0, let last = inbox.notices.first else { return "" }
        let words = Phrase(count: count, fr: ("% non lu", "% non lus"), en: ("% unread", "% unread"))
        let mark = Phrase(fr: "Tout marquer comme lu", en: "Mark all as read")
        return """
            <p>\(say(words))</p><form class="end" method="post" action="/inbox/marks">\(Part.csrf(visit))\
            <input type="hidden" name="until" value="\(last.at.description)"><button class="btn s low">\(say(mark))</button></form>
            """
    }

    private func row(_ notice: Notice) -> HTML {
        let (title, detail, address) = words.message(notice)
        let isNew: HTML =
            notice.isRead
            ? "" : " <span class=\"st acc\">\(Part.icon("d-sig"))\(say(Phrase(fr: "Non lu", en: "Unread")))</span>"
        return """
            <li>\(NoticeViews.day(visit, notice))<div>\(NoticeViews.name(say(title), address))\(isNew)\(NoticeViews.more(detail))</div></li>
            """
    }

    /// What the person follows beside what is theirs, each with its page, where it can be left.
    private var followed: HTML {
        guard !inbox.followed.isEmpty else { return "" }
        let title = Phrase(fr: "Ce que vous suivez", en: "What you follow")
        let hint = Phrase(
            fr: "Vous seule ou seul le savez. Chaque page permet de ne plus la suivre.",
            en: "Nobody else knows. Each page lets you stop following it.")
        let links = inbox.followed.map { thing -> HTML in
            let (title, address) = thing.named(visit)
            return "<li><a href=\"\(address)#follow\">\(title)</a></li>"
        }
        return """
            <details class="disc"><summary>\(say(title)) <span class="q">\(inbox.followed.count)</span>\(Part.icon("down"))</summary>\
            <p class="note">\(say(hint))</p><ul class="plain">\(links)</ul></details>
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
        guard owed.reminders < Reminder.most, let address = words.subject(of: owed.duty.obligation).address,
            let act = Reminder.acts.all.first
        else { return "" }
        return """
            <form method="post" action="\(address)/reminder">\(Part.csrf(visit))<button class="btn s">\
            \(say(act.words.act))<span class="vh"> : \(title)</span></button></form>
            """
    }
}
