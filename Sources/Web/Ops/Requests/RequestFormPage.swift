import HTML
package import Rouage
import Storage
package import WebCore

/// The one short form by which anybody asks Product Ops for something.
struct RequestFormPage {
    let visit: Visit
    let actor: Actor
    private let form: FieldForm<OpsRequest.Draft>

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let blank = OpsRequest.Draft(team: actor.teams.first?.id)
        return try RequestFormPage(visit: visit, actor: actor, form: FieldForm(visit, blank)).answer()
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
            \(form.summary(Phrase(fr: "La demande n’est pas partie.", en: "The request was not sent.")))
            <div class="brf rqs"><form class="frm wr" method="post" action="/requests">\(Part.csrf(visit))
            \(try first())\(Self.fields(form))\(team)\(owners)
            <div class="acts"><button class="btn pri">\(OpsRequest.acts.making(visit))</button>\
            <a class="btn low" href="/requests">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form></div>
            """
        return Layout.page(visit, title: say(heading), page: .requests, body)
    }

    /// The sentence, and what was asked before that is like it.
    private func first() throws -> HTML {
        let typed = form.parts.value("title", or: "")
        let known = try visit.reading.requests(like: typed)
        return """
            <div data-behaviour="similar" data-address="/requests/answered">\
            \(form.control(.title))
            \(AnsweredViews(visit).similar(known))</div>
            """
    }

    /// The fields that a member and a guest fill in alike, after the first.
    static func fields(_ form: FieldForm<OpsRequest.Draft>) -> HTML {
        """
        \(form.control(.whatHurts))<div class="g2">\(form.control(.since))\(form.control(.peopleHit))</div>\
        \(form.control(.ifWeWait))\(form.control(.hotPotato))
        """
    }

    private var team: HTML {
        let own = Standpoint(of: actor).teams.map(\.code)
        let all = visit.organisation.teams
        let teams = all.filter { own.contains($0.code) } + all.filter { !own.contains($0.code) }
        return form.select(
            .team, teams.map { ($0.code, $0.name) },
            empty: Phrase(fr: "Aucune en particulier", en: "None in particular"))
    }

    private var owners: HTML {
        """
        <details class="disc"\(" open", if: visit.isAgain)><summary>\
        \(say(Phrase(fr: "Vous savez déjà qui décide ?", en: "Do you know already who decides?")))\(Part.icon("down"))</summary>\
        \(OwnerFields.html(form.parts))</details>
        """
    }
}

/// Who decides and who takes a subject back: two people of the department, outside Product Ops.
enum OwnerFields {
    static func html(
        _ parts: FormParts, decider: Identifier<Person>? = nil, returnOwner: Identifier<Person>? = nil
    ) -> HTML {
        func field(_ name: OpsRequest.Draft.Name, _ stored: Identifier<Person>?) -> HTML {
            parts.text(
                name.rawValue, name.label, hint: name.hint, stored: parts.visit.code(stored) ?? "",
                more: " list=\"rq-people\" autocomplete=\"off\"")
        }
        return "\(people(parts.visit))\(field(.decider, decider))\(field(.returnOwner, returnOwner))"
    }

    /// Those who may be named, with their team.
    private static func people(_ visit: Visit) -> HTML {
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

extension OpsRequest.Draft.Name: Worded {
    package var label: Phrase {
        switch self {
        case .title: Phrase(fr: "En une phrase", en: "In one sentence")
        case .whatHurts: Phrase(fr: "Ce qui fait mal", en: "What hurts")
        case .since: Phrase(fr: "Depuis quand", en: "Since when")
        case .ifWeWait: Phrase(fr: "Si l’on attend deux semaines", en: "If we wait two weeks")
        case .peopleHit: Phrase(fr: "Combien de personnes sont touchées", en: "How many people are hit")
        case .team: Phrase(fr: "Pour quelle équipe", en: "For which team")
        case .hotPotato:
            Phrase(
                fr: "C’est une patate chaude : urgent, et personne ne l’a",
                en: "It is a hot potato: urgent, and nobody’s")
        case .decider: Phrase(fr: "Qui décide", en: "Who decides")
        case .returnOwner: Phrase(fr: "Qui reprend le sujet ensuite", en: "Who takes it back afterwards")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .title:
            Phrase(
                fr: "Comme vous le diriez dans le couloir. 80 caractères au plus.",
                en: "As you would say it in the corridor. 80 characters at most.")
        case .whatHurts: Phrase(fr: "Le problème, pas la solution.", en: "The problem, not the solution.")
        case .ifWeWait:
            Phrase(
                fr: "Rien, un détour, une paie fausse : dites ce qui arrive.",
                en: "Nothing, a detour, a wrong payroll: say what happens.")
        case .hotPotato:
            Phrase(
                fr: "Product Ops ne la prend pas sans savoir qui décide et qui la reprend.",
                en: "Product Ops does not take it without knowing who decides and who takes it back.")
        case .decider:
            Phrase(
                fr: "La personne qui tranche sur le fond : son nom, ou rien si vous ne savez pas.",
                en: "Whoever settles what it is about: their name, or nothing while it is not known.")
        case .returnOwner:
            Phrase(fr: "Quand Product Ops aura fini : son nom.", en: "Once Product Ops is done: their name.")
        case .since, .peopleHit, .team: nil
        }
    }
}
