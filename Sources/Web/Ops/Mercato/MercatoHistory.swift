import HTML
import Rouage
import Storage
package import WebCore

/// All sessions, and what is said of a quarter that has none yet.
enum MercatoHistory {
    static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.mercato(.see)) else { return Layout.forMembers(visit, .mercato) }
        let title = visit.say(Phrase(fr: "Les sessions du mercato", en: "Sessions of the mercato"))
        let body: HTML = """
            <div class="merc"><header class="head"><div><h1>\(title)</h1></div></header>\(try table(visit))</div>
            """
        return Layout.page(visit, title: title, page: .mercato, body)
    }

    /// Before the session of a quarter is prepared: when that is, and the sessions before.
    static func early(_ visit: Visit, _ cycle: Cycle) throws -> Answer {
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, .french)
        let name = cycle.shortName(visit.language)
        let title = "Mercato \(name)"
        let (brainstorm, opens) = (visit.dates.weekdayLong(plan.brainstorm), visit.dates.weekdayLong(plan.mercatoOpens))
        let lead: Phrase
        let how: Phrase
        if cycle.start <= visit.today {
            lead = Phrase(fr: "Il n’y a pas eu de mercato pour le \(name).", en: "There was no mercato for \(name).")
            how = Phrase(
                fr: "Le vote d’un trimestre a lieu pendant le trimestre d’avant.",
                en: "The vote on a quarter takes place in the quarter before.")
        } else {
            lead = Phrase(
                fr: "Le mercato du \(name) n’est pas encore prêt.", en: "The \(name) mercato is not prepared yet.")
            how = Phrase(
                fr: "Il se prépare seul \(brainstorm), jour du brainstorming, et s’ouvre \(opens) à 9 h.",
                en:
                    "It is prepared by itself on \(brainstorm), the day of the brainstorm, and opens on \(opens) at 9 am."
            )
        }
        let body: HTML = """
            <div class="merc"><header class="head"><div><h1>\(title)</h1></div></header>\
            <div class="empty"><h2>\(visit.say(lead))</h2><p>\(visit.say(how))</p></div>\(try table(visit))</div>
            """
        return Layout.page(visit, title: title, page: .mercato, live: "mercato:*", cycle: cycle.id, body)
    }

    private static func table(_ visit: Visit) throws -> HTML {
        let all = try visit.reading.mercatos()
        func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }
        guard !all.isEmpty else {
            return """
                <div class="empty"><h2>\(say("Aucune session pour l’instant.", "No session so far."))</h2>\
                <p>\(say("La première se prépare seule, un mois avant la fin d’un trimestre.", "The first is prepared by itself, a month before a quarter ends."))</p></div>
                """
        }
        let actor = try visit.signedIn()
        let rows = try all.map { mercato -> HTML in
            let scene = MercatoScene(visit, actor, mercato)
            let ballots = try visit.reading.ballotCount(of: mercato.id)
            let taken = try Self.taken(scene)
            return """
                <tr><th scope="row"><a href="\(scene.address)">\(scene.title)</a></th>\
                <td data-l="\(say("État", "State"))">\(Part.status(visit.say(mercato.state.phrase), mercato.state.dial))</td>\
                <td data-l="\(say("Clôture", "Closes"))">\(scene.close)</td>\
                <td class="num" data-l="\(say("Sujets", "Topics"))">\(mercato.topics.count)</td>\
                <td class="num" data-l="\(say("Bulletins", "Ballots"))">\(ballots)</td>\
                <td class="num" data-l="\(say("Retenus", "Selected"))">\(taken)</td></tr>
                """
        }
        return """
            <section class="sec" aria-labelledby="h-all"><header><h2 id="h-all">\(say("Toutes les sessions", "All sessions"))</h2></header>\
            <table class="t fold"><thead><tr><th scope="col">\(say("Session", "Session"))</th><th scope="col">\(say("État", "State"))</th>\
            <th scope="col">\(say("Clôture", "Closes"))</th><th scope="col" class="num">\(say("Sujets", "Topics"))</th>\
            <th scope="col" class="num">\(say("Bulletins", "Ballots"))</th><th scope="col" class="num">\(say("Retenus", "Selected"))</th></tr></thead>\
            <tbody>\(rows)</tbody></table></section>
            """
    }

    private static func taken(_ scene: MercatoScene) throws -> String {
        let mercato = scene.mercato
        guard mercato.state == .published else { return "" }
        guard mercato.origin == .imported, mercato.selected.isEmpty else { return String(mercato.selected.count) }
        guard mercato.hasLine, let ranking = try scene.visit.reading.ranking(of: mercato) else { return "–" }
        return String(mercato.taken(ranking).count)
    }
}

extension Mercato.State {
    package var phrase: Phrase {
        switch self {
        case .preparing: Phrase(fr: "En préparation", en: "In preparation")
        case .open: Phrase(fr: "Ouvert", en: "Open")
        case .closed: Phrase(fr: "Clos", en: "Closed")
        case .published: Phrase(fr: "Publié", en: "Published")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .preparing: ("d-sig", "")
        case .open: ("d-ack", "acc")
        case .closed: ("lock", "")
        case .published: ("d-done", "ok")
        }
    }
}
