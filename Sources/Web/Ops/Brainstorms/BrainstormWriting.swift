import HTML
import Rouage
import Storage
import WebCore

/// The silence: one field, one's own ideas, how many there are in all, and the time that is left.
struct BrainstormWriting {
    private let scene: BrainstormScene
    private let own: [Idea]
    private let count: Int

    init(_ scene: BrainstormScene) throws {
        self.scene = scene
        let reading = scene.visit.reading
        own = try scene.actor.id.map { try reading.ownIdeas(of: $0, in: scene.session.id) } ?? []
        count = try reading.ideaCount(in: scene.session.id)
    }

    var html: HTML {
        let secret = scene.say(
            "Personne ne lit les idées des autres avant la fin, ni leur auteur : ni ici, ni par l’API, ni dans un export. Seul leur nombre se voit.",
            "Nobody reads what others write before the end, nor who wrote it: not here, not by the API, not in an export. Only the count is seen."
        )
        return """
            <div class="bclock">\(clock)<p id="count" data-live-part role="status"><b>\(count)</b> \
            <span>\(scene.visit.say(Phrase(count: count, fr: ("idée écrite", "idées écrites"), en: ("idea written", "ideas written"))))</span></p></div>
            <p class="note silence">\(Part.icon("lock"))<span>\(secret)</span></p>\(scene.takesPart ? writing : outside)
            """
    }

    private var clock: HTML {
        let total = scene.session.minutes * 60
        let left = scene.session.secondsLeft(at: scene.visit.now) ?? 0
        let label = scene.say(
            left < 0 ? "Le temps prévu est passé" : "Il reste \(left / 60) minutes sur \(total / 60)",
            left < 0 ? "The time meant is over" : "\(left / 60) minutes left of \(total / 60)")
        return """
            <div class="tm\(" over", if: left < 0)" role="timer" aria-label="\(label)" data-behaviour="timer" data-left="\(left)" \
            data-total="\(total)"><b>\(Part.clock(left))</b><span>\(scene.say("sur \(total / 60) min", "of \(total / 60) min"))</span>\
            <svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="fill" width="\(max(0, min(100, left * 100 / max(total, 1))))" height="8"/></svg></div>
            """
    }

    private var outside: HTML {
        let words = scene.say(
            "Vous n’êtes pas de cette séance. Ses idées seront ici dès la fin de l’écriture.",
            "You are not part of this session. Its ideas will be here once the writing is over.")
        return "<p class=\"note\">\(words)</p>"
    }

    private var writing: HTML {
        let visit = scene.visit
        let isBack = visit.isRefused("ideas")
        let parts = FormParts(visit, prefix: "idea", isSent: isBack)
        let source = isBack ? visit.exchange.form["source"] ?? "" : own.last?.source.rawValue ?? ""
        let add = scene.sending("ideas")
        return """
            <form class="bwrite" method="post" action="\(add.to)" data-behaviour="inplace">\(Part.csrf(visit))\
            \(parts.text("text", Phrase(fr: "Une idée, en une ligne", en: "One idea, in one line"), more: " maxlength=\"\(Idea.textLimit)\" autocomplete=\"off\" autofocus data-clear"))\
            \(parts.select("source", Phrase(fr: "D’où vient-elle ?", en: "Where does it come from?"), stored: source, Self.sources(visit)))\
            <button class="btn pri">\(Part.icon("plus"))\(add.words)</button>\
            <p class="note"><kbd>↵</kbd> \(scene.say("ajoute et passe à la suivante. Chaque idée est gardée dès qu’elle est ajoutée.", "adds it and goes to the next. Each idea is kept as soon as it is added."))</p></form>
            <section class="sec" aria-labelledby="h-mine"><header><h2 id="h-mine">\(scene.say("Vos idées", "Your ideas"))</h2></header>\
            <div id="mine" data-live-part>\(mine)</div></section>
            """
    }

    static func sources(_ visit: Visit) -> [(String, String)] {
        Topic.Source.allCases.map { ($0.rawValue, visit.say($0.phrase)) }
    }

    private var mine: HTML {
        guard !own.isEmpty else {
            return
                "<p class=\"note\">\(scene.say("Rien encore. La première vient souvent d’un agacement de la semaine.", "Nothing yet. The first often comes from what annoyed you this week."))</p>"
        }
        return "<ul class=\"plain bmine\">\(own.reversed().map(row))</ul>"
    }

    private func row(_ idea: Idea) -> HTML {
        let visit = scene.visit
        guard idea.number == nil else {
            return "<li><p>\(idea.text)</p><small>\(scene.say("au mur", "on the wall"))</small></li>"
        }
        let (edit, removal) = (
            scene.sending("ideas/:id", idea.id.description), scene.sending("ideas/:id/removal", idea.id.description)
        )
        let isBack = visit.isAgain && visit.exchange.path == edit.to
        let parts = FormParts(visit, prefix: "i\(idea.id)", isSent: isBack)
        return """
            <li><p>\(idea.text)</p><small>\(visit.say(idea.source.phrase))</small>\
            <form method="post" action="\(removal.to)" data-behaviour="inplace">\(Part.csrf(visit))\
            <button class="btn s low" aria-label="\(scene.say("Retirer : \(idea.text)", "Take back: \(idea.text)"))">\(removal.words)</button></form>\
            <details class="disc"\(" open", if: isBack)><summary>\(scene.say("Modifier", "Edit"))\(Part.icon("down"))</summary>\
            <form class="bwrite" method="post" action="\(edit.to)" data-behaviour="inplace">\(Part.csrf(visit))\
            \(parts.text("text", Phrase(fr: "L’idée", en: "The idea"), stored: idea.text, more: " maxlength=\"\(Idea.textLimit)\" autocomplete=\"off\""))\
            \(parts.select("source", Phrase(fr: "Source", en: "Source"), stored: idea.source.rawValue, Self.sources(visit)))\
            <button class="btn s">\(edit.words)</button></form></details></li>
            """
    }
}
