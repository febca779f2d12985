package import HTML
import Rouage

/// Two texts beside each other, with what differs marked.
package enum Differences {
    package static func row(_ visit: Visit, _ label: Phrase, _ old: String, _ new: String) -> HTML {
        let difference = TextDifference(from: old, to: new)
        return """
            <section class="df"><h2>\(visit.say(label))</h2><div><div class="prose"><p>\(side(difference, without: .added))</p></div>\
            <div class="prose"><p>\(side(difference, without: .removed))</p></div></div></section>
            """
    }

    private static func side(_ difference: TextDifference, without hidden: TextDifference.Change) -> HTML {
        difference.pieces.filter { $0.change != hidden }.map { piece -> HTML in
            let text = piece.text.split(separator: "\n", omittingEmptySubsequences: false).map { HTML(String($0)) }
                .joined("<br>")
            switch piece.change {
            case .kept: return text
            case .removed: return "<del>\(text)</del>"
            case .added: return "<ins>\(text)</ins>"
            }
        }.joined(" ")
    }
}
