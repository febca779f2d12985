import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("Every move through its form, by each of the cast")
struct TransitionMatrixTests {
    private static let bulletins: Set = ["camille.aubrac", "lison.perrault", "aziz.charvin", "fabrice.delmotte"]
    private static let identite: Set = ["yanis.corbel"]
    private static let deciders: Set = ["nour.castel", "hana.diallo", "salome.tissier"]
    private static let strangers: Set = ["loic.perdrix", "ines.maurel"]

    struct Move: Sendable, CustomTestStringConvertible {
        let noun: String
        let from: String
        let who: Set<String>
        let fields: [String: String]
        var testDescription: String { "\(noun) from \(from)" }

        init(_ noun: String, from: String, _ who: Set<String>, _ fields: [String: String] = [:]) {
            self.noun = noun
            self.from = from
            self.who = who
            self.fields = fields
        }
    }

    // MARK: Dependencies

    /// Bulletins asks, Identité et accès gives, Yanis Corbel is its lead and the contact.
    static let dependencyMoves = [
        Move("acknowledgement", from: "pointed_out", identite, ["contact": "yanis.corbel"]),
        Move("commitment", from: "pointed_out", identite, ["committed_for": "2026-04-10", "effort_days": "5"]),
        Move("commitment", from: "acknowledged", identite, ["committed_for": "2026-04-10", "effort_days": "5"]),
        Move("counter-proposal", from: "acknowledged", identite, ["counter_date": "2026-05-06", "reason": "Bascule."]),
        Move("counter-proposal", from: "committed", identite, ["counter_date": "2026-05-06", "reason": "Bascule."]),
        Move("counter-proposal", from: "broken", identite, ["counter_date": "2026-05-06", "reason": "Bascule."]),
        Move("counter-proposal-acceptance", from: "replanned", bulletins),
        Move("counter-proposal-refusal", from: "replanned", bulletins, ["reason": "Trop tard."]),
        Move("decline", from: "acknowledged", identite, ["code": "capacity", "reason": "Personne avant mai."]),
        Move("new-request", from: "declined", bulletins, ["what": "Le lien seul", "reason": "Moins large."]),
        Move("mitigation", from: "declined", bulletins, ["mitigation": "Un mot de passe."]),
        Move("claim", from: "committed", identite),
        Move("receipt", from: "claimed", bulletins),
        Move("claim-refusal", from: "claimed", bulletins, ["reason": "Il manque le lien."]),
        Move("withdrawn-promise", from: "committed", identite, ["reason": "Incident."]),
        Move("withdrawal", from: "acknowledged", bulletins, ["reason": "Plus besoin."]),
    ]

    @Test(
        "of a dependency: done by its team, refused with a sentence to everyone else",
        arguments: TestDatabase.all, dependencyMoves)
    func dependency(database: TestDatabase, move: Move) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Dependency.self, "ref", "D2")
        for code in TestSite.cast {
            let browser = try await site.signIn(as: code)
            let before = try put(id, into: move.from, site)
            let answer = try await browser.attempt("/dependencies/\(id)/\(move.noun)", move.fields)
            try expect(answer, move.who.contains(code) ? 303 : 403, code, site, before, id)
        }
        let nobody = try await site.visitor().attempt("/dependencies/\(id)/\(move.noun)", move.fields)
        #expect(nobody.status == 401)
    }

    private func put(_ id: Identifier<Dependency>, into state: String, _ site: TestSite) throws -> Dependency {
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            try transaction.change(id) { (dependency: inout Dependency) in
                dependency.state = state == "claimed" ? .committed : Dependency.State(rawValue: state)!
                dependency.claimedOn = state == "claimed" ? site.today : nil
                dependency.committedFor = dependency.state == .committed ? Day(2026, 4, 10) : nil
                dependency.counter =
                    dependency.state == .replanned
                    ? .init(date: Day(2026, 4, 29), scope: "", reason: "Une bascule est prévue.") : nil
                dependency.decline =
                    dependency.state == .declined ? .init(code: .capacity, reason: "Personne avant mai.") : nil
                dependency.reasked = false
                return Activity(.edited)
            }
        }
    }

    // MARK: Briefings

    /// A page of Bulletins that needs nobody.
    static let briefingMoves = [
        Move("submission", from: "draft", bulletins),
        Move("no-dependency", from: "draft", bulletins), Move("no-dependency", from: "aligning", bulletins),
        Move("no-dependency-withdrawal", from: "aligning", bulletins), Move("readiness", from: "aligning", bulletins),
        Move("decision", from: "ready", deciders, ["outcome": "validated", "code": "priority"]),
        Move("decision", from: "aligning", deciders, ["outcome": "postponed", "code": "priority", "reason": "Après."]),
        Move("decision", from: "validated", deciders, ["outcome": "dropped", "code": "priority", "reason": "Non."]),
        Move("slowdown", from: "in_progress", bulletins, ["reason": "Attente.", "cause": "capacity"]),
        Move("recovery", from: "in_progress", bulletins),
        Move("ending", from: "in_progress", bulletins, ["ending": "done", "reason": "Livré."]),
        Move(
            "ending", from: "in_progress", bulletins,
            ["ending": "abandoned", "reason": "Attente.", "cause": "priority"]),
        Move("departure", from: "aligning", ["lison.perrault"]),
        Move("dependencies", from: "draft", bulletins, Self.request),
        Move("dependencies", from: "aligning", bulletins, Self.request),
        Move("", from: "aligning", bulletins, ["title": "Le bulletin d’un départ", "problem": "Plus clair."]),
        Move(
            "comments", from: "aligning", Set(TestSite.cast).subtracting(strangers), ["text": "Bien vu."]),
    ]

    private static let request = [
        "giving_team": "moteur", "what": "Le prorata", "needed_by": "2026-04-20", "type": "deliverable",
        "criticality": "slowing", "interaction": "collaboration", "collaborates_until": "2026-05-20",
    ]

    @Test(
        "of a briefing: done by its people or who decides, refused to others, a draft unknown to them",
        arguments: TestDatabase.all, briefingMoves)
    func briefing(database: TestDatabase, move: Move) async throws {
        let site = try TestSite(database)
        let id = try site.id(of: Briefing.self, "ref", "B2")
        let readers =
            move.from == "draft" ? Self.bulletins.union(Self.deciders) : Set(TestSite.cast).subtracting(Self.strangers)
        let path = "/briefings/\(id)" + (move.noun.isEmpty ? "" : "/\(move.noun)")
        for code in TestSite.cast {
            let browser = try await site.signIn(as: code)
            let before = try put(id, move, site)
            var fields = move.fields
            if move.noun.isEmpty { fields["version"] = String(before.version) }
            let answer = try await browser.attempt(path, fields)
            let expected = move.who.contains(code) ? 303 : readers.contains(code) ? 403 : 404
            let isElsewhere = move.noun == "comments" || move.noun == "dependencies"
            try expect(answer, expected, code, site, before, isElsewhere ? nil : id)
        }
        let nobody = try await site.visitor().attempt(path, move.fields)
        #expect(nobody.status == 401)
    }

    private func put(_ id: Identifier<Briefing>, _ move: Move, _ site: TestSite) throws -> Briefing {
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            for dependency in try transaction.dependencies(of: id) where dependency.state != .withdrawn {
                try transaction.change(dependency.id) { (dependency: inout Dependency) in
                    dependency.endWithBriefing(at: transaction.now)
                }
            }
            return try transaction.change(id) { (briefing: inout Briefing) in
                briefing.state = Briefing.State(rawValue: move.from)!
                briefing.contributors = try [transaction.personID("lison.perrault")]
                briefing.slowed = move.noun == "recovery"
                briefing.decision = nil
                briefing.text.title = "Le bulletin d’un départ en cours de mois"
                for field in [Briefing.Text.Field.problem, .source, .problemSize, .intention] {
                    briefing.text[field] = String(repeating: "Le prorata se relit à la main. ", count: 4)
                }
                let signed = ["submission", "no-dependency-withdrawal", "readiness"].contains(move.noun)
                briefing.noDependency =
                    signed ? .init(by: try transaction.personID("camille.aubrac"), at: transaction.now) : nil
                return Activity(.edited)
            }
        }
    }

    /// The answer is as expected, says something, and the record moved only when it was done.
    private func expect<Record: Noun>(
        _ page: Page, _ status: Int, _ code: String, _ site: TestSite, _ before: Record, _ id: Identifier<Record>?
    ) throws {
        #expect(page.status == status, "\(code): \(page)")
        if status != 303 { #expect(page.words.count > 40, "\(code) reads why") }
        guard let id else { return }
        let after: Record = try site.store.readNow { try $0.get(id) }
        #expect((after.version > before.version) == (status == 303), "\(code)")
    }
}

extension Reading {
    fileprivate func personID(_ code: String) throws -> Identifier<Person> {
        guard let person = try records(Person.self, where: "code = \(code)").first else { throw Refusal.notFound }
        return person.id
    }
}
