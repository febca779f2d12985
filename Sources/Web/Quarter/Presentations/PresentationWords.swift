package import Rouage
package import WebCore

extension Presentation.State {
    var phrase: Phrase {
        switch self {
        case .preparing: Phrase(fr: "En préparation", en: "In preparation")
        case .ready: Phrase(fr: "Prête", en: "Ready")
        case .live: Phrase(fr: "En direct", en: "Live")
        case .published: Phrase(fr: "Publiée", en: "Published")
        }
    }

    var dial: (icon: String, tone: String) {
        switch self {
        case .preparing: ("d-ack", "")
        case .ready: ("d-com", "acc")
        case .live: ("flag", "acc")
        case .published: ("d-done", "ok")
        }
    }
}

/// What the pages of a presentation say more than once.
package enum PresentationWords {
    package static func title(_ cycle: String, _ language: Language) -> String {
        let parts = cycle.split(separator: "-")
        guard parts.count == 2, parts[1].first == "Q" else {
            return Phrase(fr: "Présentation finale de \(cycle)", en: "Final presentation of \(cycle)")(language)
        }
        let number = parts[1].dropFirst()
        return Phrase(
            fr: "Présentation finale du T\(number)\u{A0}\(parts[0])",
            en: "Final presentation of Q\(number)\u{A0}\(parts[0])")(language)
    }

    package static func minutes(_ count: Int) -> Phrase {
        Phrase(count: count, fr: ("% minute", "% minutes"), en: ("% minute", "% minutes"))
    }

    /// `2 h 12`, or `48 min`.
    package static func length(_ minutes: Int, _ language: Language) -> String {
        guard minutes >= 60 else { return "\(minutes)\u{A0}min" }
        return "\(minutes / 60)\u{A0}h\u{A0}\((minutes % 60).padded(2))"
    }

    package static func teams(_ count: Int) -> Phrase {
        Phrase(count: count, fr: ("% équipe", "% équipes"), en: ("% team", "% teams"))
    }

    package static func initiatives(_ count: Int) -> Phrase {
        Phrase(
            count: count, fr: ("% initiative validée", "% initiatives validées"),
            en: ("% validated initiative", "% validated initiatives"))
    }

    /// `Camille Aubrac et Lison Perrault présentent.`
    package static func presenters(_ names: [String], _ language: Language) -> String {
        guard let last = names.last else { return "" }
        let list = names.count == 1 ? last : "\(names.dropLast().joined(separator: ", ")) \(and(language)) \(last)"
        return Phrase(
            fr: "\(list) \(names.count < 2 ? "présente" : "présentent").",
            en: "\(list) \(names.count == 1 ? "presents" : "present").")(language)
    }

    private static func and(_ language: Language) -> String { language == .french ? "et" : "and" }

    package static let slides = Phrase(fr: "Diapositives", en: "Slides")
    package static let runOfShow = Phrase(fr: "Ordre de passage", en: "Run of show")
}
