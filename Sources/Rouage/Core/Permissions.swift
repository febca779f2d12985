/// What a person may do, to what: section by section the table of the product's permissions.
package enum Permission: Sendable, Equatable {
    case editOrganisation(Identifier<Unit>?)
    case editMembers(of: Identifier<Unit>)
    case administerAccounts
    case importData
    case shiftDates(Cycle)
    /// The directions that the leadership sets.
    case axis(AxisPermission)
    case editTribeFields(of: Identifier<Unit>)
    case readBriefing(Briefing)
    case writeBriefing(Briefing)
    case createBriefing(team: Identifier<Unit>)
    case submitBriefing(Briefing)
    case decideBriefing(Briefing)
    case comment(Briefing)
    /// The advice of a craft, by its director or the CPO.
    case review(Briefing, Craft)
    /// The team's own three answers about a quarter; everybody's to read once it is closed.
    case writeRetrospective(of: Identifier<Unit>)
    case readRetrospective(of: Identifier<Unit>, Cycle)
    /// What the asking team does: point out, withdraw, accept or refuse an answer, confirm a delivery.
    case ask(Dependency)
    /// A word to a team about what it owes: by its own line, never by Product Ops.
    case remind(Identifier<Unit>)
    /// What the giving team does: acknowledge, commit, counter-propose, decline, deliver.
    case give(Dependency)
    /// Calling teams together; what Product Ops call is a proposal.
    case callMeeting(of: [Identifier<Unit>])
    /// Taking up, starting, minuting, ending a meeting of one's teams.
    case holdMeeting(Meeting)
    /// Writing a team's own view: its people and the lead it names.
    case speak(for: Identifier<Unit>)
    case readView(TeamView, Meeting)
    /// The order, the timing and the hour of a final presentation.
    case orderPresentation
    /// What a team says and shows in its own slot.
    case prepareSlot(of: Identifier<Unit>)
    /// On the day: begin, go on, end. Whoever presents may, so that it waits for nobody.
    case runPresentation(Presentation)
    /// What changes where too few believed in what was announced.
    case answerRework(Rework)
    /// Asking Product Ops for something, and what they do with it.
    case request(RequestPermission)
    case playbook(PlaybookPermission)
    /// Raising topics, and bringing them to the vote.
    case topic(TopicPermission)
    /// The directors' vote on what Product Ops take on.
    case mercato(MercatoPermission)
    /// Sharing topics out among Product Ops, and the projects they become.
    case opsWork(OpsWorkPermission)
    /// Looking for topics together.
    case brainstorm(BrainstormPermission)
    /// What is made of the signals that suggest topics.
    case signal(SignalPermission)
    /// Reporting incidents, and what follows from them.
    case incident(IncidentPermission)
}

extension Permission {
    /// Whether it changes nothing.
    fileprivate var isToRead: Bool {
        if case .readBriefing = self { return true }
        if case .readRetrospective = self { return true }
        if case .request(.read) = self { return true }
        if case .mercato(let permission) = self { return permission.isToRead }
        if case .opsWork(let permission) = self { return permission.isToRead }
        if case .brainstorm(let permission) = self { return permission.isToRead }
        return false
    }
}

extension Actor {
    /// Whether this may be done; the one place where the product decides that.
    package func may(_ permission: Permission) -> Bool {
        if onlyLooks {
            guard permission.isToRead else { return false }
        }
        switch permission {
        case .editOrganisation(let unit):
            return holds(.cpo) || holds(.administrator) || (unit.map { holds(.director, for: $0) } ?? false)
        case .editMembers(let unit):
            return may(.editOrganisation(unit)) || leadsTribe(of: unit)
        case .administerAccounts, .importData:
            return holds(.administrator)
        case .shiftDates(let cycle):
            return holds(.cpo) || (isOps && cycle.state == .planned)
        case .axis(let permission):
            return may(permission)
        case .editTribeFields(let tribe):
            return !isOps && leadsTribe(of: tribe)
        case .readBriefing(let briefing):
            return briefing.state == .draft
                ? readsDraft(of: briefing.team, owner: briefing.owner, contributors: briefing.contributors) : isMember
        case .writeBriefing(let briefing):
            return contributes(to: briefing)
        case .createBriefing(let team):
            return !isOps && (belongs(to: team) || leads(team))
        case .submitBriefing(let briefing):
            return contributes(to: briefing)
        case .decideBriefing(let briefing):
            return !isOps && (holds(.cpo) || holds(.director, for: briefing.team))
        case .comment(let briefing):
            return may(.readBriefing(briefing)) && isMember
        case .review(let briefing, let craft):
            guard !isOps, Craft.triforce.contains(craft), may(.readBriefing(briefing)) else { return false }
            return holds(.cpo) || (holds(.director) && person?.craft == craft)
        case .writeRetrospective(let team):
            return !isOps && (belongs(to: team) || leads(team))
        case .readRetrospective(let team, let cycle):
            return may(.writeRetrospective(of: team)) || (isMember && cycle.state == .closed)
        case .ask(let dependency):
            return !isOps && (belongs(to: dependency.askingTeam) || leads(dependency.askingTeam))
        case .remind(let team):
            return !isOps && (leadsTribe(of: team) || holds(.director, for: team))
        case .give(let dependency):
            return gives(dependency)
        case .callMeeting(let teams):
            return isOps || answers(forOneOf: teams)
        case .holdMeeting(let meeting):
            return answers(forOneOf: meeting.teams)
        case .speak(let team):
            return !isOps && (belongs(to: team) || isNamed(at: team))
        case .readView(let view, let meeting):
            return isMember && (meeting.isRevealed(on: organisation.day) || may(.speak(for: view.team)))
        case .orderPresentation:
            return holds(.cpo) || isOps
        case .prepareSlot(let team):
            return !isOps && (belongs(to: team) || leads(team))
        case .runPresentation(let presentation):
            return may(.orderPresentation) || holds(.director)
                || presentation.runOfShow.contains { belongs(to: $0.team) || leads($0.team) }
        case .topic(let permission):
            return may(permission)
        case .mercato(let permission):
            return may(permission)
        case .opsWork(let permission):
            return may(permission)
        case .brainstorm(let permission):
            return may(permission)
        case .signal(let permission):
            return may(permission)
        case .incident(let permission):
            return may(permission)
        case .answerRework(let rework):
            guard !isOps else { return false }
            return holds(.cpo) || (rework.team.map { holds(.director, for: $0) } ?? false)
        case .request(let permission):
            return may(permission)
        case .playbook(let permission):
            return may(permission)
        }
    }

    /// Whether the person works in one of the teams, leads it or directs it; never Product Ops.
    private func answers(forOneOf teams: [Identifier<Unit>]) -> Bool {
        guard id != nil, !isOps else { return false }
        return holds(.cpo) || teams.contains { belongs(to: $0) || leads($0) || holds(.director, for: $0) }
    }

    /// Whether a page that is not submitted is open: to its people, the directors above its team and the CPO.
    package func readsDraft(
        of team: Identifier<Unit>, owner: Identifier<Person>?, contributors: [Identifier<Person>]
    ) -> Bool {
        contributes(to: team, owner, contributors) || holds(.cpo) || holds(.director, for: team)
    }

    private func contributes(to briefing: Briefing) -> Bool {
        contributes(to: briefing.team, briefing.owner, briefing.contributors)
    }

    /// The briefing's people: its team, its lead, its owner and those named with them; never Product Ops.
    private func contributes(
        to team: Identifier<Unit>, _ owner: Identifier<Person>?, _ contributors: [Identifier<Person>]
    ) -> Bool {
        guard let id, !isOps else { return false }
        return belongs(to: team) || leads(team) || owner == id || contributors.contains(id)
    }

    /// The giving team answers by its lead, its product managers and the person it named; another Ops team by anyone
    /// in it. For a giver outside the company the asking team writes down what was answered.
    private func gives(_ dependency: Dependency) -> Bool {
        guard let person, let id, !isOps else { return false }
        guard let giving = dependency.givingTeam else { return may(.ask(dependency)) }
        if leads(giving) || dependency.contact == id { return true }
        guard belongs(to: giving) else { return false }
        return person.craft == .product || organisation.units[giving]?.sort == .otherOps
    }
}
