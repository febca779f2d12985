package import HTML
package import Rouage

extension Part {
    /// The people of the department for fields that name one.
    package static func peopleList(_ visit: Visit) -> HTML {
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

    /// A text set in the language in which it was written.
    package static func quoted(_ text: String, _ language: Language, _ visit: Visit) -> HTML {
        let lang: HTML = language == visit.language ? "" : " lang=\"\(language.rawValue)\""
        return "<span\(lang)>\(text.set(in: language))</span>"
    }
}
