import HTML
import Rouage
import WebCore

/// The form that moves the dates of a quarter's preparation; for others, who may.
enum ShiftForm {
    static func html(_ visit: Visit, _ cycle: Cycle) -> HTML {
        guard visit.today <= cycle.phases.presentation else { return "" }
        guard let actor = visit.actor, actor.may(.shiftDates(cycle)) else { return who(visit, cycle) }
        let isSent = visit.isAgain && visit.exchange.parameters["label"] == cycle.label
        let parts = FormParts(visit, prefix: "shift-\(cycle.label)", isSent: isSent)
        let phases = cycle.phases
        let say = visit.say
        return """
            <details class="disc"\(" open", if: isSent)><summary>\(Part.icon("cal"))\
            \(say(Phrase(fr: "Déplacer une date", en: "Move a date")))\(Part.icon("down"))</summary>
            \(isSent ? Part.refusal(visit) : "")<form class="shift" method="post" action="/cycles/\(cycle.label)/dates">\
            \(Part.csrf(visit))<input type="hidden" name="version" value="\(cycle.version)">
            <div class="g2">\(day(parts, visit, "drafting_opens", Phrase(fr: "Ouverture des ébauches", en: "Drafts open"), phases.draftingOpens))\
            \(day(parts, visit, "drafts_due", Phrase(fr: "Ébauches attendues", en: "Drafts due"), phases.draftsDue))\
            \(day(parts, visit, "freeze", Phrase(fr: "Gel", en: "Freeze"), phases.freeze))\
            \(day(parts, visit, "presentation", Phrase(fr: "Présentation finale", en: "Final presentation"), phases.presentation))</div>
            \(parts.text(
                "reason", Phrase(fr: "La raison", en: "The reason"),
                hint: Phrase(
                    fr: "Une phrase. Tout le département la lira, à côté de votre nom.",
                    en: "One sentence. The whole department will read it beside your name."), more: " maxlength=\"280\""))
            <p class="note">\(say(rules))</p>
            <div class="acts"><button class="btn">\(say(Phrase(fr: "Déplacer les dates", en: "Move the dates")))</button></div></form></details>
            """
    }

    private static let rules = Phrase(
        fr:
            "Les semaines d’alignement gardent au moins 10 jours ouvrés. Aucune échéance un jour férié, un pont ou dans une période creuse.",
        en: "Alignment weeks keep at least 10 working days. No deadline on a holiday, a bridge or in a quiet period.")

    /// A date that has passed is shown and not asked for.
    private static func day(_ parts: FormParts, _ visit: Visit, _ name: String, _ label: Phrase, _ day: Day) -> HTML {
        guard day < visit.today else { return parts.day(name, label, stored: day.description, from: visit.today) }
        return """
            <div class="field"><b>\(visit.say(label))</b><p>\(visit.dates.weekdayShort(day)), \
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
