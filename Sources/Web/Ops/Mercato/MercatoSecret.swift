import HTML
import Rouage
import WebCore

/// What is said of secrecy, before the first vote.
enum MercatoSecret {
    static func banner(_ scene: MercatoScene) -> HTML {
        let closes = scene.moment(scene.mercato.closesAt)
        let lead = scene.say("Secret jusqu’à la clôture", "Secret until it closes")
        let who = scene.say(
            ", \(closes). Personne ne voit de score avant, ni les Ops, ni la CPO.",
            ", \(closes). Nobody sees a score before, neither Product Ops nor the CPO.")
        let rules = MercatoRules(scene)
        let longer: HTML =
            scene.mercato.extended
            ? "<p>\(scene.say("Trop peu de bulletins à la date prévue : le vote reste ouvert deux jours ouvrés de plus, une seule fois.", "Too few ballots on the day meant: the vote stays open two working days more, once."))</p>"
            : ""
        return """
            <div class="banner" role="note">\(Part.icon("lock"))<div><p><b>\(lead)</b>\(who)</p><p>\(rules.afterwards)</p><p>\(rules.quorum)</p>\(longer)</div></div>
            """
    }
}
