import HTML
import Rouage
import Storage
import WebCore

/// What changed in a quarter between two days.
struct ChangesPage {
    let visit: Visit
    let cycle: Cycle
    let from: Day
    let to: Day
    let changes: CycleChanges

    static func show(_ visit: Visit) throws -> Answer {
        let cycle = try visit.cycleOfAddress()
        var flaws: [Flaw] = []
        func day(_ name: String, or usual: Day) -> Day {
            guard let text = visit.exchange.query[name], !text.isEmpty else { return usual }
            guard let day = Day(text) else {
                flaws.append(Flaw(field: name, reason: .notADay))
                return usual
            }
            if day > visit.today { flaws.append(Flaw(field: name, reason: .tooLate(than: visit.today))) }
            return day
        }
        let to = day("to", or: visit.today)
        let since = cycle.phases.draftsDue < to ? cycle.phases.draftsDue : to - 7
        let from = day("from", or: since)
        if to < from { flaws.append(Flaw(field: "to", reason: .tooEarly(before: from))) }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return try ChangesPage(visit, cycle, from: from, to: to).answer
    }

    private init(_ visit: Visit, _ cycle: Cycle, from: Day, to: Day) throws {
        self.visit = visit
        self.cycle = cycle
        self.from = from
        self.to = to
        let before = try Moment(visit, cycle, on: from)
        let after = try Moment(visit, cycle, on: to)
        // A page that was closed to the visitor on one of the days is new on the other, and shows no difference.
        changes = CycleChanges(
            briefings: (before.briefings, after.briefings), dependencies: (before.dependencies, after.dependencies))
    }

    /// The quarter on one of the two days, as far as the visitor may read it.
    private struct Moment {
        let briefings: [Briefing]
        let dependencies: [Dependency]

        init(_ visit: Visit, _ cycle: Cycle, on day: Day) throws {
            let then = try day < visit.today ? visit.on(day) : visit
            briefings = try then.reading.records(Briefing.self, where: "cycle = \(cycle.id)").filter {
                try then.opens($0)
            }
            dependencies = try then.reading.records(where: "cycle = \(cycle.id)")
        }
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private var answer: Answer {
        let title = Phrase(
            fr: "Ce qui a changé au \(cycle.shortName(.french))", en: "What changed in \(cycle.shortName(.english))")
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/briefings?cycle=\(cycle.label.inAddress)">\
            \(say(Phrase(fr: "Les enjeux du moment", en: "What is at stake")))</a></p><h1>\(say(title))</h1>\
            <p class="lede">\(say(lede))</p></div></header>\(form)\(content)
            """
        return Layout.page(visit, title: say(title), page: .report, cycle: cycle.id, body)
    }

    private var lede: Phrase {
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        return Phrase(
            fr:
                "De la fin du \(french.full(from)) à la fin du \(french.full(to)) : \(changes.added.count) initiatives ajoutées, \(changes.submitted.count) déposées, \(changes.decided.count) décidées ; \(changes.pointedOut.count) dépendances signalées, \(changes.reached(.committed).count) engagées.",
            en:
                "From the end of \(english.full(from)) to the end of \(english.full(to)): \(changes.added.count) initiatives added, \(changes.submitted.count) submitted, \(changes.decided.count) decided; \(changes.pointedOut.count) dependencies pointed out, \(changes.reached(.committed).count) committed."
        )
    }

    private var form: HTML {
        func field(_ name: HTML, _ phrase: Phrase, _ day: Day) -> HTML {
            """
            <div class="field"><label for="\(name)">\(say(phrase))</label><input class="in" id="\(name)" type="date" \
            name="\(name)" value="\(day.description)" max="\(visit.today.description)" required></div>
            """
        }
        return """
            <form class="row noprint" method="get">\(field("from", Phrase(fr: "De la fin du", en: "From the end of"), from))\
            \(field("to", Phrase(fr: "à la fin du", en: "to the end of"), to))\
            <button class="btn s">\(say(Phrase(fr: "Comparer", en: "Compare")))</button>\
            <a class="btn s low" href="/briefings?cycle=\(cycle.label.inAddress)&amp;as_of=\(from.description)">\
            \(say(Phrase(fr: "Voir l’état du premier jour", en: "Show the state of the first day")))</a></form>
            """
    }

    private var content: HTML {
        let sections = ChangesViews(page: self).sections
        guard sections.isEmpty else { return sections }
        let nothing = Phrase(
            fr: "Rien n’a changé entre ces deux jours. Choisissez un premier jour plus ancien.",
            en: "Nothing changed between these two days. Choose an earlier first day.")
        return "<div class=\"empty\"><p>\(say(nothing))</p></div>"
    }
}

extension Visit {
    /// The quarter named in the address, for people of the department.
    func cycleOfAddress() throws -> Cycle {
        let actor = try signedIn()
        guard actor.isMember, let cycle = cycles.first(where: { $0.label == exchange.parameters["label"] }) else {
            throw Refusal.notFound
        }
        return cycle
    }
}
