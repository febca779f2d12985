import HTML
import HTTPTypes
import Rouage
import Synchronization

/// What is said once after an act, and the act that takes it back. The page after it reads it from a cookie.
struct Told: Sendable {
    let done: Phrase
    let folder: String
    let undo: String?

    private static let name = "told"
    /// In the place of an act that found all as it was to be.
    static let nothing = "nothing"

    /// Says it on the next page of this browser.
    static func cookie(_ act: String, _ record: String) -> String {
        "\(name)=\(act).\(record); Path=/; Max-Age=60; HttpOnly; SameSite=Lax"
    }

    /// The sentence, with the way back; and the cookie that takes it away.
    static func shown(_ visit: Visit) -> (HTML, cookies: [String])? {
        guard visit.exchange.method == .get, visit.actor != nil,
            let words = visit.exchange.cookies[name]?.split(separator: ".", maxSplits: 1).map(String.init),
            words.count == 2,
            let told = words[0] == nothing ? unchanged : visit.site.told[words[0]]
        else { return nil }
        return (told.toast(visit, words[1]), ["\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax"])
    }

    private static let unchanged = Told(
        done: Phrase(fr: "Rien n’a changé.", en: "Nothing has changed."), folder: "", undo: nil)

    private func toast(_ visit: Visit, _ record: String) -> HTML {
        let back: HTML =
            undo.map { noun in
                """
                <form method="post" action="\(folder)/\(record)/\(noun)">\(Part.csrf(visit))\
                <button class="btn low">\(visit.say(Phrase(fr: "Annuler", en: "Undo")))</button></form>
                """
            } ?? ""
        return """
            <div class="toasts noprint" role="status"><div class="toast" id="done">\(Part.icon("check"))\
            <span>\(visit.say(done))</span>\(back)</div></div>
            """
    }
}

/// What the acts of the product say after them, by the name of their operation.
package final class ToldBook: Sendable {
    private let entries = Mutex<[String: Told]>([:])

    func add(_ act: String, _ told: Told) { entries.withLock { $0[act] = told } }
    /// The names of the acts that pages hang.
    package var names: Set<String> { entries.withLock { Set($0.keys) } }
    subscript(act: String) -> Told? { entries.withLock { $0[act] } }
}

extension Site {
    package var told: ToldBook { shelf.item { ToldBook() } }
}
