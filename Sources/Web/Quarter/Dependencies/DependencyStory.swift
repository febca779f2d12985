import HTML
import Rouage
import Storage
import WebCore

/// The history of a dependency, one sentence a line, newest first.
struct DependencyStory {
    let visit: Visit

    func list(_ chapters: [DependencyChapter]) -> HTML {
        "<ol class=\"hist\">\(chapters.map(item))\(chapters.last.map(beginning) ?? "")</ol>"
    }

    /// What came from a file was pointed out before: its first line says when.
    private func beginning(_ first: DependencyChapter) -> HTML {
        guard first.line.action == .imported else { return "" }
        let dependency = first.dependency
        let words = Phrase(
            fr: "\(visit.name(dependency.askingTeam)) signale la dépendance.",
            en: "\(visit.name(dependency.askingTeam)) points it out.")
        return """
            <li><time datetime="\(dependency.pointedOutOn.description)">\(visit.dates.short(dependency.pointedOutOn))</time>\
            <span>\(visit.say(words))</span></li>
            """
    }

    private func item(_ chapter: DependencyChapter) -> HTML {
        let line = chapter.line
        let day = line.at.day(in: visit.site.clock.zone)
        let reason: HTML = line.reason.isBlank ? "" : " <q>\(line.reason)</q>"
        return """
            <li><time datetime="\(day.description)">\(visit.dates.short(day))</time>\
            <span>\(visit.say(sentence(chapter)))\(reason)</span></li>
            """
    }

    func sentence(_ chapter: DependencyChapter) -> Phrase {
        guard let actor = chapter.line.actor else { return byItself(chapter) }
        let (fr, en) = verb(chapter)
        let who = visit.name(actor)
        return Phrase(fr: "\(who) \(fr).", en: "\(who) \(en).").ended
    }

    /// What the product did by date, with the rule it followed.
    private func byItself(_ chapter: DependencyChapter) -> Phrase {
        switch chapter.line.action {
        case .broken:
            Phrase(
                fr: "Cinq jours ouvrés après la date promise, l’engagement est noté rompu.",
                en: "Five working days after the promised date, the promise is noted as broken.")
        case .deliveredBySilence:
            Phrase(
                fr: "Dix jours ouvrés sans réponse : la livraison compte comme reçue.",
                en: "Ten working days without an answer: the delivery counts as received.")
        case .withdrawn:
            Phrase(
                fr: "La demande prend fin avec son briefing.", en: "The request ends with its briefing.")
        default:
            Phrase(
                fr: "Reprise d’un fichier, \(chapter.dependency.state.phrase(.french).lowercased()).",
                en: "Taken from a file, \(chapter.dependency.state.phrase(.english).lowercased()).")
        }
    }

    private func verb(_ chapter: DependencyChapter) -> (String, String) {
        let after = chapter.dependency
        let promised = after.committedFor ?? after.neededBy
        switch chapter.line.action {
        case .pointedOut:
            return (
                "signale la dépendance, attendue pour le \(after.neededBy.inFrench)",
                "points it out, needed by \(after.neededBy.inEnglish)"
            )
        case .acknowledged:
            let contact = visit.name(after.contact)
            return ("la prend en compte ; à qui parler : \(contact)", "acknowledges it; talk to \(contact)")
        case .committed: return ("s’engage pour le \(promised.inFrench)", "commits for \(promised.inEnglish)")
        case .replanned:
            guard let date = after.counter?.date else { return ("contre-propose moins", "counter-proposes less") }
            return ("contre-propose le \(date.inFrench)", "counter-proposes \(date.inEnglish)")
        case .counterAccepted: return ("accepte le \(promised.inFrench)", "accepts \(promised.inEnglish)")
        case .counterRefused: return ("refuse la contre-proposition", "refuses the counter-proposal")
        case .declined:
            let code = (after.decline?.code ?? .other).phrase
            return ("refuse (\(code(.french).lowercased()))", "declines (\(code(.english).lowercased()))")
        case .reasked: return ("redemande autrement", "asks again, differently")
        case .mitigated: return ("écrit une parade", "writes a fallback")
        case .claimed: return ("annonce la livraison", "says it is delivered")
        case .delivered: return ("confirme la réception", "confirms the delivery")
        case .claimRefused: return ("ne reconnaît pas la livraison", "does not accept the delivery")
        case .broken: return ("reprend sa promesse", "takes the promise back")
        case .withdrawn: return ("retire la demande", "withdraws the request")
        case .handedOver:
            let team = visit.name(after.givingTeam)
            return ("confie la demande à \(team), qui répondra", "hands the request to \(team), who will answer")
        default:
            let phrase = chapter.line.action.phrase
            return (": \(phrase(.french))", ": \(phrase(.english))")
        }
    }
}
