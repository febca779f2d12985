package import Rouage

/// A signed link that lets somebody without an account follow one presentation, up to and including a day.
package struct GuestLink: Sendable, Equatable {
    package let cycle: String
    package let until: Day
    private let signature: String

    /// Reads `2026-Q2.20540.5f3a…`, the form that stands in the address.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let number = Int(parts[1]), (0...200_000).contains(number), parts[2].utf8.count == 40
        else { return nil }
        cycle = parts[0]
        until = Day(number: number)
        signature = parts[2]
    }

    fileprivate init(cycle: String, until: Day, secret: String) {
        self.cycle = cycle
        self.until = until
        signature = Self.sign(cycle, until, secret)
    }

    private static func sign(_ cycle: String, _ until: Day, _ secret: String) -> String {
        Secret.signature(of: "\(cycle) \(until.number)", with: secret)
    }

    package var text: String { "\(cycle).\(until.number).\(signature)" }

    fileprivate func isSigned(with secret: String) -> Bool {
        Secret.areSame(Self.sign(cycle, until, secret), signature)
    }
}

extension Reading {
    /// The presentation that a link opens on a day; nothing when it was not signed here, was replaced, or is over.
    package func presentation(by link: GuestLink, on today: Day) throws -> Presentation? {
        guard today <= link.until else { return nil }
        let found = try first("SELECT id FROM cycle WHERE label = \(link.cycle)") { try $0.id(0, of: Cycle.self) }
        guard let cycle = found, let presentation = try presentation(of: cycle),
            let secrets = try secrets(of: presentation.id), link.isSigned(with: secrets.link)
        else { return nil }
        return presentation
    }

    /// What the browser of a guest shows to be told from others: made and signed here, so that nobody invents one.
    package func guestPass(to presentation: Identifier<Presentation>) throws -> String? {
        let token = Secret.new()
        return try secrets(of: presentation).map { "\(token).\(Secret.signature(of: token, with: $0.mark))" }
    }

    /// The guest of a pass that was given out here for this presentation.
    package func guest(_ pass: String, at presentation: Identifier<Presentation>) throws -> Viewer? {
        let parts = pass.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let secrets = try secrets(of: presentation),
            Secret.areSame(Secret.signature(of: parts[0], with: secrets.mark), parts[1])
        else { return nil }
        return .guest(parts[0])
    }

    /// The link of a presentation, good for the day after it too; nothing before it was made.
    package func guestLink(of presentation: Presentation, in cycle: Cycle) throws -> GuestLink? {
        try secrets(of: presentation.id).map {
            GuestLink(cycle: cycle.label, until: cycle.phases.presentation + 1, secret: $0.link)
        }
    }
}

extension Transaction {
    /// Makes what signs links and marks, when there is none yet.
    func openSecrets(of presentation: Identifier<Presentation>) throws {
        try connection.run(
            """
            INSERT INTO presentation_secret (presentation, link, mark)
            VALUES (\(presentation), \(Secret.new()), \(Secret.new())) ON CONFLICT (presentation) DO NOTHING
            """)
    }

    /// Makes a new link: those that were given away open nothing any more.
    package func renewGuestLink(of presentation: Presentation, by deed: Deed) throws {
        guard deed.actor.may(.runPresentation(presentation)) else { throw Refusal.notAllowed }
        try connection.run(
            "UPDATE presentation_secret SET link = \(Secret.new()) WHERE presentation = \(presentation.id)")
    }
}
