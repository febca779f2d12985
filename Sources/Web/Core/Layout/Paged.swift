package import Rouage

/// A kind of record with a page of its own: how the search, the palette and the inbox show it and lead to it.
package protocol Paged: Noun {
    static var sign: KindSign { get }
    var address: String { get }
    /// What it is called, with the signs of print of its author's language.
    func heading(_ visit: Visit) -> String
    /// What stands beside it where it is found; nothing when it is not to be found.
    func place(_ visit: Visit) -> [String]?
}

extension Paged {
    package func place(_ visit: Visit) -> [String]? { [visit.say(Self.sign.name)] }
}

/// The icon and the name of a kind.
package struct KindSign: Sendable {
    package let icon: String
    package let name: Phrase

    package init(_ icon: String, _ french: String, _ english: String) {
        self.icon = icon
        name = Phrase(fr: french, en: english)
    }
}

extension Kind {
    /// Nothing for a kind without a page of its own.
    package var sign: KindSign? { (facts.noun as? any Paged.Type)?.sign }
}

extension Followed {
    /// Where it has its page, and what it is called there.
    package func named(_ visit: Visit) -> (title: String, address: String) {
        guard let page = self as? any Paged else { return ("", "/") }
        return (page.heading(visit).shortened(to: 80), page.address)
    }
}
