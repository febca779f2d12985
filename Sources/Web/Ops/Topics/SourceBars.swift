package import HTML
package import Rouage
import WebCore

extension Part {
    /// How many come from each source: bars, the longest for the most frequent one.
    /// - Parameter name: what stands before a bar: the name of its source, alone or as a link.
    package static func bars(
        _ counts: [(source: Topic.Source, count: Int)], name: (_ source: Topic.Source, _ count: Int) -> HTML
    ) -> HTML {
        let most = max(counts.map(\.count).max() ?? 0, 1)
        let rows = counts.map { source, count -> HTML in
            """
            <li>\(name(source, count))<svg class="track" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="100" height="10"/><rect class="fill" width="\(count * 100 / most)" height="10"/></svg><b class="num">\(count)</b></li>
            """
        }
        return "<ul class=\"plain mix\">\(rows)</ul>"
    }
}
