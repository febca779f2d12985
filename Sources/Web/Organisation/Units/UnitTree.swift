import HTML
import Rouage
import WebCore

/// The units below one another, each with who leads it and how many people it holds; closed ones are said to be.
struct UnitTree {
    let visit: Visit
    let organisation: Organisation

    var html: HTML {
        let top = organisation.units.values.filter { $0.parent == nil && isAlive($0) }.sorted { $0.name < $1.name }
        return "<ul class=\"tree\">\(top.map(branch))</ul>"
    }

    func children(of unit: Rouage.Unit) -> HTML {
        let below = alive(below: unit)
        return below.isEmpty ? "" : "<ul class=\"tree\">\(below.map(branch))</ul>"
    }

    private func isAlive(_ unit: Rouage.Unit) -> Bool { unit.isOpen(on: organisation.day) }

    private func alive(below unit: Rouage.Unit) -> [Rouage.Unit] {
        organisation.children(of: unit.id).compactMap { organisation.units[$0] }.filter(isAlive)
    }

    private func branch(_ unit: Rouage.Unit) -> HTML {
        let below = alive(below: unit)
        let count = organisation.members(of: unit.id).count
        let people: HTML =
            count == 0
            ? ""
            : " <small class=\"q\">\(visit.say(Phrase(count: count, fr: ("% personne", "% personnes"), en: ("% person", "% people"))))</small>"
        let lead: HTML =
            unit.lead.flatMap { organisation.people[$0] }.map { " <small class=\"q\">\($0.name)</small>" } ?? ""
        let nested: HTML = below.isEmpty ? "" : "<ul>\(below.map(branch))</ul>"
        return "<li><a href=\"/teams/\(unit.code.inAddress)\">\(unit.name)</a>\(lead)\(people)\(nested)</li>"
    }
}
