import HTML
import Rouage
import Storage

/// A dependency on the page of its briefing, and its own page with every answer.
enum DependencyViews {
    static func section(_ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency]) -> HTML {
        let say = visit.say
        let mayAsk = visit.actor?.may(.writeBriefing(briefing)) ?? false
        let add: HTML =
            mayAsk
            ? """
            <a class="btn s noprint end" href="/briefings/\(briefing.id.description)/dependencies/new">\(Part.icon("plus"))\
            \(say(Phrase(fr: "Signaler une dépendance", en: "Point out a dependency")))</a>
            """ : ""
        return """
            <section class="deps" id="dependencies" aria-labelledby="h-d"><header><h2 id="h-d">\
            \(say(Phrase(fr: "Dépendances", en: "Dependencies")))</h2><p>\(count(visit, briefing, dependencies))</p>\(add)</header>
            \(dependencies.isEmpty ? "" : table(visit, dependencies))</section>
            """
    }

    private static func count(_ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency]) -> String {
        if let signature = briefing.noDependency, dependencies.isEmpty {
            let day = signature.at.day(in: visit.site.clock.zone)
            return visit.say(
                Phrase(
                    fr: "Aucune, signé par \(visit.name(signature.by)) le \(DateWords(language: .french).short(day)).",
                    en: "None, signed by \(visit.name(signature.by)) on \(DateWords(language: .english).short(day))."))
        }
        return visit.say(
            Phrase(
                count: dependencies.count, fr: ("% que nous attendons", "% que nous attendons"),
                en: ("% that we wait for", "% that we wait for")))
    }

    private static func table(_ visit: Visit, _ dependencies: [Dependency]) -> HTML {
        let say = visit.say
        return """
            <div class="scroll" role="region" tabindex="0" aria-labelledby="h-d"><table class="t fold"><thead><tr>\
            <th scope="col">\(say(Phrase(fr: "Ce que nous attendons", en: "What we wait for")))</th>\
            <th scope="col">\(say(Phrase(fr: "De qui", en: "From")))</th>\
            <th scope="col">\(say(Phrase(fr: "Criticité", en: "Criticality")))</th>\
            <th scope="col" class="num">\(say(Phrase(fr: "Pour le", en: "Needed by")))</th>\
            <th scope="col">\(say(Phrase(fr: "Statut", en: "Status")))</th></tr></thead><tbody>\
            \(dependencies.map { row(visit, $0) })</tbody></table></div>
            """
    }

    private static func row(_ visit: Visit, _ dependency: Dependency) -> HTML {
        let say = visit.say
        return """
            <tr id="d-\(dependency.id.description)"><th scope="row"><a href="/dependencies/\(dependency.id.description)">\
            \(dependency.what)</a></th>\
            <td data-l="\(say(Phrase(fr: "De qui", en: "From")))">\(giver(visit, dependency))</td>\
            <td data-l="\(say(Phrase(fr: "Criticité", en: "Criticality")))">\(say(dependency.criticality.phrase))</td>\
            <td class="num" data-l="\(say(Phrase(fr: "Pour le", en: "Needed by")))">\(visit.dates.short(dependency.neededBy))</td>\
            <td data-l="\(say(Phrase(fr: "Statut", en: "Status")))">\
            \(Part.status(say(dependency.state.phrase), dependency.state.dial))</td></tr>
            """
    }

    static func giver(_ visit: Visit, _ dependency: Dependency) -> String {
        dependency.givingTeam == nil ? dependency.externalParty : visit.name(dependency.givingTeam)
    }

    static func page(_ visit: Visit, _ dependency: Dependency) throws -> Answer {
        let say = visit.say
        let briefing: Briefing = try visit.reading.get(dependency.briefing)
        let history = try visit.reading.history(of: dependency.id.description)
        let asking = visit.name(dependency.askingTeam)
        let lines = history.map { line -> HTML in
            """
            <li><time>\(visit.dates.short(line.at.day(in: visit.site.clock.zone)))</time><span>\
            \(line.actor == nil ? "Rouage" : visit.name(line.actor)), \(say(line.action.phrase))\
            \(line.reason.isEmpty ? "" : ": ")\(line.reason)</span></li>
            """
        }
        let body: HTML = """
            <div class="brf" id="dependency" data-live-part>\(Part.refusal(visit))<article class="sheet" aria-labelledby="title">
            <header><p class="over"><span>\(say(Phrase(fr: "Dépendance", en: "Dependency")))</span>\
            <span>\(asking)</span><span>\(giver(visit, dependency))</span>\
            <span class="end">\(Part.status(say(dependency.state.phrase), dependency.state.dial))</span></p>
            <h1 id="title">\(dependency.what)</h1>
            <dl class="dl">\(fact(say(Phrase(fr: "Pour l’initiative", en: "For the initiative")), "<a href=\"/briefings/\(briefing.id.description)\">\(briefing.text.title)</a>"))\
            \(fact(say(Phrase(fr: "Criticité", en: "Criticality")), HTML(say(dependency.criticality.phrase))))\
            \(fact(say(Phrase(fr: "Attendue pour le", en: "Needed by")), HTML(visit.dates.short(dependency.neededBy))))\
            \(promise(visit, dependency))</dl></header>\(DependencyFormViews.answers(visit, dependency))</article>
            <aside class="bside noprint"><section class="sec" aria-labelledby="h-h"><header><h2 id="h-h">\
            \(say(Phrase(fr: "Historique", en: "History")))</h2></header><ol class="hist">\(lines)</ol></section></aside></div>
            """
        return Layout.page(
            visit, title: dependency.what, section: .dependencies, live: "dependency:\(dependency.id)", body)
    }

    private static func fact(_ name: String, _ value: HTML) -> HTML { "<div><dt>\(name)</dt><dd>\(value)</dd></div>" }

    private static func promise(_ visit: Visit, _ dependency: Dependency) -> HTML {
        var facts = HTML()
        let say = visit.say
        if let day = dependency.committedFor, dependency.state == .committed || dependency.state == .delivered {
            facts.append(fact(say(Phrase(fr: "Promise pour le", en: "Promised for")), HTML(visit.dates.short(day))))
        }
        if let contact = dependency.contact {
            facts.append(fact(say(Phrase(fr: "À qui parler", en: "Who to talk to")), HTML(visit.name(contact))))
        }
        if let counter = dependency.counter {
            let proposal = [counter.date.map(visit.dates.short) ?? "", counter.scope].filter { !$0.isEmpty }
            facts.append(
                fact(
                    say(Phrase(fr: "Contre-proposition", en: "Counter-proposal")),
                    "\(proposal.joined(separator: ", ")) <q>\(counter.reason)</q>"))
        }
        if let decline = dependency.decline {
            facts.append(
                fact(say(Phrase(fr: "Refus", en: "Declined")), "\(say(decline.code.phrase)) <q>\(decline.reason)</q>"))
        }
        return facts
    }
}
