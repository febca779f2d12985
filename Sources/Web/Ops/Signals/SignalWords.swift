import Foundation
import Rouage
import Storage
package import WebCore

/// What a signal says: its figures in one sentence, and the topic that it suggests.
struct SignalWords {
    let visit: Visit
    let signal: Signal

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    private func name(_ cycle: Identifier<Cycle>) -> String {
        visit.cycles.first { $0.id == cycle }?.shortName(visit.language) ?? ""
    }

    var title: String {
        switch signal.finding {
        case .repeatedRequest(let requests, _): String((requests.first?.title ?? "").prefix(Topic.titleLimit))
        case .lateDependencies:
            say("Voir les dépendances avant le gel", "See dependencies before the freeze")
        case .relapse(let playbook, _):
            String(
                say("Remettre « \(playbook.content.title) » d’aplomb", "Set “\(playbook.content.title)” right again")
                    .prefix(Topic.titleLimit))
        case .incidentSurge:
            say("Moins d’incidents graves", "Fewer serious incidents")
        }
    }

    /// The figures, and why they suggest something.
    var sentence: String {
        switch signal.finding {
        case .repeatedRequest(let requests, let teams):
            say(
                "La même demande revient : \(requests.count) fois en \(RepeatedRequests.days) jours, de \(teams) équipes.",
                "The same request comes again: \(requests.count) times in \(RepeatedRequests.days) days, from \(teams) teams."
            )
        case .lateDependencies(let share, let cycle):
            say(
                share.part < 2
                    ? "\(share.part) dépendance du \(name(cycle)) sur \(share.whole) n’a été signalée qu’après le gel : "
                    : "\(share.part) dépendances du \(name(cycle)) sur \(share.whole) n’ont été signalées qu’après le gel : ",
                "\(share.part) of \(share.whole) dependencies of \(name(cycle)) \(share.part == 1 ? "was" : "were") first pointed out after the freeze: "
            )
                + say(
                    "\(share.percent ?? 0) %, au-dessus de \(Signal.mostLate) %.",
                    "\(share.percent ?? 0)%, above \(Signal.mostLate)%.")
        case .relapse(let playbook, let day):
            say(
                "« \(playbook.content.title) » avait été rendu à l’organisation et glisse depuis le \(DateWords(language: .french).short(day)).",
                "“\(playbook.content.title)” had been handed back and has been slipping since \(DateWords(language: .english).short(day))."
            )
        case .incidentSurge(let surge, let quarter):
            say(
                "\(surge.seen) incidents graves au \(quarter.name(.french)), contre \(mean(surge)) en moyenne sur les quatre trimestres d’avant. Par hasard, on en verrait autant \(chance(surge)) fois sur cent.",
                "\(surge.seen) serious incidents in \(quarter.name(.english)), against \(mean(surge)) on average in the four quarters before. By chance as many would be seen \(chance(surge)) times in a hundred."
            )
        }
    }

    private func mean(_ surge: IncidentSurge) -> String { decimal(surge.mean ?? 0, digits: 2) }

    /// In hundredths: `1,7`.
    private func chance(_ surge: IncidentSurge) -> String { decimal((surge.probability ?? 0) * 100, digits: 1) }

    /// With as many digits as it takes, and the point of the language.
    private func decimal(_ value: Double, digits: Int) -> String {
        var text = String(format: "%.\(digits)f", value)
        while text.hasSuffix("0") { text.removeLast() }
        if text.hasSuffix(".") { text.removeLast() }
        return visit.language == .french ? text.replacing(".", with: ",") : text
    }

    /// What a topic made of it says of the problem.
    var problem: String {
        guard case .repeatedRequest(let requests, _) = signal.finding else { return sentence }
        let lines = requests.prefix(8).map { "• \($0.title)" }
        return String(([sentence] + lines).joined(separator: "\n").prefix(Topic.problemLimit))
    }

    /// Where it is known from, by names that stay.
    var notes: String {
        let names = signal.evidence.joined(separator: ", ")
        let text =
            switch signal.finding {
            case .repeatedRequest: say("Demandes \(names)", "Requests \(names)")
            case .lateDependencies: say("Dépendances du \(names)", "Dependencies of \(names)")
            case .relapse: say("Rechute, \(names)", "Relapse, \(names)")
            case .incidentSurge: say("Incidents graves du \(names)", "Serious incidents of \(names)")
            }
        return String(text.prefix(Topic.notesLimit))
    }

    /// The topic that it suggests for a quarter.
    func content(for cycle: Cycle) -> Topic.Content {
        Topic.Content(
            title: title, problem: problem, source: signal.sort.source, sourceNotes: notes,
            cycle: visit.openCycles.contains { $0.id == cycle.id } ? cycle.id : nil)
    }
}

extension Signal.Sort {
    package var phrase: Phrase {
        switch self {
        case .repeatedRequest: Phrase(fr: "Demande répétée", en: "Repeated request")
        case .lateDependencies: Phrase(fr: "Dépendances non anticipées", en: "Late dependencies")
        case .relapse: Phrase(fr: "Rechute d’un process", en: "Relapse of a playbook")
        case .incidentSurge: Phrase(fr: "Afflux d’incidents graves", en: "Surge of serious incidents")
        }
    }
}
