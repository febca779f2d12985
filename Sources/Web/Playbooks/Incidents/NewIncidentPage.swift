import HTML
import Rouage
import WebCore

/// The short form by which somebody reports an incident.
enum NewIncidentPage {
    static func answer(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        guard actor.may(.incident(.open)) else { throw Refusal.notAllowed }
        let say = visit.say
        let heading = Phrase(fr: "Signaler un incident", en: "Report an incident")
        let lede = Phrase(
            fr: "Dès le doute. Se tromper par excès ne coûte rien : la gravité se corrige.",
            en: "As soon as you doubt. Erring on the high side costs nothing: the severity can be corrected.")
        let own = actor.teams.filter(\.sort.delivers).map(\.id)
        let stored = Incident.Draft(title: "", severity: .two, teams: own)
        let form = try IncidentForm(visit, stored, isNew: true)
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/incidents">\(say(Phrase(fr: "Incidents", en: "Incidents")))</a></p>\
            <h1>\(say(heading))</h1><p class="lede">\(say(lede))</p></div></header>
            \(form.form.summary(Phrase(fr: "L’incident n’est pas enregistré.", en: "The incident was not saved.")))
            <form class="frm incform" method="post" action="/incidents">\(Part.csrf(visit))\(Part.peopleList(visit))\
            \(form.html)
            <div class="acts"><button class="btn pri">\(Incident.acts.making(visit))</button>\
            <a class="btn low" href="/incidents">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(heading), page: .incidents, body)
    }
}
