/// What was learnt from an incident: what the system allowed, what helped, never who was to blame.
package struct Postmortem: Noun, Equatable {
    package static let kind = Kind.postmortem
    package static let textLimit = 3_000
    package static let factorLimit = 400
    package static let mostFactors = 10

    /// What is written.
    package struct Content: Drafted, Equatable {
        package enum Name: String, CaseIterable, Sendable {
            case summary, factors
            case whatHelped = "what_helped"
        }
        package static let fields: [Field<Self>] = [
            .text(.summary, \.summary, upTo: textLimit),
            .lines(.factors, \.factors, upTo: factorLimit, most: mostFactors),
            .text(.whatHelped, \.whatHelped, upTo: textLimit),
        ]

        package var summary: String
        /// What let it happen, one a line.
        package var factors: [String]
        package var whatHelped: String

        package init(summary: String = "", factors: [String] = [], whatHelped: String = "") {
            self.summary = summary
            self.factors = factors
            self.whatHelped = whatHelped
        }

        /// What it lacks before it can be published.
        package var gaps: [Flaw] {
            var gaps: [Flaw] = []
            if summary.isBlank { gaps.append(Flaw(field: "summary", reason: .missing)) }
            if factors.isEmpty { gaps.append(Flaw(field: "factors", reason: .missing)) }
            return gaps
        }

        /// All of it, to be searched for names.
        package var whole: String { ([summary] + factors + [whatHelped]).joined(separator: "\n") }
    }

    package let id: Identifier<Postmortem>
    package var version = 1
    package let incident: Identifier<Incident>
    package var summary: String
    package var factors: [String]
    package var whatHelped: String
    package var writtenBy: Identifier<Person>?
    package var publishedOn: Day?
    package var publishedBy: Identifier<Person>?
    package let createdAt: Instant
    package var updatedAt: Instant

    package init(
        id: Identifier<Postmortem>, of incident: Identifier<Incident>, _ content: Content,
        by person: Identifier<Person>?, at now: Instant
    ) {
        self.id = id
        self.incident = incident
        summary = content.summary
        factors = content.factors
        whatHelped = content.whatHelped
        writtenBy = person
        createdAt = now
        updatedAt = now
    }

    package var content: Content {
        get { Content(summary: summary, factors: factors, whatHelped: whatHelped) }
        set {
            summary = newValue.summary
            factors = newValue.factors
            whatHelped = newValue.whatHelped
        }
    }
}

extension Postmortem {
    /// Begins the post-mortem of an incident.
    package static func begin(_ content: Content, of incident: Incident, id: Identifier<Postmortem>, by deed: Deed)
        throws(Refusal) -> (Postmortem, Activity)
    {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard incident.state != .closed else { throw .closed }
        guard content.flaws.isEmpty else { throw .invalid(content.flaws) }
        return (Postmortem(id: id, of: incident.id, content, by: deed.actor.id, at: deed.now), Activity(.created))
    }

    /// Writes it otherwise, published or not, until its incident is closed; `nil` when nothing changes.
    package mutating func write(_ content: Content, of incident: Incident, by deed: Deed) throws(Refusal) -> Activity? {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard incident.state != .closed else { throw .closed }
        guard content != self.content else { return nil }
        let flaws = content.flaws + (publishedOn == nil ? [] : content.gaps)
        guard flaws.isEmpty else { throw .invalid(flaws) }
        self.content = content
        updatedAt = deed.now
        return Activity(.edited)
    }

    /// Publishes it, once the incident is over.
    package mutating func publish(for incident: Incident, by deed: Deed) throws(Refusal) -> Activity {
        guard deed.actor.may(.incident(.update(incident))) else { throw .notAllowed }
        guard publishedOn == nil, incident.state == .resolved else { throw .closed }
        guard content.gaps.isEmpty else { throw .invalid(content.gaps) }
        publishedOn = deed.day
        publishedBy = deed.actor.id
        updatedAt = deed.now
        return Activity(.published)
    }
}
