import HTML
package import Rouage
package import WebCore

/// The form that moves the dates of a quarter's preparation; for others, who may.
enum ShiftForm {
    static func html(_ visit: Visit, _ cycle: Cycle) throws -> HTML {
        guard visit.today <= cycle.phases.presentation else { return "" }
        guard let act = Cycle.acts["dates"], act.isOffered(cycle, to: visit) else { return who(visit, cycle) }
        let isSent = visit.isAgain && visit.exchange.parameters["label"] == cycle.label
        let form = try FieldForm(
            visit, Cycle.Move(cycle.phases), prefix: "shift-\(cycle.label)", isSent: isSent)
        let say = visit.say
        return """
            <details class="disc"\(" open", if: isSent)><summary>\(Part.icon("cal"))\
            \(say(act.words.opening))\(Part.icon("down"))</summary>
            \(isSent ? Part.refusal(visit) : "")<form class="shift" method="post" action="/cycles/\(cycle.label.inAddress)/dates">\
            \(Part.csrf(visit))\(Part.version(cycle.version))
            <div class="g2">\(day(form, .draftingOpens, cycle.phases.draftingOpens))\
            \(day(form, .draftsDue, cycle.phases.draftsDue))\(day(form, .freeze, cycle.phases.freeze))\
            \(day(form, .presentation, cycle.phases.presentation))</div>
            \(form.control(.reason))
            <p class="note">\(say(rules))</p>
            <div class="acts"><button class="btn">\(say(act.words.act))</button></div></form></details>
            """
    }

    private static let rules = Phrase(
        fr:
            "Les semaines d’alignement gardent au moins 10 jours ouvrés. Aucune échéance un jour férié, un pont ou dans une période creuse.",
        en: "Alignment weeks keep at least 10 working days. No deadline on a holiday, a bridge or in a quiet period.")

    /// A date that has passed is shown and not asked for.
    private static func day(_ form: FieldForm<Cycle.Move>, _ name: Cycle.Move.Name, _ day: Day) -> HTML {
        let visit = form.visit
        guard day < visit.today else {
            return form.parts.day(name.rawValue, name.label, stored: day.description, from: visit.today)
        }
        return """
            <div class="field"><b>\(visit.say(name.label))</b><p>\(visit.dates.weekdayShort(day)), \
            \(visit.say(Phrase(fr: "passé", en: "past")))</p></div>
            """
    }

    private static func who(_ visit: Visit, _ cycle: Cycle) -> HTML {
        let organisation = visit.organisation
        let holders = organisation.people.values.filter { person in
            person.active && organisation.grants(of: person.id).contains { $0.role == .cpo }
        }.sorted { $0.name < $1.name }
        let head = holders.first { $0.id == organisation.department?.lead } ?? holders.first
        guard let name = head?.name else { return "" }
        let phrase = Phrase(
            fr:
                "Une date se déplace avec \(name), CPO. Les Product Ops le peuvent aussi avant l’ouverture des ébauches.",
            en: "\(name), CPO, moves a date. Product Ops may too, before drafts open.")
        return "<p class=\"note\">\(visit.say(phrase))</p>"
    }
}

extension Cycle.Move.Name: Worded {
    package var label: Phrase {
        switch self {
        case .draftingOpens: Phrase(fr: "Ouverture des ébauches", en: "Drafts open")
        case .draftsDue: Phrase(fr: "Ébauches attendues", en: "Drafts due")
        case .freeze: Phrase(fr: "Gel", en: "Freeze")
        case .presentation: Phrase(fr: "Présentation finale", en: "Final presentation")
        case .reason: Phrase(fr: "La raison", en: "The reason")
        }
    }

    package var hint: Phrase? {
        guard self == .reason else { return nil }
        return Phrase(
            fr: "Une phrase. Tout le département la lira, à côté de votre nom.",
            en: "One sentence. The whole department will read it beside your name.")
    }
}
