package import HTML
import Rouage

extension Acts {
    /// The buttons and disclosures of what the visitor may do with a record now, in the order of their declaration.
    /// - Parameters:
    ///   - fields: what is written with an act, by its noun; an act that has a body and no fields here is left out.
    ///   - opening: what opens the fields of an act, where the record says it otherwise.
    package func forms(
        _ record: Record, _ visit: Visit, fields: (String) throws -> HTML? = { _ in nil },
        opening: (Act<Record>) -> Phrase = { $0.words.opening }
    ) rethrows -> [HTML] {
        try offered(record, to: visit).compactMap { act in
            guard let noun = act.noun else { return nil }
            guard act.body != nil else { return button(act, record, visit) }
            return try fields(noun).map { disclosure(act, record, visit, as: opening(act), $0) }
        }
    }

    /// What the visitor may do with a record now, in the order of its declaration.
    package func offered(_ record: Record, to visit: Visit) -> [Act<Record>] {
        all.filter { $0.isOffered(record, to: visit) }
    }

    /// The act whose form comes back refused.
    package func refused(_ visit: Visit) -> Act<Record>? { all.first { $0.noun.map(visit.isRefused) ?? false } }

    /// Whether the form of one act, sent for one record of several on the page, is what comes back.
    /// - Parameter noun: none for the form that changes what people write of it.
    package func isRefused(_ noun: String? = nil, _ record: Record, _ visit: Visit) -> Bool {
        visit.isAgain && visit.exchange.path == address(record, visit) + (noun.map { "/" + $0 } ?? "")
    }

    /// The form of one act, as a button.
    package func button(_ act: Act<Record>, _ record: Record, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(address(record, visit))\(below(act))">\(Part.csrf(visit))\(version(record))\
        <div class="acts"><button class="btn\(act.words.tone.sign)">\(visit.say(act.words.act))</button></div></form>
        """
    }

    /// The same by the noun of the act; nothing where it is not offered.
    package func button(_ noun: String, _ record: Record, _ visit: Visit) -> HTML {
        guard let act = self[noun], act.isOffered(record, to: visit) else { return "" }
        return button(act, record, visit)
    }

    /// The same beside one of several records.
    /// - Parameter about: what the record is called, for who hears the page.
    package func button(_ act: Act<Record>, _ record: Record, about: String, _ visit: Visit) -> HTML {
        """
        <form class="noprint" method="post" action="\(address(record, visit))\(below(act))">\(Part.csrf(visit))\
        \(version(record))<button class="btn s\(act.words.tone == .first ? "" : " low")">\
        \(visit.say(act.words.act))<span class="vh"> : \(about)</span></button></form>
        """
    }

    package func isOffered(_ noun: String, _ record: Record, to visit: Visit) -> Bool {
        self[noun]?.isOffered(record, to: visit) ?? false
    }

    /// One act with its fields, behind a line that opens it; nothing where it is not offered.
    /// - Parameters:
    ///   - title: what the line says, when that is not what the act says of itself.
    ///   - send: what its button says, when that is not the words of the act.
    ///   - isOpen: whether it is what comes next: laid open, its button the first.
    ///   - about: what the record is called, for who hears the page, where several are shown.
    package func disclosure(
        _ noun: String, _ record: Record, _ visit: Visit, as title: Phrase? = nil, send: Phrase? = nil,
        isOpen: Bool = false, about: String? = nil, _ fields: @autoclosure () throws -> HTML
    ) rethrows -> HTML {
        guard let act = self[noun], act.isOffered(record, to: visit) else { return "" }
        return disclosure(act, record, visit, as: title, send: send, isOpen: isOpen, about: about, try fields())
    }

    /// The same, laid open on the page.
    package func form(
        _ noun: String, _ record: Record, _ visit: Visit, send: Phrase? = nil, isFirst: Bool = false,
        _ fields: @autoclosure () throws -> HTML
    ) rethrows -> HTML {
        guard let act = self[noun], act.isOffered(record, to: visit) else { return "" }
        return form(act, record, visit, send: send, isFirst: isFirst, try fields())
    }

    /// The form of an act below the folder: its fields say which record it is about.
    package func form(_ noun: String, _ visit: Visit, send: Phrase? = nil, isFirst: Bool = false, _ fields: HTML)
        -> HTML
    {
        guard let act = self[noun] else { return "" }
        return form(act, at: folder, visit, send: send, isFirst: isFirst, fields)
    }

    /// Where an act is sent and what its button says, for a page that lays the form itself.
    /// - Parameter part: what the address names below the record.
    package func sending(_ noun: String, _ record: Record, _ visit: Visit, part: String = "") -> (
        to: String, words: String
    ) {
        let below = noun.split(separator: "/").map { $0.hasPrefix(":") ? part : String($0) }
        return (([address(record, visit)] + below).joined(separator: "/"), words(self[noun], visit))
    }

    /// The same of the act that changes what people write of a record.
    package func sending(_ record: Record, _ visit: Visit) -> (to: String, words: String) {
        (address(record, visit), words(all.first { $0.place == .record }, visit))
    }

    /// What the button says of the first act that makes a record.
    package func making(_ visit: Visit) -> String { words(all.first(where: \.makes), visit) }

    private func words(_ act: Act<Record>?, _ visit: Visit) -> String { act.map { visit.say($0.words.act) } ?? "" }

    private func disclosure(
        _ act: Act<Record>, _ record: Record, _ visit: Visit, as title: Phrase? = nil, send: Phrase? = nil,
        isOpen: Bool = false, about: String? = nil, _ fields: HTML
    ) -> HTML {
        let name: HTML = about.map { "<span class=\"vh\"> : \($0)</span>" } ?? ""
        return """
            <details class="disc noprint"\(" open", if: isOpen || isRefused(act.noun, record, visit))><summary>\
            \(visit.say(title ?? act.words.opening))\(name)\(Part.icon("down"))</summary>\
            \(form(act, record, visit, send: send, isFirst: isOpen, fields))</details>
            """
    }

    private func form(
        _ act: Act<Record>, _ record: Record, _ visit: Visit, send: Phrase?, isFirst: Bool, _ fields: HTML
    ) -> HTML {
        form(
            act, at: address(record, visit), visit, send: send, isFirst: isFirst, "\(version(record))\(fields)")
    }

    private func form(
        _ act: Act<Record>, at place: String, _ visit: Visit, send: Phrase?, isFirst: Bool, _ fields: HTML
    ) -> HTML {
        """
        <form class="stack noprint" method="post" action="\(place)\(below(act))">\(Part.csrf(visit))\
        \(fields)<div class="acts"><button \
        class="btn s\(isFirst ? " pri" : act.words.tone.sign)">\(visit.say(send ?? act.words.act))</button></div></form>
        """
    }

    private func version(_ record: Record) -> HTML { holdsVersion ? Part.version(record.version) : "" }

    private func below(_ act: Act<Record>) -> String {
        act.noun.map { $0.isEmpty ? "" : "/" + $0 } ?? ""
    }
}

extension Act.Tone {
    fileprivate var sign: HTML {
        switch self {
        case .first: " pri"
        case .usual: ""
        case .quiet: " low"
        case .grave: " bad"
        }
    }
}

extension Part {
    /// The version that the person has before their eyes.
    package static func version(_ version: Int) -> HTML {
        "<input type=\"hidden\" name=\"version\" value=\"\(version)\">"
    }
}
