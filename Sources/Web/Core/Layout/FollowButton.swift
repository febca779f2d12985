package import HTML
package import Rouage
import Storage

extension Part {
    /// Beside a page: whether what happens to it comes to the visitor, and the button that changes that; nothing on a
    /// day that is past.
    package static func follow(_ thing: any Followed, _ visit: Visit) throws -> HTML {
        guard let actor = visit.actor, let me = actor.id, actor.isMember, visit.past == nil else { return "" }
        let follows = try visit.reading.follows(of: me).contains {
            $0.kind.kind == thing.kind && $0.subject == thing.recordID
        }
        guard try follows || !visit.reading.isTheirs(thing, me, in: visit.organisation) else {
            let words = Phrase(
                fr: "Ce qui se passe ici arrive déjà dans votre boîte.",
                en: "What happens here comes to your inbox already.")
            return "<p class=\"note noprint\" id=\"follow\">\(visit.say(words))</p>"
        }
        let act = follows ? Phrase(fr: "Ne plus suivre", en: "Stop following") : Phrase(fr: "Suivre", en: "Follow")
        let words =
            follows
            ? Phrase(fr: "Vous suivez ce qui se passe ici.", en: "You follow what happens here.")
            : Phrase(
                fr: "Ce qui se passe ici viendra dans votre boîte. Personne ne sait qui suit quoi.",
                en: "What happens here will come to your inbox. Nobody knows who follows what.")
        return """
            <form class="tofollow noprint" id="follow" method="post" \
            action="/follows/\(thing.kind.rawValue)/\(thing.recordID)\("/removal", if: follows)">\(csrf(visit))\
            <button class="btn s" aria-describedby="follow-hint">\(visit.say(act))</button>\
            <p class="note" id="follow-hint">\(visit.say(words))</p></form>
            """
    }
}
