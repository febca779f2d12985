/// What anybody may follow: an initiative, a dependency, a topic, a project, a unit.
package protocol Followed: Noun {
    /// Whether a person hears of it without following it, because they carry it, asked for it or give it.
    func isCarried(by person: Identifier<Person>, in organisation: Organisation) -> Bool
}

extension Kind {
    package var isFollowed: Bool { facts.noun is any Followed.Type }
}

extension Briefing: Followed {
    package func isCarried(by person: Identifier<Person>, in _: Organisation) -> Bool {
        owner == person || contributors.contains(person)
    }
}

extension Dependency: Followed {
    package func isCarried(by person: Identifier<Person>, in organisation: Organisation) -> Bool {
        guard contact != person else { return true }
        return givingTeam.flatMap { organisation.units[$0] }?.isCarried(by: person, in: organisation) ?? false
    }
}

extension Topic: Followed {
    package func isCarried(by person: Identifier<Person>, in _: Organisation) -> Bool {
        proposedBy == person || content.sponsor == person
    }
}

extension OpsProject: Followed {
    package func isCarried(by person: Identifier<Person>, in _: Organisation) -> Bool {
        lead == person || buddy == person || receiver == person || coBuilders.contains(person)
    }
}

extension Unit: Followed {
    package func isCarried(by person: Identifier<Person>, in _: Organisation) -> Bool {
        lead == person || deputy == person
    }
}

/// A kind of which anybody may follow a record.
package struct FollowedKind: RawRepresentable, Codable, Sendable, Hashable, CaseIterable {
    package let kind: Kind

    package static let allCases = Kind.allCases.filter(\.isFollowed).map(Self.init(kind:))

    private init(kind: Kind) { self.kind = kind }

    package init?(rawValue: String) {
        guard let kind = Kind(rawValue: rawValue), kind.isFollowed else { return nil }
        self.kind = kind
    }

    package var rawValue: String { kind.rawValue }
}

/// That a person follows something, since a moment: what happened before is not told.
package struct Follow: Codable, Sendable, Hashable {
    package let kind: FollowedKind
    /// The id of the record.
    package let subject: String
    package let since: Instant

    package init(_ kind: FollowedKind, _ subject: String, since: Instant) {
        self.kind = kind
        self.subject = subject
        self.since = since
    }
}
