package import HTML
package import Rouage

/// What somebody typed in a form that could not be taken: shown to be copied, and kept so that it can be sent again.
/// Passwords are left out.
package struct Held {
    package let path: String
    package let fields: [(name: String, value: String)]

    private static let prefix = "held."

    /// The form itself, when a form was sent.
    package init(_ exchange: Exchange) {
        path = exchange.path
        fields = exchange.form.pairs.filter { Self.mayKeep($0.name) }
    }

    /// The sentences that stand nowhere in a page that came back. A word or a number is soon chosen again.
    func lost(from page: HTML) -> Held {
        let plain = page.text.replacing("\r\n", with: "\n")
        return Held(
            path: path,
            fields: fields.filter { field in
                let text = HTML(field.value.replacing("\r\n", with: "\n")).text
                return field.value.count > 12 && field.value.contains(" ") && !plain.contains(text)
            })
    }

    private init(path: String, fields: [(name: String, value: String)]) {
        (self.path, self.fields) = (path, fields)
    }

    /// The form that waits inside the sign-in form.
    package init?(insideSignIn form: Fields) {
        let path = Exchange.local(form["held_path"])
        let fields = form.pairs.filter { $0.name.hasPrefix(Self.prefix) }.map {
            (name: String($0.name.dropFirst(Self.prefix.count)), value: $0.value)
        }
        guard path != "/", !fields.isEmpty else { return nil }
        self.path = path
        self.fields = fields.filter { Self.mayKeep($0.name) }
    }

    private static func mayKeep(_ name: String) -> Bool {
        name != "csrf" && !name.contains("password") && name != "again" && !name.hasPrefix("held")
    }

    /// Hidden fields that carry the form through signing in.
    var insideSignIn: HTML {
        guard !fields.isEmpty else { return "" }
        let hidden = fields.map { Self.hidden(Self.prefix + $0.name, $0.value) }
        return "\(Self.hidden("held_path", path))\(hidden)"
    }

    /// What was typed, field by field, and the button that sends it again.
    /// - Parameter labels: what people call its fields, where that is known.
    package func section(
        _ language: Language, csrf: String?, mayRepeat: Bool, labels: [String: Phrase] = [:]
    ) -> HTML {
        let typed = fields.filter { !Self.isInner($0.name) && !$0.value.isBlank }
        guard !typed.isEmpty || (mayRepeat && !fields.isEmpty) else { return "" }
        let title = Phrase(fr: "Ce que vous avez écrit", en: "What you wrote")(language)
        let shown = typed.enumerated().map { at, field in
            let label = labels[field.name]?(language) ?? Briefing.Text.Field(rawValue: field.name)?.phrase(language)
            return Self.shown(at, label ?? field.name, field.value)
        }
        return """
            <section class="sec" aria-labelledby="h-held"><header><h2 id="h-held">\(title)</h2></header>
            <div class="stack">\(shown)</div>\(mayRepeat ? repeated(language, csrf) : "")</section>
            """
    }

    private func repeated(_ language: Language, _ csrf: String?) -> HTML {
        let send = Phrase(fr: "Envoyer de nouveau", en: "Send again")(language)
        return """
            <form method="post" action="\(path)">\(Self.hidden("csrf", csrf ?? ""))\
            \(fields.map { Self.hidden($0.name, $0.value) })
            <div class="acts"><button class="btn pri">\(send)</button></div></form>
            """
    }

    private static func shown(_ index: Int, _ label: String, _ value: String) -> HTML {
        let rows = min(12, value.count / 80 + 1)
        return """
            <div class="field"><label for="held-\(index)">\(label)</label>
            <textarea class="in" id="held-\(index)" rows="\(rows)" readonly>\(value)</textarea></div>
            """
    }

    private static func hidden(_ name: String, _ value: String) -> HTML {
        "<input type=\"hidden\" name=\"\(name)\" value=\"\(value)\">"
    }

    /// What the page put there itself.
    private static func isInner(_ name: String) -> Bool { ["version", "base", "next", "back", "as"].contains(name) }
}
