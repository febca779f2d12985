import HTML
import Rouage
package import WebCore

/// One topic of the result.
struct MercatoResultRow {
    private let page: MercatoResultPage
    private let line: MercatoRanking.Line
    private var scene: MercatoScene { page.scene }
    private var topic: Mercato.Row { scene.mercato.topics[line.topic] }

    init(_ page: MercatoResultPage, _ line: MercatoRanking.Line) {
        self.page = page
        self.line = line
    }

    var html: HTML {
        guard let place = line.place else { return unranked }
        let isTaken = page.isTaken(line)
        let equal: HTML = line.equals > 0 ? "<small>\(scene.say("ex æquo", "tied"))</small>" : ""
        return """
            <tr class="\(isTaken ? "kept" : "rest")" id="t-\(topic.code)"><td class="rk" data-l="\(scene.say("Rang", "Place"))">\(place)\(equal)</td>\
            <th scope="row">\(title)\(ruled)</th>\
            <td class="num" data-l="\(scene.say("Score", "Score"))"><b>\(scene.decimal(Double(line.score) / 10_000))</b>\(scoreNotes)</td>\
            <td data-l="\(page.ballotsHead)">\(MercatoMarks.distribution(scene, line))</td>\
            \(craftsCell)\(robustness)\
            <td class="num" data-l="\(scene.say("Effort", "Effort"))">\(scene.days(topic.effortDays))</td>\
            \(sum((line.cumulative ?? 0).spelled(scene.visit.language)))</tr>
            """
    }

    /// The effort down to this topic, where there is a capacity to compare it with.
    private func sum(_ words: String) -> HTML {
        guard scene.mercato.hasLine else { return "" }
        return "<td class=\"num q sum\" data-l=\"\(scene.say("Cumul", "Total"))\">\(words)</td>"
    }

    private var craftsCell: HTML {
        guard page.showsCrafts else { return "" }
        return """
            <td data-l="\(scene.say("Moyenne par métier, de 1 à 3", "Mean by craft, 1 to 3"))">\(crafts)\(disputed)</td>
            """
    }

    private var title: HTML {
        guard let id = topic.topic else { return scene.written(topic.title, topic) }
        return "<a href=\"/topics/\(id.description)\">\(scene.written(topic.title, topic))</a>"
    }

    /// Said where the CPO took on what the count left open.
    private var ruled: HTML {
        guard scene.mercato.ruling != nil, scene.mercato.quorumMissed, page.isTaken(line) else { return "" }
        return
            "<small class=\"st ok\">\(Part.icon("d-done"))\(scene.say("Retenu par la CPO", "Selected by the CPO"))</small>"
    }

    private var scoreNotes: HTML {
        var notes: [HTML] = []
        if let without = line.scoreWithoutConcerned {
            let score = scene.decimal(Double(without) / 10_000)
            notes.append(
                "<small>\(scene.say("\(score) sans les parties prenantes", "\(score) without those concerned"))</small>"
            )
        }
        if line.dependsOnMethod {
            notes.append(
                "<small class=\"st warn\">\(Part.icon("alert"))\(scene.say("sensible au mode de calcul", "depends on the way of counting"))</small>"
            )
        }
        return notes.joined()
    }

    /// Left out where it would tell what one elector gave.
    private var crafts: HTML {
        let drawn = MercatoMarks.crafts(scene, line)
        guard drawn.isEmpty && line.scores > 0 && scene.mercato.settings.visibility == .distribution else {
            return drawn
        }
        return "<span class=\"q\">\(scene.say("non montrée", "not shown"))</span>"
    }

    private var disputed: HTML {
        guard line.isDisputed else { return "" }
        return
            "<small class=\"st warn\">\(Part.icon("alert"))\(scene.say("métiers en désaccord", "crafts disagree"))</small>"
    }

    private var robustness: HTML {
        guard scene.mercato.hasLine else { return "" }
        let robustness = page.ranking.robustness(of: line)
        return """
            <td data-l="\(scene.say("Robustesse", "Robustness"))">\(Part.status(scene.visit.say(robustness.phrase), robustness.dial)) \
            <span class="q">\(line.sameSide)/\(page.ranking.recounts)</span></td>
            """
    }

    private var unranked: HTML {
        let (scores, ballots, needed) = (line.scores, page.ranking.ballots, page.ranking.needed)
        let words = scene.say(
            "\(scores) avis sur \(ballots), il en faut \(needed). Le sujet peut être proposé de nouveau.",
            "\(scores) scores of \(ballots), \(needed) are needed. The topic may be raised again.")
        let why: HTML = "<span class=\"st\">\(Part.icon("info"))\(words)</span>"
        let span = (page.showsCrafts ? 1 : 0) + (scene.mercato.hasLine ? 1 : 0)
        let place: HTML = span > 0 ? "<td colspan=\"\(span)\">\(why)</td>" : ""
        return """
            <tr class="nr" id="t-\(topic.code)"><td class="rk" data-l="\(scene.say("Rang", "Place"))">–</td><th scope="row">\(title)\(ruled)</th>\
            <td class="num q" data-l="\(scene.say("Score", "Score"))">\(scene.say("non classé", "not ranked"))</td>\
            <td data-l="\(page.ballotsHead)">\(MercatoMarks.distribution(scene, line))\(span > 0 ? "" : why)</td>\(place)\
            <td class="num" data-l="\(scene.say("Effort", "Effort"))">\(scene.days(topic.effortDays))</td>\
            \(sum(""))</tr>
            """
    }
}

extension MercatoRanking.Robustness {
    package var phrase: Phrase {
        switch self {
        case .solid: Phrase(fr: "Solide", en: "Solid")
        case .fairlySolid: Phrase(fr: "Assez solide", en: "Fairly solid")
        case .fragile: Phrase(fr: "Fragile", en: "Fragile")
        }
    }

    package var dial: (icon: String, tone: String) {
        switch self {
        case .solid: ("d-done", "ok")
        case .fairlySolid: ("d-com", "")
        case .fragile: ("d-brk", "warn")
        }
    }
}
