import HTML
import Rouage
import WebCore

/// Why something about a briefing was refused, in the words of the briefing: which field, who decides, until when.
enum BriefingRefusal {
    /// The summary on top of the page, with a link to each field that needs another look.
    static func banner(_ visit: Visit, _ briefing: Briefing, edit: String = "") -> HTML {
        guard let refusal = visit.refusal else { return "" }
        let (title, rest): (Phrase, HTML)
        if case .invalid(let flaws) = refusal {
            title = heading(visit, flaws.count)
            rest = "<ul class=\"errs\">\(flaws.map { item(visit, $0, edit) })</ul>"
        } else {
            title = .refused(refusal)
            rest = "<p>\(visit.say(sentence(visit, refusal, briefing)))</p>"
        }
        return """
            <div class="banner stop noprint" role="alert" tabindex="-1">\(Part.icon("halt"))<div>\
            <p><b>\(visit.say(title))</b></p>\(rest)</div></div>
            """
    }

    private static func heading(_ visit: Visit, _ count: Int) -> Phrase {
        guard visit.exchange.path.hasSuffix("/submission") else {
            return Phrase(
                count: count, fr: ("% point à corriger.", "% points à corriger."),
                en: ("% thing to put right.", "% things to put right."))
        }
        return Phrase(
            count: count,
            fr: (
                "Le briefing n’est pas déposé : % point à corriger.",
                "Le briefing n’est pas déposé : % points à corriger."
            ),
            en: (
                "The briefing is not submitted: % thing to put right.",
                "The briefing is not submitted: % things to put right."
            ))
    }

    private static func item(_ visit: Visit, _ flaw: Flaw, _ edit: String) -> HTML {
        let words = "\(visit.say(fieldName(flaw.field)))\(visit.colon)\(visit.say(flaw.reason.phrase))"
        if ["outcome", "opinion", "text", "code", "reason"].contains(flaw.field) { return "<li>\(words)</li>" }
        let field = flaw.field == "contributors" ? "other_contributors" : flaw.field
        let place = field == "dependencies" ? "#dependencies" : "\(edit)#\(field)"
        return "<li><a href=\"\(place)\">\(words)</a></li>"
    }

    private static func fieldName(_ name: String) -> Phrase {
        if let field = Briefing.Text.Field(rawValue: name) { return field.phrase }
        switch name {
        case "dependencies": return Phrase(fr: "Dépendances", en: "Dependencies")
        case "appetite_days": return Phrase(fr: "Appétit", en: "Appetite")
        case "axis": return Phrase(fr: "Axe stratégique", en: "Strategic axis")
        case "owner": return Phrase(fr: "Responsable", en: "Owner")
        case "contributors": return Phrase(fr: "Avec", en: "With")
        case "reason": return Phrase(fr: "Raison", en: "Reason")
        case "code": return Phrase(fr: "Motif", en: "Ground")
        case "outcome": return Phrase(fr: "Décision", en: "Decision")
        case "opinion": return Phrase(fr: "Avis", en: "Review")
        case "text": return Phrase(fr: "Commentaire", en: "Comment")
        default: return Phrase(fr: "Champ de la Tribe", en: "Tribe field")
        }
    }

    static func sentence(_ visit: Visit, _ refusal: Refusal, _ briefing: Briefing) -> Phrase {
        let team = visit.name(briefing.team)
        switch refusal {
        case .notAllowed where visit.exchange.path.hasSuffix("/decision"):
            let who = visit.deciders(of: briefing.team)
            return Phrase(fr: "La décision revient à \(who).", en: "\(who) decides this.")
        case .notAllowed:
            return Phrase(
                fr: "Ce briefing appartient à l’équipe \(team). Vous pouvez le commenter.",
                en: "This briefing belongs to the team \(team). You can comment on it.")
        case .outdated where visit.exchange.path != "/briefings/\(briefing.id)":
            guard let decision = briefing.decision else { return refusal.explanation }
            let who = visit.name(decision.by)
            return Phrase(
                fr: "\(who) a décidé le \(decision.on.inFrench) : relisez, puis recommencez s’il le faut.",
                en: "\(who) decided on \(decision.on.inEnglish): read it again, then repeat if needed.")
        case .outdated:
            return Phrase(
                fr: "Votre texte est gardé : choisissez ci-dessous ce qui reste.",
                en: "Your text is kept: choose below what stays.")
        case .closed where !briefing.isBeingPrepared:
            return Phrase(
                fr: "Une décision a été prise : l’initiative est \(briefing.state.phrase(.french).lowercased()).",
                en: "A decision was taken: the initiative is \(briefing.state.phrase(.english).lowercased()).")
        case .closed where visit.exchange.path.hasSuffix("/readiness"):
            return Phrase(
                fr: "Il reste une dépendance bloquante sans accord, ou l’initiative n’est pas en alignement.",
                en: "A blocking dependency is still without agreement, or the initiative is not in alignment.")
        case .closed where visit.exchange.path.hasSuffix("/no-dependency"):
            return Phrase(
                fr: "Une dépendance est déjà signalée : retirez-la d’abord.",
                en: "A dependency is pointed out already: withdraw it first.")
        case .closed:
            return Phrase(
                fr:
                    "Le trimestre est gelé, ou l’état du briefing a changé. Votre texte est encore ci-dessous : copiez-le.",
                en: "The quarter is frozen, or the briefing’s state has changed. Your text is still below: copy it.")
        case .notFound, .invalid, .over: return refusal.explanation
        }
    }
}
