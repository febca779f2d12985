extension OpsProject {
    /// What somebody says who starts a project.
    package struct Beginning: Drafted {
        package enum Name: String, CaseIterable, Sendable {
            case topic, request, lead, buddy, mode
            case endsOn = "ends_on"
            case swap
            case swapEnds = "swap_ends"
            case swapReason = "swap_reason"
        }

        package static let fields: [Field<Beginning>] = [
            .record(.topic, \.topic), .record(.request, \.request), .person(.lead, \.lead, required: true),
            .person(.buddy, \.buddy), .choice(.mode, \.mode), .day(.endsOn, \.endsOn), .record(.swap, \.swapped),
            .choice(.swapEnds, \.swapEnds), .text(.swapReason, \.swapReason, upTo: OpsProject.noteLimit),
        ]

        package var topic: Identifier<Topic>?
        /// An urgent request, instead of a topic.
        package var request: Identifier<OpsRequest>?
        package var mode: Mode
        package var endsOn: Day?
        package var lead: Identifier<Person>?
        package var buddy: Identifier<Person>?
        /// The project that makes room, when there is none.
        package var swapped: Identifier<OpsProject>?
        package var swapEnds = Swap.End.pause
        package var swapReason = ""

        package var swap: Swap? {
            swapped.map { Swap(project: $0, end: swapEnds, reason: swapReason) }
        }

        package init(
            mode: Mode = .product, endsOn: Day? = nil, lead: Identifier<Person>? = nil,
            buddy: Identifier<Person>? = nil, swap: Swap? = nil
        ) {
            self.mode = mode
            self.endsOn = endsOn
            self.lead = lead
            self.buddy = buddy
            swapped = swap?.project
            swapEnds = swap?.end ?? .pause
            swapReason = swap?.reason ?? ""
        }
    }

    /// A project that is paused or stopped so that another can begin.
    package struct Swap: Sendable, Equatable {
        package enum End: String, CaseIterable, Sendable { case pause, stop }

        package let project: Identifier<OpsProject>
        package let end: End
        package let reason: String

        package init(project: Identifier<OpsProject>, end: End, reason: String) {
            self.project = project
            self.end = end
            self.reason = reason
        }
    }

    /// Starts a project outside a sharing out. Beyond what can be planned, another one is paused or stopped with a reason.
    package static func start(
        _ beginning: Beginning, of origin: Origin, ref: String, id: Identifier<OpsProject>, in cycle: Cycle,
        _ room: Room, by deed: Deed
    ) throws(Refusal) -> (OpsProject, Activity) {
        guard deed.actor.may(.opsWork(.startProject)) else { throw .notAllowed }
        guard origin.isReady, cycle.end >= deed.day else { throw .closed }
        guard !room.projects.contains(where: origin.begins) else { throw .invalid("topic", .alreadyThere) }
        var flaws: [Flaw] = []
        let ops = Set(deed.actor.organisation.opsTeam.map(\.id))
        let swapped = beginning.swap?.project
        if let lead = beginning.lead, ops.contains(lead) {
            if room.leads(of: lead, without: swapped) >= Sharing.mostLeads {
                flaws.append(Flaw(field: "lead", reason: .leadsEnough))
            }
        } else {
            flaws.append(Flaw(field: "lead", reason: beginning.lead == nil ? .missing : .unknown))
        }
        if let buddy = beginning.buddy {
            if !ops.contains(buddy) { flaws.append(Flaw(field: "buddy", reason: .unknown)) }
            if buddy == beginning.lead { flaws.append(Flaw(field: "buddy", reason: .samePerson)) }
        }
        flaws += endFlaws(beginning.mode, beginning.endsOn, in: cycle, on: deed.day)
        if case .topic = origin, room.isBeyond(adding: origin.effort, without: swapped) {
            flaws.append(Flaw(field: "swap", reason: .noDaysLeft))
        }
        if let swap = beginning.swap, swap.reason.isBlank {
            flaws.append(Flaw(field: "swap_reason", reason: .missing))
        }
        guard flaws.isEmpty, let lead = beginning.lead else { throw .invalid(flaws) }
        var project = origin.project(id, ref, in: cycle, beginning, led: lead, deed.actor.organisation, at: deed.now)
        project.endsOn = beginning.endsOn
        project.isUnplanned = cycle.start <= deed.day
        return (project, Activity(.created))
    }

    static func endFlaws(_ mode: Mode, _ end: Day?, in cycle: Cycle, on day: Day) -> [Flaw] {
        guard let end else { return mode == .project ? [Flaw(field: "ends_on", reason: .missing)] : [] }
        if end < max(day, cycle.start) {
            return [Flaw(field: "ends_on", reason: .tooEarly(before: max(day, cycle.start)))]
        }
        return end > cycle.end ? [Flaw(field: "ends_on", reason: .tooLate(than: cycle.end))] : []
    }
}
