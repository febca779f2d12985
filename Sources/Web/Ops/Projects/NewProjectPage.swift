import HTML
package import Rouage
import Storage
package import WebCore

/// Starts a project in the middle of a quarter; when the days are taken, it says what makes room.
struct NewProjectPage {
    let visit: Visit
    private let form: FieldForm<OpsProject.Beginning>
    private let topics: [Topic]
    /// The urgent request that it comes from, when it does.
    private let request: OpsRequest?
    private let room: OpsProject.Room?
    /// What each of Product Ops carries already; theirs alone to read.
    private let table: ShareOutTable?

    init(_ visit: Visit) throws {
        self.visit = visit
        form = try FieldForm(visit, OpsProject.Beginning())
        topics = try visit.running.map { try visit.reading.topicsToBegin(in: $0.id) } ?? []
        let named = visit.exchange.form["request"] ?? visit.exchange.query["request"]
        request = try named.flatMap(Identifier<OpsRequest>.init).flatMap { try visit.reading.find($0) }
        room = try visit.running.map { try visit.reading.room(of: $0, visit.organisation) }
        let mayRead = try visit.signedIn().may(.opsWork(.readWishes))
        table = try (mayRead ? visit.running : nil).map {
            try visit.reading.shareOutTable(for: $0, visit.organisation, on: visit.today)
        }
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(fr: "Démarrer un projet", en: "Start a project")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>\(content)
            """
        return Layout.page(visit, title: say(title), page: .projects, body)
    }

    private var lede: Phrase {
        let (taken, days) = (room?.taken ?? 0, room?.days ?? 0)
        return Phrase(
            fr: "Ce trimestre, \(taken) jours sont pris sur \(days). Au-delà, un autre projet laisse la place.",
            en: "This quarter, \(taken) days of \(days) are taken. Beyond that, another project makes room.")
    }

    private var origin: HTML {
        guard let request else {
            let choices = topics.map {
                ($0.id.description, "\(visit.title(of: $0)) (\(visit.days($0.effortDays ?? 0)))")
            }
            return form.select(.topic, choices, empty: Phrase(fr: "Choisir un sujet", en: "Choose a topic"))
        }
        let title = request.title.set(in: visit.language(of: request.requester))
        let words = Phrase(
            fr: "Demande urgente : elle vit sur la réserve gardée pour l’imprévu.",
            en: "An urgent request: it lives off the room kept for what nobody planned.")
        return """
            <input type="hidden" name="request" value="\(request.id.description)"><div class="banner">\(Part.icon("flag"))<div>\
            <p><b><a href="\(request.address)">\(title)</a></b></p><p>\(say(words))</p></div></div>\(Part.flaw(visit, "topic"))
            """
    }

    /// What somebody carries already, said beside the name: whoever leads sees how loaded they would be.
    private func load(of person: Identifier<Person>) -> String {
        guard let member = table?.members.first(where: { $0.person == person }) else { return "" }
        let (taken, days) = (Int(member.carried.rounded()), Int(member.days.rounded()))
        let words = Phrase(
            count: taken, fr: ("% jour pris sur \(days)", "% jours pris sur \(days)"),
            en: ("% day of \(days) taken", "% days of \(days) taken"))
        return "\(visit.colon)\(say(words))"
    }

    private var content: HTML {
        guard !topics.isEmpty || request != nil else {
            let lead = Phrase(fr: "Aucun sujet retenu n’attend.", en: "No selected topic is waiting.")
            let how = Phrase(
                fr: "Un projet vient d’un sujet que le mercato a retenu, ou d’une demande close en projet urgent.",
                en:
                    "A project comes from a topic that the mercato selected, or from a request closed as an urgent project."
            )
            return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
        }
        let team = visit.organisation.opsTeam.sorted { $0.name < $1.name }.map {
            ($0.code, "\($0.name)\(load(of: $0.id))")
        }
        let active = (room?.projects ?? []).filter { $0.standing == .active && $0.stage != .handedOver }
            .map { ($0.id.description, visit.title(of: $0)) }
        return """
            \(form.summary(Phrase(fr: "Le projet n’a pas démarré", en: "The project was not started")))
            <form class="stack projform" method="post" action="/projects">\(Part.csrf(visit))\
            \(origin)\
            \(form.select(.lead, team, empty: Phrase(fr: "Choisir", en: "Choose")))\
            \(form.select(.buddy, team, empty: Phrase(fr: "Personne", en: "Nobody")))\
            \(form.radios(.mode, \OpsProject.Mode.phrase))\(form.control(.endsOn))\
            <fieldset class="sec"><legend>\(say(Phrase(fr: "Si les jours sont pris", en: "If the days are taken")))</legend>\
            \(form.select(.swap, active, empty: Phrase(fr: "Rien : il reste des jours", en: "Nothing: days are left")))\
            \(form.radios(.swapEnds, \OpsProject.Swap.End.phrase))\(form.control(.swapReason))</fieldset>\
            <div class="acts"><button class="btn pri">\(OpsProject.acts.making(visit))</button></div></form>
            """
    }
}

extension OpsProject.Beginning.Name: Worded {
    package var label: Phrase {
        switch self {
        case .topic: Phrase(fr: "Le sujet retenu", en: "The selected topic")
        case .request: Phrase(fr: "La demande urgente", en: "The urgent request")
        case .lead: Phrase(fr: "Qui pilote", en: "Who leads")
        case .buddy: Phrase(fr: "Qui aide", en: "Who helps")
        case .mode: Phrase(fr: "Comment le projet est mené", en: "How it is carried")
        case .endsOn: Phrase(fr: "Fin prévue", en: "Meant to end on")
        case .swap: Phrase(fr: "Ce qui laisse la place", en: "What makes room")
        case .swapEnds: Phrase(fr: "Ce qu’on en fait", en: "What becomes of it")
        case .swapReason: Phrase(fr: "La raison", en: "The reason")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .lead:
            Phrase(
                fr: "Qui pilote donne 70 % de l’effort du sujet, qui aide 30 %.",
                en: "Who leads gives 70% of the effort of the topic, who helps 30%.")
        case .endsOn:
            Phrase(fr: "Nécessaire pour un projet mené par la date.", en: "Needed for a project carried by date.")
        case .topic, .request, .buddy, .mode, .swap, .swapEnds, .swapReason: nil
        }
    }
}

extension OpsProject.Swap.End {
    fileprivate var phrase: Phrase {
        switch self {
        case .pause: Phrase(fr: "Le mettre en pause", en: "Pause it")
        case .stop: Phrase(fr: "L’arrêter", en: "Stop it")
        }
    }
}
