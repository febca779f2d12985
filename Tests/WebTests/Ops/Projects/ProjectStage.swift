import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// Projects and sharings out on a site: Théa leads, Camille and Malo build with her.
extension TestSite {
    func personID(_ code: String) throws -> Identifier<Person> { try id(of: Person.self, "code", code) }

    func actor(_ code: String) throws -> Actor {
        let id = try personID(code)
        let organisation = try store.readNow { try $0.organisation(on: today) }
        return Actor(organisation.people[id]!, in: organisation)
    }

    /// A project of the quarter that runs, as `change` leaves it.
    func project(
        _ stage: OpsProject.Stage = .discovery, _ title: String = "Des incidents lisibles",
        topic: Identifier<Topic>? = nil,
        _ change: (inout OpsProject) throws -> Void = { _ in }
    ) throws -> Identifier<OpsProject> {
        let cycle = try id(of: Cycle.self, "label", "2026-Q1")
        let (lead, coBuilders) = (
            try personID("thea.nogaret"), [try personID("camille.aubrac"), try personID("malo.fauvel")]
        )
        return try store.writeNow(as: lead, at: clock.now()) { transaction in
            let id = transaction.newID(OpsProject.self)
            var project = OpsProject(
                id: id, ref: "p-\(id)", topic: topic, in: cycle, title: title,
                problem: "Personne ne sait qui prévenir.",
                effortDays: 10, targetCrafts: [], lead: lead, at: transaction.now)
            project.stage = stage
            project.coBuilders = coBuilders
            try change(&project)
            try transaction.add(project, Activity(.created))
            return id
        }
    }

    /// Five of the department say that the problem is theirs.
    func answerProblem(of project: Identifier<OpsProject>, yes: Int = 5) throws {
        let people = ["camille.aubrac", "lison.perrault", "aziz.charvin", "malo.fauvel", "wassim.ferhat"]
        for (place, code) in people.enumerated() {
            let actor = try actor(code)
            try store.writeNow(as: actor.id, at: clock.now()) { transaction in
                try transaction.answer(
                    place < yes ? .yes : .no, about: transaction.get(project), by: Deed(by: actor, at: transaction.now))
            }
        }
    }

    /// Two topics that the published vote on the next quarter took on, and Idriss, who joins Théa.
    func topicsToShare() throws -> [Identifier<Topic>] {
        let cycle = try id(of: Cycle.self, "label", "2026-Q2")
        let team = try id(of: Rouage.Unit.self, "code", "product-ops")
        let topics = try ["Écrire les décisions", "Réduire la liste des outils"].map { try topic($0, .selected) }
        let quarter: Cycle = try store.readNow { try $0.get(cycle) }
        try store.writeNow(as: nil, at: clock.now()) { transaction in
            let person = Person(
                id: transaction.newID(), code: "idriss.belmonte", name: "Idriss Belmonte", craft: .ops,
                joinedOn: Day(2023, 10, 2))
            try transaction.add(person, Activity(.created))
            try transaction.add(
                Membership(id: transaction.newID(), person: person.id, unit: team), Activity(.created))
            for topic in topics {
                try transaction.change(topic) { (topic: inout Topic) in
                    topic.cycle = cycle
                    return Activity(.edited)
                }
            }
            var (mercato, activity) = Mercato.prepare(
                for: quarter, id: transaction.newID(), .french, at: transaction.now)
            mercato.topics = try topics.map { Mercato.Row(try transaction.get($0)) }
            mercato.selected = mercato.topics.map(\.code)
            mercato.state = .published
            try transaction.add(mercato, activity)
        }
        return topics
    }

    /// A proposal for the next quarter, computed by Théa.
    @discardableResult
    func shareOut() throws -> (id: Identifier<ShareOut>, topics: [Identifier<Topic>]) {
        let topics = try topicsToShare()
        let quarter = try id(of: Cycle.self, "label", "2026-Q2")
        let cycle: Cycle = try store.readNow { try $0.get(quarter) }
        let actor = try actor("thea.nogaret")
        let shareOut = try store.writeNow(as: actor.id, at: clock.now()) { transaction in
            try transaction.propose(cycle, within: Sharing.Limit(), by: Deed(by: actor, at: transaction.now))
        }
        return (shareOut.id, topics)
    }

    /// A sharing out of the quarter that runs, which holds and gives nothing to anybody.
    func confirmedShareOut() throws -> Identifier<ShareOut> {
        let cycle = try id(of: Cycle.self, "label", "2026-Q1")
        return try store.writeNow(as: nil, at: clock.now()) { transaction in
            var shareOut = ShareOut(
                id: transaction.newID(), in: cycle, proposal: [], leftOut: [], isProven: true, at: transaction.now)
            shareOut.state = .confirmed
            try transaction.add(shareOut, Activity(.published))
            return shareOut.id
        }
    }

    /// What Théa wishes for, with a reason that is nobody else's to read.
    func writeWishes(_ topics: [Identifier<Topic>], reason: String = "Pas avec cette équipe.") throws {
        let quarter = try id(of: Cycle.self, "label", "2026-Q2")
        let cycle: Cycle = try store.readNow { try $0.get(quarter) }
        let actor = try actor("thea.nogaret")
        try store.writeNow(as: actor.id, at: clock.now()) { transaction in
            let written = try SharePreference.write(
                daysOff: 7, topics.map { .init(topic: $0, value: 1, reason: reason) }, over: nil,
                id: transaction.newID(), in: cycle, by: Deed(by: actor, at: transaction.now))
            if let (sheet, activity) = written { try transaction.add(sheet, activity) }
        }
    }
}
