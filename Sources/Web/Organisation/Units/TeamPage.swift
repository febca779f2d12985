import HTML
import Rouage
import Storage
import WebCore

/// One unit as it stood on a day: who leads it, who is in it, what it writes, waits for and owes.
struct TeamPage {
    let visit: Visit
    let unit: Rouage.Unit
    /// The department on the day shown.
    let organisation: Organisation
    let day: Day

    static func show(_ visit: Visit) throws -> Answer {
        let day = try shownDay(visit)
        let visit = try isAsked(day, visit) ? visit.on(day) : visit
        let unit = try visit.unit()
        guard day != visit.today else {
            return try TeamPage(visit: visit, unit: unit, organisation: visit.organisation, day: day).answer()
        }
        let end = Instant(day + 1, hour: 0, in: visit.site.clock.zone)
        let past = try visit.past == nil ? visit.reading.organisation(asOf: day, until: end) : visit.organisation
        return try TeamPage(visit: visit, unit: past.units[unit.id] ?? unit, organisation: past, day: day).answer()
    }

    /// The day asked for; the last day of a quarter that is over, when that is shown; else today.
    private static func shownDay(_ visit: Visit) throws -> Day {
        if let asked = visit.exchange.query["as_of"], !asked.isEmpty {
            guard let day = Day(asked) else { throw Refusal.invalid("as_of", .notADay) }
            return day
        }
        if let cycle = visit.cycle, cycle.end < visit.today { return cycle.end }
        return visit.today
    }

    /// A past day that was asked for shows the work of that day too, not only the people.
    private static func isAsked(_ day: Day, _ visit: Visit) -> Bool {
        day < visit.today && !(visit.exchange.query["as_of"] ?? "").isEmpty
    }

    private var isPast: Bool { day < visit.today }

    private func answer() throws -> Answer {
        let body: HTML = """
            \(Part.refusal(visit))<div class="brf"><article class="sheet" aria-labelledby="title"><div id="unit" data-live-part>\(head)</div>\
            \(try work())</article>
            <aside class="bside"><div id="people" data-live-part>\(people)</div>\(isPast ? "" : try Part.follow(unit, visit))\(dayForm)\(try history())</aside></div>
            """
        return Layout.page(
            visit, title: unit.name, page: .people,
            live: "unit:\(unit.id),membership:*,dependency:*,briefing:*", body)
    }

    // MARK: Head

    private var head: HTML {
        let say = visit.say
        let above = organisation.lineage(of: unit.id).dropFirst().reversed().compactMap { organisation.units[$0] }
        let path = above.map {
            "<span><a href=\"\(visit.dated("/teams/\($0.code.inAddress)"))\">\($0.name)</a></span>" as HTML
        }
        let state: HTML
        if let closed = unit.closedOn {
            state = fact(Phrase(fr: "Fermée le", en: "Closed on"), HTML(visit.dates.full(closed)))
        } else {
            state = ""
        }
        return """
            \(pastBanner)<header><p class="over"><span>\(say(unit.sort.phrase))</span>\(path)</p><h1 id="title">\(unit.name)</h1>
            <dl class="dl">\(person(Phrase(fr: "Responsable", en: "Lead"), unit.lead))\
            \(person(Phrase(fr: "Suppléance", en: "Deputy"), unit.deputy))\(founded)\(state)</dl>\(UnitPlanViews(visit: visit, unit: unit).html)\(acts)</header>
            """
    }

    private var pastBanner: HTML {
        guard day != visit.today else { return "" }
        let words = Phrase(
            fr: "L’équipe telle qu’elle était le \(DateWords(language: .french).full(day)).",
            en: "The team as it was on \(DateWords(language: .english).full(day)).")
        return """
            <div class="banner">\(Part.icon("clock"))<div><p><b>\(visit.say(words))</b></p></div>\
            <div class="acts"><a class="btn s" href="/teams/\(unit.code.inAddress)?as_of=\(visit.today.description)">\
            \(visit.say(Phrase(fr: "Revenir à aujourd’hui", en: "Back to today")))</a></div></div>
            """
    }

    private func fact(_ name: Phrase, _ value: HTML) -> HTML {
        "<div><dt>\(visit.say(name))</dt><dd>\(value)</dd></div>"
    }

    private func person(_ name: Phrase, _ id: Identifier<Person>?) -> HTML {
        guard let person = id.flatMap({ organisation.people[$0] }) else { return "" }
        return fact(name, "<a href=\"/people/\(person.id.description)\">\(person.name)</a>")
    }

    private var founded: HTML {
        unit.foundedOn.map { fact(Phrase(fr: "Fondée le", en: "Founded on"), HTML(visit.dates.full($0))) } ?? ""
    }

    private var acts: HTML {
        guard let actor = visit.actor, !isPast, unit.closedOn == nil else { return "" }
        var links = HTML()
        func link(_ address: HTML, _ phrase: Phrase) {
            links.append("<a class=\"btn s\" href=\"\(address)\">\(visit.say(phrase))</a>")
        }
        if actor.may(.editOrganisation(unit.id)) {
            link("/teams/\(unit.code.inAddress)/edit", Phrase(fr: "Modifier", en: "Edit"))
            link("/teams/new?parent=\(unit.code.inAddress)", Phrase(fr: "Fonder une unité", en: "Found a unit"))
        }
        if Rouage.Unit.acts.isOffered("closure", unit, to: visit) {
            link("/teams/\(unit.code.inAddress)/closure", Phrase(fr: "Fermer", en: "Close"))
        }
        if actor.may(.editMembers(of: unit.id)) {
            link("/people/new?unit=\(unit.code.inAddress)", Phrase(fr: "Ajouter une personne", en: "Add a person"))
        }
        return links.isEmpty ? "" : "<div class=\"acts noprint\">\(links)</div>"
    }

    // MARK: Work

    private func work() throws -> HTML {
        let below = UnitTree(visit: visit, organisation: organisation).children(of: unit)
        let parts: HTML =
            below.isEmpty
            ? ""
            : """
            <section class="sec"><header><h2>\(visit.say(Phrase(fr: "Unités", en: "Units")))</h2></header>\(below)</section>
            """
        guard unit.sort.delivers, let cycle = visit.cycle, visit.actor?.isMember ?? false else { return parts }
        return "\(parts)\(try TeamWork(visit: visit, unit: unit, cycle: cycle).html())"
    }

    // MARK: People

    private var people: HTML {
        let members = organisation.members(of: unit.id).compactMap { place in
            organisation.people[place.person].map { (person: $0, fte: place.fte) }
        }
        let groups = Dictionary(grouping: members) { $0.person.craft }
        let lists = Craft.allCases.compactMap { craft -> HTML? in
            guard let group = groups[craft] else { return nil }
            let rows = group.sorted { $0.person.name < $1.person.name }.map { member($0.person, $0.fte) }
            return
                "<h3>\(visit.say(craft.phrase)) <span class=\"q\">\(group.count)</span></h3><ul class=\"plain\">\(rows)</ul>"
        }
        let empty = Phrase(fr: "Personne n’y est rattaché ce jour-là.", en: "Nobody belongs to it on that day.")
        return """
            <section class="sec" aria-labelledby="h-p"><header><h2 id="h-p">\(visit.say(Phrase(fr: "Personnes", en: "People")))</h2>\
            <p>\(members.count)</p></header>\(lists.isEmpty ? "<p class=\"note\">\(visit.say(empty))</p>" : lists.joined())</section>
            """
    }

    private func member(_ person: Person, _ fte: Double) -> HTML {
        let share: HTML = fte < 0.995 ? " <small class=\"q\">\(Int((fte * 100).rounded()))\u{A0}%</small>" : ""
        return """
            <li class="who"><span class="av" aria-hidden="true">\(person.initials)</span><span>\
            <a href="/people/\(person.id.description)">\(person.name)</a>\(share)\
            <small class="q"> \(person.job)</small></span></li>
            """
    }

    private var dayForm: HTML {
        let parts = FormParts(visit, prefix: "on", isSent: false)
        return """
            <form class="noprint ondate" method="get" action="/teams/\(unit.code.inAddress)">\
            \(parts.day("as_of", Phrase(fr: "Qui était là le", en: "Who was there on"), stored: day.description))\
            <button class="btn s">\(visit.say(Phrase(fr: "Voir ce jour", en: "Show this day")))</button></form>
            """
    }

    private func history() throws -> HTML {
        let chapters = try visit.reading.story(of: unit.id)
        guard !chapters.isEmpty else { return "" }
        return """
            <section class="sec"><header><h2>\(visit.say(Phrase(fr: "Historique", en: "History")))</h2></header>\
            \(UnitStory(visit: visit).list(chapters))</section>
            """
    }
}
