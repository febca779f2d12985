import Foundation
package import HTML
package import Hummingbird
package import Rouage
package import Storage

/// One request being answered, on one consistent state of the database: who asks, when, in which language.
package struct Visit {
    package let site: Site
    package var reading: Reading
    package let exchange: Exchange
    package var organisation: Organisation
    package var cycles: [Cycle]
    package var now: Instant
    package var today: Day
    /// Nobody before signing in.
    package let person: Person?
    package var actor: Actor?
    /// The day looked at, when it is not today.
    package var past: PastDay?
    package let session: Session?
    package let language: Language
    /// Why the form just sent was refused; the page then shows what was typed.
    package var refusal: Refusal?
    /// What people call the fields of the form just sent, where its act says so.
    package var labels: [String: Phrase] = [:]
    /// Why the form just sent could not be kept although nothing is wrong with it: the database failed.
    package var fault: Problem.Words?
    /// Until when the visitor has to wait before another try.
    package var wait: Instant?

    package init(
        _ site: Site, _ reading: Reading, _ exchange: Exchange, refusal: Refusal? = nil, wait: Instant? = nil,
        bearer: Identifier<Person>? = nil
    ) throws {
        self.wait = wait
        self.site = site
        self.reading = reading
        self.exchange = exchange
        self.refusal = refusal
        // One instant for a write: what its verbs note is the moment of its activity.
        now = (reading as? Transaction)?.now ?? site.clock.now()
        today = now.day(in: site.clock.zone)
        let department = try site.cache.department(on: today, reading)
        organisation = department.organisation
        cycles = department.cycles
        // A program acts by its token alone; cookies are for pages.
        session =
            try exchange.isProgram
            ? nil
            : exchange.cookies[Sessions.cookie].flatMap {
                try reading.session(hash: Secret.hash($0), at: site.clock.now())
            }
        let found = (bearer ?? session?.person).flatMap { [organisation] in organisation.people[$0] }
        person = found?.active == true ? found : nil
        actor = person.map { [organisation] in Actor($0, in: organisation) }
        let asked = exchange.query["lang"] ?? exchange.cookies["lang"]
        language =
            asked.flatMap(Language.init(rawValue:)) ?? person?.locale
            ?? (exchange.headers[.acceptLanguage]?.hasPrefix("en") == true ? .english : .french)
    }

    package func say(_ phrase: Phrase) -> String { phrase(language) }
    package var isSecure: Bool { exchange.isSecure }
    package var dates: DateWords { DateWords(language: language) }

    /// The person who acts; a page that needs one is not shown without.
    package func signedIn() throws -> Actor {
        guard let actor else { throw SignInNeeded() }
        return actor
    }

    /// What the person who acts does now.
    package var deed: Deed { get throws { Deed(by: try signedIn(), at: now, in: site.clock.zone) } }

    package func parameter<Noun>(_ name: String, _: Noun.Type = Noun.self) throws -> Identifier<Noun> {
        guard let id = exchange.parameters[name].flatMap(Identifier<Noun>.init) else { throw Refusal.notFound }
        return id
    }

    // MARK: Cycles

    /// The quarter that runs today.
    package var running: Cycle? {
        cycles.last { $0.start <= today && today <= $0.end } ?? cycles.last { $0.start <= today }
    }
    /// The quarter being prepared: the one after.
    package var preparing: Cycle? { cycles.first { $0.start > today } }
    /// The quarter the page shows: the one asked for, else the one being prepared, else the one that runs.
    package var cycle: Cycle? {
        if let label = exchange.query["cycle"], let asked = cycles.first(where: { $0.label == label }) { return asked }
        return preparing ?? running
    }

    /// What a quarter's lists show of it, from memory when nothing changed.
    package func lines(of cycle: Cycle) throws -> CycleLines {
        guard past == nil else { return try reading.lines(of: cycle.id) }
        return try site.lines.value(cycle.id, reading) { try reading.lines(of: cycle.id) }
    }

    // MARK: Forms

    /// Whether the page shows a form again that was just sent, with what was typed.
    package var isAgain: Bool { refusal != nil || fault != nil }

    /// What the person typed in a field, when the form comes back refused; else what is stored.
    package func typed(_ field: String, or stored: String) -> String {
        isAgain ? exchange.form[field] ?? stored : stored
    }

    package func flaw(_ field: String) -> Flaw? {
        guard case .invalid(let flaws) = refusal else { return nil }
        return flaws.first { $0.field == field }
    }

    package func name(_ unit: Identifier<Rouage.Unit>?) -> String {
        unit.flatMap { organisation.units[$0]?.name } ?? ""
    }
    package func name(_ person: Identifier<Person>?) -> String {
        person.flatMap { organisation.people[$0]?.name } ?? ""
    }
}

/// The page is for people of the department: the visitor is sent to sign in, and back.
package struct SignInNeeded: Error {
    package init() {}
}

/// What a handler answers.
package enum Answer {
    case page(HTML, cookies: [String] = [])
    case seeOther(String, cookies: [String] = [])
    case json([UInt8], HTTPResponse.Status = .ok, HTTPFields = [:])
    /// A file to keep: its bytes, its type, and its name when it is to be saved.
    case file([UInt8], type: String, name: String? = nil)
    case empty(HTTPResponse.Status)
}
