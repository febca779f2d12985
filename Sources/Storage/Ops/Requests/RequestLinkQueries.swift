package import Rouage

/// A signed link by which somebody without an account asks Product Ops for something, up to and including a day.
package struct RequestLink: Sendable, Equatable {
    /// Days for which a link opens the form.
    package static let lifetime = 14
    /// Days after asking for which it tells where the request stands.
    package static let daysToRead = 90
    fileprivate static let setting = "request_link"

    /// Who gave it away.
    package let host: Identifier<Person>
    package let until: Day
    private let signature: String

    /// Reads `0195….20540.5f3a…`, the form that stands in the address.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, let host = Identifier<Person>(parts[0]), let number = Int(parts[1]),
            (0...200_000).contains(number), parts[2].utf8.count == 40
        else { return nil }
        self.host = host
        until = Day(number: number)
        signature = parts[2]
    }

    fileprivate init(host: Identifier<Person>, until: Day, secret: String) {
        self.host = host
        self.until = until
        signature = Self.sign(host, until, secret)
    }

    private static func sign(_ host: Identifier<Person>, _ until: Day, _ secret: String) -> String {
        Secret.signature(of: "request \(host) \(until.number)", with: secret)
    }

    package var text: String { "\(host).\(until.number).\(signature)" }

    fileprivate func isSigned(with secret: String) -> Bool {
        Secret.areSame(Self.sign(host, until, secret), signature)
    }
}

extension Reading {
    /// Whether a link was signed here, is not over, and was given by somebody who may still ask.
    package func opens(_ link: RequestLink, in organisation: Organisation) throws -> Bool {
        guard organisation.day <= link.until, let secret = try setting(RequestLink.setting),
            let host = organisation.people[link.host]
        else { return false }
        return Actor(host, in: organisation).may(.request(.invite)) && link.isSigned(with: secret)
    }

    /// Whether a link still tells where something that was asked by it stands: for longer than it opens the form, and also
    /// when who gave it has left.
    package func tells(_ link: RequestLink, of request: OpsRequest, on today: Day) throws -> Bool {
        guard request.requester == nil, request.invitedBy == link.host, request.askedOn <= link.until,
            today <= request.askedOn + RequestLink.daysToRead, let secret = try setting(RequestLink.setting)
        else { return false }
        return link.isSigned(with: secret)
    }

    /// A person's link, good for two weeks; nothing before the first one was made.
    package func requestLink(of person: Identifier<Person>, on today: Day) throws -> RequestLink? {
        try setting(RequestLink.setting).map {
            RequestLink(host: person, until: today + RequestLink.lifetime, secret: $0)
        }
    }
}

extension Transaction {
    /// Makes what signs links, when there is none yet.
    package func openRequestLinks(by deed: Deed) throws {
        guard deed.actor.may(.request(.invite)) else { throw Refusal.notAllowed }
        if try setting(RequestLink.setting) == nil { try set(RequestLink.setting, to: Secret.new()) }
    }

    /// Signs anew: links that were given away open nothing any more.
    package func renewRequestLinks(by deed: Deed) throws {
        guard deed.actor.may(.request(.renewLinks)) else { throw Refusal.notAllowed }
        try set(RequestLink.setting, to: Secret.new())
    }
}
