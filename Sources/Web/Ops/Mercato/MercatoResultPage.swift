import HTML
import Rouage
import Storage
import WebCore

/// What the vote came to, with its own fragility: places, distribution, crafts, robustness, and the capacity line between
/// the topics that it separates.
struct MercatoResultPage {
    let scene: MercatoScene
    let ranking: MercatoRanking
    let taken: Set<String>
    private let turnout: String
    private var mercato: Mercato { scene.mercato }

    init(_ scene: MercatoScene) throws {
        guard scene.readsResult, let ranking = try scene.visit.reading.ranking(of: scene.mercato) else {
            throw Refusal.notFound
        }
        self.scene = scene
        self.ranking = ranking
        taken = Set(scene.mercato.isOpenQuestion(ranking) ? [] : scene.mercato.taken(ranking))
        turnout = scene.turnout(ranking)
    }

    func answer() throws -> Answer {
        let body: HTML = try """
        \(state)\(RulingForm.html(self))\(MercatoMarks.legend(scene, crafts: showsCrafts))\(table)\(note)\(links)
        """
        return scene.page(title, lede: HTML(lede), .result, isLive: true, body)
    }

    private var title: String {
        guard !mercato.isOpenQuestion(ranking) else { return scene.title }
        let topics = mercato.topics.filter { taken.contains($0.code) }
        let effort = topics.reduce(0) { $0 + $1.effortDays }
        let count = spelled(topics.count)
        guard mercato.origin == .native else { return scene.title }
        return scene.say(
            "\(scene.title) : \(count) pour \(effort.spelled(.french)) jours",
            "\(scene.title): \(count) for \(effort.spelled(.english)) days")
    }

    private func spelled(_ count: Int) -> String {
        // Up to nine in letters, as in a heading.
        let french = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]
        let english = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
        let words = count < 10 ? (french[count], english[count]) : (String(count), String(count))
        return scene.say(
            "\(words.0) \(count < 2 ? "sujet" : "sujets")", "\(words.1) \(count == 1 ? "topic" : "topics")")
    }

    private var lede: String {
        var words = turnout + "."
        if mercato.extended {
            words += scene.say(" Vote prolongé de deux jours ouvrés.", " Kept open two working days longer.")
        }
        if let ruling = mercato.ruling {
            let name = scene.visit.name(ruling.by)
            words += scene.say(" Décision de \(name), CPO : ", " Decided by \(name), CPO: ") + ruling.reason
        }
        return words
    }

    private var state: HTML {
        var parts: [HTML] = []
        if mercato.quorumMissed {
            let lead = scene.say(
                "Résultat partiel : le quorum n’est pas atteint.", "Partial result: the quorum is not met.")
            let why =
                mercato.ruling == nil
                ? scene.say(
                    "La CPO décide à partir de ce résultat, après une prolongation.",
                    "The CPO decides from this result, after one extension.")
                : scene.say(
                    "La CPO a décidé à partir de ce résultat, après une prolongation.",
                    "The CPO decided from this result, after one extension.")
            parts.append(
                """
                <div class="banner warn" role="note">\(Part.icon("alert"))<div><p><b>\(lead)</b></p>\
                <p>\(MercatoRules(scene).quorum) \(why)</p></div></div>
                """)
        } else if mercato.isOpenQuestion(ranking) {
            let lead = scene.say(
                "Égalité sur la ligne de capacité : la CPO choisit et dit pourquoi.",
                "A tie on the capacity line: the CPO chooses and says why.")
            parts.append(
                "<div class=\"banner warn\" role=\"note\">\(Part.icon("alert"))<div><p><b>\(lead)</b></p></div></div>")
        }
        if !mercato.isReadable(at: scene.visit.now) {
            let lead =
                mercato.isOpenQuestion(ranking)
                ? scene.say(
                    "Vous lisez ce résultat avant les autres : il attend votre décision.",
                    "You read this result before the others: it waits for your decision.")
                : scene.say(
                    "Vous lisez ce résultat avant les autres : il attend sa date.",
                    "You read this result before the others: it waits for its date.")
            let when = scene.say(
                "Le département le lit à partir de \(scene.moment(mercato.publishesAt)).",
                "The department reads it from \(scene.moment(mercato.publishesAt)).")
            parts.append(
                "<div class=\"banner\" role=\"note\">\(Part.icon("lock"))<div><p><b>\(lead)</b></p><p>\(when)</p></div></div>"
            )
        }
        return parts.joined()
    }

    // MARK: The table

    /// The ranked topics, those of a tie that were taken on before the others of it.
    private var ordered: [MercatoRanking.Line] {
        ranking.ranked.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            if first.place != second.place { return a.offset < b.offset }
            let (own, other) = (isTaken(first), isTaken(second))
            return own == other ? a.offset < b.offset : own
        }.map(\.element)
    }

    /// Whether the means of crafts have a column: there is something in it, or the reason why there is nothing.
    var showsCrafts: Bool { ranking.tellsCrafts || mercato.settings.visibility == .distribution }

    func isTaken(_ line: MercatoRanking.Line) -> Bool { taken.contains(mercato.topics[line.topic].code) }

    private var table: HTML {
        let ordered = self.ordered
        let above = ordered.prefix { isTaken($0) }.count
        // A decision may have taken topics from anywhere; then there is no line to draw.
        let isLine =
            mercato.hasLine && above == taken.count && above < ordered.count && !mercato.isOpenQuestion(ranking)
        var rows: [HTML] = []
        for (index, line) in ordered.enumerated() {
            if isLine && index == above { rows.append(cut(next: line)) }
            rows.append(MercatoResultRow(self, line).html)
        }
        rows += ranking.unranked.map { MercatoResultRow(self, $0).html }
        let heads = columns.map { tone, words -> HTML in "<th scope=\"col\" class=\"\(tone)\">\(words)</th>" }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(scene.say("Classement", "Ranking"))">\
            <table class="t rank fold"><caption class="vh">\(scene.say("Classement du mercato", "Ranking of the mercato"))</caption>\
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }

    private var columns: [(String, String)] {
        var columns = [
            ("", scene.say("Rang", "Place")), ("", scene.say("Sujet", "Topic")), ("num", scene.say("Score", "Score")),
            ("", ballotsHead),
        ]
        if showsCrafts { columns.append(("", scene.say("Moyenne par métier, de 1 à 3", "Mean by craft, 1 to 3"))) }
        if mercato.hasLine { columns.append(("", scene.say("Robustesse", "Robustness"))) }
        columns.append(("num", scene.say("Effort", "Effort")))
        if mercato.hasLine { columns.append(("num", scene.say("Cumul", "Total"))) }
        return columns
    }

    var ballotsHead: String {
        scene.visit.say(
            Phrase(count: ranking.ballots, fr: ("% bulletin", "% bulletins"), en: ("% ballot", "% ballots")))
    }

    private func cut(next: MercatoRanking.Line) -> HTML {
        let kept = mercato.topics.filter { taken.contains($0.code) }.reduce(0) { $0 + $1.effortDays }
        let (own, all) = (scene.days(kept), scene.days(mercato.capacityDays))
        let wanted = scene.days(mercato.topics[next.topic].effortDays)
        let lead = scene.say("Ligne de capacité", "Capacity line")
        let known =
            mercato.origin == .native
            ? (", la capacité à l’ouverture du vote", ", the capacity when the vote opened") : ("", "")
        let words = scene.say(
            "\(own) retenus sur \(all)\(known.0). Le sujet suivant demande \(wanted) ; on ne remplit pas avec un petit sujet plus bas.",
            "\(own) of \(all) taken\(known.1). The next topic asks for \(wanted); a small one further down does not fill the gap."
        )
        return "<tr class=\"cut\"><td colspan=\"\(columns.count)\"><p><b>\(lead)</b> \(words)</p></td></tr>"
    }

    private var note: HTML {
        let mean = ranking.sessionMean.map { scene.decimal($0) } ?? "–"
        let k = mercato.settings.k
        let score = scene.say(
            "Score : moyenne des notes, ramenée vers la moyenne de la session (\(mean)) de l’équivalent de \(k) votes.",
            "Score: the mean of the scores, drawn towards the mean of the session (\(mean)) by the weight of \(k) votes."
        )
        let robustness = scene.say(
            "Robustesse : nombre de recomptes, en retirant un votant à la fois, où le sujet reste du même côté de la ligne.",
            "Robustness: the recounts, with one elector left out at a time, in which the topic stays on its side of the line."
        )
        let words = mercato.hasLine ? "\(score) \(robustness)" : score
        return """
            <p class="note">\(words) <a href="\(scene.address)/calculation">\(scene.say("Le calcul en entier", "The whole calculation"))</a></p>
            """
    }

    private var links: HTML {
        var parts: [HTML] = []
        if scene.isElector && mercato.isReadable(at: scene.visit.now) {
            parts.append(
                "<a class=\"btn s\" href=\"\(scene.address)/letter\">\(scene.say("Ce qu’est devenu mon bulletin", "What came of my ballot"))</a>"
            )
        }
        if mercato.state == .published && mercato.origin == .native {
            parts.append(
                "<a class=\"btn s\" href=\"/projects/share-out?cycle=\(mercato.ref.inAddress)\">\(Part.icon("swap"))\(scene.say("Qui pilote quoi", "Who leads what"))</a>"
            )
        }
        if scene.readsWords && mercato.origin == .native {
            let (icon, words) =
                scene.readsBallots
                ? ("people", scene.say("Les bulletins nommés", "The named ballots"))
                : ("comment", scene.say("Ce qui a été dit", "What was said"))
            parts.append("<a class=\"btn s\" href=\"\(scene.address)/ballots\">\(Part.icon(icon))\(words)</a>")
        }
        return parts.isEmpty ? "" : "<div class=\"acts\">\(parts)</div>"
    }
}

extension Mercato {
    /// Whether something of the result is still to be decided.
    func isOpenQuestion(_ ranking: MercatoRanking) -> Bool { state == .closed && needsRuling(ranking) }
}
