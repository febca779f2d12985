import HTML
import Rouage
import Storage
import WebCore

/// The whole calculation in plain words, with the numbers of the session.
enum MercatoCalculation {
    static func show(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.readsResult else { return .seeOther(scene.address + "/result") }
        let page = try MercatoResultPage(scene)
        let title = scene.say("Le calcul en entier", "The whole calculation")
        let steps = sentences(page).map { lead, text -> HTML in "<li><p><b>\(lead)</b> \(text)</p></li>" }
        return scene.page(
            title, lede: HTML(scene.title), .result, "<ol class=\"steps\">\(steps)</ol>\(table(page))")
    }

    private static func sentences(_ page: MercatoResultPage) -> [(String, String)] {
        let (scene, ranking) = (page.scene, page.ranking)
        let settings = scene.mercato.settings
        let mean = ranking.sessionMean.map { scene.decimal($0, 4) } ?? "–"
        let (k, needed, ballots) = (settings.k, ranking.needed, ranking.ballots)
        let capacity = scene.days(scene.mercato.capacityDays)
        let crafts =
            settings.craftMinimum > 0
            ? (
                ", et au moins \(settings.craftMinimum) par métier",
                ", and at least \(settings.craftMinimum) of each craft"
            )
            : ("", "")
        func count(_ ballots: Int) -> Phrase {
            Phrase(count: ballots, fr: ("% bulletin", "% bulletins"), en: ("% ballot", "% ballots"))
        }
        let quorum: [(String, String)] = [
            (
                scene.say("Le vote compte", "The vote counts"),
                scene.say(
                    "si \(settings.sessionPercent) % des votants ont rendu un bulletin\(crafts.0). Ici : \(count(ballots)(.french)).",
                    "when \(settings.sessionPercent)% of the electors gave a ballot\(crafts.1). Here: \(count(ballots)(.english))."
                )
            )
        ]
        let counting: [(String, String)] = [
            (
                scene.say("Sans avis n’est pas une note.", "No opinion is not a score."),
                scene.say(
                    "Pour être classé, un sujet doit recevoir une note d’au moins \(count(needed)(.french)).",
                    "To be ranked, a topic needs a score from at least \(count(needed)(.english)).")
            ),
            (
                scene.say("Le score", "The score"),
                scene.say(
                    "part de la moyenne de toutes les notes de la session, \(mean). On donne à chaque sujet \(k) votes à cette moyenne, en plus des siens : (somme des notes + \(k) × \(mean)) ÷ (nombre de notes + \(k)). Quelques notes hautes ne suffisent donc pas pour passer devant.",
                    "starts from the mean of all scores of the session, \(mean). Each topic is given \(k) votes at that mean beside its own: (sum of scores + \(k) × \(mean)) ÷ (number of scores + \(k)). A few high scores are thus not enough to come first."
                )
            ),
            (
                scene.say("À score égal", "Where scores are equal"),
                scene.say(
                    "passe devant le sujet qui a la plus petite part de 1, puis la plus grande part de 3, puis la meilleure moyenne dans le métier qui l’aime le moins. Ce qui reste égal est ex æquo.",
                    "the topic with the smaller share of 1s comes first, then the larger share of 3s, then the better mean in the craft that likes it least. What is still equal shares a place."
                )
            ),
        ]
        let line: [(String, String)] = [
            (
                scene.say("La ligne", "The line"),
                scene.say(
                    "passe sous la plus longue suite de sujets, depuis le premier, qui tient dans \(capacity). Si une égalité la traverse, la CPO choisit et dit pourquoi.",
                    "lies under the longest run of topics from the first that fits \(capacity). When a tie lies across it, the CPO chooses and says why."
                )
            ),
            (
                scene.say("La robustesse", "Robustness"),
                scene.say(
                    "refait le compte \(ballots) fois, chaque fois sans un bulletin. Solide : toujours du même côté de la ligne ; assez solide : au moins 8 fois sur 10 ; fragile : moins.",
                    "counts again \(ballots) times, each time without one ballot. Solid: always on the same side of the line; fairly solid: at least 8 times in 10; fragile: less."
                )
            ),
        ]
        let other: [(String, String)] = [
            (
                scene.say("Un second avis", "A second opinion"),
                scene.say(
                    "compte autrement, par le jugement usuel : la note médiane, corrigée par ceux qui sont au-dessus et en dessous. Trois rangs d’écart ou plus, et le résultat est dit sensible au mode de calcul.",
                    "counts in another way, by the usual judgment: the median score, corrected by those above and below it. Three places apart or more, and the result is said to depend on the way of counting."
                )
            )
        ]
        // What says nothing of a session without a quorum, or without a capacity, is left out.
        let mercato = scene.mercato
        var all = (mercato.hasQuorum ? quorum : []) + counting + (mercato.hasLine ? line : []) + other
        if mercato.origin == .native {
            all.append(
                (
                    scene.say("La capacité", "The capacity"),
                    scene.say(
                        "est celle des Product Ops à l’ouverture : (jours ouvrés du trimestre − congés) × temps de travail × 0,70, dont 75 % sont planifiés et le reste gardé pour les urgences. Elle reste celle-là, même si l’équipe change ensuite.",
                        "is that of Product Ops when the vote opened: (working days of the quarter − leave) × working time × 0.70, of which 75% are planned and the rest kept for urgencies. It stays so, even if the team changes afterwards."
                    )
                ))
        }
        return all
    }

    private static func table(_ page: MercatoResultPage) -> HTML {
        let (scene, ranking) = (page.scene, page.ranking)
        let lowest = ranking.tellsCrafts ? [scene.say("Métier le plus bas", "Lowest craft")] : []
        let before = [
            scene.say("Somme", "Sum"), scene.say("Notes", "Scores"), scene.say("Score", "Score"),
            scene.say("Moyenne", "Mean"), scene.say("Part de 1", "Share of 1s"), scene.say("Part de 3", "Share of 3s"),
        ]
        let after = [
            scene.say("Consensus", "Consensus"),
            scene.say("Rang", "Place"), scene.say("Jugement usuel", "Usual judgment"),
            scene.say("Son rang", "Its place"),
        ]
        let names: [String] = before + lowest + after
        let heads = names.map { name -> HTML in "<th scope=\"col\" class=\"num\">\(name)</th>" }
        let rows = ranking.lines.map { line -> HTML in
            let sum = 3 * line.threes + 2 * line.twos + line.ones
            let number = Double(max(1, line.scores))
            func decimal(_ value: Double?) -> String { value.map { scene.decimal($0) } ?? "–" }
            func whole(_ value: Int?) -> String { value.map { String($0) } ?? "–" }
            let least: Double? = line.craftMeans.compactMap { $0 }.min()
            let lowest: [String] = ranking.tellsCrafts ? [decimal(least)] : []
            let first: [String] = [
                whole(sum), whole(line.scores), scene.decimal(Double(line.score) / 10_000, 4), decimal(line.mean),
            ]
            let shares: [String] = [
                scene.visit.percent(Double(line.ones) / number), scene.visit.percent(Double(line.threes) / number),
            ]
            let places: [String] = [
                decimal(line.consensus), whole(line.place), decimal(line.judgment), whole(line.otherPlace),
            ]
            let texts: [String] = first + shares + lowest + places
            let cells = zip(names, texts).map { name, text -> HTML in
                "<td class=\"num\" data-l=\"\(name)\">\(text)</td>"
            }
            let topic = scene.mercato.topics[line.topic]
            return "<tr><th scope=\"row\">\(scene.written(topic.title, topic))</th>\(cells)</tr>"
        }
        let title = scene.say("Les nombres", "The numbers")
        return """
            <section class="sec" aria-labelledby="h-n"><header><h2 id="h-n">\(title)</h2></header>\
            <div class="scroll" role="region" tabindex="0" aria-label="\(scene.say("Tableau des nombres", "Table of numbers"))"><table class="t numbers fold">\
            <caption class="vh">\(title)</caption><thead><tr><th scope="col">\(scene.say("Sujet", "Topic"))</th>\(heads)</tr></thead>\
            <tbody>\(rows)</tbody></table></div></section>
            """
    }
}
