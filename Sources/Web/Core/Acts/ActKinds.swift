import HTTPTypes
package import Rouage
package import Storage

/// The ways to declare an act: by a verb of the record, or by work over several records.
extension Act {
    /// Makes a record out of what was sent.
    /// - Parameter permission: what is asked of who does it; nothing where only the rule can tell.
    package static func making<Draft: Drafted>(
        _ name: String, _ about: String, _ words: Words, of blank: @escaping @Sendable (Visit) -> Draft, body: String,
        notes: [String: String] = [:], example: JSONValue? = nil, _ permission: Permission? = nil,
        _ make: @escaping @Sendable (Draft, ActCall) throws -> Identifier<Record>
    ) -> Act {
        Act(
            .collection, name, about, words, body: Body(Draft.self, body, notes, example, needsRequired: true),
            .make { call in
                try call.check(permission)
                return try call.taking(blank(call.visit)) { try make($0, call) }
            })
    }

    /// The same out of a draft that is the same for everybody.
    package static func making<Draft: Drafted>(
        _ name: String, _ about: String, _ words: Words, of blank: Draft, body: String, notes: [String: String] = [:],
        example: JSONValue? = nil, _ permission: Permission? = nil,
        _ make: @escaping @Sendable (Draft, ActCall) throws -> Identifier<Record>
    ) -> Act {
        making(name, about, words, of: { _ in blank }, body: body, notes: notes, example: example, permission, make)
    }

    /// Makes a record that belongs to another one.
    /// - Parameters:
    ///   - path: where it is sent to, such as `/briefings/:id/dependencies`.
    ///   - find: what that address names, for who may see it.
    package static func making<Whole, Draft: Drafted>(
        below path: String, of find: @escaping @Sendable (Visit) throws -> Whole, _ name: String, _ about: String,
        _ words: Words, of blank: Draft, body: String, notes: [String: String] = [:], example: JSONValue? = nil,
        _ permission: @escaping @Sendable (Whole) -> Permission?,
        _ make: @escaping @Sendable (Whole, Draft, ActCall) throws -> Identifier<Record>
    ) -> Act {
        Act(
            .below(path), name, about, words, body: Body(Draft.self, body, notes, example, needsRequired: true),
            .make { call in
                let whole = try find(call.visit)
                try call.check(permission(whole))
                return try call.taking(blank) { try make(whole, $0, call) }
            })
    }

    /// The same of what needs no words.
    package static func making<Whole>(
        below path: String, of find: @escaping @Sendable (Visit) throws -> Whole, _ name: String, _ about: String,
        _ words: Words, _ make: @escaping @Sendable (Whole, ActCall) throws -> Identifier<Record>
    ) -> Act {
        Act(.below(path), name, about, words, body: nil, .make { try make(find($0.visit), $0) })
    }

    /// Changes the record that what is sent names, or makes it where there is none; what was not sent stays.
    /// - Parameter known: that record, before.
    package static func keeping<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Words,
        over stored: @escaping @Sendable (Record?) -> Draft, body: String, notes: [String: String] = [:],
        example: JSONValue? = nil, known: @escaping @Sendable (Draft, Visit) throws -> Record?,
        _ permission: Permission,
        _ keep: @escaping @Sendable (Record?, Draft, ActCall) throws -> Identifier<Record>
    ) -> Act {
        let find: @Sendable (Entries, Visit) throws -> Record? = { entries, visit in
            try known(stored(nil).reading(entries, visit.names).draft, visit)
        }
        return Act(
            .folder(noun), name, about, words, body: Body(Draft.self, body, notes, example, needsRequired: true),
            .keep(known: find) { call in
                try call.check(permission)
                let record = try find(call.entries, call.visit)
                return try call.taking(stored(record)) { try keep(record, $0, call) }
            })
    }

    /// Changes what people write of a record; what was not sent stays.
    package static func editing<Draft: Drafted>(
        _ name: String, _ about: String, _ words: Words, _ part: any KeyPath<Record, Draft> & Sendable, body: String,
        notes: [String: String] = [:], example: JSONValue? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        _ verb: @escaping @Sendable (inout Record, Draft, ActCall) throws -> Activity?
    ) -> Act {
        editing(
            name, about, words, over: { record, _ in record[keyPath: part] }, body: body, notes: notes,
            example: example, permission
        ) { record, draft, call in
            try call.change(record) { try verb(&$0, draft, call) }
        }
    }

    /// The same, by work that looks at more than the record, over what it says or what it said when its form was shown.
    /// - Parameter form: how the form says the fields, where one of them has several controls.
    package static func editing<Draft: Drafted>(
        _ name: String, _ about: String, _ words: Words,
        over stored: @escaping @Sendable (Record, ActCall) throws -> Draft,
        form: (@Sendable (Fields) -> Entries)? = nil, body: String, notes: [String: String] = [:],
        example: JSONValue? = nil, _ permission: @escaping @Sendable (Record) -> Permission?,
        _ work: @escaping @Sendable (Record, Draft, ActCall) throws -> Void
    ) -> Act {
        Act(
            .record, name, about, words, body: Body(Draft.self, body, notes, example, needsRequired: false),
            form: form,
            .change(permission, suits: { _, _ in true }) { call, record in
                try call.taking(stored(record, call)) { try work(record, $0, call) }
            })
    }

    /// Takes a record away by one of its verbs.
    package static func removing(
        _ name: String, _ about: String, _ words: Words,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        _ verb: @escaping @Sendable (Record, Reading, Deed) throws -> Activity
    ) -> Act {
        Act(
            .noun("removal"), name, about, words, body: nil,
            .change(
                permission, suits: { record, visit in try wouldTake(record, visit) { try verb($0, visit.reading, $1) } }
            ) { call, record in
                if let version = call.version, version != record.version { throw Refusal.outdated }
                try call.transaction.remove(record.id) { try verb($0, call.transaction, call.deed) }
            }
        ).takingAway
    }

    /// Changes the state of a record by one of its verbs.
    package static func act(
        _ noun: String, _ name: String, _ about: String, _ words: Words, undo: String? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        _ verb: @escaping @Sendable (inout Record, Deed) throws -> Activity?
    ) -> Act {
        Act(
            .noun(noun), name, about, words, undo: undo, body: nil,
            .change(permission, suits: { try wouldTake($0, $1, verb) }) { call, record in
                try call.change(record) { try verb(&$0, call.deed) }
            })
    }

    /// The same, with something written.
    package static func act<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Words, of blank: Draft, body: String,
        notes: [String: String] = [:], example: JSONValue? = nil, undo: String? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        _ verb: @escaping @Sendable (inout Record, Draft, Deed) throws -> Activity?
    ) -> Act {
        act(
            noun, name, about, words, over: { _ in blank }, body: body, notes: notes, example: example, undo: undo,
            permission, verb)
    }

    /// The same, with something written over what the record says; what was not sent stays.
    package static func act<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Words,
        over stored: @escaping @Sendable (Record) -> Draft, body: String, notes: [String: String] = [:],
        example: JSONValue? = nil, undo: String? = nil, _ permission: @escaping @Sendable (Record) -> Permission?,
        _ verb: @escaping @Sendable (inout Record, Draft, Deed) throws -> Activity?
    ) -> Act {
        work(
            noun, name, about, words, over: { record, _ in stored(record) }, body: body, notes: notes,
            needsRequired: true, example: example, undo: undo, permission,
            suits: { record, visit in try wouldTake(record, visit) { try verb(&$0, stored(record), $1) } }
        ) { record, draft, call in
            try call.change(record) { try verb(&$0, draft, call.deed) }
        }
    }

    /// Work that looks at more than the record.
    /// - Parameter suits: whether it can be done to the record as it is.
    package static func work(
        _ noun: String, _ name: String, _ about: String, _ words: Words, undo: String? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        suits: @escaping @Sendable (Record, Visit) throws -> Bool,
        _ work: @escaping @Sendable (Record, ActCall) throws -> Void
    ) -> Act {
        Act(
            .noun(noun), name, about, words, undo: undo, body: nil,
            .change(permission, suits: suits) { try work($1, $0) })
    }

    /// The same, with something written.
    package static func work<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Words, of blank: Draft, body: String,
        notes: [String: String] = [:], example: JSONValue? = nil, undo: String? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        suits: @escaping @Sendable (Record, Visit) throws -> Bool,
        _ work: @escaping @Sendable (Record, Draft, ActCall) throws -> Void
    ) -> Act {
        Self.work(
            noun, name, about, words, over: { _, _ in blank }, body: body, notes: notes, needsRequired: true,
            example: example, undo: undo, permission, suits: suits, work)
    }

    /// The same, with something written over what the record says; what was not sent stays.
    /// - Parameter form: how the form says the fields, where one of them has several controls.
    package static func work<Draft: Drafted>(
        _ noun: String, _ name: String, _ about: String, _ words: Words,
        over stored: @escaping @Sendable (Record, Visit) throws -> Draft,
        form: (@Sendable (Fields) -> Entries)? = nil, body: String, notes: [String: String] = [:],
        needsRequired: Bool = false, example: JSONValue? = nil, undo: String? = nil,
        _ permission: @escaping @Sendable (Record) -> Permission?,
        suits: @escaping @Sendable (Record, Visit) throws -> Bool,
        _ work: @escaping @Sendable (Record, Draft, ActCall) throws -> Void
    ) -> Act {
        Act(
            .noun(noun), name, about, words, undo: undo,
            body: Body(Draft.self, body, notes, example, needsRequired: needsRequired), form: form,
            .change(permission, suits: suits) { call, record in
                try call.taking(stored(record, call.visit)) { try work(record, $0, call) }
            })
    }

    /// Tries the verb on a copy: what lacks only in what is written with it can be done.
    package static func wouldTake(
        _ record: Record, _ visit: Visit, _ verb: (inout Record, Deed) throws -> Activity?
    ) throws -> Bool {
        var copy = record
        do { return try verb(&copy, visit.deed) != nil } catch let refusal as Refusal {
            if case .invalid = refusal { return true }
            return false
        }
    }
}

extension ActCall {
    /// Changes the record by a verb, held to the version that was seen.
    package func change<Record: Noun>(_ record: Record, by verb: (inout Record) throws -> Activity?) throws {
        let after = try transaction.change(record.id, version: version, by: verb)
        course.changedNothing = after.version == record.version
    }
}
