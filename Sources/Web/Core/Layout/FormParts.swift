package import HTML
package import Rouage

/// The parts of one form: label, hint, field and error together; what was typed when the form comes back refused.
package struct FormParts {
    package let visit: Visit
    /// Goes before each id, so that a page may hold several forms.
    package let prefix: String
    /// Whether this is the form that was just sent and refused.
    package let isSent: Bool

    package init(_ visit: Visit, prefix: String = "f", isSent: Bool? = nil) {
        self.visit = visit
        self.prefix = prefix
        self.isSent = isSent ?? visit.isAgain
    }

    package func value(_ name: String, or stored: String) -> String {
        isSent ? visit.exchange.form[name] ?? stored : stored
    }

    package func flaw(_ name: String) -> Flaw? { isSent ? visit.flaw(name) : nil }

    private func id(_ name: String) -> String { "\(prefix)-\(name)" }

    package func text(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, stored: String = "", type: HTML = "text",
        more: HTML = "", isShort: Bool = false
    ) -> HTML {
        field(
            name, label, hint,
            """
            <input class="in\(" short", if: isShort)" id="\(id(name))" name="\(name)" type="\(type)" \
            value="\(value(name, or: stored))"\(more)\(described(name, hint))>
            """)
    }

    package func day(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, stored: String = "", from: Day? = nil, to: Day? = nil
    ) -> HTML {
        let least: HTML = from.map { " min=\"\($0.description)\"" } ?? ""
        let most: HTML = to.map { " max=\"\($0.description)\"" } ?? ""
        return text(name, label, hint: hint, stored: stored, type: "date", more: "\(least)\(most)", isShort: true)
    }

    /// - Parameter end: after which it cannot be.
    package func moment(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, stored: Instant? = nil, to end: Instant? = nil
    ) -> HTML {
        let most: HTML = end.map { " max=\"\($0.typed)\"" } ?? ""
        return text(
            name, label, hint: hint, stored: stored?.typed ?? "", type: "datetime-local", more: most, isShort: true)
    }

    package func area(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, stored: String = "", limit: Int? = nil
    ) -> HTML {
        let value = value(name, or: stored)
        let counted: HTML = limit.map { counting(name, upTo: $0) } ?? ""
        let left: HTML = limit.map { "<p class=\"left\" id=\"\(id(name))-n\">\(remaining($0 - value.count))</p>" } ?? ""
        return field(
            name, label, hint,
            """
            <textarea class="in" id="\(id(name))" name="\(name)" rows="2"\(counted)\(described(name, hint))>
            \(value)</textarea>\(left)
            """)
    }

    /// What the script that counts needs to say how many characters are left.
    private func counting(_ name: String, upTo limit: Int) -> HTML {
        func left(_ number: Int) -> String { remaining(number).replacing(String(abs(number)), with: "{n}") }
        return """
             data-behaviour="count" data-max="\(limit)" data-count="\(id(name))-n" data-left="\(left(2))" \
            data-left-one="\(left(1))" data-over="\(left(-2))" data-over-one="\(left(-1))"
            """
    }

    private func remaining(_ left: Int) -> String {
        let phrase =
            left >= 0
            ? Phrase(
                count: left, fr: ("% caractère restant", "% caractères restants"),
                en: ("% character left", "% characters left"))
            : Flaw.Reason.tooLong(by: -left).phrase
        return visit.say(phrase)
    }

    package func select(
        _ name: String, _ label: Phrase, hint: Phrase? = nil, stored: String = "", _ options: [(String, String)],
        empty: Phrase? = nil
    ) -> HTML {
        let chosen = value(name, or: stored)
        let list = options.map { option(value: $0.0, $0.1, chosen: chosen) }
        return select(name, label, hint: hint, options: "\(nothing(empty))\(list)")
    }

    /// A select with its options made by the caller, who groups them.
    package func select(_ name: String, _ label: Phrase, hint: Phrase? = nil, options: HTML) -> HTML {
        field(
            name, label, hint,
            "<select class=\"in\" id=\"\(id(name))\" name=\"\(name)\"\(described(name, hint))>\(options)</select>")
    }

    package func nothing(_ phrase: Phrase?) -> HTML {
        phrase.map { "<option value=\"\">\(visit.say($0))</option>" } ?? ""
    }

    package func option(value: String, _ words: String, chosen: String) -> HTML {
        "<option value=\"\(value)\"\(" selected", if: value == chosen)>\(words)</option>"
    }

    package func radios(_ name: String, _ label: Phrase, stored: String, _ options: [(String, Phrase)]) -> HTML {
        let chosen = value(name, or: stored)
        let list = options.map { option -> HTML in
            """
            <label class="opt"><input type="radio" name="\(name)" value="\(option.0)"\
            \(" checked", if: option.0 == chosen)> <span>\(visit.say(option.1))</span></label>
            """
        }
        return """
            <fieldset class="field" id="\(id(name))"><legend>\(visit.say(label))</legend>\(list)\(error(name))</fieldset>
            """
    }

    private func field(_ name: String, _ label: Phrase, _ hint: Phrase?, _ input: HTML) -> HTML {
        let help: HTML = hint.map { "<p class=\"hint\" id=\"\(id(name))-h\">\(visit.say($0))</p>" } ?? ""
        return """
            <div class="field"><label for="\(id(name))">\(visit.say(label))</label>\(help)\(input)\(error(name))</div>
            """
    }

    private func error(_ name: String) -> HTML {
        guard let flaw = flaw(name) else { return "" }
        return "<p class=\"err\" id=\"\(id(name))-e\">\(Part.icon("alert"))\(visit.say(flaw.reason.phrase))</p>"
    }

    private func described(_ name: String, _ hint: Phrase?) -> HTML {
        let isWrong = flaw(name) != nil
        if hint == nil && !isWrong { return "" }
        let hintID = hint == nil ? "" : "\(id(name))-h"
        let errorID = isWrong ? "\(id(name))-e" : ""
        let ids = [hintID, errorID].filter { !$0.isEmpty }.joined(separator: " ")
        return "\(" aria-invalid=\"true\"", if: isWrong) aria-describedby=\"\(ids)\""
    }

    /// On top of a form that comes back: what was refused, with a link to each field.
    package func summary(_ title: Phrase, _ labels: [(String, Phrase)]) -> HTML {
        guard isSent, let refusal = visit.refusal else { return "" }
        var lines = HTML()
        if case .invalid(let flaws) = refusal {
            for (name, label) in labels {
                guard let flaw = flaws.first(where: { $0.field == name }) else { continue }
                lines.append(
                    """
                    <li><a href="#\(id(flaw.field))">\(visit.say(label))</a>\(visit.colon)\(visit.say(flaw.reason.phrase))</li>
                    """)
            }
        }
        let why: HTML = lines.isEmpty ? "<p>\(visit.say(refusal.explanation))</p>" : "<ul class=\"errs\">\(lines)</ul>"
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div>\
            <p><b>\(visit.say(title))</b></p>\(why)</div></div>
            """
    }
}
