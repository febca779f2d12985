import HTML
import Rouage
import Storage

/// What a person is expected to do for Ops projects: take one over or agree to it, say whether a problem is theirs, settle
/// what is left of a quarter that is over, confirm a sharing out.
struct ProjectInbox {
    private struct Matter {
        let title: Phrase
        let detail: Phrase
        let address: String
    }

    private let visit: Visit
    private let matters: [Matter]

    init(_ visit: Visit) throws {
        self.visit = visit
        guard let actor = visit.actor, let me = actor.id, actor.may(.opsWork(.readProjects)) else {
            matters = []
            return
        }
        let projects = try visit.reading.livingProjects()
        let legacies = try visit.reading.legacies(of: projects, in: visit.organisation)
        let cycles = Dictionary(uniqueKeysWithValues: visit.cycles.map { ($0.id, $0) })
        var matters: [Matter] = []
        for project in projects {
            let title = visit.title(of: project)
            func add(_ phrase: Phrase, _ detail: Phrase, _ part: String = "") {
                matters.append(Matter(title: phrase, detail: detail, address: "/projects/\(project.id)\(part)"))
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
                } else if !project.isAcceptedByDirector(legacy), Self.directs(project, me, actor) {
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
            matters.append(
                Matter(
                    title: Phrase(fr: "Confirmer la répartition, \(fr)", en: "Confirm the sharing out, \(en)"),
                    detail: Phrase(
                        fr: "Elle tient une fois confirmée par chaque pilote.",
                        en: "It holds once each lead has confirmed."),
                    address: "/projects/share-out?cycle=\(cycle.label)"))
        }
        self.matters = matters
    }

    /// One director hears of it: the one who answers for who takes it over, or the CPO where there is none.
    private static func directs(_ project: OpsProject, _ me: Identifier<Person>, _ actor: Actor) -> Bool {
        guard actor.may(.opsWork(.acceptAsDirector(project))) else { return false }
        let director = project.receiver.flatMap { actor.organisation.director(of: $0) }
        return director == me || (director == nil && actor.holds(.cpo))
    }

    var section: HTML {
        guard !matters.isEmpty else { return "" }
        let rows = matters.map { matter -> HTML in
            """
            <li><div><a href="\(matter.address)">\(visit.say(matter.title))</a><p>\(visit.say(matter.detail))</p></div></li>
            """
        }
        let title = Phrase(fr: "Projets Ops", en: "Ops projects")
        return """
            <section class="sec" id="ops-projects" data-live-part aria-labelledby="h-ops"><header><h2 id="h-ops">\(visit.say(title))</h2></header>\
            <ul class="plain">\(rows)</ul></section>
            """
    }
}
