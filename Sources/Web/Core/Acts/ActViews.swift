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
            return try fields(noun).map { disclosure(act, record, visit, opening(act), $0) }
        }
    }

    /// What the visitor may do with a record now, in the order of its declaration.
    package func offered(_ record: Record, to visit: Visit) -> [Act<Record>] {
        all.filter { $0.isOffered(record, to: visit) }
    }

    /// The act whose form comes back refused.
    package func refused(_ visit: Visit) -> Act<Record>? { all.first { $0.noun.map(visit.isRefused) ?? false } }

    /// The form of one act, as a button.
    package func button(_ act: Act<Record>, _ record: Record, _ visit: Visit) -> HTML {
        """
        <form method="post" action="\(address(act, record))">\(Part.csrf(visit))\(Part.version(record.version))\
        <div class="acts"><button class="btn\(act.words.tone.sign)">\(visit.say(act.words.act))</button></div></form>
        """
    }

    private func disclosure(_ act: Act<Record>, _ record: Record, _ visit: Visit, _ opening: Phrase, _ fields: HTML)
        -> HTML
    {
        """
        <details class="disc"\(" open", if: visit.isRefused(act.noun ?? ""))><summary>\(visit.say(opening))\
        \(Part.icon("down"))</summary><form class="stack" method="post" action="\(address(act, record))">\
        \(Part.csrf(visit))\(Part.version(record.version))\(fields)<div class="acts">\
        <button class="btn s\(act.words.tone.sign)">\(visit.say(act.words.act))</button></div></form></details>
        """
    }

    private func address(_ act: Act<Record>, _ record: Record) -> String {
        "\(folder)/\(record.id)" + (act.noun.map { "/" + $0 } ?? "")
    }
}

extension Act.Tone {
    fileprivate var sign: HTML {
        switch self {
        case .first: " pri"
        case .usual: ""
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
