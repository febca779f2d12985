import HTML
import Rouage
import Storage
package import WebCore

/// The chance that an initiative has on time all it waits for, and what it is made of.
struct ChanceViews {
    let visit: Visit
    /// What the initiative waits for and has received, each with its risk.
    let parts: [(dependency: Dependency, risk: DependencyRisk)]

    /// Nothing when nobody is waited for.
    init?(_ visit: Visit, _ dependencies: [Dependency], in cycle: Cycle) throws {
        guard dependencies.contains(where: \.isAwaited) else { return nil }
        self.visit = visit
        let risks = try visit.risks(of: cycle)
        parts = dependencies.filter { $0.isAwaited || $0.state == .delivered }
            .compactMap { dependency in risks[dependency.id].map { (dependency, $0) } }
    }

    private var chance: Chance { Chance(parts.map { ($0.dependency.criticality, $0.risk.probability) }) }

    var section: HTML {
        guard chance.count > 0 else { return "" }
        let title = visit.say(Phrase(fr: "Chance de tenir", en: "Chance to hold"))
        let note = visit.say(
            Phrase(
                fr:
                    "Le produit des chances d’être à l’heure : une bloquante compte entière, une ralentissante par sa racine carrée, une de confort pas du tout. On les suppose indépendantes.",
                en:
                    "The product of the chances of being on time: a blocking one counts whole, a slowing one by its square root, comfort not at all. They are taken to be independent."
            ))
        return """
            <section class="sec" aria-labelledby="h-chance"><header><h2 id="h-chance">\(title)</h2></header>\
            <p class="odds">\(visit.say(chance.phrase))</p><details class="disc why"><summary>\
            \(visit.say(Phrase(fr: "Pourquoi ?", en: "Why?")))\(Part.icon("down"))</summary><table class="t mini calc">\
            <caption class="vh">\(title)</caption><tbody>\(parts.map(row))</tbody></table>\
            <p class="note">\(note)</p></details></section>
            """
    }

    private func row(_ part: (dependency: Dependency, risk: DependencyRisk)) -> HTML {
        let number = Int((part.risk.probability * 100).rounded())
        let chance = visit.say(Phrase(fr: "\(number) %", en: "\(number)%"))
        let level = visit.say(part.dependency.criticality.phrase).lowercased()
        return """
            <tr><th scope="row"><a href="/dependencies/\(part.dependency.id.description)#risk">\
            \(part.dependency.what.shortened(to: 60).set(in: visit.language))</a> <small class="q">\(DependencyViews.giver(visit, part.dependency)), \
            \(level)</small></th><td class="num">\(chance)</td></tr>
            """
    }
}

extension Chance {
    /// « 1 chance sur 12 »; in tenths where that says more.
    package var phrase: Phrase {
        if probability >= 0.95 { return Phrase(fr: "Plus de 9 chances sur 10", en: "More than 9 in 10") }
        if probability >= 0.55 { return Phrase(fr: "\(tenths) chances sur 10", en: "\(tenths) in 10") }
        return Phrase(fr: "1 chance sur \(oneIn.spelled(.french))", en: "1 in \(oneIn.spelled(.english))")
    }
}
