import HTML
import Rouage
import WebCore

/// Where the CPO says what is taken on, when the count leaves it open.
enum RulingForm {
    static func html(_ page: MercatoResultPage) throws -> HTML {
        let scene = page.scene
        let mercato = scene.mercato
        guard mercato.isOpenQuestion(page.ranking), scene.actor.may(.mercato(.rule)) else { return "" }
        let form = try FieldForm(scene.visit, Mercato.Decision(), prefix: "rule")
        let open = mercato.quorumMissed ? page.ranking.lines.map(\.topic) : page.ranking.tied
        let chosen = form.parts.isSent ? scene.visit.exchange.form.all("selected") : []
        let rows = open.map { place -> HTML in
            let topic = mercato.topics[place]
            return """
                <label class="opt"><input type="checkbox" name="selected" value="\(topic.code)" data-days="\(topic.effortDays)"\
                \(" checked", if: chosen.contains(topic.code))> <span>\(scene.written(topic.title, topic)), \
                \(scene.days(topic.effortDays))</span></label>
                """
        }
        let before =
            mercato.quorumMissed
            ? 0
            : page.ranking.ranked.filter { line in
                line.isAbove && !page.ranking.tied.contains(line.topic)
            }.reduce(0) { $0 + mercato.topics[$1.topic].effortDays }
        let room = mercato.capacityDays - before
        let left = scene.days(room)
        let total = scene.say("{n} j cochés sur \(room)", "{n} d ticked of \(room)")
        let hint = Phrase(
            fr: "Il reste \(left) de capacité. Votre raison se lit avec le résultat.",
            en: "\(left) of capacity are left. Your reason is read with the result.")
        let refused = Phrase(fr: "La décision n’est pas enregistrée", en: "The decision is not saved")
        let fields: HTML = """
            <fieldset class="field" id="rule-selected" data-behaviour="total" data-most="\(room)" data-total="\(total)">\
            <legend>\(scene.visit.say(Mercato.Decision.Name.selected.label))</legend><input type="hidden" name="selected" value="">\
            <p class="hint">\(scene.visit.say(hint))</p>\(rows)<p class="left" role="status" hidden></p></fieldset>\
            \(form.control(.reason))
            """
        return """
            <section class="sec ruling" aria-labelledby="h-rule"><header><h2 id="h-rule">\
            \(scene.say("Votre décision", "Your decision"))</h2></header>\(form.summary(refused))\
            \(Mercato.acts.form("ruling", mercato, scene.visit, isFirst: true, fields))</section>
            """
    }
}
