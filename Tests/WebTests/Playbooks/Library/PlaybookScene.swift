import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// A playbook of Bulletins on a site: owned by Camille Aubrac, with a former edition, two occurrences and a voice that
/// waits for an answer.
struct PlaybookScene {
    let playbook: Identifier<Playbook>
    let feedback: Identifier<PlaybookFeedback>
    /// The last of them.
    let occurrence: Identifier<Occurrence>
    var address: String { "/playbooks/\(playbook)" }

    init(on site: TestSite, state: Playbook.State = .inForce, carriedBy carrier: Playbook.Carrier = .organisation)
        throws
    {
        func person(_ code: String) throws -> Identifier<Person> { try site.id(of: Person.self, "code", code) }
        let (camille, lison, aziz) = (
            try person("camille.aubrac"), try person("lison.perrault"), try person("aziz.charvin")
        )
        let ops = try person("thea.nogaret")
        let team = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        (playbook, feedback, occurrence) = try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let content = Playbook.Content(
                title: "Relire un bulletin", category: .maintenance, why: "Une erreur sur dix se voyait trop tard.",
                cadence: .monthly,
                steps: [
                    .init("Choisir dix bulletins", .productManager, blocking: true),
                    .init("Dire ce qui change", .designer),
                ], burden: [.init(.productManager, 60)], exitRule: "Quand trois mois passent sans erreur.")
            var playbook = Playbook(
                id: transaction.newID(), ref: "relire",
                .init(content, owner: carrier == .ops ? ops : camille, deputy: lison, teams: [team]), state: state,
                carriedBy: carrier, on: site.today - 40, at: transaction.now)
            if carrier == .handingOver {
                playbook.handover = .init(to: camille, by: ops, on: site.today - 10)
            }
            let former = PlaybookEdition(
                id: transaction.newID(), of: playbook, note: "Une étape de moins.", by: camille, at: transaction.now)
            playbook.edition = 2
            try transaction.add(playbook, Activity(.created))
            try transaction.add(former, Activity(.created))
            var last = transaction.newID(Occurrence.self)
            for (days, runner) in [(30, lison), (3, camille)] {
                let occurrence = Occurrence(
                    id: transaction.newID(), of: playbook.id, edition: 2, on: site.today - days, ranBy: runner,
                    doneSteps: [.init(1, by: runner, blocking: true, ops: false)], teams: [team], note: "", ok: true,
                    by: runner, at: transaction.now)
                try transaction.add(occurrence, Activity(.held))
                last = occurrence.id
            }
            let feedback = PlaybookFeedback(
                id: transaction.newID(), on: playbook.id, useful: 2, text: "Trop long pour dix bulletins.", by: aziz,
                on: site.today - 3)
            try transaction.add(feedback, Activity(.commented))
            return (playbook.id, feedback.id, last)
        }
    }
}
