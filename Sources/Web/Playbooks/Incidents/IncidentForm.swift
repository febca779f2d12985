import HTML
import Rouage
import WebCore

extension Incident.Draft.Name: Worded {
    var label: Phrase {
        switch self {
        case .title: Phrase(fr: "Ce qui ne va pas, en une phrase", en: "What is wrong, in one sentence")
        case .severity: Phrase(fr: "Gravité", en: "Severity")
        case .startedAt: Phrase(fr: "Commencé", en: "Started")
        case .detectedAt: Phrase(fr: "Détecté", en: "Detected")
        case .mitigatedAt: Phrase(fr: "Contenu", en: "Mitigated")
        case .resolvedAt: Phrase(fr: "Résolu", en: "Resolved")
        case .lead: Phrase(fr: "Qui coordonne", en: "Who coordinates")
        case .teams: Phrase(fr: "Équipes concernées", en: "Teams concerned")
        case .customerEffect: Phrase(fr: "Ce que les clients voient", en: "What customers see")
        }
    }

    var hint: Phrase? {
        switch self {
        case .customerEffect:
            Phrase(
                fr: "Combien d’entre eux, depuis quand, ce qu’ils ne peuvent plus faire.",
                en: "How many of them, since when, what they can no longer do.")
        case .lead:
            Phrase(fr: "Peut attendre la première minute de calme.", en: "Can wait for the first quiet minute.")
        case .title, .severity, .startedAt, .detectedAt, .mitigatedAt, .resolvedAt, .teams: nil
        }
    }
}

/// The fields of an incident in a form, and as people read them.
struct IncidentForm {
    let form: FieldForm<Incident.Draft>
    private let visit: Visit
    private let stored: Incident.Draft
    /// Whether it is the short form of a report.
    private let isNew: Bool

    init(_ visit: Visit, _ stored: Incident.Draft, isNew: Bool, prefix: String = "f", isSent: Bool? = nil) throws {
        self.visit = visit
        self.stored = stored
        self.isNew = isNew
        form = try FieldForm(visit, stored, prefix: prefix, isSent: isSent)
    }

    private typealias Name = Incident.Draft.Name
    private var parts: FormParts { form.parts }

    /// The fields as people read them, beside those that somebody else wrote.
    static func shown(_ draft: Incident.Draft, _ visit: Visit) -> [Meanwhile.Field] {
        func told(_ moment: Instant?) -> String { moment.map { visit.fullMoment($0) } ?? "" }
        return Name.allCases.map { name in
            let text =
                switch name {
                case .title: draft.title
                case .severity: visit.say(draft.severity.meaning)
                case .startedAt: told(draft.startedAt)
                case .detectedAt: told(draft.detectedAt)
                case .mitigatedAt: told(draft.mitigatedAt)
                case .resolvedAt: told(draft.resolvedAt)
                case .lead: visit.name(draft.lead)
                case .teams: draft.teams.map { visit.name($0) }.joined(separator: ", ")
                case .customerEffect: draft.customerEffect
                }
            return Meanwhile.Field(name.label, text)
        }
    }

    var html: HTML {
        """
        \(form.control(.title))\(form.radios(.severity, \Incident.Severity.meaning))\(form.control(.customerEffect))\
        \(moments)\(teams)\
        \(parts.text(Name.lead.rawValue, Name.lead.label, hint: Name.lead.hint, stored: visit.nameInField(stored.lead), more: " list=\"pb-people\" autocomplete=\"off\""))
        """
    }

    private var moments: HTML {
        let later: HTML = """
            \(stored.mitigatedAt == nil ? "" : moment(.mitigatedAt, stored.mitigatedAt))\
            \(stored.resolvedAt == nil ? "" : moment(.resolvedAt, stored.resolvedAt))
            """
        return """
            <div class="moments">\(moment(.startedAt, stored.startedAt))\(moment(.detectedAt, stored.detectedAt))\(later)</div>
            """
    }

    private func moment(_ name: Name, _ stored: Instant?) -> HTML {
        parts.moment(
            name.rawValue, name.label, hint: isNew ? .emptyIsNow : nil, stored: stored, to: visit.now + 300)
    }

    private var teams: HTML {
        let chosen =
            parts.isSent
            ? Set(visit.exchange.form.all("teams")) : Set(stored.teams.compactMap { visit.code($0) })
        let names = visit.organisation.teams.filter { chosen.contains($0.code) }.map(\.name)
        let boxes = visit.organisation.teams.filter(\.sort.delivers).map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        let none = visit.say(Phrase(fr: "aucune pour l’instant", en: "none so far"))
        let flaw: HTML =
            parts.flaw("teams").map { "<p class=\"err\">\(Part.icon("alert"))\(visit.say($0.reason.phrase))</p>" } ?? ""
        return """
            <details class="disc field" id="\(parts.prefix)-teams"\(" open", if: parts.flaw("teams") != nil)><summary>\
            \(visit.say(Name.teams.label))\(visit.colon)\(names.isEmpty ? none : names.joined(separator: ", "))\(Part.icon("down"))</summary>\
            <input type="hidden" name="teams" value=""><div class="opts">\(boxes)</div>\(flaw)</details>
            """
    }
}

extension Phrase {
    static let emptyIsNow = Phrase(fr: "Vide : maintenant.", en: "Empty: now.")
}
