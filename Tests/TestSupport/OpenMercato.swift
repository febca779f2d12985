package import Rouage
import Storage
import Web
import WebCore

extension TestSite {
    /// Four topics on the table of the second quarter, and the vote on them open since this morning.
    @discardableResult
    package func openMercato() throws -> Mercato {
        let sponsor = try id(of: Person.self, "code", "hana.diallo")
        let quarter = try id(of: Cycle.self, "label", "2026-Q2")
        try store.writeNow(as: nil, at: clock.now()) { transaction in
            for (number, title) in [
                "Écrire les décisions", "Savoir qui fait quoi", "Réduire les outils", "Un rituel de moins",
            ]
            .enumerated() {
                var topic = Topic(
                    id: transaction.newID(), ref: "S\(number + 1)",
                    Topic.Content(
                        title: title, problem: "Ce qui grince, \(number + 1).", source: .pulse, sort: .improve,
                        targetCrafts: [.product], effortDays: 14, sponsor: number == 0 ? sponsor : nil),
                    by: sponsor, at: transaction.now)
                topic.state = .tabled
                try transaction.add(topic, Activity(.proposed))
            }
            let cycle: Cycle = try transaction.get(quarter)
            let (mercato, activity) = Mercato.prepare(for: cycle, id: transaction.newID(), .french, at: transaction.now)
            try transaction.add(mercato, activity)
            let (topics, organisation) = (try transaction.tabledTopics(), try transaction.organisation(on: today))
            try transaction.change(mercato.id) { (mercato: inout Mercato) in
                mercato.open(
                    topics, electors: organisation.electors(mercato.settings),
                    capacityDays: organisation.plannedOpsDays(in: cycle, .french), at: transaction.now)
            }
        }
        return try mercato()
    }

    /// The same vote, over and read by all, with one ballot.
    @discardableResult
    package func publishMercato() throws -> Mercato {
        let open = try openMercato()
        try store.writeNow(as: nil, at: clock.now()) { transaction in
            let ballot = Ballot(
                voter: .person(open.electors[0].person), craft: open.electors[0].craft,
                scores: [.must, .useful, .notNow, .noOpinion], savedAt: transaction.now)
            try transaction.keep([ballot], in: open.id)
            try transaction.change(open.id) { (mercato: inout Mercato) in
                mercato.state = .published
                mercato.publishesAt = transaction.now
                mercato.selected = ["S1"]
                return Activity(.published)
            }
        }
        return try mercato()
    }

    package func mercato() throws -> Mercato {
        guard let mercato = try store.readNow({ try $0.mercato(ref: "2026-Q2") }) else { throw Refusal.notFound }
        return mercato
    }

    /// Does what is due at this hour.
    package func turn() throws {
        let stuck = try Clockwork(store).turn(at: clock.now(), on: today)
        guard stuck.isEmpty else { throw stuck[0] }
    }
}
