import HTTPTypes
package import Rouage
import Storage

/// The acts of one noun, and where they are done.
package struct Acts<Record: Noun>: Sendable {
    /// `/topics`
    package let folder: String
    package let all: [Act<Record>]
    /// The record that the address names, for who may see it.
    let find: @Sendable (Visit) throws -> Record
    /// The page that the visitor goes to after an act, where it is not the record's own.
    let landing: Landing?
    /// The page that the visitor goes to when the record is there no longer.
    let leaving: (@Sendable (Visit, Record) throws -> String)?

    package typealias Landing = @Sendable (Visit, Act<Record>, Identifier<Record>) throws -> String

    package init(
        at folder: String,
        find: @escaping @Sendable (Visit) throws -> Record = { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            return try visit.record()
        },
        landing: Landing? = nil, leaving: (@Sendable (Visit, Record) throws -> String)? = nil, _ all: [Act<Record>]
    ) {
        self.folder = folder
        self.find = find
        self.landing = landing
        self.leaving = leaving
        self.all = all
    }

    package subscript(noun: String) -> Act<Record>? { all.first { $0.noun == noun } }

    private func path(of act: Act<Record>) -> String {
        switch act.place {
        case .collection: folder
        case .record: "\(folder)/:id"
        case .noun(let noun): "\(folder)/:id" + (noun.isEmpty ? "" : "/" + noun)
        case .below(let path): path
        }
    }

    fileprivate func perform(_ act: Act<Record>, _ visit: Visit, _ transaction: Transaction, _ sent: Sending) throws
        -> Identifier<Record>
    {
        let call = ActCall(
            visit: visit, transaction: transaction, deed: try visit.deed, entries: sent.entries, flaws: sent.flaws,
            version: sent.version)
        return try act.perform(call, on: find)
    }

    /// Hangs their forms on the router. A refused one shows the page again: the record's, or that of a new one.
    package func add(to routes: Routes, again: @escaping Routes.Page, new: @escaping Routes.Page) {
        for act in all {
            let path = path(of: act)
            routes.form(
                path,
                { visit, transaction in
                    let entries = Entries(visit.exchange.form)
                    let sent = Sending(
                        entries: entries, flaws: act.body?.missing(in: entries) ?? [],
                        version: visit.exchange.form.version)
                    let left = try leaving.map { try $0(visit, find(visit)) }
                    let id = try perform(act, visit, transaction, sent)
                    return .seeOther(
                        try left ?? landing?(visit, act, id) ?? "\(folder)/\(id)",
                        cookies: [Told.cookie(act.name, id.description)])
                }, again: act.makes ? new : again)
            routes.site.told.add(act.name, Told(done: act.words.done, folder: folder, undo: act.undo))
        }
    }

    /// The same as operations of the API; each answers with the record as it then is.
    package func operations(
        _ result: Schema, _ read: @escaping @Sendable (APICall, Identifier<Record>) throws -> APIResult
    ) -> [Operation] {
        all.map { act in
            let path = path(of: act).split(separator: "/")
                .map { $0.hasPrefix(":") ? "/{\($0.dropFirst())}" : "/\($0)" }.joined()
            return Operation(
                method: act.place == .record ? .patch : .post, path: path, name: act.name, about: act.about,
                body: act.body?.schema, example: act.body?.example, result: result, needsVersion: act.place == .record,
                work: .act(
                    makes: act.makes,
                    { visit, transaction, sent in try perform(act, visit, transaction, sent).description },
                    { call, id in
                        guard let id = Identifier<Record>(id) else { throw Refusal.notFound }
                        return try read(call, id)
                    }))
        }
    }
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
