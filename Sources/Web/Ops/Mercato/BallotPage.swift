import HTML
import Rouage
import Storage
package import WebCore

/// Where an elector gives each topic 3, 2, 1 or no opinion; it saves itself, and nobody else reads it before the close.
struct BallotPage {
    private let scene: MercatoScene
    private let ballot: Ballot?

    init(_ scene: MercatoScene) throws {
        guard let id = scene.actor.id, scene.isElector else { throw Refusal.notFound }
        self.scene = scene
        ballot = try scene.visit.reading.ownBallot(of: id, in: scene.mercato)
    }

    static func show(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.isElector else { throw Refusal.notFound }
        let takes = scene.mercato.takesBallots(at: visit.now)
        if !takes, visit.isAgain { return scene.page(scene.title, lede: "", .ballot, closed(scene)) }
        guard takes else {
            return .seeOther(scene.address + (scene.mercato.state == .open ? "/table" : "/letter"))
        }
        return try BallotPage(scene).answer()
    }

    /// Said instead of the form to who sends it too late.
    private static func closed(_ scene: MercatoScene) -> HTML {
        let next = scene.say("Ce qu’est devenu votre bulletin", "What came of your ballot")
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div><p><b>\(scene.visit.say(sentence(.closed)))</b></p>\
            <p><a href="\(scene.address)/letter">\(next)</a></p></div></div>
            """
    }

    // MARK: Saving

    /// What the page that saves itself is told.
    @Sendable static func saved(_ visit: Visit, _ mercato: Mercato) throws -> Answer {
        guard let me = visit.actor?.id, let ballot = try visit.reading.ownBallot(of: me, in: mercato)
        else { throw Refusal.notFound }
        return try .script(Saved(version: ballot.version, visit))
    }

    static func again(_ visit: Visit) throws -> Answer {
        guard visit.exchange.isAutosave, let refusal = visit.refusal else { return try show(visit) }
        return try .script(Refused(message: visit.say(sentence(refusal))))
    }

    private struct Refused: Encodable { let message: String }

    private static func sentence(_ refusal: Refusal) -> Phrase {
        switch refusal {
        case .closed:
            Phrase(
                fr: "Le vote est clos : ce qui était enregistré compte.",
                en: "The vote is closed; what was saved counts.")
        case .notAllowed:
            Phrase(
                fr: "Votent les directions présentes à l’ouverture.",
                en: "Those who were directors when it opened vote.")
        case .outdated:
            Phrase(
                fr: "Votre bulletin a changé dans une autre fenêtre : rechargez cette page pour le retrouver.",
                en: "Your ballot changed in another window: reload this page to find it.")
        case _: refusal.explanation
        }
    }

    // MARK: The page

    func answer() throws -> Answer {
        let mercato = scene.mercato
        let lede = scene.say(
            "Quels sujets les Product Ops doivent-ils prendre au \(scene.quarter) ? Notez chacun, sans total à viser. Cinq minutes.",
            "Which topics should Product Ops take on in \(scene.quarter)? Score each; there is no total to reach. Five minutes."
        )
        let title = scene.say(
            "Votre bulletin du mercato \(scene.quarter)", "Your ballot in the \(scene.quarter) mercato")
        guard let id = scene.actor.id else { throw Refusal.notFound }
        let order = Ballot.order(of: mercato, for: id)
        let rows = order.map { BallotRow(scene, $0, typed($0), words($0), isConcerned($0)).html }
        let body: HTML = """
            \(refusal)\(MercatoSecret.banner(scene))
            <form method="post" action="\(Mercato.acts.sending("ballot", mercato, scene.visit).to)" class="bal" data-behaviour="autosave ballot" \
            data-saved="\(saved("{at}"))" data-saving="\(scene.say("Enregistrement…", "Saving…"))" \
            data-away="\(scene.say("Pas encore enregistré : Rouage ne répond pas. Nouvel essai dans cinq secondes.", "Not saved yet: Rouage does not answer. Trying again in five seconds."))" \
            data-out="\(scene.say("Reconnectez-vous pour enregistrer : vos réponses restent ici.", "Sign in again to save; your answers stay here."))">\
            \(Part.csrf(scene.visit))<input type="hidden" name="version" value="\(ballot?.version ?? 0)">\
            <input type="hidden" name="concerned" value="">
            \(heading)<ol class="bill">\(rows)</ol>\(dock)</form>
            """
        return scene.page(title, lede: HTML(lede), .ballot, body)
    }

    private var refusal: HTML {
        guard let refusal = scene.visit.refusal else { return "" }
        let title = scene.say("Le bulletin n’est pas enregistré", "The ballot is not saved")
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div><p><b>\(title)</b></p>\
            <p>\(scene.visit.say(Self.sentence(refusal)))</p></div></div>
            """
    }

    private func typed(_ place: Int) -> Score? {
        let known = ballot?.scores.indices.contains(place) == true ? ballot?.scores[place] : nil
        guard scene.visit.isAgain else { return known }
        return scene.visit.exchange.form["scores-\(scene.mercato.topics[place].code)"].map(Score.init(rawValue:))
            ?? known
    }

    private func words(_ place: Int) -> String {
        let known = ballot?.words.indices.contains(place) == true ? ballot?.words[place] ?? "" : ""
        return scene.visit.typed("words-\(scene.mercato.topics[place].code)", or: known)
    }

    private func isConcerned(_ place: Int) -> Bool {
        if let ballot { return ballot.conflicts.contains(place) }
        return scene.mercato.topics[place].sponsor == scene.actor.id
    }

    private var heading: HTML {
        let count = scene.mercato.topics.count
        let drawn = Phrase(
            count: count, fr: ("% sujet", "% sujets, dans un ordre tiré au sort pour vous"),
            en: ("% topic", "% topics, in an order drawn by lot for you"))
        return """
            <div class="bh" aria-hidden="true"><span>\(scene.visit.say(drawn))</span>\
            <span><b>3</b> \(scene.visit.say(Score.must.phrase))</span><span><b>2</b> \(scene.visit.say(Score.useful.phrase))</span>\
            <span><b>1</b> \(scene.visit.say(Score.notNow.phrase))</span><span>\(scene.visit.say(Score.noOpinion.phrase))</span></div>
            """
    }

    private func saved(_ at: String) -> String {
        let until = scene.moment(scene.mercato.closesAt)
        return scene.say(
            "Enregistré à \(at), modifiable jusqu’à \(until).", "Saved at \(at), yours to change until \(until).")
    }

    private var dock: HTML {
        let count = scene.mercato.topics.count
        let done = ballot?.answered ?? 0
        let without = ballot?.withoutOpinion ?? 0
        let status: String
        if let ballot {
            let (hour, minute) = ballot.savedAt.clock(in: WorkCalendar.zone)
            status = saved(scene.visit.dates.clock(hour, minute))
        } else {
            let until = scene.moment(scene.mercato.closesAt)
            status = scene.say(
                "Chaque note s’enregistre seule. Modifiable jusqu’à \(until).",
                "Each score saves itself. Yours to change until \(until).")
        }
        let unsure = scene.say("dont \(without) sans avis.", "\(without) without opinion.")
        let same = scene.say(
            "La même note partout compte, mais ne départage rien : y a-t-il un sujet à faire avant les autres ?",
            "The same score everywhere counts, but separates nothing: is there one topic to do before the others?")
        return """
            <p class="note same" role="status"\(" hidden", if: ballot?.isAllSame != true) data-same>\(same)</p>
            <div class="dock"><div><p><b><span data-done>\(done)</span> \(scene.say("sur \(count) sujets", "of \(count) topics"))</b> \
            <span class="q opt-s"><span data-without\(" hidden", if: without == 0)>\(unsure)</span> <span data-status role="status">\(status)</span></span></p>\
            <progress class="pg" max="\(count)" value="\(done)" aria-label="\(scene.say("Sujets notés", "Topics scored"))">\(done)/\(count)</progress></div>\
            <p class="q keys"><kbd>3</kbd> <kbd>2</kbd> <kbd>1</kbd> <kbd>0</kbd> \(scene.say("noter", "score")), \
            <kbd>↑</kbd> <kbd>↓</kbd> \(scene.say("changer de sujet", "change topic"))</p>\
            <button class="btn pri">\(Mercato.acts.sending("ballot", scene.mercato, scene.visit).words)</button></div>
            """
    }
}

extension Score {
    package var phrase: Phrase {
        switch self {
        case .must: Phrase(fr: "Prioritaire", en: "Must")
        case .useful: Phrase(fr: "Utile", en: "Useful")
        case .notNow: Phrase(fr: "Pas maintenant", en: "Not now")
        case .noOpinion: Phrase(fr: "Sans avis", en: "No opinion")
        }
    }
}
