import HTML
import Rouage

/// The forms of a dependency: pointing it out, and each answer that the visitor may give now.
enum DependencyFormViews {
    static func new(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        let say = visit.say
        guard try visit.signedIn().may(.writeBriefing(briefing)) else { throw Refusal.notAllowed }
        let teams = visit.organisation.teams.filter { $0.id != briefing.team }.map { team -> HTML in
            "<option value=\"\(team.code)\"\(" selected", if: visit.typed("giving_team", or: "") == team.code)>\(team.name)</option>"
        }
        let outside = say(Phrase(fr: "Hors de l’entreprise", en: "Outside the company"))
        let title = say(Phrase(fr: "Signaler une dépendance", en: "Point out a dependency"))
        let body: HTML = """
            <h1>\(title)</h1><p class="lede">\(briefing.text.title)</p>\(Part.refusal(visit))
            <form class="stack" method="post" action="/briefings/\(briefing.id.description)/dependencies">\(Part.csrf(visit))
            \(field(visit, "what", Phrase(fr: "Ce que vous attendez", en: "What you need")))
            <div class="field"><label for="giving_team">\(say(Phrase(fr: "De quelle équipe", en: "From which team")))</label>
            <select class="in" id="giving_team" name="giving_team"><option value="">\(outside)</option>\(teams)</select>\
            \(Part.flaw(visit, "giving_team"))</div>
            \(field(visit, "external_party", Phrase(fr: "Hors de l’entreprise : de qui", en: "Outside the company: from whom")))
            \(choice(visit, "criticality", Phrase(fr: "Criticité", en: "Criticality"), Dependency.Criticality.allCases.map { ($0.rawValue, $0.phrase) }))
            \(choice(visit, "type", Phrase(fr: "Nature", en: "Kind"), Dependency.Sort.allCases.map { ($0.rawValue, $0.phrase) }))
            \(field(visit, "needed_by", Phrase(fr: "Attendue pour le", en: "Needed by"), type: "date"))
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Signaler", en: "Point out")))</button></div></form>
            """
        return Layout.page(visit, title: title, section: .briefings, body)
    }

    /// Each answer that the state and the person's place allow.
    static func answers(_ visit: Visit, _ dependency: Dependency) -> HTML {
        guard let actor = visit.actor else { return "" }
        var forms = HTML()
        if actor.may(.give(dependency)) { forms.append(giving(visit, dependency)) }
        if actor.may(.ask(dependency)) { forms.append(asking(visit, dependency)) }
        return forms
    }

    private static func giving(_ visit: Visit, _ dependency: Dependency) -> HTML {
        let commit = form(
            visit, dependency, .commitment, Phrase(fr: "Je m’engage", en: "I commit"), primary: true,
            "\(field(visit, "committed_for", Phrase(fr: "Pour le", en: "For"), type: "date", value: dependency.neededBy.description))\(field(visit, "effort_days", Phrase(fr: "Effort, en jours", en: "Effort, in days")))"
        )
        let counter = form(
            visit, dependency, .counter, Phrase(fr: "Je contre-propose", en: "I counter-propose"),
            "\(field(visit, "counter_date", Phrase(fr: "Une autre date", en: "Another date"), type: "date"))\(field(visit, "scope", Phrase(fr: "Ou moins", en: "Or less")))\(reason(visit))"
        )
        let decline = form(
            visit, dependency, .decline, Phrase(fr: "Je refuse", en: "I decline"),
            "\(choice(visit, "code", Phrase(fr: "Pourquoi", en: "Why"), Dependency.DeclineCode.allCases.map { ($0.rawValue, $0.phrase) }))\(reason(visit))"
        )
        switch dependency.state {
        case .pointedOut:
            return
                "\(commit)\(form(visit, dependency, .acknowledgement, Phrase(fr: "Je prends en compte", en: "I acknowledge"), ""))\(decline)"
        case .acknowledged: return "\(commit)\(counter)\(decline)"
        case .replanned: return decline
        case .committed:
            let claim: HTML =
                dependency.claimedOn == nil
                ? form(visit, dependency, .claim, Phrase(fr: "C’est livré", en: "It is delivered"), primary: true, "")
                : ""
            return
                "\(claim)\(counter)\(form(visit, dependency, .breach, Phrase(fr: "Je reprends ma promesse", en: "I take my promise back"), reason(visit)))"
        case .broken: return counter
        case .declined, .delivered, .withdrawn: return ""
        }
    }

    private static func asking(_ visit: Visit, _ dependency: Dependency) -> HTML {
        var forms = HTML()
        switch dependency.state {
        case .replanned:
            forms.append(form(visit, dependency, .acceptance, Phrase(fr: "Accepter", en: "Accept"), primary: true, ""))
            forms.append(form(visit, dependency, .refusal, Phrase(fr: "Refuser", en: "Refuse"), reason(visit)))
        case .declined:
            forms.append(
                form(
                    visit, dependency, .mitigation, Phrase(fr: "Écrire la solution de repli", en: "Write the fallback"),
                    field(visit, "mitigation", Phrase(fr: "Comment vous ferez sans", en: "How you will do without"))))
            if !dependency.reasked {
                forms.append(
                    form(
                        visit, dependency, .request, Phrase(fr: "Demander autrement", en: "Ask differently"),
                        field(
                            visit, "what", Phrase(fr: "Ce que vous attendez", en: "What you need"),
                            value: dependency.what)))
            }
        case .committed where dependency.claimedOn != nil:
            forms.append(
                form(
                    visit, dependency, .receipt, Phrase(fr: "Confirmer la réception", en: "Confirm the delivery"),
                    primary: true, ""))
            forms.append(
                form(
                    visit, dependency, .claimRefusal, Phrase(fr: "Ce n’est pas livré", en: "It is not delivered"),
                    reason(visit)))
        case .pointedOut, .acknowledged, .committed, .broken, .delivered, .withdrawn: break
        }
        if dependency.state.isOpen || dependency.state == .declined {
            forms.append(
                form(
                    visit, dependency, .withdrawal, Phrase(fr: "Retirer la demande", en: "Withdraw the request"),
                    reason(visit)))
        }
        return forms
    }

    private static func form(
        _ visit: Visit, _ dependency: Dependency, _ verb: DependencyVerb, _ phrase: Phrase, primary: Bool = false,
        _ fields: HTML
    ) -> HTML {
        let open: HTML = """
            <form class="answer" method="post" action="/dependencies/\(dependency.id.description)/\(verb.rawValue)">\
            \(Part.csrf(visit))<input type="hidden" name="version" value="\(dependency.version)">
            """
        let button: HTML = "<button class=\"btn\(" pri", if: primary)\">\(visit.say(phrase))</button>"
        guard !fields.isEmpty, !primary else { return "\(open)\(fields)<div class=\"acts\">\(button)</div></form>" }
        return """
            <details class="fold-form"><summary class="btn">\(visit.say(phrase))</summary>\(open)\(fields)\
            <div class="acts">\(button)</div></form></details>
            """
    }

    private static func reason(_ visit: Visit) -> HTML {
        field(visit, "reason", Phrase(fr: "La raison", en: "The reason"))
    }

    private static func field(
        _ visit: Visit, _ name: String, _ phrase: Phrase, type: HTML = "text", value: String = ""
    ) -> HTML {
        """
        <div class="field"><label>\(visit.say(phrase))<input class="in" name="\(name)" type="\(type)" \
        value="\(visit.typed(name, or: value))"></label>\(Part.flaw(visit, name))</div>
        """
    }

    private static func choice(_ visit: Visit, _ name: String, _ phrase: Phrase, _ options: [(String, Phrase)]) -> HTML
    {
        let chosen = visit.typed(name, or: "")
        let list = options.map { option -> HTML in
            "<option value=\"\(option.0)\"\(" selected", if: option.0 == chosen)>\(visit.say(option.1))</option>"
        }
        return """
            <div class="field"><label>\(visit.say(phrase))<select class="in" name="\(name)">\(list)</select></label>\
            \(Part.flaw(visit, name))</div>
            """
    }
}
