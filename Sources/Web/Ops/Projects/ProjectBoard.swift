import HTML
package import Rouage
import Storage
import WebCore

/// The projects of Product Ops by stage, each with what keeps it from the next one.
struct ProjectBoard {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle?
    let projects: [OpsProject]
    let room: OpsProject.Room?
    /// The vote that the projects of the quarter come from, once it is published.
    private let mercato: Mercato?
    /// Projects of quarters that are over and were not settled.
    let leftOver: [OpsProject]
    private let legacies: [Identifier<OpsProject>: OpsProject.Legacy]

    init(_ visit: Visit) throws {
        let cycles = Dictionary(uniqueKeysWithValues: visit.cycles.map { ($0.id, $0) })
        let asked = visit.exchange.query["cycle"].flatMap { label in visit.cycles.first { $0.label == label } }
        let cycle = asked ?? visit.running ?? visit.cycle
        self.visit = visit
        self.cycle = cycle
        actor = try visit.signedIn()
        room = try cycle.map { try visit.reading.room(of: $0, visit.organisation) }
        projects = room?.projects ?? []
        mercato = try cycle.flatMap { try visit.reading.mercato(of: $0.id) }.flatMap {
            $0.state == .published ? $0 : nil
        }
        legacies = try visit.reading.legacies(of: projects, in: visit.organisation)
        leftOver = try visit.reading.livingProjects().filter { project in
            cycles[project.cycle].map { project.isLeftOver(on: visit.today, in: $0) } ?? false
        }
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    var answer: Answer {
        let title = Phrase(fr: "Projets de Product Ops", en: "Projects of Product Ops")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div>\
            <div class="acts">\(new)</div></header>
            <div id="projects" class="projects" data-live-part>\(taken)\(left)\(stages)\(aside)</div>
            """
        return Layout.page(
            visit, title: say(title), page: .projects, live: "ops_project:*", cycle: cycle?.id, body)
    }

    private var lede: Phrase {
        guard let cycle, let room else {
            return Phrase(fr: "Aucun trimestre ne court.", en: "No quarter is running.")
        }
        let days = room.days
        let (fr, en) = (cycle.name(.french), cycle.name(.english))
        // The vote keeps the days that were known when it opened; the team may have changed since.
        let then = mercato.flatMap { $0.capacityDays == days ? nil : $0.capacityDays }
        let voted =
            then.map {
                (" Le mercato en comptait \($0) à son ouverture.", " The mercato counted \($0) when it opened.")
            }
            ?? ("", "")
        return Phrase(
            fr: "\(fr) : \(room.taken) jours pris sur \(days) que l’équipe peut planifier.\(voted.0)",
            en: "\(en): \(room.taken) days taken of the \(days) that the team can plan.\(voted.1)")
    }

    /// The days that are taken of those that can be planned: a bar, and the same in the lede.
    private var taken: HTML {
        guard let room, room.days > 0 else { return "" }
        let share = min(130, 100 * room.taken / room.days)
        let left = room.days - room.taken
        let words =
            left >= 0
            ? Phrase(
                fr: "Il en reste \(left). Au-delà, un projet laisse la place à un autre.",
                en: "\(left) are left. Beyond that, one project makes room for another.")
            : Phrase(
                fr: "\(-left) de trop : un projet doit laisser la place.",
                en: "\(-left) too many: a project has to make room.")
        return """
            <div class="roombar"><svg class="track" viewBox="0 0 130 10" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="130" height="10"/><rect class="fill" width="\(share)" height="10"/><path class="mark" d="M100 0v10"/></svg>\
            <p class="note">\(say(words))</p></div>
            """
    }

    private var new: HTML {
        guard actor.may(.opsWork(.startProject)) else { return "" }
        let words = Phrase(fr: "Démarrer un projet", en: "Start a project")
        return "<a class=\"btn\" href=\"/projects/new\">\(Part.icon("plus"))\(say(words))</a>"
    }

    private var left: HTML {
        guard !leftOver.isEmpty else { return "" }
        let lead = Phrase(
            count: leftOver.count, fr: ("% projet d’un trimestre clos", "% projets d’un trimestre clos"),
            en: ("% project of a quarter that is over", "% projects of a quarter that is over"))
        let how = Phrase(
            fr: "À clore, à rendre ou à remettre au tableau : rien ne se prolonge en silence.",
            en: "To be closed, handed over or put back on the table: nothing goes on in silence.")
        return """
            <div class="banner warn">\(Part.icon("alert"))<div><p><b>\(say(lead))</b></p><p>\(say(how))</p>\
            <ul class="plain">\(leftOver.map(link))</ul></div></div>
            """
    }

    private func link(_ project: OpsProject) -> HTML {
        "<li><a href=\"/projects/\(project.id.description)\">\(visit.title(of: project))</a></li>"
    }

    private var stages: HTML {
        guard !projects.isEmpty else {
            let lead = Phrase(fr: "Aucun projet ce trimestre.", en: "No project this quarter.")
            let how = Phrase(
                fr: "Les sujets retenus au mercato deviennent des projets une fois la répartition confirmée.",
                en: "The topics that the mercato selects become projects once the sharing out is confirmed.")
            return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
        }
        let columns = OpsProject.Stage.allCases.map(column)
        return "<div class=\"stages\">\(columns)</div>"
    }

    private func column(_ stage: OpsProject.Stage) -> HTML {
        let here = projects.filter {
            $0.stage == stage && ($0.standing == .active || $0.standing == .closed && stage == .handedOver)
        }
        let list: HTML =
            here.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Rien ici.", en: "Nothing here.")))</p>"
            : "<ul class=\"plain projlist\">\(here.map(line))</ul>"
        return """
            <section class="sec" aria-labelledby="h-\(stage.rawValue)"><header><h2 id="h-\(stage.rawValue)">\(say(stage.phrase))</h2>\
            <p>\(here.count)</p></header>\(list)</section>
            """
    }

    private func line(_ project: OpsProject) -> HTML {
        let missing =
            project.stage.next.map { project.missing(for: $0, visit.organisation, legacies[project.id]) } ?? []
        let gate: HTML
        if project.stage == .handedOver {
            gate = "<p class=\"tx\">\(Part.status(say(project.stage.phrase), project.stage.dial))</p>"
        } else if let first = missing.first {
            let rest = missing.count - 1
            let more: HTML =
                rest > 0 ? " <span class=\"q\">\(say(Phrase(fr: "+ \(rest)", en: "+ \(rest)")))</span>" : ""
            gate = "<p class=\"gate\">\(Part.icon("lock"))<span>\(say(first.phrase))\(more)</span></p>"
        } else {
            let words = Phrase(fr: "Peut passer à l’étape suivante.", en: "May go on to the next stage.")
            gate = "<p class=\"gate ok\">\(Part.icon("check"))<span>\(say(words))</span></p>"
        }
        let unplanned: HTML = project.isUnplanned ? "<span>\(say(Phrase(fr: "hors plan", en: "unplanned")))</span>" : ""
        return """
            <li><h3><a href="/projects/\(project.id.description)">\(visit.title(of: project))</a></h3>\
            <p class="tx"><span>\(visit.name(project.lead))</span><span>\(visit.days(project.effortDays))</span>\(unplanned)</p>\(gate)</li>
            """
    }

    /// What waits or ended before its time, with the reason.
    private var aside: HTML {
        let others = projects.filter { $0.standing != .active && !($0.standing == .closed && $0.stage == .handedOver) }
        guard !others.isEmpty else { return "" }
        let lines = others.map { project -> HTML in
            """
            <li><h3><a href="/projects/\(project.id.description)">\(visit.title(of: project))</a></h3>\
            <p class="tx"><span>\(say(project.standing.phrase))</span><span>\(visit.name(project.lead))</span></p>\
            <p class="why">\(project.reason.set(in: visit.language(of: project.lead)))</p></li>
            """
        }
        let title = Phrase(fr: "En pause, arrêtés ou clos", en: "Paused, stopped or closed")
        return """
            <section class="sec" aria-labelledby="h-aside"><header><h2 id="h-aside">\(say(title))</h2><p>\(others.count)</p></header>\
            <ul class="plain projlist">\(lines)</ul></section>
            """
    }
}

extension Visit {
    /// The title of a project, set in the language of who leads it.
    package func title(of project: OpsProject) -> String { project.title.set(in: language(of: project.lead)) }
}
