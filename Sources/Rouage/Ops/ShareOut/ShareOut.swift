/// Who of Product Ops leads which topic of a quarter, and who helps: what was computed, what people changed beside it,
/// and who confirmed.
package struct ShareOut: Noun, Equatable {
    package static let kind = Kind.shareOut
    package static let reasonLimit = 280

    package enum State: String, Codable, Sendable, CaseIterable {
        case proposed, confirmed
    }

    /// One topic with who leads it and who helps.
    package struct Line: Codable, Sendable, Equatable {
        package let topic: Identifier<Topic>
        package let lead: Identifier<Person>
        package let buddy: Identifier<Person>

        package init(topic: Identifier<Topic>, lead: Identifier<Person>, buddy: Identifier<Person>) {
            self.topic = topic
            self.lead = lead
            self.buddy = buddy
        }
    }

    /// A topic that nobody takes, and why.
    package struct LeftOut: Codable, Sendable, Equatable {
        package let topic: Identifier<Topic>
        package let obstacle: Sharing.Obstacle

        package init(topic: Identifier<Topic>, obstacle: Sharing.Obstacle) {
            self.topic = topic
            self.obstacle = obstacle
        }
    }

    /// What somebody changed, and why; the proposal stays as it was.
    package struct Edit: Codable, Sendable, Equatable {
        package let line: Line
        package let by: Identifier<Person>
        package let reason: String
        package let at: Instant

        package init(line: Line, by: Identifier<Person>, reason: String, at: Instant) {
            self.line = line
            self.by = by
            self.reason = reason
            self.at = at
        }
    }

    package struct Confirmation: Codable, Sendable, Equatable {
        package let person: Identifier<Person>
        package let at: Instant

        package init(person: Identifier<Person>, at: Instant) {
            self.person = person
            self.at = at
        }
    }

    package let id: Identifier<ShareOut>
    package var version = 1
    package let cycle: Identifier<Cycle>
    package var proposal: [Line]
    package var leftOut: [LeftOut]
    /// Whether no other plan can be better than the proposal.
    package var isProven: Bool
    package var edits: [Edit] = []
    package var confirmations: [Confirmation] = []
    package var state = State.proposed
    package var computedAt: Instant
    package let createdAt: Instant

    package init(
        id: Identifier<ShareOut>, in cycle: Identifier<Cycle>, proposal: [Line], leftOut: [LeftOut], isProven: Bool,
        at now: Instant
    ) {
        self.id = id
        self.cycle = cycle
        self.proposal = proposal
        self.leftOut = leftOut
        self.isProven = isProven
        computedAt = now
        createdAt = now
    }

    /// Who does what now: the proposal with what was changed since, in its order; what was left out and taken comes last.
    package var lines: [Line] {
        var lines = proposal
        for edit in edits {
            if let place = lines.firstIndex(where: { $0.topic == edit.line.topic }) {
                lines[place] = edit.line
            } else {
                lines.append(edit.line)
            }
        }
        return lines
    }

    /// How many lines are no longer as they were proposed.
    package var changedLines: Int { lines.count { !proposal.contains($0) } }

    /// What nobody takes still.
    package var untaken: [LeftOut] {
        let taken = Set(lines.map(\.topic))
        return leftOut.filter { !taken.contains($0.topic) }
    }

    /// Those who lead something, each once.
    package var leads: [Identifier<Person>] { Array(Set(lines.map(\.lead))).sorted() }

    /// Those who lead something and have not confirmed.
    package var awaited: [Identifier<Person>] {
        leads.filter { lead in !confirmations.contains { $0.person == lead } }
    }
}
