import HTML
import Rouage
import Storage
import WebCore

/// To each elector, what came of what they gave.
enum MercatoLetter {
    static func show(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.isElector, let id = scene.actor.id else { throw Refusal.notFound }
        let title = scene.say("Ce qu’est devenu votre bulletin", "What came of your ballot")
        guard scene.readsResult, let ranking = try visit.reading.ranking(of: scene.mercato) else {
            let until = scene.moment(scene.mercato.publishesAt)
            let body: HTML = """
                <div class="empty"><h2>\(scene.say("Le résultat se lit à partir de \(until).", "The result is read from \(until)."))</h2>\
                <p>\(scene.say("Votre bulletin est gardé tel qu’à la clôture.", "Your ballot is kept as it was at the close."))</p></div>
                """
            return scene.page(title, lede: HTML(scene.title), .ballot, body)
        }
        guard let ballot = try visit.reading.ownBallot(of: id, in: scene.mercato), ballot.answered > 0 else {
            let body: HTML = """
                <div class="empty"><h2>\(scene.say("Vous n’avez pas donné de bulletin cette fois.", "You gave no ballot this time."))</h2>\
                <p><a href="\(scene.address)/result">\(scene.say("Lire le résultat", "Read the result"))</a></p></div>
                """
            return scene.page(title, lede: HTML(scene.title), .ballot, body)
        }
        let page = try MercatoResultPage(scene)
        let lines = ranking.lines.sorted { own($0, ballot) > own($1, ballot) }
        let projects = Dictionary(
            try visit.reading.projects(of: scene.mercato.cycle).compactMap { project in
                project.topic.map { ($0, project) }
            }, uniquingKeysWith: { $0.standing.isOver ? $1 : $0 })
        let rows = lines.map { line in
            let project = scene.mercato.topics[line.topic].topic.flatMap { projects[$0] }
            return row(page, line, ballot, page.isTaken(line) ? project : nil)
        }
        let count = Phrase(
            count: ballot.answered, fr: ("% sujet", "% sujets"), en: ("% topic", "% topics"))
        let lede = scene.say(
            "Vous avez répondu sur \(count(.french)). Voici ce qui a été fait de chacun.",
            "You answered on \(count(.english)). Here is what became of each.")
        let read =
            scene.mercato.settings.visibility == .named
            ? scene.say(
                "Votre bulletin nommé peut être lu par les votants, la CPO et les Ops.",
                "Your ballot is read by name by the electors, the CPO and Product Ops.")
            : scene.say("Vous seul lisez vos notes.", "You alone read your scores.")
        return scene.page(
            title, lede: HTML("\(lede) \(read)"), .ballot, "<ol class=\"letter\">\(rows)</ol>\(words(scene))")
    }

    private static func own(_ line: MercatoRanking.Line, _ ballot: Ballot) -> Int {
        ballot.scores.indices.contains(line.topic) ? ballot.scores[line.topic]?.value ?? 0 : 0
    }

    private static func row(
        _ page: MercatoResultPage, _ line: MercatoRanking.Line, _ ballot: Ballot, _ project: OpsProject?
    ) -> HTML {
        let scene = page.scene
        let topic = scene.mercato.topics[line.topic]
        let score = ballot.scores.indices.contains(line.topic) ? ballot.scores[line.topic] : nil
        let given =
            score?.value.map { scene.say("Vous avez donné \($0).", "You gave \($0).") }
            ?? (score == nil
                ? scene.say("Vous n’aviez pas répondu.", "You had not answered.")
                : scene.say("Vous n’aviez pas d’avis.", "You had no opinion."))
        return """
            <li><span class="given" aria-hidden="true">\(score?.value.map { String($0) } ?? "–")</span><div>\
            <h3>\(scene.written(topic.title, topic))</h3><p>\(given) \(outcome(page, line))</p>\(project.map { told($0, scene) } ?? "")</div>\(status(page, line))</li>
            """
    }

    /// The project that a topic became: who leads it, and how far it is.
    private static func told(_ project: OpsProject, _ scene: MercatoScene) -> HTML {
        let state = scene.visit.say(project.standing == .active ? project.stage.phrase : project.standing.phrase)
        let lead = scene.visit.name(project.lead)
        let words = scene.say("piloté par \(lead) : \(state)", "led by \(lead): \(state)")
        return """
            <p><a href="/projects/\(project.id.description)">\(scene.say("Le projet", "The project"))</a>, \(words).</p>
            """
    }

    private static func outcome(_ page: MercatoResultPage, _ line: MercatoRanking.Line) -> String {
        let scene = page.scene
        let isTaken = page.isTaken(line)
        let took = scene.say(
            "Les Product Ops le prennent au \(scene.quarter).", "Product Ops take it on in \(scene.quarter).")
        guard let place = line.place else {
            if isTaken { return took }
            return scene.say(
                "Trop peu d’avis pour le classer : \(line.scores) sur \(page.ranking.ballots). Il peut être proposé de nouveau.",
                "Too few scores to rank it: \(line.scores) of \(page.ranking.ballots). It may be raised again.")
        }
        let score = scene.decimal(Double(line.score) / 10_000)
        let standing = scene.say("Rang \(place) avec un score de \(score).", "Place \(place) with a score of \(score).")
        let end: String
        if isTaken {
            end = took
        } else if scene.mercato.isOpenQuestion(page.ranking) {
            end = scene.say("La CPO doit encore décider.", "The CPO is still to decide.")
        } else if scene.mercato.ruling != nil, scene.mercato.quorumMissed || line.isAbove {
            end = scene.say(
                "La CPO ne l’a pas retenu : il expire, à moins que quelqu’un le propose de nouveau.",
                "The CPO did not select it: it expires, unless somebody raises it again.")
        } else {
            end = scene.say(
                "Il ne tient pas dans la capacité : il expire, à moins que quelqu’un le propose de nouveau.",
                "It does not fit the capacity: it expires, unless somebody raises it again.")
        }
        return "\(standing) \(end)"
    }

    private static func status(_ page: MercatoResultPage, _ line: MercatoRanking.Line) -> HTML {
        let scene = page.scene
        guard !scene.mercato.isOpenQuestion(page.ranking) else { return "" }
        let isTaken = page.isTaken(line)
        let state: Topic.State = isTaken ? .selected : .notSelected
        return Part.status(scene.visit.say(state.phrase), state.dial)
    }

    private static func words(_ scene: MercatoScene) -> HTML {
        "<p class=\"note\"><a href=\"\(scene.address)/result\">\(scene.say("Le classement entier", "The whole ranking"))</a></p>"
    }
}
