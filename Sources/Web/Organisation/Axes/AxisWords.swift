package import Rouage
package import WebCore

extension Axis.Standing {
    var dial: (icon: String, tone: String) {
        switch self {
        case .proposed: ("d-sig", "acc")
        case .coming: ("d-ack", "")
        case .inForce: ("d-com", "acc")
        case .over: ("d-done", "ok")
        case .declined: ("d-post", "warn")
        case .withdrawn: ("d-no", "")
        }
    }
}

extension Axis.Content.Name: Worded {
    package var label: Phrase {
        switch self {
        case .title: Phrase(fr: "L’axe, en une ligne", en: "The axis, in one line")
        case .why: Phrase(fr: "Pourquoi", en: "Why")
        case .owner: Phrase(fr: "Qui en répond", en: "Who answers for it")
        case .from: Phrase(fr: "À partir de", en: "From")
        case .to: Phrase(fr: "Jusqu’à", en: "Until")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .title: Phrase(fr: "Une direction, pas un livrable.", en: "A direction, not a deliverable.")
        case .why:
            Phrase(
                fr: "Ce qui serait différent, pour qui, et ce qui le montre.",
                en: "What would be different, for whom, and what shows it.")
        case .owner: Phrase(fr: "Un nom, ou rien pour l’instant.", en: "A name, or nothing for now.")
        case .from, .to: nil
        }
    }
}

extension Axis.Condition.Name: Worded {
    package var label: Phrase {
        switch self {
        case .text: Phrase(fr: "Ce qu’il faut pour l’exécuter", en: "What it takes to carry it out")
        case .playbook: Phrase(fr: "Le process qui l’apporte", en: "The playbook that brings it")
        case .project: Phrase(fr: "Le projet qui l’apporte", en: "The project that brings it")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .text:
            Phrase(
                fr: "Une phrase : « chaque équipe sait qui prévenir ».",
                en: "A sentence: “every team knows whom to tell”.")
        case .playbook, .project: nil
        }
    }
}

extension Axis: Paged {
    package static let sign = KindSign("spine", "Axe", "Axis")
    package var address: String { "/axes/\(id)" }
    package func heading(_ visit: Visit) -> String {
        content.title.set(in: visit.language(of: content.owner ?? proposal?.by))
    }
    package func place(_ visit: Visit) -> [String]? {
        [visit.say(Self.sign.name), visit.say(visit.standing(of: self).phrase), visit.name(content.owner)]
    }

    /// What a proposal asks of the CPO and the VPs.
    package func expectationWords(_ visit: Visit) -> ExpectationWords {
        let (title, who) = (heading(visit), visit.name(proposal?.by))
        return expected(
            Phrase(fr: "Répondre à l’axe proposé « \(title) »", en: "Answer the axis proposed, “\(title)”"),
            Phrase(fr: "\(who) le propose à la direction.", en: "\(who) proposes it to the leadership."),
            Phrase(fr: "Lire", en: "Read"))
    }
}

extension Visit {
    /// From when to when it holds.
    func span(of axis: Axis) -> String {
        func name(_ label: String, _ language: Language) -> String {
            Quarter(label: label, fiscalStart: 1)?.name(language) ?? label
        }
        let words: Phrase? =
            switch (axis.fromQuarter, axis.toQuarter) {
            case (let first?, let last?):
                Phrase(
                    fr: "\(name(first, .french)) à \(name(last, .french))",
                    en: "\(name(first, .english)) to \(name(last, .english))")
            case (let first?, nil):
                Phrase(fr: "à partir de \(name(first, .french))", en: "from \(name(first, .english))")
            case (nil, let last?):
                Phrase(fr: "jusqu’à \(name(last, .french))", en: "until \(name(last, .english))")
            case (nil, nil): nil
            }
        return words.map(say) ?? ""
    }
}
