import HTML
import Rouage
import Storage

/// Which playbook a screen belongs to, so that its foot says why it exists: one in force that links to the screen, else to
/// its page, else the one by which its room works.
struct PlaybookOfScreen: Sendable {
    private let id: Identifier<Playbook>
    private let title: String
    private let language: Language
    private let category: Playbook.Category
    /// The screens of this site that it links to.
    private let addresses: Set<String>

    private init(_ playbook: Playbook) {
        id = playbook.id
        title = playbook.content.title
        language = playbook.language
        category = playbook.content.category
        // The home is everybody's.
        addresses = Set(
            playbook.content.links.filter { $0.address.hasPrefix("/") }
                .map { String($0.address.prefix { $0 != "?" && $0 != "#" }) }
        ).subtracting(["/"])
    }

    /// The playbooks in force, in the order of the library.
    static func all(_ reading: Reading) throws -> [PlaybookOfScreen] {
        try reading.playbooks().filter(\.state.isAsked).map(PlaybookOfScreen.init)
    }

    /// The link to it; a page is not refused because of it.
    static func link(_ visit: Visit, _ page: Layout.Page?) -> HTML {
        guard visit.actor?.isMember == true, visit.past == nil,
            let known = try? visit.site.screens.value(0, visit.reading, { try all(visit.reading) }),
            let playbook = playbook(of: visit.exchange.path, page, among: known)
        else { return "" }
        let why = visit.say(Phrase(fr: "Pourquoi cet écran ?", en: "Why this screen?"))
        return """
            <a class="whyscreen" href="/playbooks/\(playbook.id.description)">\(why) \(Part.quoted(playbook.title, playbook.language, visit))</a>
            """
    }

    /// Of several that link to the same screen, the one of its room.
    private static func playbook(of path: String, _ page: Layout.Page?, among known: [PlaybookOfScreen])
        -> PlaybookOfScreen?
    {
        let ofRoom = known.filter { $0.category == page?.room?.category }
        for address in [path] + (page.map { [$0.address] + $0.views } ?? []) {
            if let found = (ofRoom + known).first(where: { $0.addresses.contains(address) }) { return found }
        }
        return ofRoom.first
    }
}
