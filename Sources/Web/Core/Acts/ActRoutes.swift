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
    /// The page to which a form leads once it is done, where that is not the record's.
    private let back: @Sendable (Visit) -> String?

    package init(
        at folder: String, find: @escaping @Sendable (Visit) throws -> Record = { try $0.record() },
        backTo back: @escaping @Sendable (Visit) -> String? = { _ in nil }, _ all: [Act<Record>]
    ) {
        self.folder = folder
        self.find = find
        self.back = back
        self.all = all
    }

    package subscript(noun: String) -> Act<Record>? { all.first { $0.noun == noun } }

    private func path(of act: Act<Record>) -> String {
        switch act.place {
        case .collection: folder
        case .record: "\(folder)/:id"
        case .noun(let noun): "\(folder)/:id" + (noun.isEmpty ? "" : "/" + noun)
        }
    }

    fileprivate func perform(_ act: Act<Record>, _ visit: Visit, _ transaction: Transaction, _ sent: Sending) throws
        -> Identifier<Record>
    {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        let call = ActCall(
            visit: visit, transaction: transaction, deed: deed, entries: sent.entries, version: sent.version)
        return try act.perform(call, on: find)
    }

    /// Hangs their forms on the router. A refused one shows the page again: the record's, or that of a new one.
    package func add(to routes: Routes, again: @escaping Routes.Page, new: @escaping Routes.Page) {
        for act in all {
            let path = path(of: act)
            routes.form(
                path,
                { visit, transaction in
                    let sent = Sending(entries: Entries(visit.exchange.form), version: visit.exchange.form.version)
                    let id = try perform(act, visit, transaction, sent)
                    let cookie = Told.cookie(act.name, id.description)
                    return .seeOther(back(visit) ?? "\(folder)/\(id)", cookies: [cookie])
                }, again: act.makes ? new : again)
            routes.site.told.add(act.name, Told(done: act.words.done, folder: folder, undo: act.undo))
        }
    }

    /// The same as operations of the API; each answers with the record as it then is.
    package func operations(
        _ result: Schema, _ read: @escaping @Sendable (APICall, Identifier<Record>) throws -> APIResult
    ) -> [Operation] {
        all.map { act in
            let path = path(of: act).replacing(":id", with: "{id}")
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
    let version: Int?
}

extension Visit {
    /// The record that the address names.
    package func record<Record: Noun>() throws -> Record { try reading.get(try parameter("id")) }
}

extension Entries {
    /// The fields of a form; one that comes more than once is a list.
    package init(_ form: Fields) {
        self.init()
        for (name, pairs) in Dictionary(grouping: form.pairs, by: \.name) {
            self[name] = pairs.count == 1 ? .typed(pairs[0].value) : .several(pairs.map(\.value))
        }
    }
}
