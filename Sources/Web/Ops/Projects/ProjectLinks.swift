package import HTML
package import Rouage
import Storage
package import WebCore

/// From the pages of topics, requests and playbooks to what became of them.
package enum ProjectLinks {
    /// The projects that a topic became, or where it waits for one.
    package static func of(_ topic: Topic, _ visit: Visit) throws -> HTML {
        let projects = try visit.reading.projects(of: topic.id)
        let list = section(projects, visit)
        guard topic.state == .selected, projects.allSatisfy(\.standing.isOver), let cycle = topic.cycle else {
            return list
        }
        let label = visit.cycles.first { $0.id == cycle }?.label ?? ""
        let words = Phrase(
            fr: "Retenu : la répartition dit qui le pilote.", en: "Selected: the sharing out says who leads it.")
        return """
            \(list)<p class="banner">\(Part.icon("people"))<span><a href="/projects/share-out?cycle=\(label.inAddress)">\(visit.say(words))</a></span></p>
            """
    }

    /// The projects that the topic of a request became; the project that an urgent one became, or the way to start it.
    package static func of(_ request: OpsRequest, _ visit: Visit) throws -> HTML {
        if let topic = try request.topic.flatMap({ try visit.reading.wholeTopic($0) }) {
            return section(try visit.reading.projects(of: topic.id), visit)
        }
        guard request.outcome == .urgentProject else { return "" }
        if let project = try visit.reading.project(of: request.id) { return section([project], visit) }
        guard try visit.signedIn().may(.opsWork(.startProject)), visit.running != nil else { return "" }
        let words = Phrase(fr: "Démarrer le projet", en: "Start the project")
        return """
            <p class="acts noprint"><a class="btn pri" href="/projects/new?request=\(request.id.description)">\(visit.say(words))</a></p>
            """
    }

    /// The projects that leave a playbook behind.
    package static func of(_ playbook: Playbook, _ visit: Visit) throws -> HTML {
        section(try visit.reading.projects(leaving: playbook.id), visit)
    }

    private static func section(_ projects: [OpsProject], _ visit: Visit) -> HTML {
        guard !projects.isEmpty else { return "" }
        let title = Phrase(
            fr: projects.count == 1 ? "Le projet" : "Les projets",
            en: projects.count == 1 ? "The project" : "The projects")
        let list = projects.map { project -> HTML in
            let status =
                project.standing == .active || project.stage == .handedOver
                ? Part.status(visit.say(project.stage.phrase), project.stage.dial)
                : Part.status(visit.say(project.standing.phrase), ("d-0", "quiet"))
            return """
                <li><a href="/projects/\(project.id.description)">\(visit.title(of: project))</a> \(status)<br>\
                <span class="q">\(visit.name(project.lead))</span></li>
                """
        }
        return """
            <section class="sec"><header><h2>\(visit.say(title))</h2></header><ul class="plain">\(list)</ul></section>
            """
    }
}
