import Foundation
import HTML
import Rouage
import Storage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// Finding by words, on a page or from the palette.
enum SearchRoutes {
    static func add(to routes: Routes) {
        routes.page("/search") { visit in
            let actor = try visit.signedIn()
            guard actor.isMember else {
                return visit.exchange.wantsJSON ? .json(Array("[]".utf8)) : SearchViews.outside(visit)
            }
            let question = visit.exchange.query["q"] ?? ""
            let hits = try Finder(visit, actor).hits(question)
            return visit.exchange.wantsJSON ? try json(visit, hits) : SearchViews.page(visit, question, hits)
        }
    }

    private struct Answered: Encodable {
        let title: String
        let kind: String
        let icon: String
        let `where`: String
        let href: String
    }

    private static func json(_ visit: Visit, _ hits: [SearchHit]) throws -> Answer {
        let shown = hits.prefix(8).map { hit in
            Answered(
                title: hit.title, kind: hit.found.kind.rawValue, icon: hit.found.kind.icon, where: hit.place,
                href: hit.address)
        }
        return .json(Array(try JSONEncoder().encode(shown)))
    }
}

/// What a person finds: records they may read, with where each leads and what it is.
private struct Finder {
    let visit: Visit
    let actor: Actor

    init(_ visit: Visit, _ actor: Actor) {
        self.visit = visit
        self.actor = actor
    }

    func hits(_ question: String) throws -> [SearchHit] {
        let found = try visit.reading.search(question)
        let briefings = try visit.reading.places(
            of: found.filter { $0.kind == .briefing }.compactMap { Identifier<Briefing>($0.id) })
        let dependencies = try visit.reading.places(
            of: found.filter { $0.kind == .dependency }.compactMap { Identifier<Dependency>($0.id) })
        return try found.compactMap { found in
            switch found.kind {
            case .briefing: try briefing(found, briefings)
            case .dependency: try dependency(found, dependencies)
            case .unit: unit(found)
            case .person: person(found)
            case .membership, .role, .cycle, .comment, .axis, .tribeField, .review, .dismissal, .reminder, .relay,
                .meeting, .teamView,
                .meetingAction, .decision:
                nil
            case .request: request(found)
            case .topic: topic(found)
            case .mercato: nil
            case .brainstorm, .signalAnswer: nil
            case .incident: try incident(found)
            case .incidentLine, .postmortem, .incidentAction: nil
            case .commitment, .retrospective, .dutyWeek: nil
            case .playbook: try playbook(found)
            case .occurrence, .playbookEdition, .playbookFeedback: nil
            case .presentation, .audienceQuestion, .rework, .presentationSnapshot: nil
            case .opsProject: try project(found)
            case .shareOut, .sharePreference: nil
            }
        }
    }

    /// A draft is found by those who may read it.
    private func mayRead(_ id: Identifier<Briefing>, _ state: Briefing.State) throws -> Bool {
        guard state == .draft else { return true }
        return try visit.reading.find(id).map { actor.may(.readBriefing($0)) } ?? false
    }

    private func briefing(_ found: Found, _ places: [Identifier<Briefing>: BriefingPlace]) throws -> SearchHit? {
        guard let id = Identifier<Briefing>(found.id), let place = places[id], try mayRead(id, place.state) else {
            return nil
        }
        let cycle = visit.cycles.first { $0.id == place.cycle }?.shortName(visit.language) ?? ""
        return SearchHit(
            found, by: visit.language(of: place.owner), address: "/briefings/\(id)",
            where: [visit.say(found.kind.phrase), cycle, visit.name(place.team)])
    }

    private func dependency(_ found: Found, _ places: [Identifier<Dependency>: DependencyPlace]) throws -> SearchHit? {
        guard let id = Identifier<Dependency>(found.id), let place = places[id],
            try mayRead(place.briefing, place.state)
        else { return nil }
        let giver = place.givingTeam.map { visit.name($0) } ?? place.externalParty
        let asker = visit.name(place.askingTeam)
        let teams = Phrase(fr: "\(asker) attend \(giver)", en: "\(asker) waits for \(giver)")
        return SearchHit(
            found, by: visit.language(of: place.owner), address: "/dependencies/\(id)",
            where: [visit.say(found.kind.phrase), visit.say(teams)])
    }

    private func playbook(_ found: Found) throws -> SearchHit? {
        guard let id = Identifier<Playbook>(found.id), let playbook = try visit.reading.find(id) else { return nil }
        return SearchHit(
            found, by: playbook.language, address: "/playbooks/\(id)",
            where: [visit.say(found.kind.phrase), visit.say(playbook.content.category.phrase)])
    }

    private func unit(_ found: Found) -> SearchHit? {
        guard let id = Identifier<Rouage.Unit>(found.id), let unit = visit.organisation.units[id] else { return nil }
        let above = visit.organisation.tribe(of: id)?.name ?? ""
        return SearchHit(
            found, address: "/teams/\(unit.code.inQuery)", where: [visit.say(found.kind.phrase), above])
    }

    private func request(_ found: Found) -> SearchHit? {
        guard let id = Identifier<OpsRequest>(found.id), actor.may(.request(.read)) else { return nil }
        return SearchHit(found, address: "/requests/\(id)", where: [visit.say(found.kind.phrase)])
    }

    private func topic(_ found: Found) -> SearchHit? {
        SearchHit(found, address: "/topics/\(found.id)", where: [visit.say(found.kind.phrase)])
    }

    private func project(_ found: Found) throws -> SearchHit? {
        guard let id = Identifier<OpsProject>(found.id), let project = try visit.reading.find(id) else { return nil }
        return SearchHit(
            found, by: visit.language(of: project.lead), address: "/projects/\(id)",
            where: [visit.say(project.stage.phrase), visit.name(project.lead)])
    }

    private func incident(_ found: Found) throws -> SearchHit? {
        guard let id = Identifier<Incident>(found.id), let incident = try visit.reading.find(id) else { return nil }
        return SearchHit(
            found, by: visit.language(of: incident.reportedBy), address: "/incidents/\(id)",
            where: [visit.say(found.kind.phrase), visit.shortDay(incident.startedAt)])
    }

    private func person(_ found: Found) -> SearchHit? {
        guard let id = Identifier<Person>(found.id), let person = visit.organisation.people[id], person.active else {
            return nil
        }
        let team = visit.organisation.memberships(of: id).first.map { visit.name($0.unit) } ?? ""
        return SearchHit(found, address: "/people/\(id)", where: [person.job, team])
    }
}

/// One record found, and where it stands.
struct SearchHit {
    let found: Found
    /// As its author wrote it, with the signs of print of their language.
    let title: String
    let address: String
    let place: String

    init(_ found: Found, by author: Language? = nil, address: String, where parts: [String]) {
        self.found = found
        title = author.map { found.title.set(in: $0) } ?? found.title
        self.address = address
        place = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
}

extension Kind {
    package var phrase: Phrase {
        switch self {
        case .person: Phrase(fr: "Personne", en: "Person")
        case .unit: Phrase(fr: "Équipe", en: "Team")
        case .briefing: Phrase(fr: "Briefing", en: "Briefing")
        case .dependency: Phrase(fr: "Dépendance", en: "Dependency")
        case .cycle: Phrase(fr: "Cycle", en: "Cycle")
        case .meeting: Phrase(fr: "Rencontre", en: "Meeting")
        case .decision: Phrase(fr: "Décision", en: "Decision")
        case .membership, .role, .comment, .axis, .tribeField, .review, .dismissal, .reminder, .relay, .teamView,
            .meetingAction, .presentation, .audienceQuestion, .rework, .presentationSnapshot:
            Phrase(fr: "Autre", en: "Other")
        case .topic: Phrase(fr: "Sujet", en: "Topic")
        case .request: Phrase(fr: "Demande", en: "Request")
        case .dutyWeek: Phrase(fr: "Permanence", en: "Duty")
        case .mercato: Phrase(fr: "Mercato", en: "Mercato")
        case .opsProject: Phrase(fr: "Projet Ops", en: "Ops project")
        case .shareOut: Phrase(fr: "Répartition", en: "Sharing out")
        case .sharePreference: Phrase(fr: "Préférences", en: "Preferences")
        case .brainstorm: Phrase(fr: "Brainstorming", en: "Brainstorm")
        case .signalAnswer: Phrase(fr: "Signal", en: "Signal")
        case .commitment: Phrase(fr: "Engagement", en: "Commitment")
        case .playbook: Phrase(fr: "Process", en: "Playbook")
        case .occurrence: Phrase(fr: "Occurrence", en: "Occurrence")
        case .playbookEdition: Phrase(fr: "Édition", en: "Edition")
        case .playbookFeedback: Phrase(fr: "Avis", en: "Feedback")
        case .incident: Phrase(fr: "Incident", en: "Incident")
        case .incidentLine: Phrase(fr: "Chronologie", en: "Timeline")
        case .postmortem: Phrase(fr: "Post-mortem", en: "Postmortem")
        case .incidentAction: Phrase(fr: "Action", en: "Action")
        case .retrospective: Phrase(fr: "Rétrospective", en: "Retrospective")
        }
    }
}
