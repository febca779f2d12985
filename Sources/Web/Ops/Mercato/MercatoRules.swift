import HTML
import Rouage
import Storage
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
    var section: HTML {
        let frozen = scene.say(
            "Elles se figent à l’ouverture et se lisent sur chaque bulletin.",
            "They freeze when it opens and are read on each ballot.")
        return """
            <section class="sec" aria-labelledby="h-rules"><header><h2 id="h-rules">\(scene.say("Les règles du vote", "The rules of the vote"))</h2>\
            <p>\(frozen)</p></header><ul class="plain"><li>\(voters)</li><li>\(quorum)</li><li>\(afterwards)</li></ul>\(form)</section>
            """
    }

    // MARK: Set

    private static let labels: [(String, Phrase)] = [
        ("cpo_votes", Phrase(fr: "Qui vote", en: "Who votes")),
        (
            "visibility",
            Phrase(fr: "Qui lit les bulletins après la clôture", en: "Who reads the ballots after the close")
        ),
        ("session_quorum", Phrase(fr: "Quorum du vote, en %", en: "Quorum of the vote, in %")),
        ("craft_minimum", Phrase(fr: "Bulletins par métier, au moins", en: "Ballots of each craft, at least")),
        ("item_quorum", Phrase(fr: "Quorum d’un sujet, en %", en: "Quorum of a topic, in %")),
    ]

    private var form: HTML {
        guard scene.actor.may(.mercato(.setTable)), scene.mercato.state == .preparing else { return "" }
        let isSent = scene.visit.isAgain && scene.visit.exchange.path.hasSuffix("/settings")
        let parts = FormParts(scene.visit, prefix: "rules", isSent: isSent)
        func label(_ place: Int) -> Phrase { Self.labels[place].1 }
        func number(_ place: Int, _ stored: Int, _ hint: Phrase) -> HTML {
            parts.text(
                Self.labels[place].0, label(place), hint: hint, stored: String(stored), more: " inputmode=\"numeric\"",
                isShort: true)
        }
        let voting = parts.radios(
            "cpo_votes", label(0), stored: settings.cpoVotes ? "true" : "",
            [
                ("", Phrase(fr: "Les directions des trois métiers", en: "The directors of the three crafts")),
                ("true", Phrase(fr: "La CPO et les VP aussi", en: "The CPO and the VPs too")),
            ])
        let reading = parts.radios(
            "visibility", label(1), stored: settings.visibility.rawValue,
            [
                (
                    Mercato.Visibility.named.rawValue,
                    Phrase(
                        fr: "Les votants, la CPO et les Ops, avec les noms",
                        en: "The electors, the CPO and Product Ops, by name")
                ),
                (
                    Mercato.Visibility.distribution.rawValue,
                    Phrase(
                        fr: "Personne : la répartition des notes seulement",
                        en: "Nobody: the distribution of the scores only")
                ),
            ])
        let refused = Phrase(fr: "Les règles ne sont pas changées", en: "The rules are not changed")
        let change = scene.say("Changer les règles", "Change the rules")
        return """
            <details class="disc"\(" open", if: isSent)><summary>\(change)\(Part.icon("down"))</summary>\(parts.summary(refused, Self.labels))\
            <form class="frm" method="post" action="\(scene.address)/settings">\(Part.csrf(scene.visit))\
            <input type="hidden" name="version" value="\(scene.mercato.version)">\(voting)\(reading)\
            \(number(2, settings.sessionPercent, Phrase(fr: "De 10 à 100. En dessous, le vote se prolonge une fois.", en: "10 to 100. Below it, the vote is extended once.")))\
            \(number(3, settings.craftMinimum, Phrase(fr: "De 0 à 10.", en: "0 to 10.")))\
            \(number(4, settings.itemPercent, Phrase(fr: "De 10 à 100. En dessous, le sujet n’est pas classé.", en: "10 to 100. Below it, the topic is not ranked.")))\
            <div class="acts"><button class="btn pri">\(change)</button></div></form></details>
            """
    }

    /// What the form says, over the rules as they are: what it does not name stays.
    static func sent(_ form: Fields, over known: Mercato.Settings) throws -> Mercato.Settings {
        var settings = known
        var flaws: [Flaw] = []
        func number(_ name: String) -> Int? {
            guard let text = form[name]?.trimmed else { return nil }
            guard let number = Int(text), abs(number) < 1_000_000 else {
                flaws.append(Flaw(field: name, reason: .notANumber))
                return nil
            }
            return number
        }
        if let percent = number("session_quorum") { settings.sessionQuorum = Double(percent) / 100 }
        if let percent = number("item_quorum") { settings.itemQuorum = Double(percent) / 100 }
        if let minimum = number("craft_minimum") { settings.craftMinimum = minimum }
        if let text = form["cpo_votes"] {
            if !["", "true"].contains(text) { flaws.append(Flaw(field: "cpo_votes", reason: .unknown)) }
            settings.cpoVotes = text == "true"
        }
        if let text = form["visibility"] {
            if let visibility = Mercato.Visibility(rawValue: text) {
                settings.visibility = visibility
            } else {
                flaws.append(Flaw(field: "visibility", reason: .unknown))
            }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return settings
    }

    static func set(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.actor.may(.mercato(.setTable)) else { throw Refusal.notAllowed }
        let settings = try sent(visit.exchange.form, over: scene.mercato.settings)
        try transaction.change(scene.mercato.id, version: scene.version) { (mercato: inout Mercato) in
            try mercato.set(settings, by: scene.visit.deed)
        }
        return scene.back("/table")
    }
}
