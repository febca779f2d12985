import HTML
import Rouage
import Storage
import WebCore

/// Who of Product Ops is on duty in which week: proposed by the product, changed by people.
struct DutyPage {
    private let visit: Visit
    private let rota: DutyRota
    private let mayArrange: Bool

    static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.request(.read)) else { throw Refusal.notFound }
        return try DutyPage(visit).answer
    }

    private init(_ visit: Visit) throws {
        self.visit = visit
        rota = try visit.reading.dutyRota(in: visit.organisation, .french)
        mayArrange = try visit.signedIn().may(.request(.arrangeDuty))
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    private var answer: Answer {
        let title = say("Le tour de permanence", "The duty rota")
        let lede = say(
            "La personne de permanence donne leur premier mot aux demandes. Jamais deux semaines de suite, et pas dans les \(DutyWeek.shield) jours ouvrés qui suivent l’arrivée.",
            "Whoever is on duty gives requests their first word. Never two weeks running, and not in the \(DutyWeek.shield) working days after joining."
        )
        let weeks = rota.weeks.filter { $0.week >= visit.today.monday - 14 }
        let nothing = say(
            "Personne n’est encore nommé. Le tour se propose de lui-même dès que Product Ops a une équipe.",
            "Nobody is named yet. The rota proposes itself as soon as Product Ops has a team.")
        let table: HTML =
            weeks.isEmpty
            ? "<div class=\"empty\"><p>\(nothing)</p></div>"
            : """
            <table class="t fold"><caption class="vh">\(title)</caption><thead><tr><th scope="col">\(say("Semaine du", "Week of"))</th>\
            <th scope="col">\(say("De permanence", "On duty"))</th><th scope="col">\(say("Comment", "How"))</th>\
            \(mayArrange ? "<th scope=\"col\">\(say("Échanger", "Swap"))</th>" as HTML : "")</tr></thead><tbody>\(weeks.map(row))</tbody></table>
            """
        let missing = say(
            "Un nom manque dans une liste ? La personne est de permanence la semaine d’avant ou d’après, vient d’arriver, ou part avant la fin de cette semaine.",
            "A name is missing from a list? They are on duty the week before or after, have just joined, or leave before that week ends."
        )
        let note: HTML = mayArrange && !weeks.isEmpty ? "<p class=\"note\">\(missing)</p>" : ""
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/requests">\(say("Demandes à Product Ops", "Requests to Product Ops"))</a></p>\
            <h1>\(title)</h1><p class="lede">\(lede)</p></div></header>\(Part.refusal(visit))<div class="rqs" id="rota" data-live-part>\(table)\(note)</div>
            """
        return Layout.page(visit, title: title, page: .requests, live: "duty_week:*", body)
    }

    private func row(_ week: DutyWeek) -> HTML {
        let isNow = week.week == visit.today.monday
        let now: HTML = isNow ? " \(Part.status(say("cette semaine", "this week"), ("d-com", "acc")))" : ""
        let how = week.isSwapped ? say("échangée", "swapped") : say("proposée", "proposed")
        let cell: HTML = mayArrange ? "<td data-l=\"\(say("Échanger", "Swap"))\">\(form(week))</td>" : ""
        return """
            <tr><th scope="row">\(visit.dates.short(week.week))\(now)</th><td data-l="\(say("De permanence", "On duty"))">\(visit.name(week.person))</td>\
            <td data-l="\(say("Comment", "How"))">\(how)</td>\(cell)</tr>
            """
    }

    private func form(_ week: DutyWeek) -> HTML {
        guard DutyWeek.acts.isOffered("", week, to: visit) else { return "" }
        let people = rota.able(in: week.week).map(\.person).filter { $0 != week.person }
            .sorted { visit.name($0) < visit.name($1) }
        guard !people.isEmpty else { return "" }
        let label = say(
            "Qui prend la semaine du \(visit.dates.short(week.week))",
            "Who takes the week of \(visit.dates.short(week.week))")
        let options = people.map { "<option value=\"\(visit.code($0) ?? "")\">\(visit.name($0))</option>" as HTML }
        let swap = DutyWeek.acts.sending("", week, visit)
        return """
            <form class="row" method="post" action="\(swap.to)">\(Part.csrf(visit))\
            \(Part.version(week.version))<select class="in short" name="person" aria-label="\(label)" required>\
            <option value="">\(say("Choisir", "Choose"))</option>\(options)</select>\
            <button class="btn s">\(swap.words)<span class="vh"> : \(visit.dates.short(week.week))</span></button></form>
            """
    }
}
