package import HTTPTypes
package import Rouage
package import Storage

/// Something that can be done to a record, declared once: from it come the form's address, the operation of the API with
/// its typed body, the button or the disclosure, whether it is offered, what is said after it, and how it is taken back.
package struct Act<Record: Noun>: Sendable {
    /// Where it is sent to, below the folder of its noun.
    package enum Place: Sendable, Equatable {
        /// The folder itself: a record is made.
        case collection
        /// The record itself: what people write of it is changed.
        case record
        /// A noun of its own below the record, or none for a record of which only one thing is done: its state changes.
        case noun(String)
        /// A noun of its own below the folder: what is sent says which record it is about.
        case folder(String)
        /// A folder of another noun's record, which the address names: a record is made that belongs to it.
        case below(String)
    }

    /// What people read of it.
    package struct Words: Sendable {
        /// On its button.
        package let act: Phrase
        /// On what opens its fields, where that says it otherwise.
        package let opening: Phrase
        /// Said after it, in a sentence; nothing where the page itself shows it.
        package let done: Phrase?
        package let tone: Tone

        package init(_ act: Phrase, opening: Phrase? = nil, done: Phrase?, _ tone: Tone = .usual) {
            self.act = act
            self.opening = opening ?? act
            self.done = done
            self.tone = tone
        }

        /// In French and in English: what its button says, and what is said after it.
        package init(_ french: String, _ english: String, done: String, _ inEnglish: String, _ tone: Tone = .usual) {
            self.init(Phrase(fr: french, en: english), done: Phrase(fr: done, en: inEnglish), tone)
        }
    }

    package enum Tone: Sendable {
        /// The one that is most likely meant.
        case first
        case usual
        /// Less likely meant than the others.
        case quiet
        /// It ends something.
        case grave
    }

    /// What is sent with it.
    package struct Body: Sendable {
        let name: String
        let properties: [Schema.Property]
        let example: JSONValue?
        /// What people call its fields, where forms say so.
        let labels: [String: Phrase]

        /// Fields that a form did not send although they are needed.
        func missing(in entries: Entries) -> [Flaw] {
            properties.filter { $0.isRequired && entries[$0.name] == nil }.map {
                Flaw(field: $0.name, reason: .missing)
            }
        }
    }

    package let place: Place
    /// The name and the summary of its operation.
    package let name: String
    package let about: String
    package let words: Words
    /// The noun of the act that takes it back, where one does.
    package let undo: String?
    package let body: Body?
    /// How its form says the fields, where one of them has several controls.
    let form: (@Sendable (Fields) -> Entries)?
    /// Whether the record is there no longer after it.
    private(set) package var removes = false
    /// Whether only members of the department do it; else its permission and its verb alone say who.
    var isForMembers = true
    /// What programs send it by.
    private(set) var method: HTTPRequest.Method
    private let work: Work

    /// What is done: a record is made, or one that is there is changed.
    enum Work: Sendable {
        case make(@Sendable (ActCall) throws -> Identifier<Record>)
        /// The record that what is sent names is changed, or made where there is none.
        case keep(known: @Sendable (Entries, Visit) throws -> Record?, @Sendable (ActCall) throws -> Identifier<Record>)
        /// - Parameter suits: whether the rules would take it on the record as it is, whatever is written with it.
        case change(
            @Sendable (Record) -> Permission?, suits: @Sendable (Record, Visit) throws -> Bool,
            @Sendable (ActCall, Record) throws -> Void)
    }

    init(
        _ place: Place, _ name: String, _ about: String, _ words: Words, undo: String? = nil, body: Body?,
        form: (@Sendable (Fields) -> Entries)? = nil, _ work: Work
    ) {
        self.place = place
        self.name = name
        self.about = about
        self.words = words
        self.undo = undo
        self.body = body
        self.form = form
        self.work = work
        method = place == .record ? .patch : .post
    }

    /// The same, sent by programs with another method: what is there is replaced, or changed in part.
    package func by(_ method: HTTPRequest.Method) -> Act {
        var act = self
        act.method = method
        return act
    }

    /// The same, after which the record is there no longer; its last state stays in the activity.
    package var takingAway: Act {
        var act = self
        act.removes = true
        return act
    }

    /// Does it, and says which record it was done to.
    /// - Parameter find: the record that the address names.
    func perform(_ call: ActCall, on find: (Visit) throws -> Record) throws -> Identifier<Record> {
        switch work {
        case .make(let make), .keep(_, let make):
            guard call.deed.actor.isMember || !isForMembers else { throw Refusal.notFound }
            return try make(call)
        case .change(let permission, _, let change):
            let record = try find(call.visit)
            try call.check(permission(record))
            try change(call, record)
            return record.id
        }
    }

    /// Whether its button is there: the visitor may, and the record is in a state from which it can be done. The rule
    /// itself is asked, so that a page never offers what would be refused.
    package func isOffered(_ record: Record, to visit: Visit) -> Bool {
        guard case .change(let permission, let suits, _) = work, let actor = visit.actor,
            actor.isMember || !isForMembers, visit.past == nil, permission(record).map(actor.may) ?? true
        else { return false }
        return (try? suits(record, visit)) ?? false
    }

    /// Whether a record is made by it, and none is there before.
    package var makes: Bool { if case .make = work { true } else { false } }
    /// What is asked of who does it; nothing where only the rule can tell.
    package func permission(on record: Record) -> Permission? {
        if case .change(let permission, _, _) = work { permission(record) } else { nil }
    }
    package var noun: String? {
        switch place {
        case .noun(let noun), .folder(let noun): noun
        case .collection, .record, .below: nil
        }
    }

    /// The record that it is about before it is done: the one that the address names, or what is sent.
    func present(_ call: APICall, on find: (Visit) throws -> Record) throws -> Record {
        switch work {
        case .make: throw Refusal.notFound
        case .change: return try find(call.visit)
        case .keep(let known, _):
            guard let record = try known(call.entries, call.visit) else { throw Refusal.notFound }
            return record
        }
    }
}

/// An act being done: who does it, when, with what, in one transaction.
package struct ActCall {
    package let visit: Visit
    package let transaction: Transaction
    package let deed: Deed
    /// What was sent with it.
    package let entries: Entries
    /// What is wrong with it whatever it is for: names that nobody declared, fields that are needed and not there.
    let flaws: [Flaw]
    /// The version that the person had before their eyes.
    package let version: Int?
    let course = Course()

    /// How it went.
    final class Course {
        /// The verb found all as it was to be.
        var changedNothing = false
    }

    /// Refuses who may not.
    package func check(_ permission: Permission?) throws {
        guard permission.map(deed.actor.may) ?? true else { throw Refusal.notAllowed }
    }

    /// Does something with what was sent over what was there. Whether it can be done comes first; then every field that
    /// needs another look is named at once: the transaction of what is refused leaves nothing.
    func taking<Draft: Drafted, Done>(_ stored: Draft, _ work: (Draft) throws -> Done) throws -> Done {
        let (draft, unread) = stored.reading(entries, try visit.names)
        let flaws = self.flaws + unread
        do {
            let done = try work(draft)
            if flaws.isEmpty { return done }
        } catch Refusal.invalid(let more) {
            // Of what is not there the rule says better what it lacks; nobody knows a name that was not written.
            let known = flaws.filter { flaw in flaw.reason != .missing || !more.contains { $0.field == flaw.field } }
            let others = more.filter { flaw in !known.contains { $0.field == flaw.field } }.map { flaw in
                flaw.reason == .unknown && entries[flaw.field]?.isEmpty == true
                    ? Flaw(field: flaw.field, reason: .missing) : flaw
            }
            throw Refusal.invalid(known + others)
        } catch Refusal.outdated where !unread.isEmpty {
            // Beside what somebody else saved stands what was written, which has to be readable first.
        }
        throw Refusal.invalid(flaws)
    }
}
