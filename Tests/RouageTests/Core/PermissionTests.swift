import Rouage
import Testing

@Suite("The table of permissions")
struct PermissionTests {
    private static let team: Set<Cast> = [.camille, .designer, .engineer, .builder, .lead, .deputy, .tribeLead]
    private static let members = Set(Cast.allCases).subtracting([.administrator, .guest, .inactive, .left, .stranger])

    struct Line: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let permission: Permission
        let holders: Set<Cast>

        init(_ name: String, _ permission: Permission, _ holders: Set<Cast>) {
            testDescription = name
            self.permission = permission
            self.holders = holders
        }
    }

    static let lines: [Line] = {
        let (bulletins, conges, dsn) = (Cast.unit("bulletins"), Cast.unit("conges"), Cast.unit("dsn"))
        let submitted = Cast.briefing(.aligning)
        let draft = Cast.briefing(.draft)
        return [
            Line("edit the department", .editOrganisation(nil), [.cpo, .administrator]),
            Line("edit a team", .editOrganisation(bulletins), [.cpo, .administrator, .director]),
            Line("edit a team of another direction", .editOrganisation(dsn), [.cpo, .administrator, .otherDirector]),
            Line("edit a team's members", .editMembers(of: bulletins), [.cpo, .administrator, .director, .tribeLead]),
            Line(
                "edit the members of a team whose tribe names its lead", .editMembers(of: conges),
                [.cpo, .administrator, .director, .giverTribeLead]),
            Line("administer accounts", .administerAccounts, [.administrator]),
            Line("import files", .importData, [.administrator]),
            Line("shift dates before the opening", .shiftDates(Cast.cycle(.planned)), [.cpo, .ops, .opsInTeam]),
            Line("shift dates after it", .shiftDates(Cast.cycle(.drafting)), [.cpo]),
            Line("set axes", .axis(.set), [.cpo]),
            Line("propose axes", .axis(.propose), [.cpo, .director, .otherDirector, .ops, .opsInTeam]),
            Line("define a tribe's fields", .editTribeFields(of: Cast.unit("paie")), [.tribeLead]),
            Line("define another tribe's fields", .editTribeFields(of: Cast.unit("temps")), [.giverTribeLead]),
            Line("read what is submitted", .readBriefing(submitted), members),
            Line("read a draft", .readBriefing(draft), team.union([.cpo, .director])),
            Line("write", .writeBriefing(draft), team),
            Line("submit", .submitBriefing(draft), team),
            Line("begin a briefing", .createBriefing(team: bulletins), team),
            Line("decide", .decideBriefing(submitted), [.cpo, .director]),
            Line("comment on what is submitted", .comment(submitted), members),
            Line("comment on a draft", .comment(draft), team.union([.cpo, .director])),
            Line("ask", .ask(Cast.dependency()), team),
            Line("answer", .give(Cast.dependency()), [.giverManager, .giverLead, .giverTribeLead]),
            Line(
                "answer once a contact is named", .give(Cast.dependency(.acknowledged)),
                [.giverManager, .giverLead, .giverTribeLead, .namedContact]),
            Line("write down an outside answer", .give(Cast.dependency(giver: nil)), team),
            Line(
                "call teams together", .callMeeting(of: [bulletins, conges]),
                MeetingMove.holders.union([.ops, .opsInTeam])),
            Line("hold their meeting", .holdMeeting(Cast.meeting(.open)), MeetingMove.holders),
            Line("speak for a team", .speak(for: bulletins), MeetingMove.bulletins),
            Line("ask Product Ops", .request(.ask), members), Line("read requests", .request(.read), members),
            Line("give a link to ask by", .request(.invite), members),
            Line("sort, take and close requests", .request(.triage), [.ops, .opsInTeam]),
            Line("drop something for an urgent project", .request(.swap), [.cpo]),
            Line("rate one's own request", .request(.rate(Cast.request(.closed))), [.camille]),
            Line("arrange who is on duty", .request(.arrangeDuty), [.ops, .opsInTeam]),
            Line("replace links to ask by", .request(.renewLinks), [.cpo, .ops, .opsInTeam]),
            Line("lead a brainstorm", .brainstorm(.lead), [.cpo, .ops, .opsInTeam]),
            Line("take part in it", .brainstorm(.takePart(Cast.brainstorm())), BrainstormMove.takingPart),
            Line("dismiss a signal", .signal(.dismiss), [.cpo, .ops, .opsInTeam]),
            Line("report an incident", .incident(.open), IncidentMove.reporters),
            Line("keep an incident up to date", .incident(.update(Cast.incident(.open))), IncidentMove.holders),
            Line(
                "do what was agreed on after it",
                .incident(.settle(Cast.incidentAction, Cast.incident(.resolved))),
                IncidentMove.holders.union([.namedContact])),
            Line("answer for another Ops team", .give(Cast.dependency(giver: "sales-ops")), [.salesOps]),
        ]
    }()

    @Test("each line, for each of the cast", arguments: lines)
    func line(line: Line) {
        for member in Cast.allCases {
            #expect(member.actor.may(line.permission) == line.holders.contains(member), "\(member)")
        }
        #expect(!Actor.system(in: Cast.organisation).may(line.permission), "the product itself decides nothing")
    }

    @Test("a co-author of any craft and any team writes and asks; one of Product Ops does not")
    func coAuthors() {
        var briefing = Cast.briefing(.draft)
        briefing.contributors = [Cast.giverEngineer.id, Cast.ops.id, Cast.left.id]
        #expect(Cast.giverEngineer.actor.may(.writeBriefing(briefing)))
        #expect(Cast.giverEngineer.actor.may(.readBriefing(briefing)))
        #expect(!Cast.ops.actor.may(.writeBriefing(briefing)))
        #expect(!Cast.left.actor.may(.writeBriefing(briefing)))
    }

    @Test("another Ops team asks for itself")
    func otherOps() {
        var briefing = Cast.briefing(.draft)
        briefing.team = Cast.unit("sales-ops")
        #expect(Cast.salesOps.actor.may(.writeBriefing(briefing)))
        #expect(!Cast.salesOps.actor.may(.writeBriefing(Cast.briefing(.draft))))
    }

    @Test("Product Ops decides no content, whatever else they hold")
    func ops() {
        let organisation = Organisation(
            on: Cast.today, units: Cast.units, people: [Cast.ops.person],
            memberships: ["product-ops", "bulletins", "conges"].enumerated().map { index, code in
                Membership(id: Identifier(high: 5, low: UInt64(index)), person: Cast.ops.id, unit: Cast.unit(code))
            },
            grants: [Role.ops, .cpo, .director, .tribeLead].enumerated().map { index, role in
                RoleGrant(id: Identifier(high: 6, low: UInt64(index)), person: Cast.ops.id, role: role)
            })
        let everything = Actor(Cast.ops.person, in: organisation)
        for permission: Permission in [
            .writeBriefing(Cast.briefing(.draft)), .submitBriefing(Cast.briefing(.draft)),
            .createBriefing(team: Cast.unit("bulletins")), .decideBriefing(Cast.briefing()),
            .ask(Cast.dependency()), .give(Cast.dependency()), .give(Cast.dependency(giver: nil)),
            .editTribeFields(of: Cast.unit("paie")), .holdMeeting(Cast.meeting(.open)),
            .speak(for: Cast.unit("bulletins")),
        ] {
            #expect(!everything.may(permission), "\(permission)")
        }
    }

    @Test("a role holds from its first day to its last, a place too")
    func days() {
        func actor(on day: Day) -> Actor {
            let grant = RoleGrant(
                id: Identifier(high: 6, low: 1), person: Cast.stranger.id, role: .tribeLead,
                unit: Cast.unit("paie"), from: Cast.today, to: Cast.today + 1)
            let organisation = Organisation(
                on: day, units: Cast.units, people: [Cast.stranger.person], memberships: [], grants: [grant])
            return Actor(Cast.stranger.person, in: organisation)
        }
        #expect(
            (-1...2).map { actor(on: Cast.today + $0).leads(Cast.unit("bulletins")) } == [false, true, true, false])
    }
}
