/// What happened at one moment of an incident, as somebody who was there wrote it down.
package struct IncidentLine: Noun, Equatable {
    package static let kind = Kind.incidentLine
    package static let limit = 600
    /// What led to an incident is told from so many days before it began.
    package static let daysBefore = 30

    package let id: Identifier<IncidentLine>
    package var version = 1
    package let incident: Identifier<Incident>
    package let at: Instant
    package let text: String
    package let writtenBy: Identifier<Person>?
    package let createdAt: Instant

    package init(
        id: Identifier<IncidentLine>, of incident: Identifier<Incident>, at moment: Instant, _ text: String,
        by person: Identifier<Person>?, on now: Instant
    ) {
        self.id = id
        self.incident = incident
        at = moment
        self.text = text
        writtenBy = person
        createdAt = now
    }

    /// What somebody writes of it.
    package struct Draft: Drafted {
        package enum Name: String, CaseIterable, Sendable { case text, at }
        package static let fields: [Field<Self>] = [
            .text(.text, \.text, upTo: limit, required: true), .moment(.at, \.at),
        ]

        package var text: String
        /// Now, when nothing is said.
        package var at: Instant?

        package init(_ text: String = "", at moment: Instant? = nil) {
            self.text = text
            at = moment
        }
    }

    enum CodingKeys: String, CodingKey {
        case id, version, incident, text, writtenBy, createdAt
        case at = "happenedAt"
    }

    /// Adds a line to the timeline.
    package static func write(
        _ draft: Draft, in incident: Incident, id: Identifier<IncidentLine>, by deed: Deed
    ) throws(Refusal) -> (IncidentLine, Activity) {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard incident.state != .closed else { throw .closed }
        var flaws = draft.flaws
        let moment = draft.at ?? deed.now
        flaws += Incident.flaws(of: [("at", moment)], before: deed.now)
        let first = incident.startedOn - daysBefore
        if moment.day(in: WorkCalendar.zone) < first {
            flaws.append(Flaw(field: "at", reason: .tooEarly(before: first)))
        }
        guard flaws.isEmpty else { throw .invalid(flaws) }
        return (
            IncidentLine(id: id, of: incident.id, at: moment, draft.text, by: deed.actor.id, on: deed.now),
            Activity(.created)
        )
    }

    /// Takes a line away that should not be there; what it said stays in the activity.
    package func remove(from incident: Incident, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard incident.state != .closed else { throw .closed }
        return Activity(.removed)
    }
}
