import HTML
import Rouage
import WebCore

/// How a risk is drawn: the line of a string, the frame of a count, always with its word.
enum RiskTone: Int, Comparable, CaseIterable {
    case low, medium, high
    /// In a circle that is not settled.
    case circle

    init(_ risk: DependencyRisk?, isStuck: Bool) {
        guard !isStuck else {
            self = .circle
            return
        }
        switch risk?.level {
        case .high: self = .high
        case .medium: self = .medium
        case .low, nil: self = .low
        }
    }

    static func < (a: RiskTone, b: RiskTone) -> Bool { a.rawValue < b.rawValue }

    /// The end of its names in the style sheet.
    var name: HTML {
        switch self {
        case .low: "low"
        case .medium: "mid"
        case .high: "high"
        case .circle: "loop"
        }
    }

    var phrase: Phrase {
        switch self {
        case .low: Phrase(fr: "Faible", en: "Low")
        case .medium: Phrase(fr: "Moyen", en: "Medium")
        case .high: Phrase(fr: "Élevé", en: "High")
        case .circle: Phrase(fr: "Attente circulaire", en: "Circular wait")
        }
    }

    var cord: HTML {
        "<svg class=\"cord\" viewBox=\"0 0 28 10\" aria-hidden=\"true\"><path class=\"k-\(name)\" d=\"M0 5h28\"/></svg>"
    }
}

/// The words of risks, made once for a page of hundreds.
struct RiskWords {
    private let visit: Visit
    private let cords: [HTML]
    private let words: [HTML]

    init(_ visit: Visit) {
        self.visit = visit
        words = RiskTone.allCases.map { HTML(visit.say($0.phrase)) }
        cords = RiskTone.allCases.map(\.cord)
    }

    func said(_ risk: DependencyRisk, _ tone: RiskTone) -> HTML {
        """
        <span class="risk">\(cords[tone.rawValue])<span>\(words[tone.rawValue]) <span class="q">\(risk.percent)</span></span></span>
        """
    }

    /// The same, the number leading to where it is explained.
    func linked(_ risk: DependencyRisk, _ tone: RiskTone, to dependency: Identifier<Dependency>) -> HTML {
        """
        <a class="risk" href="/dependencies/\(dependency.description)#risk">\(cords[tone.rawValue])\
        <span>\(words[tone.rawValue]) <span class="q">\(risk.percent)</span></span></a>
        """
    }

    func question(_ risk: DependencyRisk, _ tone: RiskTone) -> String {
        let french = "\(tone.phrase(.french)) \(risk.percent) : pourquoi ?"
        return visit.say(Phrase(fr: french, en: "\(tone.phrase(.english)) \(risk.percent): why?"))
    }
}
