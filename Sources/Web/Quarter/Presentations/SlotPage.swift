import HTML
import Rouage
import Storage
import WebCore

/// Where a team prepares its own slot.
enum SlotPage {
    private static func team(_ visit: Visit) throws -> Identifier<Rouage.Unit> {
        guard let team = visit.exchange.parameters["team"].flatMap(visit.team) else { throw Refusal.notFound }
        return team
    }

    static func prepare(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let show = try Show(visit)
        let team = try team(visit)
        let presentation = try show.presentation()
        guard let slot = presentation.slot(of: team) else { throw Refusal.notFound }
        guard show.actor.may(.prepareSlot(of: team)) else { throw Refusal.notAllowed }
        let form = visit.exchange.form
        guard let minutes = Int((form["minutes"] ?? "\(slot.minutes)").trimmed) else {
            throw Refusal.invalid("minutes", .notANumber)
        }
        let people = try form.all("presenter").filter { !$0.isEmpty }.map { code in
            guard let person = try visit.person(named: code) else { throw Refusal.invalid("presenters", .unknown) }
            return person.id
        }
        let content = Presentation.SlotContent(
            minutes: minutes, initiatives: initiatives(form, slot), presenters: unique(people),
            notes: (form["notes"] ?? slot.notes).trimmed, isReady: form["ready"] == "true")
        try transaction.change(presentation.id, version: show.version) { (presentation: inout Presentation) in
            try presentation.prepare(content, of: team, by: show.visit.deed)
        }
        return show.back("#s-\(team)")
    }

    /// The initiatives by the places that were typed beside them.
    private static func initiatives(_ form: Fields, _ slot: Presentation.Slot) -> [Identifier<Briefing>] {
        slot.initiatives.enumerated().map { index, id in
            (place: form["place-\(id)"].flatMap { Int($0.trimmed) } ?? index + 1, index: index, id: id)
        }.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.id)
    }

    private static func unique(_ people: [Identifier<Person>]) -> [Identifier<Person>] {
        people.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let team = try team(visit)
        let presentation = try show.presentation()
        guard let slot = presentation.slot(of: team) else { throw Refusal.notFound }
        guard show.actor.may(.prepareSlot(of: team)) else { throw Refusal.notAllowed }
        guard presentation.state != .published || visit.refusal != nil else { throw Refusal.closed }
        let deck = try visit.reading.deck(of: presentation, teams: [team], in: show.cycle, visit.organisation)
        return Form(show: show, presentation: presentation, slot: slot, deck: deck).answer
    }

    private struct Form {
        let show: Show
        let presentation: Presentation
        let slot: Presentation.Slot
        let deck: Deck
        var visit: Visit { show.visit }
        var parts: FormParts { FormParts(visit, prefix: "slot") }
        func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

        var answer: Answer {
            let name = visit.name(slot.team)
            let title = say("Le passage de \(name)", "The slot of \(name)")
            let lede = say(
                "Les diapositives viennent de vos briefings. Ici : l’ordre, qui présente, et les notes que seules les personnes qui présentent voient.",
                "The slides come from your briefings. Here: the order, who presents, and notes that only those who present see."
            )
            let body: HTML = """
                <div class="head"><p><a href="\(show.address)">\(show.title)</a></p><h1>\(title)</h1>\
                <p class="lede">\(lede)</p></div>
                \(parts.summary(Phrase(fr: "Le passage n’est pas enregistré", en: "The slot is not saved"), labels))
                <form class="frm" method="post" action="\(show.address)/slots/\(slot.team.description)">\(Part.csrf(visit))\
                <input type="hidden" name="version" value="\(presentation.version)">
                \(places)\(people)\(minutes)
                \(parts.area("notes", Phrase(fr: "Notes", en: "Notes"), hint: notesHint, stored: slot.notes, limit: Presentation.Slot.notesLimit))
                \(ready)<div class="acts"><button class="btn pri">\(say("Enregistrer", "Save"))</button>\
                <a class="btn low" href="\(show.address)">\(say("Revenir", "Back"))</a></div></form>
                """
            return Layout.page(visit, title: title, page: .presentations, cycle: show.cycle.id, body)
        }

        private var labels: [(String, Phrase)] {
            [
                ("minutes", Phrase(fr: "Minutes", en: "Minutes")), ("notes", Phrase(fr: "Notes", en: "Notes")),
                ("presenters", Phrase(fr: "Qui présente", en: "Who presents")),
            ]
        }

        private var notesHint: Phrase {
            Phrase(
                fr: "Vos repères, à côté du minuteur. Personne d’autre ne les lit.",
                en: "Your cues, beside the timer. Nobody else reads them.")
        }

        private var places: HTML {
            let initiatives = deck.slots.first?.initiatives ?? []
            guard initiatives.count > 1 else { return "" }
            let rows = initiatives.enumerated().map { index, initiative -> HTML in
                let title = initiative.title.set(in: initiative.language)
                let name = "place-\(initiative.briefing)"
                return """
                    <li><input class="in mins" type="number" min="1" max="\(initiatives.count)" name="\(name)" \
                    value="\(visit.typed(name, or: String(index + 1)))" aria-label="\(say("Rang", "Place")) : \(title)">\
                     <span lang="\(initiative.language.rawValue)">\(title)</span></li>
                    """
            }
            return """
                <fieldset class="field"><legend>\(say("Ordre des initiatives", "Order of the initiatives"))</legend>\
                <ol class="plain places">\(rows)</ol></fieldset>
                """
        }

        private var people: HTML {
            let organisation = visit.organisation
            let members = organisation.members(of: slot.team).compactMap { organisation.people[$0.person] }
            let owners = deck.slots.first?.presenters.compactMap { organisation.people[$0] } ?? []
            var known: [Person] = []
            for person in members + owners where person.active && !known.contains(person) { known.append(person) }
            let chosen = visit.refusal == nil ? [] : visit.exchange.form.all("presenter")
            let list = known.sorted { $0.name < $1.name }.map { person -> HTML in
                let isChosen =
                    visit.refusal == nil ? slot.presenters.contains(person.id) : chosen.contains(person.code)
                return """
                    <label class="opt"><input type="checkbox" name="presenter" value="\(person.code)"\
                    \(" checked", if: isChosen)> <span>\(person.name)</span></label>
                    """
            }
            let hint = say(
                "Trois au plus. Sans choix, ce sont les responsables des initiatives.",
                "Three at most. With none chosen, the owners of the initiatives present.")
            return """
                <fieldset class="field" id="slot-presenters"><legend>\(say("Qui présente", "Who presents"))</legend>\
                <p class="hint">\(hint)</p><div class="opts">\(list)</div>\(Part.flaw(visit, "presenters"))</fieldset>
                """
        }

        private var minutes: HTML {
            parts.text(
                "minutes", Phrase(fr: "Minutes", en: "Minutes"),
                hint: Phrase(fr: "Six au plus.", en: "Six at most."), stored: String(slot.minutes), type: "number",
                more: " min=\"1\" max=\"6\"", isShort: true)
        }

        private var ready: HTML {
            let isReady = visit.refusal == nil ? slot.isReady : visit.exchange.form["ready"] == "true"
            return """
                <label class="opt"><input type="checkbox" name="ready" value="true"\(" checked", if: isReady)> \
                <span>\(say("Nous sommes prêts", "We are ready"))</span></label>
                """
        }
    }
}
