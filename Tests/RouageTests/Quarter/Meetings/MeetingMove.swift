import Foundation
import Rouage

/// Everything people can do to a meeting, with fields that are right: the rows of the table of its transitions.
enum MeetingMove: String, CaseIterable, Sendable, TransitionMove {
    case accept, shift, start, note, close, cancel, hear

    /// Where each state from which the move can be made leads to.
    var ways: [Meeting.State: Meeting.State] {
        switch self {
        case .accept: [.proposed: .planned]
        case .shift: [.proposed: .proposed, .planned: .planned]
        case .start: [.planned: .open]
        case .note: [.open: .open, .held: .held]
        case .close: [.open: .held]
        case .cancel: [.proposed: .cancelled, .planned: .cancelled, .open: .cancelled]
        case .hear: [.open: .open]
        }
    }

    static let bulletins: Set<Cast> = [.camille, .designer, .engineer, .builder, .lead, .deputy]
    static let holders = bulletins.union([
        .giverManager, .giverEngineer, .giverLead, .namedContact, .tribeLead, .giverTribeLead, .director, .cpo,
    ])

    /// Who may make it: the people of the two teams and those above them; a proposal is moved by who may propose.
    func able(from state: Meeting.State) -> Set<Cast> {
        switch self {
        case .hear: Self.bulletins
        case .shift where state == .proposed: Self.holders.union([.ops, .opsInTeam])
        case .accept, .shift, .start, .note, .close, .cancel: Self.holders
        }
    }

    func meeting(_ state: Meeting.State) -> Meeting { Cast.meeting(state, self == .hear ? .async : .sync) }

    func record(in state: Meeting.State) -> Meeting { meeting(state) }
    static func state(of meeting: Meeting) -> Meeting.State { meeting.state }

    @discardableResult
    func apply(to meeting: inout Meeting, by deed: Deed) throws -> Activity? {
        switch self {
        case .accept: return try meeting.accept(by: deed)
        case .shift:
            var plan = Cast.plan(.sync)
            plan.place = "Salle Rivière"
            return try meeting.move(to: plan, by: deed, in: Cast.cycle())
        case .start: return try meeting.start(by: deed)
        case .note: return try meeting.note("On garde le 15 avril.", by: deed)
        case .close: return try meeting.close("On garde le 15 avril.", moved: [], by: deed)
        case .cancel: return try meeting.cancel(reason: "Réglé hier.", isSettled: false, by: deed)
        case .hear: return try meeting.hear(Cast.unit("bulletins"), by: deed)
        }
    }
}

extension Cast {
    static func plan(_ mode: Meeting.Mode) -> Meeting.Plan {
        Meeting.Plan(
            teams: [unit("bulletins"), unit("conges")], mode: mode, startsAt: now + 86_400, length: 30,
            place: "Salle Moulin", revealOn: today + 5)
    }

    /// A meeting of Bulletins and Congés, in a state in which people can have put it.
    static func meeting(_ state: Meeting.State, _ mode: Meeting.Mode = .sync) -> Meeting {
        var plan = plan(mode)
        if mode == .sync { plan.revealOn = nil } else { plan.startsAt = nil }
        var meeting = Meeting(
            id: Identifier(high: 10, low: 1), ref: "m1", cycle: cycle().id, plan, state: state,
            calledBy: state == .proposed ? nil : camille.id, at: now)
        if state == .open || state == .held { meeting.openedAt = now + -600 }
        if state == .held { meeting.closedAt = now }
        return meeting
    }
}
