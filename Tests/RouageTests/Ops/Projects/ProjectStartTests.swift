import Testing

@testable import Rouage

@Suite("Starting an Ops project")
struct ProjectStartTests {
    private let cycle = ProjectScene.cycle
    private let today = Cast.today

    private func other(_ number: UInt64, lead: Cast = .ops, effort: Int = 20) -> OpsProject {
        OpsProject(
            id: Identifier(high: 15, low: 100 + number), ref: "A\(number)", topic: nil, in: cycle.id, title: "Autre",
            problem: "", effortDays: effort, targetCrafts: [], lead: lead.id, at: Cast.now)
    }

    private func start(
        _ beginning: OpsProject.Beginning, _ room: OpsProject.Room, topic: Topic = ProjectScene.topic(),
        by cast: Cast = .ops
    ) throws -> OpsProject {
        try OpsProject.start(
            beginning, of: .topic(topic), ref: "P2", id: Identifier(high: 15, low: 2), in: cycle, room, by: cast.deed
        ).0
    }

    private let wide = OpsProject.Room(days: 100, projects: [])

    @Test("takes a selected topic, with the words and the effort it was voted on")
    func words() throws {
        let project = try start(.init(lead: Cast.ops.id), wide)
        #expect(project.title == "Des incidents lisibles" && project.effortDays == 20)
        #expect(project.targetCrafts == [.product] && project.isUnplanned && project.stage == .selected)
        #expect(throws: Refusal.closed) { try start(.init(lead: Cast.ops.id), wide, topic: ProjectScene.topic(.ready)) }
        #expect(throws: Refusal.notAllowed) { try start(.init(lead: Cast.ops.id), wide, by: .camille) }
        #expect(try start(.init(lead: Cast.ops.id), wide, by: .cpo).lead == Cast.ops.id)
    }

    @Test("is led by somebody of Product Ops, who leads two at most")
    func leads() throws {
        #expect(throws: Refusal.invalid("lead", .unknown)) { try start(.init(lead: Cast.camille.id), wide) }
        #expect(throws: Refusal.invalid("lead", .missing)) { try start(.init(), wide) }
        #expect(throws: Refusal.invalid("buddy", .samePerson)) {
            try start(.init(lead: Cast.ops.id, buddy: Cast.ops.id), wide)
        }
        var busy = OpsProject.Room(days: 100, projects: [other(1), other(2)])
        #expect(throws: Refusal.invalid("lead", .leadsEnough)) { try start(.init(lead: Cast.ops.id), busy) }
        #expect(try start(.init(lead: Cast.opsInTeam.id), busy).lead == Cast.opsInTeam.id)
        var paused = other(2)
        paused.standing = .paused
        busy = OpsProject.Room(days: 100, projects: [other(1), paused])
        #expect(try start(.init(lead: Cast.ops.id), busy).lead == Cast.ops.id)
    }

    @Test("an urgent request becomes one project, with its days and who takes it back, beside what was planned")
    func urgent() throws {
        var request = Cast.request(.closed)
        request.outcome = .urgentProject
        request.spentDays = 4.5
        request.returnOwner = Cast.camille.id
        func start(_ request: OpsRequest, _ room: OpsProject.Room) throws -> OpsProject {
            try OpsProject.start(
                .init(lead: Cast.ops.id), of: .request(request), ref: "P3", id: Identifier(high: 15, low: 3), in: cycle,
                room, by: Cast.ops.deed
            ).0
        }
        let full = OpsProject.Room(days: 20, projects: [other(1)])
        let project = try start(request, full)
        #expect(project.effortDays == 5 && project.receiver == Cast.camille.id && project.request == request.id)
        #expect(OpsProject.Room(days: 20, projects: full.projects + [project]).taken == 20)
        #expect(throws: Refusal.invalid("topic", .alreadyThere)) {
            try start(request, OpsProject.Room(days: 20, projects: [project]))
        }
        request.outcome = .answered
        #expect(throws: Refusal.closed) { try start(request, full) }
    }

    @Test("what is done keeps its days, what is paused or stopped frees them")
    func taken() {
        func taken(_ standing: OpsProject.Standing) -> Int {
            var project = other(1)
            project.standing = standing
            return OpsProject.Room(days: 20, projects: [project]).taken
        }
        #expect(taken(.active) == 20 && taken(.closed) == 20)
        #expect(taken(.paused) == 0 && taken(.stopped) == 0 && taken(.retabled) == 0)
    }

    @Test("beyond the days there are, another one makes room, with a reason")
    func swap() throws {
        let full = OpsProject.Room(days: 45, projects: [other(1), other(2, lead: .opsInTeam)])
        #expect(throws: Refusal.invalid("swap", .noDaysLeft)) { try start(.init(lead: Cast.ops.id), full) }
        func beginning(_ reason: String) -> OpsProject.Beginning {
            .init(
                lead: Cast.ops.id, swap: .init(project: Identifier(high: 15, low: 101), end: .pause, reason: reason))
        }
        #expect(throws: Refusal.invalid("swap_reason", .missing)) { try start(beginning(""), full) }
        #expect(try start(beginning("Les pannes de mars passent devant."), full).isUnplanned)
        let tighter = OpsProject.Room(days: 35, projects: full.projects)
        #expect(throws: Refusal.invalid("swap", .noDaysLeft)) { try start(beginning("Urgent."), tighter) }
    }

    @Test("is taken up again only when there is room")
    func resumption() throws {
        var project = other(3, effort: 30)
        _ = try project.pause(reason: "Les pannes.", by: Cast.ops.deed, in: cycle)
        let full = OpsProject.Room(days: 45, projects: [other(1), project])
        #expect(throws: Refusal.invalid("swap", .noDaysLeft)) {
            try project.resume(full, by: Cast.ops.deed, in: cycle)
        }
        #expect(try project.resume(wide, by: Cast.ops.deed, in: cycle).action == .resumed)
        #expect(project.standing == .active && project.reason.isEmpty)
    }

    @Test("by a date, the date lies in the quarter")
    func dates() throws {
        #expect(throws: Refusal.invalid("ends_on", .missing)) {
            try start(.init(mode: .project, lead: Cast.ops.id), wide)
        }
        #expect(throws: Refusal.invalid("ends_on", .tooEarly(before: today))) {
            try start(.init(mode: .project, endsOn: today - 1, lead: Cast.ops.id), wide)
        }
        #expect(try start(.init(mode: .project, endsOn: today + 20, lead: Cast.ops.id), wide).endsOn == today + 20)
    }
}
