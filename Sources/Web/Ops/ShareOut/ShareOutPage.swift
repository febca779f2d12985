import HTML
import Rouage
import Storage
import WebCore

/// Who of Product Ops leads what in a quarter. Product Ops see how it comes about; everybody else reads it once it holds.
struct ShareOutPage {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle?
    let shareOut: ShareOut?
    let topics: [Identifier<Topic>: Topic]
    /// Nothing for those who are not of Product Ops.
    let table: ShareOutTable?
    /// The published vote that the topics come from.
    let mercato: Mercato?
    /// Whether wishes or projects changed since it was computed.
    let isOvertaken: Bool

    init(_ visit: Visit, _ cycle: Cycle?) throws {
        self.visit = visit
        self.cycle = cycle
        actor = try visit.signedIn()
        let known = try cycle.flatMap { try visit.reading.shareOut(of: $0.id) }
        let isOpen = known.map { [actor] in actor.may(.opsWork(.readShareOut($0))) } ?? false
        shareOut = isOpen ? known : nil
        let mayRead = actor.may(.opsWork(.readWishes))
        table = try cycle.flatMap { cycle in
            mayRead ? try visit.reading.shareOutTable(for: cycle, visit.organisation, on: visit.today) : nil
        }
        let proposed = isOpen && mayRead && known?.state == .proposed ? known : nil
        isOvertaken = try proposed.map { try visit.reading.isOvertaken($0) } ?? false
        mercato = try cycle.flatMap { try visit.reading.mercato(of: $0.id) }.flatMap {
            $0.state == .published ? $0 : nil
        }
        let ids =
            (table?.items.map(\.topic) ?? []) + (shareOut?.lines.map(\.topic) ?? [])
            + (shareOut?.leftOut.map(\.topic) ?? [])
        topics = Dictionary(
            uniqueKeysWithValues: try visit.reading.records(Array(Set(ids))).map { ($0.id, $0) })
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var isOps: Bool { actor.may(.opsWork(.shareOut)) }

    func title(of topic: Identifier<Topic>) -> String { topics[topic].map { visit.title(of: $0) } ?? "" }

    func answer() throws -> Answer {
        let title = Phrase(fr: "Répartition", en: "Sharing out")
        let body: HTML = try """
        <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
        \(Part.refusal(visit))<div class="projects">\(vote)\(content())</div>
        """
        return Layout.page(
            visit, title: say(title), page: .shareOut, live: "share_out:*", cycle: cycle?.id, body)
    }

    /// Where the topics come from, or that they are not known yet.
    private var vote: HTML {
        guard let cycle else { return "" }
        let open = Phrase(
            fr: "Les sujets viendront du mercato, une fois publié.",
            en: "The topics come from the mercato, once published.")
        guard let mercato else {
            let address = "\(Layout.Page.mercato.address)?cycle=\(cycle.label.inAddress)"
            return "<p class=\"note\"><a href=\"\(address)\">\(say(open))</a></p>"
        }
        let words = Phrase(
            fr: "Les sujets au-dessus de la ligne du mercato, dans l’ordre du vote.",
            en: "The topics above the line of the mercato, in the order of the vote.")
        return "<p class=\"note\"><a href=\"/mercato/\(mercato.ref.inAddress)/result\">\(say(words))</a></p>"
    }

    private var lede: Phrase {
        guard let cycle else { return Phrase(fr: "Aucun trimestre à répartir.", en: "No quarter to share out.") }
        let (fr, en) = (cycle.name(.french), cycle.name(.english))
        guard let shareOut else {
            return Phrase(fr: "\(fr) : pas encore de répartition.", en: "\(en): not shared out yet.")
        }
        if shareOut.state == .confirmed {
            return Phrase(
                fr: "\(fr) : confirmée par celles et ceux qui pilotent.", en: "\(en): confirmed by those who lead.")
        }
        let names = shareOut.awaited.map { visit.name($0) }.joined(separator: ", ")
        return Phrase(fr: "\(fr) : une proposition. Attend : \(names).", en: "\(en): a proposal. Waits for: \(names).")
    }

    private func content() throws -> HTML {
        let views = ShareOutViews(page: self)
        let lines: HTML = "<div id=\"sharing\" data-live-part>\(views.proposal)</div>"
        let rest: HTML = "<div id=\"sharing-rest\" data-live-part>\(views.rest)</div>"
        guard isOps, let cycle, let table else { return "\(lines)\(rest)" }
        let forms = ShareOutForms(page: self, cycle: cycle, table: table)
        return try "\(lines)\(forms.confirmation)\(rest)\(forms.html())"
    }
}
