import HTML
import Rouage
import WebCore

/// One topic on a ballot.
struct BallotRow {
    private let scene: MercatoScene
    private let place: Int
    private let score: Score?
    private let words: String
    private let isConcerned: Bool

    init(_ scene: MercatoScene, _ place: Int, _ score: Score?, _ words: String, _ isConcerned: Bool) {
        self.scene = scene
        self.place = place
        self.score = score
        self.words = words
        self.isConcerned = isConcerned
    }

    private var topic: Mercato.Row { scene.mercato.topics[place] }

    var html: HTML {
        """
        <li\(" class=\"done\"", if: score != nil)><fieldset><legend>\(scene.written(topic.title, topic))</legend>\
        \(Self.facts(scene, topic))\(aside)<div class="scale">\(Score.allCases.map(choice))</div></fieldset></li>
        """
    }

    /// What is known of a topic, on a line.
    static func facts(_ scene: MercatoScene, _ topic: Mercato.Row) -> HTML {
        let sort: HTML = topic.sort.map { Part.icon($0.sign) + HTML(scene.visit.say($0.phrase)) } ?? ""
        let kind: HTML = sort.isEmpty ? "" : "<span class=\"st\">\(sort)</span>"
        let source: HTML = topic.source.map { "<span>\(scene.visit.say($0.phrase))</span>" } ?? ""
        let effort: HTML = topic.effortDays > 0 ? "<span>\(scene.days(topic.effortDays))</span>" : ""
        let isOwn = topic.sponsor != nil && topic.sponsor == scene.actor.id
        let own: HTML =
            isOwn
            ? "<span class=\"st acc\">\(Part.icon("people"))\(scene.say("Vous parrainez ce sujet", "You sponsor this topic"))</span>"
            : ""
        let problem: HTML = topic.problem.isEmpty ? "" : "<span>\(scene.written(topic.problem, topic))</span>"
        return "<p class=\"tx\">\(problem)\(kind)\(source)\(effort)\(own)</p>"
    }

    private func choice(_ score: Score) -> HTML {
        let sign = score == .noOpinion ? "–" : score.rawValue
        return """
            <label><input type="radio" name="scores-\(topic.code)" value="\(score.rawValue)"\
            \(" checked", if: self.score == score)><span><b>\(sign)</b> \
            <small>\(scene.visit.say(score.phrase))</small></span></label>
            """
    }

    /// A word beside it, and whether the elector is concerned: out of the way of the five minutes.
    private var aside: HTML {
        let isOpen = !words.isEmpty || isConcerned && topic.sponsor != scene.actor.id
        let label = scene.say("Un mot, ou un lien avec ce sujet", "A word, or a stake in this topic")
        let isNamed = scene.mercato.settings.visibility == .named
        let hint =
            isNamed
            ? scene.say("Lu après la clôture avec votre bulletin.", "Read after the close, with your ballot.")
            : scene.say(
                "Lu après la clôture par les votants, la CPO et les Ops, sans votre nom.",
                "Read after the close by the electors, the CPO and Product Ops, without your name.")
        let concerned =
            isNamed
            ? scene.say(
                "Je suis partie prenante de ce sujet : montrer aussi le score sans ma note",
                "I have a stake in this topic: also show the score without mine")
            : scene.say("Je suis partie prenante de ce sujet", "I have a stake in this topic")
        return """
            <details class="aside"\(" open", if: isOpen)><summary title="\(label)">\(Part.icon("comment"))<span class="vh">\(label) : \(scene.plain(topic.title, topic))</span></summary>\
            <div class="field"><input class="in" name="words-\(topic.code)" value="\(words)" maxlength="\(Ballot.wordsLimit)" \
            aria-label="\(scene.say("Un mot sur ce sujet", "A word on this topic"))"><p class="hint">\(hint)</p></div>\
            <label class="opt"><input type="checkbox" name="concerned" value="\(topic.code)"\
            \(" checked", if: isConcerned)> <span>\(concerned)</span></label></details>
            """
    }
}
