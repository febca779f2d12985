import HTTPTypes
package import Rouage
import Storage

/// The acts of one noun, and where they are done.
package struct Acts<Record: Noun>: Sendable {
    /// `/topics`
    package let folder: String
    /// Where programs find them, when that is elsewhere.
    private let programs: String
    /// What the place of a record in its address is called, by programs too, and the word that stands there.
    private let place: String
    private let programsPlace: String
    private let word: @Sendable (Record, Visit) -> String
    package let all: [Act<Record>]
    /// The record that the address names, for who may see it.
    let find: @Sendable (Visit) throws -> Record
    /// The page that the visitor goes to after an act, where it is not the record's own.
    let landing: Landing?
    /// Whether its forms are held to the version that was seen; not where many change one record at once.
    let holdsVersion: Bool
    /// What a page that saves itself is told.
    private let saved: (@Sendable (Visit, Record) throws -> Answer)?

    /// - Parameter record: as it stands after the act; what is there no longer, as it was.
    package typealias Landing = @Sendable (_ visit: Visit, Act<Record>, _ record: Record) throws -> String

    package init(
        at folder: String, programs: String? = nil, by place: String = "id", programsBy: String? = nil,
        called word: @escaping @Sendable (Record, Visit) -> String = { record, _ in record.id.description },
        holdsVersion: Bool = true, isForMembers: Bool = true,
        find: @escaping @Sendable (Visit) throws -> Record = { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            return try visit.record()
        },
        landing: Landing? = nil,
        saved: (@Sendable (Visit, Record) throws -> Answer)? = nil, _ all: [Act<Record>]
    ) {
        self.folder = folder
        self.programs = programs ?? folder
        self.place = place
        programsPlace = programsBy ?? place
        self.word = word
        self.find = find
        self.landing = landing
        self.holdsVersion = holdsVersion
        self.saved = saved
        self.all = all.map { act in
            var act = act
            act.isForMembers = isForMembers
            return act
        }
    }

    package subscript(noun: String) -> Act<Record>? { all.first { $0.noun == noun } }

    private func path(of act: Act<Record>, in folder: String, by place: String) -> String {
        switch act.place {
        case .collection: folder
        case .record: "\(folder)/:\(place)"
        case .noun(let noun): "\(folder)/:\(place)" + (noun.isEmpty ? "" : "/" + noun)
        case .folder(let noun): "\(folder)" + (noun.isEmpty ? "" : "/" + noun)
        case .below(let path): path
        }
    }

    /// Where a record is; what its folder lies in is what the visitor is at.
    package func address(_ record: Record, _ visit: Visit) -> String {
        let above = folder.split(separator: "/").map { part in
            part.hasPrefix(":") ? (visit.exchange.parameters[String(part.dropFirst())] ?? "").inAddress : String(part)
        }
        return "/\((above + [word(record, visit).inAddress]).joined(separator: "/"))"
    }

    fileprivate func perform(_ act: Act<Record>, _ visit: Visit, _ transaction: Transaction, _ sent: Sending) throws
        -> (id: Identifier<Record>, changedNothing: Bool)
    {
        let call = ActCall(
            visit: visit, transaction: transaction, deed: try visit.deed, entries: sent.entries, flaws: sent.flaws,
            version: sent.version)
        let id = try act.perform(call, on: find)
        return (id, call.course.changedNothing)
    }

    /// Hangs their forms on the router. A refused one shows the page again: the record's, or that of a new one.
    package func add(to routes: Routes, again: @escaping Routes.Page, new: @escaping Routes.Page) {
        for act in all {
            let path = path(of: act, in: folder, by: place)
            routes.form(
                path,
                { visit, transaction in
                    let entries =
                        act.form?(visit.exchange.form) ?? Entries(visit.exchange.form, of: act.body?.properties ?? [])
                    let sent = Sending(
                        entries: entries, flaws: act.body?.missing(in: entries) ?? [],
                        version: visit.exchange.form.version)
                    let gone = act.removes ? try find(visit) : nil
                    let (id, changedNothing) = try perform(act, visit, transaction, sent)
                    let record = try gone ?? visit.reading.get(id)
                    if visit.exchange.isAutosave, let saved { return try saved(visit, record) }
                    return .seeOther(
                        try landing?(visit, act, record) ?? address(record, visit),
                        cookies: act.words.done == nil
                            ? []
                            : [Told.cookie(changedNothing ? Told.nothing : act.name, word(record, visit).inAddress)])
                },
                again: { visit in
                    var visit = visit
                    visit.labels = act.body?.labels ?? [:]
                    return try (act.makes ? new : again)(visit)
                })
            guard let done = act.words.done else { continue }
            routes.site.told.add(act.name, Told(done: done, folder: folder, undo: act.undo))
        }
    }

    /// The same as operations of the API; each answers with the record as it then is, or says that it is gone.
    package func operations(
        _ result: Schema, _ read: @escaping @Sendable (APICall, Identifier<Record>) throws -> APIResult
    ) -> [Operation] {
        all.map { operation($0, result, read) }
    }

    private func operation(
        _ act: Act<Record>, _ result: Schema,
        _ read: @escaping @Sendable (APICall, Identifier<Record>) throws -> APIResult
    ) -> Operation {
        let path = path(of: act, in: programs, by: programsPlace).split(separator: "/")
            .map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
        let before: @Sendable (APICall) throws -> APIResult = { call in
            try read(call, act.present(call, on: find).id)
        }
        return Operation(
            method: act.method, path: path, name: act.name, about: act.about, body: act.body?.schema,
            example: act.body?.example, result: act.removes ? Schema.of(RemovedJSON.self) : result,
            needsVersion: act.place == .record,
            work: .act(present: act.makes ? nil : before) { call, transaction, sent in
                let id = try perform(act, call.visit, transaction, sent).id
                let call = APICall(visit: call.visit, token: call.token, made: transaction.changes)
                return act.removes ? APIResult(try call.removed(Record.kind)) : try read(call, id)
            })
    }
}

extension Acts where Record: Shaped {
    /// The same of a record that is read as its shape says.
    package func operations() -> [Operation] { operations(Record.schema) { try $0.one($1) } }
}

/// What was sent with an act, read off its door.
package struct Sending: Sendable {
    let entries: Entries
    let flaws: [Flaw]
    let version: Int?
}

extension Visit {
    /// The record that the address names.
    package func record<Record: Noun>() throws -> Record { try reading.get(try parameter("id")) }

    /// What was sent by a form, over what was there.
    package func taken<Draft: Drafted>(over known: Draft) throws -> Draft {
        try known.taking(Entries(exchange.form), names)
    }
}

extension Entries {
    /// The fields of a form; one that comes more than once is a list, and `steps-0-what` is in the first row of one.
    package init(_ form: Fields) {
        self.init()
        var rows: [String: [Int: Entries]] = [:]
        for (name, pairs) in Dictionary(grouping: form.pairs, by: \.name) {
            let sent: Sent = pairs.count == 1 ? .typed(pairs[0].value) : .several(pairs.map(\.value))
            if let place = RowPlace(name) {
                rows[place.list, default: [:]][place.number, default: Entries()][place.part] = sent
            } else {
                self[name] = sent
            }
        }
        for (list, rows) in rows { self[list] = .rows(rows.sorted { $0.key < $1.key }.map(\.value)) }
    }

    /// The same, held against what is asked: texts by name come one by one, such as `scores-S1`.
    init(_ form: Fields, of properties: [Schema.Property]) {
        self.init(form)
        for property in properties where property.schema.isTexts {
            let (mark, sent) = ("\(property.name)-", form.pairs)
            let texts = sent.filter { $0.name.hasPrefix(mark) }.map { ($0.name.dropFirst(mark.count), $0.value) }
            guard !texts.isEmpty else { continue }
            self[property.name] = .named(
                Dictionary(texts.map { (String($0), $1) }, uniquingKeysWith: { _, last in last }))
        }
    }
}

/// Where a field of a form lies in the rows of a list: `steps-0-what`.
package struct RowPlace {
    package let list: String
    package let number: Int
    package let part: String

    package init?(_ name: String) {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, let number = Int(parts[1]), number >= 0 else { return nil }
        (list, self.number, part) = (String(parts[0]), number, String(parts[2]))
    }
}

extension Schema {
    var isTexts: Bool { if case .texts = self { true } else { false } }
}
