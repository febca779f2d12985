import HTML
import Rouage
import Storage
import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The home, put together. In the order of the document it reads as on a phone: actions first, column last.
enum HomeViews {
    /// What the home changes with.
    static let live =
        "dependency:*,briefing:*,cycle:*,comment:*,request:*,incident:*,incident_action:*,meeting:*,presentation:*,rework:*,relay:*,mercato:*,brainstorm:*,share_out:*,ops_project:*,playbook:*,playbook_feedback:*,review:*,topic:*,reminder:*"

    static func page(_ home: Home) -> Answer {
        let visit = home.visit
        let body: HTML = """
            <div class="col"><header class="head"><div><h1>\(Headline.sentence(home))</h1>
            <p class="lede">\(Headline.lede(home))</p></div></header>
            <div>\(ExpectationViews.section(home))\(NoticeViews.section(home))</div>
            <div><div class="told" id="released" data-live-part>\(BrokenViews.note(home))\(ReleasedViews.note(home))</div>
            <div class="duo" id="needs" data-live-part>\(NeedViews.sections(home))</div></div>
            \(DecisionViews.section(home))
            \(ColumnViews.aside(home))</div>
            """
        return Layout.page(
            visit, title: visit.say(Phrase(fr: "La colonne", en: "The spine")), page: .spine,
            live: live, body)
    }

    /// For somebody who has an account and no place in the department.
    static func outside(_ visit: Visit) -> Answer {
        let isAdministrator = visit.actor?.holds(.administrator) == true
        let title = visit.say(
            isAdministrator
                ? Phrase(fr: "L’administration de Rouage", en: "Running Rouage")
                : Phrase(fr: "Votre place n’est pas encore indiquée", en: "Your place is not known yet"))
        let links: HTML = """
            <div class="acts"><a class="btn pri" href="\(Layout.Page.accounts.address)">\(visit.say(Phrase(fr: "Gérer les comptes", en: "Manage accounts")))</a>\
            <a class="btn" href="\(Layout.Page.people.address)">\(visit.say(Layout.Page.people.words))</a></div>
            """
        let text =
            isAdministrator
            ? Phrase(
                fr:
                    "Vous ouvrez les comptes et rangez les équipes. Les briefings et les décisions appartiennent au département.",
                en: "You open accounts and keep teams in order. Briefings and decisions belong to the department.")
            : Phrase(
                fr:
                    "Rouage montre le trimestre de votre équipe dès qu’un responsable vous y ajoute. Donnez-lui le nom avec lequel vous entrez ici.",
                en:
                    "Rouage shows your team’s quarter as soon as its lead adds you to it. Give them the name you sign in with."
            )
        let body: HTML = """
            <h1>\(title)</h1><div class="empty"><p class="prose">\(visit.say(text))</p>\(isAdministrator ? links : "")</div>
            """
        return Layout.page(visit, title: title, page: .spine, body)
    }
}
