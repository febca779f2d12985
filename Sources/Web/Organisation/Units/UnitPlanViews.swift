import HTML
import Rouage
import Storage
import WebCore

/// What is planned for a unit, and the button that gives it up.
struct UnitPlanViews {
    let visit: Visit
    let unit: Rouage.Unit

    var html: HTML {
        guard let plan = unit.planned else { return "" }
        let sentence = Phrase(
            fr: "À partir du \(plan.on.inFrench) : \(changes(plan, .french)).",
            en: "From \(plan.on.inEnglish): \(changes(plan, .english)).")
        let removal = Rouage.Unit.acts.button("plan/removal", unit, visit)
        return
            "<div class=\"banner noprint\">\(Part.icon("cal"))<div><p>\(visit.say(sentence))</p></div>\(removal)</div>"
    }

    private func changes(_ plan: UnitPlan, _ language: Language) -> String {
        var parts: [Phrase] = []
        if plan.name != unit.name {
            parts.append(Phrase(fr: "l’unité s’appelle \(plan.name)", en: "it is called \(plan.name)"))
        }
        if plan.parent != unit.parent {
            let above = visit.name(plan.parent)
            parts.append(Phrase(fr: "rattachée à \(above)", en: "part of \(above)"))
        }
        if plan.lead != unit.lead || plan.deputy != unit.deputy {
            let names = [plan.lead, plan.deputy].map { visit.name($0) }.filter { !$0.isEmpty }
                .joined(separator: ", ")
            parts.append(
                names.isEmpty
                    ? Phrase(fr: "sans responsable", en: "without a lead")
                    : Phrase(fr: "confiée à \(names)", en: "led by \(names)"))
        }
        return parts.map { $0(language) }.joined(separator: ", ")
    }
}
