import HTML
import Rouage
import Storage
import WebCore

/// One person: places, roles, the briefings they own, what they are the one to talk to about.
struct PersonPage {
    let visit: Visit
    let person: Person
    let actor: Actor

    static func show(_ visit: Visit) throws -> Answer {
        let person = try visit.shownPerson()
        return try PersonPage(visit: visit, person: person, actor: try visit.signedIn()).answer()
    }

    private func answer() throws -> Answer {
        let places = try visit.reading.memberships(ofPerson: person.id)
        let grants = try visit.reading.grants(ofPerson: person.id)
        let changes = try PersonChanges(visit, person, actor, places)
        let body: HTML = """
            <div class="brf"><article class="sheet" aria-labelledby="title">\(head)\(changes.summary)\
            <div id="places" data-live-part>\(try placesSection(places, changes))\(try rolesSection(grants, changes))</div>\
            \(changes.forms)</article>
            <aside class="bside">\(try briefings())\(try contacts())</aside></div>
            """
        return Layout.page(
            visit, title: person.name, page: .people, live: "person:\(person.id),membership:*,role:*", body)
    }

    private var head: HTML {
        let say = visit.say
        let gone: HTML =
            person.active
            ? "" : "<span class=\"end\">\(say(Phrase(fr: "N’est plus là", en: "No longer here")))</span>"
        let email: HTML =
            person.email.map { "<div><dt>E-mail</dt><dd><a href=\"mailto:\($0)\">\($0)</a></dd></div>" } ?? ""
        let job: HTML =
            person.job.isBlank
            ? "" : "<div><dt>\(say(Phrase(fr: "Fonction", en: "Job")))</dt><dd>\(person.job)</dd></div>"
        let edit: HTML =
            actor.may(.editOrganisation(nil))
            ? "<div class=\"acts noprint\"><a class=\"btn s\" href=\"/people/\(person.id.description)/edit\">\(say(Phrase(fr: "Modifier", en: "Edit")))</a></div>"
            : ""
        return """
            <header><p class="over"><span>\(say(person.craft.phrase))</span>\(gone)</p><h1 id="title">\(person.name)</h1>
            <dl class="dl">\(job)\(email)</dl>\(edit)</header>
            """
    }

    private func span(_ from: Day?, _ to: Day?) -> String {
        switch (from, to) {
        case (let from?, let to?): "\(visit.dates.full(from)) – \(visit.dates.full(to))"
        case (let from?, nil):
            visit.say(
                Phrase(
                    fr: "depuis le \(DateWords(language: .french).full(from))",
                    en: "since \(DateWords(language: .english).full(from))"))
        case (nil, let to?):
            visit.say(
                Phrase(
                    fr: "jusqu’au \(DateWords(language: .french).full(to))",
                    en: "until \(DateWords(language: .english).full(to))"))
        case (nil, nil): ""
        }
    }

    private func placesSection(_ places: [Membership], _ changes: PersonChanges) throws -> HTML {
        let rows = try places.map { place -> HTML in
            let unit = visit.organisation.units[place.unit]
            let share: HTML = place.fte < 0.995 ? " \(Int((place.fte * 100).rounded()))\u{A0}%" : ""
            return """
                <li><span><a href="/teams/\((unit?.code ?? "").inAddress)">\(unit?.name ?? "")</a>\(share)</span> \
                <small class="q">\(span(place.from, place.to))</small>\(try changes.end(place))</li>
                """
        }
        let none = Phrase(fr: "Aucune équipe.", en: "No team.")
        return """
            <section class="deps" aria-labelledby="h-t"><header><h2 id="h-t">\(visit.say(Phrase(fr: "Équipes", en: "Teams")))</h2></header>\
            \(listed(rows, none))</section>
            """
    }

    private func rolesSection(_ grants: [RoleGrant], _ changes: PersonChanges) throws -> HTML {
        guard !grants.isEmpty else { return "" }
        let rows = try grants.map { grant -> HTML in
            let scope: HTML =
                grant.unit.flatMap { visit.organisation.units[$0] }.map {
                    ", <a href=\"/teams/\($0.code.inAddress)\">\($0.name)</a>"
                }
                ?? ""
            return """
                <li><span>\(visit.say(grant.role.phrase))\(scope)</span> <small class="q">\(span(grant.from, grant.to))</small>\
                \(try changes.end(grant))</li>
                """
        }
        return """
            <section class="deps" aria-labelledby="h-r"><header><h2 id="h-r">\(visit.say(Phrase(fr: "Rôles", en: "Roles")))</h2></header>\
            <ul class="tree">\(rows)</ul></section>
            """
    }

    private func briefings() throws -> HTML {
        let owned = try visit.reading.briefings(ownedBy: person.id)
            .filter {
                $0.state != .draft || person.id == actor.id || actor.belongs(to: $0.team) || actor.leads($0.team)
            }
        let rows = owned.prefix(12).map { briefing -> HTML in
            let cycle = visit.cycles.first { $0.id == briefing.cycle }?.name(visit.language) ?? ""
            return """
                <li><a href="/briefings/\(briefing.id.description)">\(briefing.title.set(in: person.locale))</a> \
                <small class="q">\(cycle), \(visit.say(briefing.state.phrase).lowercased())</small></li>
                """
        }
        return list(Phrase(fr: "Briefings", en: "Briefings"), rows, Phrase(fr: "Aucun briefing.", en: "No briefing."))
    }

    private func contacts() throws -> HTML {
        let lines = try visit.reading.dependencies(withContact: person.id)
        let rows = lines.prefix(12).map { line -> HTML in
            """
            <li><a href="/dependencies/\(line.id.description)">\(line.what.set(in: visit.language(of: line.owner)))</a> \
            <small class="q">\(visit.name(line.askingTeam)), \(visit.say(line.state.phrase).lowercased())</small></li>
            """
        }
        return list(
            Phrase(fr: "À qui parler", en: "The one to talk to"), rows,
            Phrase(fr: "Aucune dépendance.", en: "No dependency."))
    }

    private func list(_ title: Phrase, _ rows: [HTML], _ none: Phrase) -> HTML {
        """
        <section class="sec"><header><h2>\(visit.say(title))</h2></header>\
        \(listed(rows, none))</section>
        """
    }

    private func listed(_ rows: [HTML], _ none: Phrase) -> HTML {
        rows.isEmpty ? "<p class=\"note\">\(visit.say(none))</p>" : "<ul class=\"tree\">\(rows)</ul>"
    }
}
