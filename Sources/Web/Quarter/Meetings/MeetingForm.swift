import Rouage
import WebCore

/// Reads when, where and how teams meet from a form.
struct MeetingForm {
    let visit: Visit
    private var form: Fields { visit.exchange.form }

    init(_ visit: Visit) { self.visit = visit }

    /// The quarter the meeting is about: the one the form names, else the one shown.
    static func cycle(_ visit: Visit) -> Cycle? {
        guard let label = visit.exchange.form["cycle"], !label.isEmpty else { return visit.cycle }
        return visit.cycles.first { $0.label == label }
    }

    /// The teams ticked, or those of a room.
    func room() throws -> AlignmentRoom {
        let codes = form.all("team").filter { !$0.isEmpty }
        let all = codes.isEmpty ? form["teams"] ?? "" : codes.joined(separator: ",")
        guard let room = AlignmentRoom(codes: all, in: visit.organisation) else {
            // Who may not call any meeting hears that, not that teams are missing.
            let known = all.split(separator: ",").compactMap { visit.organisation.unitsByCode[String($0)] }
            guard try visit.signedIn().may(.callMeeting(of: known)) || known.isEmpty else { throw Refusal.notAllowed }
            throw Refusal.invalid("teams", .outOfRange(Meeting.teamCount))
        }
        return room
    }

    func plan() throws -> Meeting.Plan {
        let room = try room()
        guard try visit.signedIn().may(.callMeeting(of: room.ids)) else { throw Refusal.notAllowed }
        return try plan(
            Meeting.Plan(
                teams: room.ids, tribe: room.tribe?.id, mode: try form.choice("mode", or: .sync)))
    }

    /// The same of a meeting that is there: what the form leaves out stays.
    func plan(of meeting: Meeting) throws -> Meeting.Plan {
        try plan(
            Meeting.Plan(
                teams: meeting.teams, tribe: meeting.tribe, mode: meeting.mode, startsAt: meeting.startsAt,
                length: meeting.length, place: meeting.place, revealOn: meeting.revealOn))
    }

    private func plan(_ stored: Meeting.Plan) throws -> Meeting.Plan {
        var plan = stored
        var flaws: [Flaw] = []
        switch plan.mode {
        case .sync:
            if form["starts_on"] != nil || form["starts_at"] != nil || stored.startsAt == nil {
                plan.startsAt = start(&flaws)
            }
        case .async:
            if let text = form["reveal_on"] {
                plan.revealOn = Day(text)
                if plan.revealOn == nil { flaws.append(Flaw(field: "reveal_on", reason: .notADay)) }
            }
        }
        if let text = form["length"], !text.isEmpty {
            plan.length = Int(text) ?? 0
        }
        if let place = form["place"] { plan.place = place.trimmed }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return plan
    }

    /// A day and an hour of the department's clocks.
    private func start(_ flaws: inout [Flaw]) -> Instant? {
        let parts = (form["starts_at"] ?? "").split(separator: ":").map { Int($0) }
        guard let day = form["starts_on"].flatMap(Day.init) else {
            flaws.append(Flaw(field: "starts_on", reason: form["starts_on"]?.isEmpty == false ? .notADay : .missing))
            return nil
        }
        guard parts.count >= 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else {
            flaws.append(Flaw(field: "starts_at", reason: .missing))
            return nil
        }
        return Instant(day, hour: hour, minute: minute, in: visit.site.clock.zone)
    }
}
