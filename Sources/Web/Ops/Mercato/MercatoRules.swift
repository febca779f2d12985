import HTML
import Rouage
import WebCore

/// The rules of a vote: said to all before it opens and on each ballot, set while it is prepared by those who prepare it.
struct MercatoRules {
    private let scene: MercatoScene
    private var settings: Mercato.Settings { scene.mercato.settings }

    init(_ scene: MercatoScene) { self.scene = scene }

    // MARK: Said

    /// Who reads what afterwards.
    var afterwards: String {
        let count = scene.mercato.electors.count
        switch (settings.visibility, scene.mercato.state) {
        case (.named, .preparing):
            return scene.say(
                "Ensuite : classement et répartition des notes pour tout le département ; bulletins nommés pour les votants, la CPO et les Ops.",
                "Afterwards: ranking and distribution for the whole department; named ballots for the electors, the CPO and Product Ops."
            )
        case (.named, .open), (.named, .closed), (.named, .published):
            return scene.say(
                "Ensuite : classement et répartition des notes pour tout le département ; bulletins nommés pour les \(count) votants, la CPO et les Ops.",
                "Afterwards: ranking and distribution for the whole department; named ballots for the \(count) electors, the CPO and Product Ops."
            )
        case (.distribution, _):
            return scene.say(
                "Ensuite : classement et répartition des notes pour tout le département. Personne ne lit qui a donné quoi, ni les Ops, ni la CPO.",
                "Afterwards: ranking and distribution for the whole department. Nobody reads who gave what, neither Product Ops nor the CPO."
            )
        }
    }

    /// With how many the vote counts.
    var quorum: String {
        let minimum = Phrase(
            count: settings.craftMinimum, fr: ("% bulletin par métier", "% bulletins par métier"),
            en: ("% ballot of each craft", "% ballots of each craft"))
        let (share, item) = (settings.sessionPercent, settings.itemPercent)
        let (fr, en) =
            settings.craftMinimum > 0
            ? (" et au moins \(minimum(.french))", " and at least \(minimum(.english))") : ("", "")
        return scene.say(
            "Le vote compte avec \(share) % des votants\(fr) ; un sujet est classé quand \(item) % des bulletins lui donnent une note.",
            "The vote counts with \(share)% of the electors\(en); a topic is ranked when \(item)% of the ballots give it a score."
        )
    }

    private var voters: String {
        settings.cpoVotes
            ? scene.say(
                "Votent les directions des trois métiers, la CPO et les VP ; une personne, une voix.",
                "The directors of the three crafts, the CPO and the VPs vote; one person, one vote.")
            : scene.say(
                "Votent les directions des trois métiers ; une personne, une voix.",
                "The directors of the three crafts vote; one person, one vote.")
    }

    /// Before it opens: the rules, and the form that sets them.
    func section() throws -> HTML {
        let frozen = scene.say(
            "Elles se figent à l’ouverture et se lisent sur chaque bulletin.",
            "They freeze when it opens and are read on each ballot.")
        return try """
        <section class="sec" aria-labelledby="h-rules"><header><h2 id="h-rules">\(scene.say("Les règles du vote", "The rules of the vote"))</h2>\
        <p>\(frozen)</p></header><ul class="plain"><li>\(voters)</li><li>\(quorum)</li><li>\(afterwards)</li></ul>\(form())</section>
        """
    }

    // MARK: Set

    private func form() throws -> HTML {
        let isSent = scene.visit.isRefused("settings")
        let form = try FieldForm(scene.visit, Mercato.Rules(settings), prefix: "rules", isSent: isSent)
        let voting = form.parts.radios(
            Mercato.Rules.Name.cpoVotes.rawValue, Mercato.Rules.Name.cpoVotes.label,
            stored: settings.cpoVotes ? "true" : "",
            [
                ("", Phrase(fr: "Les directions des trois métiers", en: "The directors of the three crafts")),
                ("true", Phrase(fr: "La CPO et les VP aussi", en: "The CPO and the VPs too")),
            ])
        let reading = form.radios(.visibility, Self.words)
        let refused = Phrase(fr: "Les règles ne sont pas changées", en: "The rules are not changed")
        return Mercato.acts.disclosure(
            "settings", scene.mercato, scene.visit,
            """
            \(form.summary(refused))\(voting)\(reading)\(form.control(.sessionQuorum))\(form.control(.craftMinimum))\
            \(form.control(.itemQuorum))
            """)
    }

    private static func words(_ visibility: Mercato.Visibility) -> Phrase {
        switch visibility {
        case .named:
            Phrase(
                fr: "Les votants, la CPO et les Ops, avec les noms",
                en: "The electors, the CPO and Product Ops, by name")
        case .distribution:
            Phrase(
                fr: "Personne : la répartition des notes seulement",
                en: "Nobody: the distribution of the scores only")
        }
    }
}
