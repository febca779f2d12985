package import HTML
package import Rouage

/// What a person is expected to do for one kind of work: each matter leads to where it is done.
package struct InboxMatters {
    private struct Matter {
        let title: Phrase
        let detail: Phrase
        let address: String
    }

    /// What the section is called in addresses.
    package let id: String
    package let heading: Phrase
    private var matters: [Matter] = []

    package init(_ id: String, _ heading: Phrase) {
        self.id = id
        self.heading = heading
    }

    package mutating func add(_ title: Phrase, _ detail: Phrase, at address: String) {
        matters.append(Matter(title: title, detail: detail, address: address))
    }

    package func section(_ visit: Visit) -> HTML {
        // A place for what comes while the page is open.
        guard !matters.isEmpty else { return "<section class=\"sec\" id=\"\(id)\" data-live-part hidden></section>" }
        let rows = matters.map { matter -> HTML in
            """
            <li><div><a href="\(matter.address)">\(visit.say(matter.title))</a><p>\(visit.say(matter.detail))</p></div></li>
            """
        }
        return """
            <section class="sec" id="\(id)" data-live-part aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(visit.say(heading))</h2></header>\
            <ul class="plain">\(rows)</ul></section>
            """
    }
}

extension Actor {
    /// Whether one hears, as a director, of what somebody takes over: the director who answers for them, each director for
    /// the CPO, and the CPO where there is none.
    package func isTold(of receiver: Identifier<Person>?) -> Bool {
        guard let receiver else { return holds(.cpo) }
        if organisation.grants(of: receiver).contains(where: { $0.role == .cpo }) { return holds(.director) }
        let director = organisation.director(of: receiver)
        return director == nil ? holds(.cpo) : director == id
    }
}
