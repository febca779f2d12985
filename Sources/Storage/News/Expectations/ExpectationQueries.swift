package import Rouage

extension OpenMatters {
    /// What of it is expected of a person.
    package func expectations(of actor: Actor, _ outlook: Outlook) -> [Expectation] {
        let quarter: [[Expectation]] = [
            presentations.flatMap { $0.expectations(of: actor, outlook) },
            reworks.compactMap { $0.expectation(of: actor, outlook) },
            meetings.flatMap { $0.expectations(of: actor, outlook) },
            actions.compactMap { $0.expectation(of: actor, outlook) },
            relays.compactMap { $0.expectation(of: actor, outlook) },
        ]
        let ops: [[Expectation]] = [
            requests.flatMap { $0.expectations(of: actor, outlook) },
            [OpsRequest.firstWord(of: requests, onDuty: onDuty, by: actor, outlook)].compactMap(\.self),
            OpsRequest.stuck(requests, by: actor, outlook),
            brainstorms.compactMap { $0.expectation(of: actor, outlook) },
            [unplanned.flatMap { Brainstorm.planning(of: $0, by: actor, outlook) }].compactMap(\.self),
            mercatos.flatMap { mercato in
                [
                    mercato.expectation(
                        of: actor, answered: 0, isUnsettled: unsettled.contains(mercato.id), outlook),
                    mercato.setting(isEmpty: hasEmptyTable, by: actor, outlook),
                ].compactMap(\.self)
            },
            shareOuts.compactMap { $0.expectation(of: actor, outlook) },
            wishes.compactMap { wishes in
                SharePreference.expectation(
                    in: wishes.cycle, after: wishes.mercato, writtenBy: wishes.writers, by: actor, outlook)
            },
            projects.flatMap { $0.expectations(of: actor, legacies[$0.id], outlook) },
        ]
        let playbooks: [[Expectation]] = [
            self.playbooks.flatMap { playbook in
                playbook.expectations(of: actor, relapses[playbook.id], voices[playbook.id] ?? [], outlook)
            },
            incidents.compactMap { $0.expectation(of: actor, outlook) },
            axes.compactMap { $0.expectation(of: actor, outlook) },
            incidentActions.compactMap { $0.action.expectation(of: actor, after: $0.incident, outlook) },
        ]
        return (quarter + ops + playbooks).flatMap(\.self)
    }
}

extension Reading {
    /// All that is expected of a person, the most urgent first: the one list that everything else reads.
    /// - Parameter lines: the lines of a quarter, which those who ask often keep in memory.
    package func expectations(
        of actor: Actor, _ outlook: Outlook, _ open: OpenMatters, lines: (Cycle) throws -> CycleLines
    ) throws -> [Expectation] {
        guard actor.isMember else { return [] }
        // Product Ops answer for nobody's work but their own.
        let quarter = actor.isOps ? [] : try quarterExpectations(of: actor, outlook, open, lines)
        return (quarter + open.expectations(of: actor, outlook)).sorted(by: Expectation.comesFirst)
    }

    private func quarterExpectations(
        of actor: Actor, _ outlook: Outlook, _ open: OpenMatters, _ lines: (Cycle) throws -> CycleLines
    ) throws -> [Expectation] {
        guard let me = actor.id else { return [] }
        let teams = Set(
            actor.organisation.units.values
                .filter { $0.sort.delivers && (actor.belongs(to: $0.id) || actor.leads($0.id)) }.map(\.id))
        let alive = try [outlook.running, outlook.prepared].compactMap(\.self).map(lines)
        let ended = try outlook.ended.map(lines)
        let needs = alive.flatMap {
            $0.pending(of: teams, contact: me, promisedUpTo: outlook.today + Dependency.daysToDeliver)
        }
        let pages = alive.flatMap { $0.unsettled(of: teams, owner: me) } + (ended?.untold(of: teams, owner: me) ?? [])
        let dependencies: [Dependency] = try records(needs)
        let briefings: [Briefing] = try records(pages)
        let tallies = actor.holds(.director) || actor.holds(.cpo) ? alive.last?.tallies ?? [] : []
        return dependencies.compactMap { $0.expectation(of: actor, outlook) }
            + briefings.compactMap { $0.expectation(of: actor, outlook) }
            + [outlook.prepared?.decisions(of: tallies, by: actor, outlook)].compactMap(\.self)
            + lookingBack(of: actor, on: ended, open, outlook)
    }

    private func lookingBack(of actor: Actor, on lines: CycleLines?, _ open: OpenMatters, _ outlook: Outlook)
        -> [Expectation]
    {
        guard let cycle = outlook.ended, let lines else { return [] }
        let active = Set(lines.briefings.filter { $0.state.isPresentable }.map(\.team)).subtracting(open.lookedBack)
        let teams = active.compactMap { actor.organisation.units[$0] }
        return cycle.lookingBack(of: teams, by: actor, outlook)
    }

    /// What is left of a list once it is known what the person did that leaves no line of activity: their ballot, their
    /// answer to a problem, what they have read.
    package func stillOpen(_ list: [Expectation], for person: Identifier<Person>) throws -> [Expectation] {
        try list.compactMap { expectation in
            switch expectation.task {
            case .vote(let mercato, _):
                let answered = try ownBallot(of: person, in: mercato)?.answered ?? 0
                return answered == mercato.topics.count
                    ? nil
                    : Expectation(
                        .vote(mercato, answered: answered), of: expectation.bearer, since: expectation.since,
                        due: expectation.due)
            case .sayIfConcerned(let project):
                return try hasAnswered(person, about: project.id) ? nil : expectation
            case .takeBack(let request):
                let (closed, seen) = (try closings(of: [request])[request.id], try seenUntil(by: person))
                return closed.flatMap { closed in seen.map { closed <= $0 } } == true ? nil : expectation
            default: return expectation
            }
        }
    }
}
