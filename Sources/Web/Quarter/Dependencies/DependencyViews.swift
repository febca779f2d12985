package import HTML
package import Rouage
import Storage
package import WebCore

/// The page of one dependency: the contract on its two sides, the answers, what happened.
package enum DependencyViews {
    package static func giver(_ visit: Visit, _ dependency: Dependency) -> String {
        dependency.givingTeam == nil ? dependency.externalParty : visit.name(dependency.givingTeam)
    }

    package static func page(_ visit: Visit, _ dependency: Dependency) throws -> Answer {
        let briefing: Briefing = try visit.reading.get(dependency.briefing)
        let chapters = try visit.reading.story(of: dependency.id)
        let what = dependency.what.set(in: visit.language(of: briefing))
        let contract = DependencyContract(
            visit: visit, dependency: dependency, briefing: briefing,
            giving: try dependency.givingBriefing.flatMap { try visit.reading.find($0) })
        let body: HTML = """
            <div class="brf">\(DependencyRefusal(visit: visit, dependency: dependency, chapters: chapters).banner)\
            <article class="sheet" aria-labelledby="title">\
            <div id="contract" data-live-part>\(head(visit, dependency, what))\(contract.html)</div>\
            <div id="answers" data-live-part>\(try answers(visit, dependency))</div></article>
            <aside class="bside noprint"><div id="why" data-live-part>\(try risk(visit, dependency))</div>\(try Part.follow(dependency, visit))\
            <section class="sec" aria-labelledby="h-h"><header><h2 id="h-h">\
            \(visit.say(Phrase(fr: "Historique", en: "History")))</h2></header>\
            <div id="history" data-live-part>\(DependencyStory(visit: visit).list(chapters))</div></section></aside></div>
            """
        return Layout.page(
            visit, title: what, page: .dependencies, live: "dependency:\(dependency.id)",
            cycle: dependency.cycle, body)
    }

    /// How likely it is to be late, while somebody counts on it.
    private static func risk(_ visit: Visit, _ dependency: Dependency) throws -> HTML {
        guard dependency.isAwaited else { return "" }
        let risks = try visit.risks(of: visit.cycle(of: dependency))
        guard let risk = risks[dependency.id] else { return "" }
        return RiskViews(visit: visit, giver: giver(visit, dependency))
            .section(risk, isStuck: risks.isStuck(dependency.id), risks.model.base)
    }

    private static func head(_ visit: Visit, _ dependency: Dependency, _ what: String) -> HTML {
        let say = visit.say
        let cycle = visit.cycles.first { $0.id == dependency.cycle }?.name(visit.language) ?? ""
        let late: HTML =
            dependency.isLate
            ? "<span>\(say(Phrase(fr: "Non anticipée : signalée après le gel", en: "Late: pointed out after the freeze")))</span>"
            : ""
        return """
            <header><p class="over"><span>\(say(Phrase(fr: "Dépendance", en: "Dependency")))</span><span>\(cycle)</span>\
            \(late)<span class="end">\(status(visit, dependency))</span></p><h1 id="title">\(what)</h1></header>
            """
    }

    /// The dial and the word; a delivery that waits for its receipt has words of its own.
    package static func status(_ visit: Visit, _ dependency: Dependency) -> HTML {
        if dependency.state == .committed && dependency.claimedOn != nil {
            return Part.status(visit.say(.toConfirm), ("d-done", "acc"))
        }
        return Part.status(visit.say(dependency.state.phrase), dependency.state.dial)
    }

    private static func answers(_ visit: Visit, _ dependency: Dependency) throws -> HTML {
        let acts = Dependency.acts.offered(dependency, to: visit)
        let standing = DependencyStanding(visit: visit, dependency: dependency)
        let quotation: HTML = standing.quotation.isBlank ? "" : " <q>\(standing.quotation)</q>"
        let leads: HTML =
            dependency.isForTheLeads
            ? """
            <p class="note">\(visit.say(Phrase(
                fr: "Refusée deux fois : les responsables des deux équipes l’ont à leur ordre du jour.",
                en: "Refused twice: it is on the agenda of both teams’ leads.")))</p>
            """ : ""
        return """
            <section class="deps" aria-labelledby="h-a"><header><h2 id="h-a">\
            \(visit.say(Phrase(fr: "La suite", en: "Next")))</h2></header>\
            <p>\(visit.say(standing.sentence))\(quotation)</p>\(leads)\(who(visit, dependency, acts))\
            \(AnswerForms(visit, dependency, initiatives: try initiatives(visit, dependency, acts)).all(acts, primary: primary(acts)))</section>
            """
    }

    /// The giver's own briefings, one of which may be what delivers it.
    private static func initiatives(
        _ visit: Visit, _ dependency: Dependency, _ acts: [Act<Dependency>]
    ) throws -> [Briefing] {
        guard acts.contains(where: { $0.noun == "commitment" }), let team = dependency.givingTeam else { return [] }
        return try visit.reading.briefings(of: team, in: dependency.cycle)
            .filter { visit.actor?.may(.readBriefing($0)) ?? false }
    }

    /// The one thing to do now, drawn full; taking back is never that.
    private static func primary(_ acts: [Act<Dependency>]) -> String? {
        acts.first.flatMap { $0.words.tone == .grave ? nil : $0.noun }
    }

    /// Who can move it, for those who cannot.
    private static func who(_ visit: Visit, _ dependency: Dependency, _ acts: [Act<Dependency>]) -> HTML {
        guard let turn = dependency.turn, !acts.contains(where: { $0.side(of: dependency) == turn }) else { return "" }
        return "<p class=\"note\">\(visit.say(.belongs(to: turn, dependency, visit)))</p>"
    }
}

extension Phrase {
    static var toConfirm: Phrase { Phrase(fr: "Livrée, à confirmer", en: "Delivered, to confirm") }

    /// Who may answer: up to three names and their team.
    package static func belongs(to side: Dependency.Side, _ dependency: Dependency, _ visit: Visit) -> Phrase {
        let isGiving = side == .giving && dependency.givingTeam != nil
        let people = isGiving ? visit.organisation.givers(of: dependency) : visit.organisation.askers(of: dependency)
        let team = visit.name(isGiving ? dependency.givingTeam : dependency.askingTeam)
        let names = people.prefix(3).map(\.name)
        guard let last = names.last else {
            return Phrase(fr: "La réponse revient à l’équipe \(team).", en: "Team \(team) answers this.")
        }
        let first = names.dropLast().joined(separator: ", ")
        return Phrase(
            fr: "La réponse revient à \(first.isEmpty ? "" : "\(first) ou ")\(last), de l’équipe \(team).",
            en: "\(first.isEmpty ? "" : "\(first) or ")\(last) of team \(team) answers this.")
    }
}
