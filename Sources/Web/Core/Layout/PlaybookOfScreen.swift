package import HTML
package import Rouage
package import Storage

/// Which playbook a screen belongs to: one in force that links to it. The foot of the screen says why it exists.
package struct PlaybookOfScreen: Sendable {
    package let id: Identifier<Playbook>
    package let title: String
    package let language: Language

    /// The pages of this site that playbooks in force link to, each with the first that does.
    package static func all(_ reading: Reading) throws -> [String: PlaybookOfScreen] {
        var known: [String: PlaybookOfScreen] = [:]
        for playbook in try reading.playbooks() where playbook.state.isAsked {
            let place = PlaybookOfScreen(
                id: playbook.id, title: playbook.content.title, language: playbook.language)
            for link in playbook.content.links where link.address.hasPrefix("/") && link.address != "/" {
                known[link.address] = known[link.address] ?? place
            }
        }
        return known
    }

    /// The link to it; a page is not refused because of it.
    package static func link(_ visit: Visit) -> HTML {
        guard visit.actor?.isMember == true, visit.past == nil,
            let known = try? visit.site.screens.value(0, visit.reading, { try all(visit.reading) }),
            let place = known[visit.exchange.path]
        else { return "" }
        let why = visit.say(Phrase(fr: "Pourquoi cet écran ?", en: "Why this screen?"))
        return """
            <a class="whyscreen" href="/playbooks/\(place.id.description)">\(why) \(Part.quoted(place.title, place.language, visit))</a>
            """
    }
}
