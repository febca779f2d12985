package import HTML
package import Rouage
import Storage
package import WebCore
import WebOps

/// One playbook: why, who, how, what it costs, who carries it, when it was run and what people say.
package struct PlaybookPage {
    package let visit: Visit
    package let actor: Actor
    package let playbook: Playbook
    package let standing: PlaybookStanding
    /// The last times it was run, of so many.
    package let occurrences: [Occurrence]
    package let occurrenceCount: Int
    package let feedback: [PlaybookFeedback]
    package let editions: [PlaybookEdition]
    package let projects: HTML

    package init(_ visit: Visit, _ playbook: Playbook) throws {
        self.visit = visit
        actor = try visit.signedIn()
        self.playbook = playbook
        standing = try visit.reading.standing(of: playbook, in: visit.organisation)
        occurrences = try visit.reading.occurrences(of: playbook.id, last: PlaybookOccurrences.most)
        occurrenceCount = try visit.reading.occurrenceCount(of: playbook.id)
        feedback = try visit.reading.feedback(on: playbook.id)
        editions = try visit.reading.editions(of: playbook.id)
        projects = try ProjectLinks.of(playbook, visit)
    }

    package func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    package var address: String { "/playbooks/\(playbook.id)" }
    package var content: Playbook.Content { playbook.content }
    package func may(_ permission: PlaybookPermission) -> Bool { actor.may(.playbook(permission)) }
    package func text(_ text: String) -> HTML { Part.quoted(text, playbook.language, visit) }

    package var answer: Answer {
        let body: HTML = """
            <div class="pb"><div class="brf"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
            <div id="playbook" data-live-part>\(header)\(relapse)\(how)\(rules)</div>
            \(PlaybookOccurrences(page: self).section)\(PlaybookVoices(page: self).section)</article>
            <aside class="bside">\(PlaybookSide(page: self).html)</aside></div></div>
            """
        return Layout.page(
            visit, title: content.title.set(in: playbook.language), page: .playbooks,
            live: "playbook:\(playbook.id),occurrence:*,playbook_feedback:*", body)
    }

    private var header: HTML {
        let edit: HTML =
            may(.edit(playbook)) && playbook.state != .retired
            ? "<a class=\"btn noprint\" href=\"\(address)/edit\">\(Part.icon("pencil"))\(say(Phrase(fr: "Modifier", en: "Edit")))</a>"
            : ""
        return """
            <header><p class="over"><a href="\(Layout.Page.playbooks.address)">\(say(Layout.Room.playbooks.words))</a><span>\(say(content.category.phrase))</span>\
            <span class="end">\(PlaybookParts.state(visit, playbook)) \(PlaybookParts.carrier(visit, playbook))</span></p>
            <h1 id="title">\(text(content.title))</h1><p class="pbwhy"><b class="vh">\(say(Phrase(fr: "Pourquoi cela existe", en: "Why it exists")))\(visit.colon)</b>\(text(content.why))</p>
            <dl class="dl">\(fact(Phrase(fr: "Responsable", en: "Owner"), person(playbook.owner)))\(fact(Phrase(fr: "Suppléant·e", en: "Deputy"), person(playbook.deputy)))\
            \(fact(Phrase(fr: "Cadence", en: "Cadence"), say(content.cadence.phrase)))\
            \(fact(Phrase(fr: "Relu le", en: "Reviewed on"), visit.dates.full(playbook.reviewedOn)))\
            \(fact(Phrase(fr: "À revoir le", en: "Review on"), visit.dates.full(playbook.reviewOn)))\
            \(fact(Phrase(fr: "Écrit avec", en: "Written with"), playbook.coAuthors.map { visit.name($0) }.joined(separator: ", ")))</dl>
            <div class="acts">\(edit)</div></header>
            """
    }

    private func person(_ person: Identifier<Person>?) -> String {
        person == nil ? say(Phrase(fr: "à nommer", en: "to be named")) : visit.nameAndJob(person)
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    /// Told to who looks after it and to their director; Product Ops read it among the suggested topics alone.
    private var relapse: HTML {
        guard may(.watch(playbook)), let relapse = Relapse.of(standing) else { return "" }
        let what = relapse.phrase(visit)
        let advice = Phrase(
            fr:
                "Redites pourquoi il existe, raccourcissez-le, ou arrêtez-le. La personne responsable et sa direction l’apprennent ; Product Ops ne le lit que parmi les sujets suggérés : les rappeler vous revient.",
            en:
                "Say again why it exists, shorten it, or retire it. Its owner and their director are told; Product Ops read it only among the suggested topics: calling them back is up to you."
        )
        return """
            <div class="banner warn" id="relapse">\(Part.icon("alert"))<div><p><b>\(say(Phrase(fr: "Ce process glisse", en: "This playbook slips")))\(visit.colon)\(say(what).uncapitalised)</b></p>\
            <p>\(say(advice))</p></div></div>
            """
    }

    // MARK: How

    private var how: HTML {
        let trigger: HTML =
            content.trigger.isEmpty
            ? ""
            : "<p class=\"note\"><b>\(say(Phrase(fr: "Commence quand", en: "Begins when")))\(visit.colon)</b>\(text(content.trigger))</p>"
        let list: HTML =
            content.steps.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Les étapes ne sont pas encore écrites.", en: "The steps are not written yet.")))</p>"
            : "<ol class=\"pbsteps\">\(content.steps.map(step))</ol>"
        let count = Phrase(
            count: content.steps.count { $0.blocking }, fr: ("% étape bloquante", "% étapes bloquantes"),
            en: ("% blocking step", "% blocking steps"))
        return """
            <section class="sec" id="steps" aria-labelledby="h-how"><header><h2 id="h-how">\(say(Phrase(fr: "Étapes", en: "Steps")))</h2>\
            <p>\(say(count))</p></header>\(trigger)\(list)</section>
            """
    }

    private func step(_ step: PlaybookStep) -> HTML {
        let mark: HTML =
            step.blocking ? Part.status(say(.blocking), ("halt", "")) : ""
        return """
            <li><p>\(text(step.what))</p><p class="note">\(say(step.role.phrase)) \(mark)</p></li>
            """
    }

    private var rules: HTML {
        let links = content.links.map { link -> HTML in
            "<li><a href=\"\(link.address)\"\(" rel=\"noreferrer\"", if: !link.address.hasPrefix("/"))>\(text(link.title))</a></li>"
        }
        let tools: HTML =
            links.isEmpty
            ? ""
            : """
            <section class="sec" aria-labelledby="h-links"><header><h2 id="h-links">\(say(Phrase(fr: "Modèles et liens", en: "Templates and links")))</h2></header>\
            <ul class="plain">\(links)</ul></section>
            """
        let metric: HTML =
            content.metric.map { metric in
                let who: HTML = metric.owner == nil ? "" : ", \(visit.name(metric.owner))"
                return "\(text(metric.name))\(visit.colon)\(text(metric.threshold))\(who)"
            } ?? ""
        let rows: [(Phrase, HTML)] = [
            (Phrase(fr: "Ce que l’on regarde", en: "What is looked at"), metric),
            (Phrase(fr: "Quand s’arrêter", en: "When to stop"), content.exitRule.isEmpty ? "" : text(content.exitRule)),
            (
                Phrase(fr: "Quand Product Ops revient", en: "When Product Ops come back"),
                content.reentryRule.isEmpty ? "" : text(content.reentryRule)
            ),
        ]
        let known = rows.filter { !$0.1.isEmpty }.map { "<div><dt>\(say($0.0))</dt><dd>\($0.1)</dd></div>" as HTML }
        let section: HTML =
            known.isEmpty
            ? ""
            : """
            <section class="sec" aria-labelledby="h-rules"><header><h2 id="h-rules">\(say(Phrase(fr: "Garde-fous", en: "Safeguards")))</h2></header>\
            <dl class="pbrules">\(known)</dl></section>
            """
        return "\(tools)\(section)"
    }
}

extension Relapse {
    package func phrase(_ visit: Visit) -> Phrase {
        switch self {
        case .missed(let count):
            return Phrase(
                count: count, fr: ("% occurrence manquée", "% occurrences manquées de suite"),
                en: ("% occurrence missed", "% occurrences missed in a row"))
        case .adoption(let share):
            let number = Int((share * 100).rounded())
            return Phrase(
                fr: "\(number) % des équipes concernées l’utilisent encore",
                en: "\(number)% of the teams concerned still use it")
        }
    }
}
