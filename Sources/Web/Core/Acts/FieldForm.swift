package import HTML
package import Rouage

/// The names of a draft's fields, in words.
package protocol Worded {
    var label: Phrase { get }
    var hint: Phrase? { get }
}

/// The controls of a draft's declared fields: what it holds, or what was typed when the form comes back refused.
package struct FieldForm<Draft: Drafted> where Draft.Name: Worded {
    package let visit: Visit
    package let parts: FormParts
    private let draft: Draft
    private let names: Names

    package init(_ visit: Visit, _ draft: Draft, prefix: String = "f", isSent: Bool? = nil) throws {
        self.visit = visit
        self.draft = draft
        parts = FormParts(visit, prefix: prefix, isSent: isSent)
        names = try visit.names
    }

    /// On top of a form that comes back: what was refused, with a link to each field.
    /// - Parameter more: fields that are beside those of the draft.
    package func summary(_ title: Phrase, and more: [(String, Phrase)] = []) -> HTML {
        parts.summary(title, more + Draft.Name.allCases.map { ($0.rawValue, $0.label) })
    }

    /// What somebody else saved meanwhile, above the form that comes back.
    /// - Parameter words: what the words of a closed list mean.
    package func meanwhile(_ record: some Noun, words: (Draft.Name, [String]) -> String? = { _, _ in nil }) -> HTML {
        guard parts.isSent, visit.refusal == .outdated, let typed = try? visit.taken(over: draft) else { return "" }
        func shown(_ draft: Draft) -> [Meanwhile.Field] {
            Draft.Name.allCases.compactMap { name in
                guard let cells = field(name)?.shown(draft, names) else { return nil }
                return Meanwhile.Field(name.label, words(name, cells) ?? cells.joined(separator: ", "))
            }
        }
        return Meanwhile(visit: visit, record: record.recordID, stored: shown(draft), typed: shown(typed)).html
    }

    /// A box of a form; the field before it says that it was there, when it is not ticked.
    package func tick(_ name: Draft.Name) -> HTML {
        let isTicked =
            parts.isSent
            ? visit.exchange.form.all(name.rawValue).last == "true" : field(name).map(stored) == "true"
        return """
            <input type="hidden" name="\(name.rawValue)" value=""><label class="opt"><input type="checkbox" \
            name="\(name.rawValue)" value="true"\(" checked", if: isTicked)> <span>\(visit.say(name.label))</span></label>
            """
    }

    private func box(_ name: Draft.Name) -> HTML {
        let hint: HTML = name.hint.map { "<p class=\"hint\">\(visit.say($0))</p>" } ?? ""
        return "<div class=\"field\">\(tick(name))\(hint)</div>"
    }

    private func stored(_ field: Field<Draft>) -> String { field.shown(draft, names).first ?? "" }
    private func field(_ name: Draft.Name) -> Field<Draft>? { Draft.fields.first { $0.name == name.rawValue } }

    /// The control of a field that needs no words but its own.
    package func control(_ name: Draft.Name) -> HTML {
        guard let field = field(name) else { return "" }
        let stored = stored(field)
        switch field.sort {
        case .line(let limit): return text(name, stored, " maxlength=\"\(limit)\"")
        case .text(let limit):
            return parts.area(name.rawValue, name.label, hint: name.hint, stored: stored, limit: limit)
        case .number: return text(name, stored, " inputmode=\"numeric\"", isShort: true)
        case .decimal: return text(name, stored, " inputmode=\"decimal\"", isShort: true)
        case .day: return parts.day(name.rawValue, name.label, hint: name.hint, stored: stored)
        case .person:
            let known = names.person(stored).id.map(visit.nameInField) ?? stored
            return "\(Part.peopleList(visit))\(text(name, known, " list=\"pb-people\" autocomplete=\"off\""))"
        case .flag: return box(name)
        case .moment:
            return parts.moment(name.rawValue, name.label, hint: name.hint, stored: Instant(stored))
        case .choice, .choices, .people, .units, .unit, .cycle, .axis, .record, .records, .words, .texts, .lines, .rows,
            .numbers:
            return text(name, stored, "")
        }
    }

    private func text(_ name: Draft.Name, _ stored: String, _ more: HTML, isShort: Bool = false) -> HTML {
        parts.text(name.rawValue, name.label, hint: name.hint, stored: stored, more: more, isShort: isShort)
    }

    /// A day that cannot be before another one.
    package func day(_ name: Draft.Name, hint: Phrase? = nil, from first: Day) -> HTML {
        parts.day(
            name.rawValue, name.label, hint: hint ?? name.hint, stored: field(name).map(stored) ?? "", from: first)
    }

    /// One of several, in a list that opens.
    package func select(_ name: Draft.Name, _ options: [(String, String)], empty: Phrase? = nil) -> HTML {
        parts.select(
            name.rawValue, name.label, hint: name.hint, stored: field(name).map(stored) ?? "", options, empty: empty)
    }

    /// One word of a closed list.
    package func select<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: Draft.Name, _ words: (Choice) -> Phrase
    ) -> HTML {
        select(name, Choice.allCases.map { ($0.rawValue, visit.say(words($0))) })
    }

    /// The same, all in view.
    package func radios<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: Draft.Name, _ words: (Choice) -> Phrase
    ) -> HTML {
        parts.radios(
            name.rawValue, name.label, stored: field(name).map(stored) ?? "",
            Choice.allCases.map { ($0.rawValue, words($0)) })
    }

    /// Several of a list. An empty value says that the list was there, when no box is ticked.
    package func boxes(_ name: Draft.Name, _ options: [(String, Phrase)]) -> HTML {
        let chosen =
            parts.isSent ? visit.exchange.form.all(name.rawValue) : field(name)?.shown(draft, names) ?? []
        let boxes = options.map { value, words -> HTML in
            """
            <label class="opt"><input type="checkbox" name="\(name.rawValue)" value="\(value)"\
            \(" checked", if: chosen.contains(value))> <span>\(visit.say(words))</span></label>
            """
        }
        let error: HTML =
            parts.flaw(name.rawValue).map {
                "<p class=\"err\">\(Part.icon("alert"))\(visit.say($0.reason.phrase))</p>"
            } ?? ""
        return """
            <fieldset class="field" id="\(parts.prefix)-\(name.rawValue)" tabindex="-1"><legend>\(visit.say(name.label))</legend>\
            <input type="hidden" name="\(name.rawValue)" value=""><div class="row">\(boxes)</div>\(error)</fieldset>
            """
    }
}
