import Rouage

extension Cast {
    /// How Bulletins reads its pages again: three steps, the first two blocking.
    static func playbookContent(_ role: PlaybookRole = .productManager) -> Playbook.Content {
        Playbook.Content(
            title: "Relire un bulletin", category: .maintenance, why: "Une erreur sur dix se voyait trop tard.",
            trigger: "Le 20 du mois.", cadence: .monthly,
            steps: [
                .init("Choisir dix bulletins", role, blocking: true), .init("Relire à deux", .engineer, blocking: true),
                .init("Dire ce qui change", .designer),
            ], burden: [.init(.productManager, 60), .init(.everyone, 10)],
            metric: .init("Erreurs vues trop tard", threshold: "plus de 2 %", owner: camille.id),
            exitRule: "Quand trois mois passent sans erreur.", reentryRule: "Deux mois de suite au-dessus du seuil.")
    }

    static func playbook(
        _ state: Playbook.State = .inForce, _ carrier: Playbook.Carrier = .ops, owner: Cast? = .ops,
        deputy: Cast? = .designer
    ) -> Playbook {
        var playbook = Playbook(
            id: Identifier(high: 20, low: 1), ref: "relire",
            .init(playbookContent(), owner: owner?.id, deputy: deputy?.id, reviewOn: today + 60), state: state,
            carriedBy: carrier, on: today - 30, at: now)
        playbook.carriedSince = carrier == .organisation ? today - 200 : nil
        if carrier == .handingOver {
            playbook.handover = .init(to: camille.id, by: ops.id, on: today - 20)
        }
        return playbook
    }

    /// A time it was run: who led it, who did the first and the second step.
    static func occurrence(
        _ daysAgo: Int, by runner: Cast, steps: [Cast?], teams: [String] = ["bulletins"]
    ) -> Occurrence {
        let content = playbookContent()
        let done = steps.enumerated().compactMap { index, person in
            person.map {
                Occurrence.DoneStep(
                    index + 1, by: $0.id, blocking: content.steps[index].blocking, ops: organisation.isOps($0.id))
            }
        }
        return Occurrence(
            id: Identifier(high: 21, low: UInt64(1_000 - daysAgo)), of: playbook().id, edition: 1,
            on: today - daysAgo, ranBy: runner.id, doneSteps: done, teams: teams.map(unit), note: "",
            ok: steps.count >= 2 && steps[0] != nil && steps[1] != nil, by: runner.id, at: now)
    }

    static func standing(_ playbook: Playbook, _ occurrences: [Occurrence]) -> PlaybookStanding {
        PlaybookStanding(playbook, occurrences, in: organisation)
    }
}
