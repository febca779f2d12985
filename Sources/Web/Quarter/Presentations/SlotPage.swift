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

    /// The slot that the address names, for who may prepare it.
    static func slot(_ visit: Visit, of presentation: Presentation) throws -> Presentation.Slot {
        guard let slot = presentation.slot(of: try team(visit)) else { throw Refusal.notFound }
        guard try visit.signedIn().may(.prepareSlot(of: slot.team)) else { throw Refusal.notAllowed }
        return slot
    }

    static func show(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        let presentation = try show.presentation()
        let slot = try Self.slot(visit, of: presentation)
        guard presentation.state != .published || visit.refusal != nil else { throw Refusal.closed }
        let deck = try visit.reading.deck(of: presentation, teams: [slot.team], in: show.cycle, visit.organisation)
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
            let prepare = Presentation.acts.sending(
                "slots/:team", presentation, visit, part: slot.team.description)
            let body: HTML = """
                <div class="head"><p><a href="\(show.address)">\(show.title)</a></p><h1>\(title)</h1>\
                <p class="lede">\(lede)</p></div>
                \(parts.summary(Phrase(fr: "Le passage n’est pas enregistré", en: "The slot is not saved"), labels))
                <form class="frm" method="post" action="\(prepare.to)">\(Part.csrf(visit))\
                \(Part.version(slot.stamp))
                \(places)\(people)\(minutes)
                \(parts.area("notes", Phrase(fr: "Notes", en: "Notes"), hint: notesHint, stored: slot.notes, limit: Presentation.Slot.notesLimit))
                \(ready)<div class="acts"><button class="btn pri">\(prepare.words)</button>\
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

extension Presentation.Slot {
    /// Another number for every other content of the slot.
    var stamp: Int { Int(Secret.hash("\(self)").prefix(7), radix: 16) ?? 0 }
}
