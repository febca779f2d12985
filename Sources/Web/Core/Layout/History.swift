package import HTML
import Rouage
package import Storage

extension Part {
    /// Beside a record: what was done to it, when and by whom, with the reason where there is one.
    package static func history(_ lines: [HistoryLine], _ visit: Visit) -> HTML {
        let items = lines.map { line -> HTML in
            let reason: HTML = line.reason.isEmpty ? "" : "<br><q>\(line.reason)</q>"
            let text = [visit.moment(line.at), visit.say(line.action.phrase), visit.name(line.actor)]
                .filter { !$0.isEmpty }.joined(separator: ", ")
            return "<li>\(text)\(reason)</li>"
        }
        return """
            <section class="sec" id="told" data-live-part><header><h2>\(visit.say(Phrase(fr: "Son histoire", en: "Its history")))</h2></header>\
            <ul class="plain note">\(items)</ul></section>
            """
    }
}
