import Rouage
import Storage
package import WebCore

/// What a person is expected to do for Ops projects: take one over or agree to it, say whether a problem is theirs, settle
/// what is left of a quarter that is over, confirm a sharing out.
package enum ProjectInbox {
    package static func matters(_ visit: Visit) throws -> InboxMatters {
        var matters = InboxMatters("ops-projects", Phrase(fr: "Projets Ops", en: "Ops projects"))
        guard let actor = visit.actor, let me = actor.id, actor.may(.opsWork(.readProjects)) else { return matters }
        let projects = try visit.reading.livingProjects()
        let legacies = try visit.reading.legacies(of: projects, in: visit.organisation)
        let cycles = Dictionary(uniqueKeysWithValues: visit.cycles.map { ($0.id, $0) })
        for project in projects {
            let title = visit.title(of: project)
            func add(_ phrase: Phrase, _ detail: Phrase, _ part: String = "") {
                matters.add(phrase, detail, at: "/projects/\(project.id)\(part)")
            }
            let legacy = legacies[project.id]
            if project.stage == .handingOver, project.standing == .active {
                let words = Phrase(fr: "Reprendre « \(title) »", en: "Take over “\(title)”")
                if !project.isAcceptedByOwner(legacy), actor.may(.opsWork(.accept(project))) {
                    add(
                        words,
                        Phrase(
                            fr: "Product Ops vous propose de le reprendre.",
                            en: "Product Ops propose that you take it over."))
                } else if !project.isAcceptedByDirector(legacy), actor.may(.opsWork(.acceptAsDirector(project))),
                    actor.isTold(of: project.receiver)
                {
                    let receiver = visit.name(project.receiver)
                    add(
                        words,
                        Phrase(
                            fr: "\(receiver) le reprendrait : l’acceptez-vous ?",
                            en: "\(receiver) would take it over: do you agree?"))
                }
            }
            if project.coBuilders.contains(me), project.takesAnswers(by: actor),
                try !visit.reading.hasAnswered(me, about: project.id)
            {
                add(
                    Phrase(fr: "« \(title) » : est-ce votre problème ?", en: "“\(title)”: is this your problem?"),
                    Phrase(fr: "Une réponse, comptée sans votre nom.", en: "One answer, counted without your name."),
                    "#problem")
            }
            if project.lead == me, cycles[project.cycle].map({ project.isLeftOver(on: visit.today, in: $0) }) ?? false {
                add(
                    Phrase(fr: "Régler « \(title) »", en: "Settle “\(title)”"),
                    Phrase(
                        fr: "Son trimestre est clos : à clore, à rendre ou à remettre au tableau.",
                        en: "Its quarter is over: close it, hand it over or put it back on the table."))
            }
        }
        for cycle in [visit.running, visit.preparing].compactMap(\.self) where actor.may(.opsWork(.shareOut)) {
            guard let shareOut = try visit.reading.shareOut(of: cycle.id), shareOut.state == .proposed,
                shareOut.awaited.contains(me)
            else { continue }
            let (fr, en) = (cycle.name(.french), cycle.name(.english))
            matters.add(
                Phrase(fr: "Confirmer la répartition, \(fr)", en: "Confirm the sharing out, \(en)"),
                Phrase(
                    fr: "Elle tient une fois confirmée par chaque pilote.",
                    en: "It holds once each lead has confirmed."),
                at: "/projects/share-out?cycle=\(cycle.label)")
        }
        return matters
    }
}
