import HTML
import Rouage
import WebCore

/// What was refused on a page of a brainstorm, in its own words.
extension BrainstormScene {
    /// Said when what was sent could not be kept, for no fault of who sent it.
    var away: String {
        say(
            "Pas enregistré : Rouage ne répond pas, ou votre session a expiré. Ce que vous avez écrit reste ici ; envoyez-le de nouveau.",
            "Not saved: Rouage does not answer, or your session has expired. What you wrote stays here; send it again.")
    }

    /// On top of the page, with what was typed when it has no field there any more.
    var refusal: HTML {
        guard let refusal = visit.refusal else { return "" }
        let (title, text) = words(for: refusal)
        let typed = visit.exchange.form.text("text")
        let kept: HTML =
            typed.isEmpty || session.state == .writing
            ? "" : "<p>\(say("Ce que vous aviez écrit :", "What you had written:"))</p><p><q>\(typed)</q></p>"
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div><p><b>\(title)</b></p>\
            <p>\(text)</p>\(kept)</div></div>
            """
    }

    private func words(for refusal: Refusal) -> (String, String) {
        switch refusal {
        case .outdated:
            let moved = visit.exchange.form.all("ideas").compactMap { Brainstorm.Moved($0) }
                .first { session.cluster(of: $0.idea)?.key != $0.from }
            let place = moved.flatMap { session.cluster(of: $0.idea)?.title }
            return (
                say("Quelqu’un vient de déplacer cette idée", "Somebody has just moved this idea"),
                place.map {
                    say(
                        "Elle est maintenant dans « \($0) » et y reste. Déplacez-la encore si elle va mieux ailleurs.",
                        "It is now in “\($0)” and stays there. Move it again if it fits better elsewhere.")
                }
                    ?? say(
                        "Elle n’est plus dans un groupe. Déplacez-la encore si elle va mieux ailleurs.",
                        "It is in no group any more. Move it again if it fits better elsewhere.")
            )
        case .closed where visit.exchange.path.hasSuffix("/ideas"):
            return (
                say("Votre idée n’est pas au mur", "Your idea is not on the wall"),
                say(
                    "L’écriture est close. Dites-la à voix haute, ou demandez que l’on écrive encore quelques minutes.",
                    "The writing is over. Say it aloud, or ask that all write for some minutes more.")
            )
        case .over(let limit):
            return (
                say("C’est beaucoup pour une séance", "That is a lot for one session"),
                say("\(limit) idées par personne au plus.", "\(limit) ideas a person at most.")
            )
        case .invalid(let flaws) where flaws.first?.field == "ideas":
            return (
                say("Aucune idée n’est choisie", "No idea is chosen"),
                session.state == .writing
                    ? say(
                        "Personne n’a encore rien écrit : il n’y a rien à mettre au mur.",
                        "Nobody has written anything yet: there is nothing to hang on the wall.")
                    : say("Cochez au moins une idée du mur.", "Tick at least one idea of the wall.")
            )
        case _: return (visit.say(.refused(refusal)), visit.say(refusal.explanation))
        }
    }
}
