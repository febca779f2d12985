package import HTML
import Rouage
import Storage

/// Above a form that comes back because somebody else saved first: what they saved, wherever it is not what was typed.
package struct Meanwhile {
    /// One field, as people read it.
    package struct Field {
        package let label: Phrase
        package let text: String

        package init(_ label: Phrase, _ text: String) {
            self.label = label
            self.text = text
        }
    }

    package let visit: Visit
    /// The record that both wrote.
    package let record: String
    /// Its fields as they are now.
    package let stored: [Field]
    /// The same fields in the same order, as they were just typed.
    package let typed: [Field]

    package init(visit: Visit, record: String, stored: [Field], typed: [Field]) {
        self.visit = visit
        self.record = record
        self.stored = stored
        self.typed = typed
    }

    package var html: HTML {
        guard visit.refusal == .outdated else { return "" }
        let others = zip(stored, typed).filter { $0.0.text != $0.1.text }.map(\.0)
        guard !others.isEmpty else {
            let same = Phrase(
                fr: "Les textes ci-dessous sont les mêmes : vous pouvez enregistrer de nouveau.",
                en: "The texts below are the same: you can save again.")
            return "<p class=\"note\" id=\"meanwhile\">\(visit.say(same))</p>"
        }
        let way = Phrase(
            fr: "Vos textes sont restés dans les champs. Reprenez-y ce qui compte : enregistrer remplace ce qui suit.",
            en: "Your texts are still in the fields. Take over what matters: saving replaces what follows.")
        return """
            <div class="versus" id="meanwhile" role="group" aria-labelledby="h-meanwhile"><p id="h-meanwhile"><b>\(visit.say(title))</b></p>\
            <p class="note">\(visit.say(way))</p>\(others.map(part))</div>
            """
    }

    private var title: Phrase {
        let last = try? visit.reading.history(of: record, limit: 1).first
        let who = last.map { visit.name($0.actor) } ?? ""
        return who.isEmpty
            ? Phrase(fr: "Ce qui a été enregistré entre-temps", en: "What was saved meanwhile")
            : Phrase(fr: "Ce que \(who) a enregistré entre-temps", en: "What \(who) saved meanwhile")
    }

    private func part(_ field: Field) -> HTML {
        let none = visit.say(Phrase(fr: "rien", en: "nothing"))
        let text: HTML = field.text.isBlank ? "<p>\(none)</p>" : Part.prose(field.text)
        return "<div><p><b>\(visit.say(field.label))</b></p>\(text)</div>"
    }
}

extension FormParts {
    /// The version on which the next save builds: the one that the person read, until the form shows a newer one.
    package func version(_ current: Int) -> HTML {
        let base = visit.refusal == .outdated ? String(current) : value("version", or: String(current))
        return "<input type=\"hidden\" name=\"version\" value=\"\(base)\">"
    }
}
