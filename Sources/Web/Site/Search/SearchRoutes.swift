import Foundation
import HTML
import Rouage
import Storage
import WebCore
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
            let hits = try Finder(visit, actor, question).hits
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
                title: hit.title, kind: hit.found.kind.rawValue, icon: hit.found.kind.sign?.icon ?? "",
                where: hit.place,
                href: hit.address)
        }
        return .json(Array(try JSONEncoder().encode(shown)))
    }
}

/// What a person finds: records they may read, with where each leads and what it is.
private struct Finder {
    let visit: Visit
    private let found: [Found]
    private let briefings: [Identifier<Briefing>: BriefingPlace]
    private let dependencies: [Identifier<Dependency>: DependencyPlace]

    init(_ visit: Visit, _ actor: Actor, _ question: String) throws {
        self.visit = visit
        found = try visit.reading.search(question, by: actor)
        briefings = try visit.reading.places(
            of: found.filter { $0.kind == .briefing }.compactMap { Identifier<Briefing>($0.id) })
        dependencies = try visit.reading.places(
            of: found.filter { $0.kind == .dependency }.compactMap { Identifier<Dependency>($0.id) })
    }

    var hits: [SearchHit] {
        get throws { try found.compactMap { try Self.ways[$0.kind]?(self, $0) } }
    }

    /// Where a record of a kind that is searched leads.
    private static let ways: [Kind: @Sendable (Finder, Found) throws -> SearchHit?] = [
        .briefing: { $0.briefing($1) }, .dependency: { $0.dependency($1) }, .playbook: { try $0.playbook($1) },
        .incident: { try $0.incident($1) }, .request: { $0.request($1) }, .topic: { $0.topic($1) },
        .opsProject: { try $0.project($1) }, .unit: { $0.unit($1) }, .person: { $0.person($1) },
    ]

    private func kind(_ found: Found) -> String { found.kind.sign.map { visit.say($0.name) } ?? "" }

    private func briefing(_ found: Found) -> SearchHit? {
        guard let id = Identifier<Briefing>(found.id), let place = briefings[id] else { return nil }
        let cycle = visit.cycles.first { $0.id == place.cycle }?.shortName(visit.language) ?? ""
        return SearchHit(
            found, by: visit.language(of: place.owner), address: "/briefings/\(id)",
            where: [kind(found), cycle, visit.name(place.team)])
    }

    private func dependency(_ found: Found) -> SearchHit? {
        guard let id = Identifier<Dependency>(found.id), let place = dependencies[id] else { return nil }
        let giver = place.givingTeam.map { visit.name($0) } ?? place.externalParty
        let asker = visit.name(place.askingTeam)
        let teams = Phrase(fr: "\(asker) attend \(giver)", en: "\(asker) waits for \(giver)")
        return SearchHit(
            found, by: visit.language(of: place.owner), address: "/dependencies/\(id)",
            where: [kind(found), visit.say(teams)])
    }

    private func playbook(_ found: Found) throws -> SearchHit? {
        guard let id = Identifier<Playbook>(found.id), let playbook = try visit.reading.find(id) else { return nil }
        return SearchHit(
            found, by: playbook.language, address: "/playbooks/\(id)",
            where: [kind(found), visit.say(playbook.content.category.phrase)])
    }

    private func unit(_ found: Found) -> SearchHit? {
        guard let id = Identifier<Rouage.Unit>(found.id), let unit = visit.organisation.units[id] else { return nil }
        let above = visit.organisation.tribe(of: id)?.name ?? ""
        return SearchHit(
            found, address: "/teams/\(unit.code.inQuery)", where: [kind(found), above])
    }

    private func request(_ found: Found) -> SearchHit? {
        SearchHit(found, address: "/requests/\(found.id)", where: [kind(found)])
    }

    private func topic(_ found: Found) -> SearchHit? {
        SearchHit(found, address: "/topics/\(found.id)", where: [kind(found)])
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
            where: [kind(found), visit.shortDay(incident.startedAt)])
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
