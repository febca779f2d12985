import HTML
import Rouage
import Storage
import WebCore

/// The one short form by which anybody asks Product Ops for something.
struct RequestFormPage {
    let visit: Visit
    let actor: Actor
    let parts: FormParts

    static let labels: [(String, Phrase)] = [
        ("guest_name", Phrase(fr: "Votre nom", en: "Your name")), ("title", title), ("what_hurts", whatHurts),
        ("since", since), ("if_we_wait", ifWeWait), ("people_hit", peopleHit), ("team", team),
        ("decider", decider), ("return_owner", returnOwner),
    ]
    static let title = Phrase(fr: "En une phrase", en: "In one sentence")
    static let whatHurts = Phrase(fr: "Ce qui fait mal", en: "What hurts")
    static let since = Phrase(fr: "Depuis quand", en: "Since when")
    static let ifWeWait = Phrase(fr: "Si l’on attend deux semaines", en: "If we wait two weeks")
    static let peopleHit = Phrase(fr: "Combien de personnes sont touchées", en: "How many people are hit")
    static let team = Phrase(fr: "Pour quelle équipe", en: "For which team")
    static let decider = Phrase(fr: "Qui décide", en: "Who decides")
    static let returnOwner = Phrase(fr: "Qui reprend le sujet ensuite", en: "Who takes it back afterwards")
    static let hotPotato = Phrase(
        fr: "C’est une patate chaude : urgent, et personne ne l’a",
        en: "It is a hot potato: urgent, and nobody’s")

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        return try RequestFormPage(visit: visit, actor: actor, parts: FormParts(visit)).answer()
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private func answer() throws -> Answer {
        let heading = Phrase(fr: "Demander à Product Ops", en: "Ask Product Ops")
        let lede = Phrase(
            fr:
                "Un premier mot vous revient sous un, deux ou cinq jours ouvrés, selon ce que votre demande pèse et presse.",
            en: "A first word comes back within one, two or five working days, by how much it weighs and presses.")
        let charter = Phrase(
            fr: "Ce que fait Product Ops, et ce qu’elle ne fait pas", en: "What Product Ops does, and what it does not")
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="\(Layout.Page.requests.address)">\(say(Layout.Page.requests.words))</a></p>\
            <h1>\(say(heading))</h1><p class="lede">\(say(lede)) <a href="/requests/charter">\(say(charter))</a></p></div></header>
            \(parts.summary(Phrase(fr: "La demande n’est pas partie.", en: "The request was not sent."), Self.labels))
            <div class="brf rqs"><form class="frm wr" method="post" action="/requests">\(Part.csrf(visit))
            \(try first())\(Self.fields(visit, parts))\(team)\(owners)
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Envoyer la demande", en: "Send the request")))</button>\
            <a class="btn low" href="/requests">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form></div>
            """
        return Layout.page(visit, title: say(heading), page: .requests, body)
    }

    /// The sentence, and what was asked before that is like it.
    private func first() throws -> HTML {
        let typed = parts.value("title", or: "")
        let known = try visit.reading.requests(like: typed)
        return """
            <div data-behaviour="similar" data-address="/requests/answered">\
            \(parts.text("title", Self.title, hint: Phrase(fr: "Comme vous le diriez dans le couloir. 80 caractères au plus.", en: "As you would say it in the corridor. 80 characters at most.")))
            \(AnsweredViews(visit).similar(known))</div>
            """
    }

    /// The fields that a member and a guest fill in alike, after the first.
    static func fields(_ visit: Visit, _ parts: FormParts) -> HTML {
        let hot = parts.value("hot_potato", or: "")
        let limits = OpsRequest.limits
        return """
            \(parts.area("what_hurts", whatHurts, hint: Phrase(fr: "Le problème, pas la solution.", en: "The problem, not the solution."), limit: limits.text))
            <div class="g2">\(parts.text("since", since))\(parts.text("people_hit", peopleHit, more: " inputmode=\"numeric\"", isShort: true))</div>
            \(parts.area("if_we_wait", ifWeWait, hint: Phrase(fr: "Rien, un détour, une paie fausse : dites ce qui arrive.", en: "Nothing, a detour, a wrong payroll: say what happens."), limit: limits.text))
            <div class="field"><label class="opt"><input type="checkbox" name="hot_potato" value="true"\
            \(" checked", if: !hot.isEmpty)> <span>\(visit.say(hotPotato))</span></label>\
            <p class="hint">\(visit.say(Phrase(fr: "Product Ops ne la prend pas sans savoir qui décide et qui la reprend.", en: "Product Ops does not take it without knowing who decides and who takes it back.")))</p></div>
            """
    }

    private var team: HTML {
        let own = Standpoint(of: actor).teams.map(\.code)
        let all = visit.organisation.teams
        let teams = all.filter { own.contains($0.code) } + all.filter { !own.contains($0.code) }
        return parts.select(
            "team", Self.team, stored: actor.teams.first?.code ?? "", teams.map { ($0.code, $0.name) },
            empty: Phrase(fr: "Aucune en particulier", en: "None in particular"))
    }

    private var owners: HTML {
        let isOpen = !parts.value("decider", or: "").isEmpty || !parts.value("return_owner", or: "").isEmpty
        return """
            <details class="disc"\(" open", if: isOpen || visit.isAgain)><summary>\
            \(say(Phrase(fr: "Vous savez déjà qui décide ?", en: "Do you know already who decides?")))\(Part.icon("down"))</summary>\
            \(OwnerFields(visit, parts).html(decider: nil, returnOwner: nil))</details>
            """
    }
}

/// Who decides and who takes a subject back: two people of the department, outside Product Ops.
struct OwnerFields {
    private let visit: Visit
    private let parts: FormParts

    init(_ visit: Visit, _ parts: FormParts) {
        self.visit = visit
        self.parts = parts
    }

    func html(decider: Identifier<Person>?, returnOwner: Identifier<Person>?) -> HTML {
        func field(_ name: String, _ label: Phrase, _ hint: Phrase, _ stored: Identifier<Person>?) -> HTML {
            parts.text(
                name, label, hint: hint, stored: stored.flatMap { visit.code($0) } ?? "",
                more: " list=\"rq-people\" autocomplete=\"off\"")
        }
        return """
            \(people)\(field("decider", RequestFormPage.decider, Phrase(fr: "La personne qui tranche sur le fond : son nom, ou rien si vous ne savez pas.", en: "Whoever settles what it is about: their name, or nothing while it is not known."), decider))\
            \(field("return_owner", RequestFormPage.returnOwner, Phrase(fr: "Quand Product Ops aura fini : son nom.", en: "Once Product Ops is done: their name."), returnOwner))
            """
    }

    /// Those who may be named, with their team.
    private var people: HTML {
        let organisation = visit.organisation
        let people = organisation.people.values.filter { organisation.isOutsideOps($0.id) }
            .sorted { ($0.name, $0.code) < ($1.name, $1.code) }
        let options = people.map { person -> HTML in
            let team = organisation.memberships(of: person.id).first.map { " (\(visit.name($0.unit)))" } ?? ""
            return "<option value=\"\(person.code)\">\(visit.nameAndJob(person.id))\(team)</option>"
        }
        return "<datalist id=\"rq-people\">\(options)</datalist>"
    }
}
