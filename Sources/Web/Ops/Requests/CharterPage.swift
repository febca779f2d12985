import HTML
import Rouage
import WebCore

/// What Product Ops does, what it does not, and how to ask: read by everybody before they ask.
enum CharterPage {
    /// Raised whenever the text changes.
    private static let edition = 1

    static func show(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().may(.request(.read)) else { throw Refusal.notFound }
        let say = { (fr: String, en: String) in visit.say(Phrase(fr: fr, en: en)) }
        let title = say("La charte de Product Ops", "The Product Ops charter")
        let sections = parts.map { part -> HTML in
            let lines = part.lines.map { "<li>\(visit.say($0))</li>" as HTML }
            return
                "<section class=\"sec\"><header><h2>\(visit.say(part.title))</h2></header><ul class=\"plain\">\(lines)</ul></section>"
        }
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/requests">\(say("Demandes à Product Ops", "Requests to Product Ops"))</a></p>\
            <h1>\(title)</h1><p class="lede">\(say("Édition \(edition). Une équipe qui huile les rouages, et qui rend ce qu’elle a construit.", "Edition \(edition). A team that oils the wheels, and hands back what it has built."))</p></div>
            <div class="acts"><a class="btn pri" href="/requests/new">\(say("Demander", "Ask"))</a></div></header>\(sections)
            """
        return Layout.page(visit, title: title, page: .requests, body)
    }

    private struct Section: Sendable {
        let title: Phrase
        let lines: [Phrase]
    }

    private static let parts: [Section] = [
        Section(
            title: Phrase(fr: "Ce que nous faisons", en: "What we do"),
            lines: [
                Phrase(
                    fr:
                        "Rendre simple ce que plusieurs équipes font ensemble : préparer un trimestre, s’aligner, traiter un incident.",
                    en: "Make simple what several teams do together: prepare a quarter, align, handle an incident."),
                Phrase(
                    fr:
                        "Répondre aux questions sur le fonctionnement du département, et écrire la réponse pour les suivants.",
                    en: "Answer questions on how the department works, and write the answer down for those who follow."),
                Phrase(
                    fr: "Donner un coup de main de deux jours au plus, quand il débloque quelqu’un.",
                    en: "Lend a hand for two days at most, when it unblocks somebody."),
                Phrase(
                    fr: "Mener chaque trimestre les projets que les directions ont classés au mercato.",
                    en: "Run, each quarter, the projects that directors ranked at the mercato."),
            ]),
        Section(
            title: Phrase(fr: "Ce que nous ne faisons pas", en: "What we do not do"),
            lines: [
                Phrase(
                    fr: "Décider du contenu : ni d’une initiative, ni d’une priorité entre équipes, ni d’un vote.",
                    en: "Decide on content: no initiative, no priority between teams, no vote."),
                Phrase(
                    fr: "Relancer une personne : les rappels viennent de Rouage ou de la ligne de la personne.",
                    en: "Chase anybody: reminders come from Rouage or from the person’s own line."),
                Phrase(
                    fr:
                        "Garder une patate chaude : sans quelqu’un qui décide et quelqu’un qui la reprend, nous ne la prenons pas.",
                    en:
                        "Keep a hot potato: without somebody who decides and somebody who takes it back, we do not take it."
                ),
                Phrase(
                    fr: "Porter un process pour toujours : chacun a un nom hors de notre équipe, et une date.",
                    en: "Carry a playbook for ever: each has a name outside our team, and a date."),
            ]),
        Section(
            title: Phrase(fr: "Comment demander", en: "How to ask"),
            lines: [
                Phrase(
                    fr: "Un formulaire court. Dites ce qui fait mal, pas la solution.",
                    en: "One short form. Say what hurts, not the solution."),
                Phrase(
                    fr: "Premier mot en un jour ouvré pour une P1, deux pour une P2, cinq pour les autres.",
                    en: "A first word within one working day for a P1, two for a P2, five for the others."),
                Phrase(
                    fr:
                        "La priorité vient de l’impact et de l’urgence, de un à trois chacun : six font une P1, cinq une P2, quatre une P3, le reste une P4.",
                    en:
                        "The priority comes from impact and urgency, one to three each: six make a P1, five a P2, four a P3, the rest a P4."
                ),
                Phrase(
                    fr:
                        "Un projet urgent ne commence que dans l’enveloppe d’urgences : un quart de notre temps du trimestre. Au-delà, la CPO dit ce que l’on arrête.",
                    en:
                        "An urgent project begins only within the room for urgencies: a quarter of our time of the quarter. Beyond it, the CPO says what is dropped."
                ),
            ]),
    ]
}
