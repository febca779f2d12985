import HTML
import Rouage

/// Small parts that the pages of playbooks share.
enum PlaybookParts {
    /// The people of the department for fields that name one.
    static func peopleList(_ visit: Visit) -> HTML {
        let people = visit.organisation.people.values.filter { $0.acts(on: visit.today) }.sorted { $0.name < $1.name }
        let named = Dictionary(grouping: people) { $0.name.lowercased() }
        let options = people.map { person -> HTML in
            let isOne = named[person.name.lowercased()]?.count == 1 && !person.name.contains(",")
            return isOne
                ? "<option value=\"\(person.name)\">\(person.job)</option>"
                : "<option value=\"\(person.code)\">\(visit.nameAndJob(person.id))</option>"
        }
        return "<datalist id=\"pb-people\">\(options)</datalist>"
    }

    static func state(_ visit: Visit, _ playbook: Playbook) -> HTML {
        Part.status(visit.say(playbook.state.phrase), playbook.state.dial)
    }

    static func carrier(_ visit: Visit, _ playbook: Playbook) -> HTML {
        Part.status(visit.say(playbook.carriedBy.phrase), playbook.carriedBy.dial)
    }

    /// A bar of a share, with its number beside it.
    static func bar(_ share: Double, _ words: String) -> HTML {
        let width = Int((min(1, max(0, share)) * 100).rounded())
        return """
            <span class="pbbar"><svg class="track" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="100" height="14"/><rect class="fill" width="\(width)" height="14"/></svg><span>\(words)</span></span>
            """
    }

    /// A text of a playbook, set in its own language.
    static func text(_ text: String, _ language: Language, _ visit: Visit) -> HTML {
        let lang: HTML = language == visit.language ? "" : " lang=\"\(language.rawValue)\""
        return "<span\(lang)>\(text.set(in: language))</span>"
    }
}

extension Phrase {
    static let blocking = Phrase(fr: "Bloquante", en: "Blocking")
}
