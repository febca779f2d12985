import HTML
import Rouage
import Storage
import WebCore

/// The contract in two columns: what was asked, what was answered.
struct DependencyContract {
    let visit: Visit
    let dependency: Dependency
    let briefing: Briefing
    /// The giver's initiative that delivers it, when the giver has said.
    let giving: Briefing?

    var html: HTML {
        """
        <div class="contract">\(column("h-q", Phrase(fr: "Ce qui est demandé", en: "What is asked"), asked))\
        \(column("h-g", Phrase(fr: "Ce qui est répondu", en: "What is answered"), answered))</div>
        """
    }

    private func column(_ id: String, _ title: Phrase, _ facts: HTML) -> HTML {
        """
        <section aria-labelledby="\(id)"><h2 id="\(id)">\(visit.say(title))</h2><dl>\(facts)</dl></section>
        """
    }

    private func fact(_ name: Phrase, _ value: HTML) -> HTML {
        "<div><dt>\(visit.say(name))</dt><dd>\(value)</dd></div>"
    }

    private func team(_ id: Identifier<Rouage.Unit>?) -> HTML {
        guard let unit = id.flatMap({ visit.organisation.units[$0] }) else { return HTML(dependency.externalParty) }
        return "<a href=\"/teams/\(unit.code.inAddress)\">\(unit.name)</a>"
    }

    private var asked: HTML {
        let needed = visit.dates.weekdayShort(dependency.neededBy)
        let moved: HTML =
            dependency.firstNeededBy == dependency.neededBy
            ? ""
            : " <small class=\"q\">\(visit.say(Phrase(fr: "d’abord le \(dependency.firstNeededBy.inFrench)", en: "first \(dependency.firstNeededBy.inEnglish)")))</small>"
        return [
            fact(Phrase(fr: "Équipe demandeuse", en: "Asking team"), team(dependency.askingTeam)),
            fact(Phrase(fr: "Pour l’initiative", en: "For the initiative"), initiative),
            fact(Phrase(fr: "Attendue pour le", en: "Needed by"), "\(needed)\(moved)"),
            fact(Phrase(fr: "Criticité", en: "Criticality"), HTML(visit.say(dependency.criticality.words))),
            fact(Phrase(fr: "Nature", en: "Kind"), HTML(visit.say(dependency.sort.phrase))),
            fact(Phrase(fr: "Façon de travailler", en: "Way of working"), interaction),
            fact(
                Phrase(fr: "Signalée le", en: "Pointed out on"),
                HTML(visit.dates.weekdayShort(dependency.pointedOutOn))),
        ].joined()
    }

    private var interaction: HTML {
        let words = visit.say(dependency.interaction.phrase)
        guard let day = dependency.collaboratesUntil else { return HTML(words) }
        let until = Phrase(fr: "jusqu’au \(day.inFrench)", en: "until \(day.inEnglish)")
        return "\(words) <small class=\"q\">\(visit.say(until))</small>"
    }

    /// A page that is still a draft is its team's affair: only the team reads its title.
    private var initiative: HTML {
        guard visit.actor?.may(.readBriefing(briefing)) ?? false else {
            return HTML(visit.say(Phrase(fr: "Une ébauche, pas encore déposée", en: "A draft, not submitted yet")))
        }
        return "<a href=\"/briefings/\(briefing.id.description)\">\(visit.title(of: briefing))</a>"
    }

    private var answered: HTML {
        var facts = [fact(Phrase(fr: "Équipe contributrice", en: "Giving team"), team(dependency.givingTeam))]
        if let contact = dependency.contact {
            facts.append(
                fact(
                    Phrase(fr: "À qui parler", en: "Who to talk to"),
                    "<a href=\"/people/\(contact.description)\">\(visit.name(contact))</a>"))
        }
        if let days = dependency.effortDays {
            facts.append(
                fact(
                    Phrase(fr: "Effort", en: "Effort"),
                    HTML(visit.say(Phrase(count: days, fr: ("% jour", "% jours"), en: ("% day", "% days"))))))
        }
        if let day = dependency.committedFor {
            facts.append(fact(Phrase(fr: "Promise pour le", en: "Promised for"), HTML(visit.dates.weekdayShort(day))))
        }
        if let giving, visit.actor?.may(.readBriefing(giving)) ?? false {
            facts.append(
                fact(
                    Phrase(fr: "Livrée avec", en: "Delivered with"),
                    "<a href=\"/briefings/\(giving.id.description)\">\(visit.title(of: giving))</a>"))
        }
        return (facts + more).joined()
    }

    private var more: [HTML] {
        var facts: [HTML] = []
        if let counter = dependency.counter {
            let proposal = [counter.date.map(visit.dates.weekdayShort) ?? "", counter.scope].filter { !$0.isBlank }
            facts.append(
                fact(
                    Phrase(fr: "Contre-proposition", en: "Counter-proposal"),
                    "\(proposal.joined(separator: ", ")) <q>\(counter.reason)</q>"))
        }
        if let decline = dependency.decline {
            facts.append(
                fact(Phrase(fr: "Refus", en: "Declined"), "\(visit.say(decline.code.phrase)) <q>\(decline.reason)</q>"))
        }
        if !dependency.mitigation.isBlank {
            facts.append(fact(Phrase(fr: "Parade", en: "Fallback"), HTML(dependency.mitigation)))
        }
        if let day = dependency.claimedOn {
            facts.append(
                fact(Phrase(fr: "Annoncée livrée le", en: "Said delivered on"), HTML(visit.dates.weekdayShort(day))))
        }
        if let day = dependency.deliveredOn {
            facts.append(fact(Phrase(fr: "Livrée le", en: "Delivered on"), HTML(visit.dates.weekdayShort(day))))
        }
        if dependency.breaks + dependency.redates > 0 { facts.append(counts) }
        if facts.isEmpty && dependency.contact == nil {
            facts.append(
                fact(
                    Phrase(fr: "Réponse", en: "Answer"),
                    HTML(visit.say(Phrase(fr: "Pas encore de réponse", en: "No answer yet")))))
        }
        return facts
    }

    private var counts: HTML {
        let breaks = Phrase(
            count: dependency.breaks, fr: ("rompue % fois", "rompue % fois"), en: ("broken once", "broken % times"))
        let redates = Phrase(
            count: dependency.redates, fr: ("date changée % fois", "date changée % fois"),
            en: ("date moved once", "date moved % times"))
        let said = [(dependency.breaks, breaks), (dependency.redates, redates)].filter { $0.0 > 0 }
        return fact(
            Phrase(fr: "Compté", en: "Counted"), HTML(said.map { visit.say($0.1) }.joined(separator: ", ")))
    }
}
