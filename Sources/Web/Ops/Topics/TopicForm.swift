import HTML
import Rouage
import Storage
package import WebCore

/// The fields of a topic: one short form, of which only the title is needed to begin with.
struct TopicForm {
    let form: FieldForm<Topic.Content>
    private let visit: Visit
    private let axes: [Axis]
    private let cycles: [Cycle]

    init(_ visit: Visit, _ stored: Topic.Content, prefix: String = "f", isSent: Bool? = nil) throws {
        self.visit = visit
        form = try FieldForm(visit, stored, prefix: prefix, isSent: isSent)
        axes = try visit.openAxes(and: stored.axis)
        let known = visit.cycles.filter { cycle in
            cycle.id == stored.cycle && !visit.openCycles.contains { $0.id == cycle.id }
        }
        cycles = known + visit.openCycles
    }

    func meanwhile(_ topic: Topic) -> HTML {
        form.meanwhile(topic) { name, cells in
            switch name {
            case .source: cells.first.flatMap(Topic.Source.init).map { visit.say($0.phrase) }
            case .kind: cells.first.flatMap(Topic.Sort.init).map { visit.say($0.phrase) }
            case .crafts: cells.compactMap(Craft.init).map { visit.say($0.phrase) }.joined(separator: ", ")
            case .title, .problem, .sourceNotes, .effortDays, .sponsor, .axis, .cycle: nil
            }
        }
    }

    var html: HTML {
        """
        \(form.control(.title))\(form.control(.problem))\
        <div class="g2">\(form.select(.source, \Topic.Source.phrase))\(form.control(.sourceNotes))</div>\
        \(form.radios(.kind, \Topic.Sort.words))\
        \(form.boxes(.crafts, Topic.Content.allCrafts.map { ($0.rawValue, $0.phrase) }))\
        <div class="g2">\(form.control(.effortDays))\
        \(form.select(.cycle, cycles.map { ($0.label, $0.name(visit.language)) }, empty: Phrase(fr: "Sans date", en: "Undated")))</div>\
        <div class="g2">\(form.control(.sponsor))\
        \(form.select(.axis, axes.map { ($0.code, $0.title) }, empty: Phrase(fr: "Aucun", en: "None")))</div>
        """
    }
}

extension Topic.Content.Name: Worded {
    package var label: Phrase {
        switch self {
        case .title: Phrase(fr: "Le sujet, en une ligne", en: "The topic, in one line")
        case .problem: Phrase(fr: "Le problème", en: "The problem")
        case .source: Phrase(fr: "D’où vient-il ?", en: "Where does it come from?")
        case .sourceNotes: Phrase(fr: "La source exacte", en: "The exact source")
        case .kind: Phrase(fr: "Ce que l’on ferait", en: "What would be done")
        case .crafts: Phrase(fr: "Métiers concernés", en: "Crafts concerned")
        case .effortDays: Phrase(fr: "Effort des Product Ops, en jours", en: "Effort of Product Ops, in days")
        case .sponsor: Phrase(fr: "Parrain ou marraine", en: "Sponsor")
        case .axis: Phrase(fr: "Axe stratégique", en: "Strategic axis")
        case .cycle: Phrase(fr: "Pour quand ?", en: "For when?")
        }
    }

    package var hint: Phrase? {
        switch self {
        case .problem:
            Phrase(
                fr: "Qui est gêné, combien de fois, ce que cela coûte. La solution viendra plus tard.",
                en: "Who is held up, how often, what it costs. The solution comes later.")
        case .sourceNotes:
            Phrase(
                fr: "Une demande, un incident, une réponse à l’étude.",
                en: "A request, an incident, an answer of the study.")
        case .effortDays: Phrase(fr: "Une estimation suffit.", en: "An estimate will do.")
        case .cycle:
            Phrase(
                fr: "Rien au-delà du prochain trimestre : plus loin, c’est une idée sans date.",
                en: "Nothing beyond the next quarter: later is an idea without a date.")
        case .sponsor: Phrase(fr: "Un nom, ou rien pour l’instant.", en: "A name, or nothing for now.")
        case .title, .source, .kind, .crafts, .axis: nil
        }
    }
}
