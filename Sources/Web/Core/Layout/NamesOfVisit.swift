import Foundation
package import HTML
package import Rouage
import Storage

/// Who and what a name stands for, and how people, teams and quarters are called.
extension Visit {
    /// `Tribe Paie, équipe Bulletins`; in English `Bulletins team, Paie tribe`.
    package func place(of team: Identifier<Rouage.Unit>) -> String {
        guard let unit = organisation.units[team] else { return "" }
        guard let tribe = organisation.tribe(of: team) else { return unit.name }
        guard tribe.sort == .tribe, !tribe.name.lowercased().hasPrefix("tribe") else {
            return "\(tribe.name), \(unit.name)"
        }
        return say(
            Phrase(fr: "Tribe \(tribe.name), équipe \(unit.name)", en: "\(unit.name) team, \(tribe.name) tribe"))
    }

    /// `Camille Aubrac, PM`.
    package func nameAndJob(_ person: Identifier<Person>?) -> String {
        guard let person = person.flatMap({ organisation.people[$0] }) else { return "" }
        return person.job.isEmpty ? person.name : "\(person.name), \(person.job)"
    }

    /// The quarters that a topic may be meant for.
    package var openCycles: [Cycle] { [running, preparing].compactMap { $0 } }

    /// Who a text names: by code, address or name.
    package func person(named text: String) throws -> Person? {
        try names.person(text).id.flatMap { organisation.people[$0] }
    }

    /// Who is named in a field of the form; nobody when it is empty.
    package func person(in field: String) throws -> Identifier<Person>? {
        let text = exchange.form.text(field)
        if text.isEmpty { return nil }
        switch try names.person(text) {
        case .one(let id): return id
        case .flaw(let reason): throw Refusal.invalid(field, reason)
        }
    }

    /// A person as a field shows them, and finds them again: by name, or by code where the name is not enough.
    package func nameInField(_ id: Identifier<Person>?) -> String {
        guard let person = id.flatMap({ organisation.people[$0] }) else { return "" }
        let name = person.name.lowercased()
        let others = organisation.people.values.filter { $0.name.lowercased() == name && $0.acts(on: today) }
        return others.map(\.id) == [person.id] && !name.contains(",") ? person.name : person.code
    }

    /// Where an axis stands in the quarter that runs.
    package func standing(of axis: Axis) -> Axis.Standing { axis.standing(in: running?.label) }

    /// An axis as the page of what lies under it names it, with where it stands when no work is put under it any more.
    package func link(to axis: Axis?) -> HTML {
        guard let axis else { return "" }
        let standing = standing(of: axis)
        let link: HTML = "<a href=\"/axes/\(axis.id.description)\">\(axis.title)</a>"
        return standing.isOpen ? link : "\(link) (\(say(standing.phrase).lowercased()))"
    }

    /// The axes that work may be put under: those in force and to come, and the one that it is under already.
    package func openAxes(and known: Identifier<Axis>?) throws -> [Axis] {
        try reading.axes().filter { standing(of: $0).isOpen || $0.id == known }.sorted { $0.title < $1.title }
    }

    /// Refuses an axis that work may not be put under.
    package func check(_ axis: Identifier<Axis>?, keeping known: Identifier<Axis>?) throws {
        guard let axis, axis != known, try reading.find(axis).map({ !standing(of: $0).isOpen }) ?? true else { return }
        throw Refusal.invalid("axis", .unknown)
    }

    /// A team by its identifier, as forms name it, or by its code, as programs do.
    package func team(_ text: String) -> Identifier<Rouage.Unit>? {
        Identifier<Rouage.Unit>(text) ?? organisation.unitsByCode[text]
    }

    package func code(_ unit: Identifier<Rouage.Unit>?) -> String? { unit.flatMap { organisation.units[$0]?.code } }

    package func code(_ person: Identifier<Person>?) -> String? { person.flatMap { organisation.people[$0]?.code } }

    package func label(_ cycle: Identifier<Cycle>) -> String { cycles.first { $0.id == cycle }?.label ?? "" }

    /// A name in the address, as text.
    package func place(_ name: String) -> String? { exchange.parameters[name] }
}

extension Axis.Standing {
    package var phrase: Phrase {
        switch self {
        case .proposed: Phrase(fr: "Proposé", en: "Proposed")
        case .coming: Phrase(fr: "À venir", en: "To come")
        case .inForce: Phrase(fr: "En cours", en: "In force")
        case .over: Phrase(fr: "Terminé", en: "Over")
        case .declined: Phrase(fr: "Non retenu", en: "Not taken")
        case .withdrawn: Phrase(fr: "Retiré", en: "Withdrawn")
        }
    }
}
