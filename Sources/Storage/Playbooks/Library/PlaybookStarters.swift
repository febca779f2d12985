package import Rouage

/// Playbooks to begin with, useful as they are, in both languages.
package enum PlaybookStarters {
    package struct Starter: Sendable {
        /// Its name in files, the same in both languages.
        package let key: String
        package let content: Playbook.Content
    }

    private static let known = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, read($0)) })

    package static func all(_ language: Language) -> [Starter] { known[language] ?? [] }

    private static func read(_ language: Language) -> [Starter] {
        let path = "Starters/playbooks.\(language.rawValue).csv"
        guard let asset = Asset.all.first(where: { $0.path == path }), let csv = try? CSV(Array(asset.bytes)) else {
            return []
        }
        let columns = SheetColumns(csv.header, nil)
        return csv.rows.compactMap { raw in
            var row = SheetRow(raw, columns)
            let starter = Starter(
                key: row.text("ref"), content: row.draft(over: Playbook.Content.blank, .none))
            return row.problems.isEmpty ? starter : nil
        }
    }
}

extension Transaction {
    /// Installs a starter as a draft of who installs it; each once.
    package func install(_ key: String, in language: Language, by deed: Deed) throws -> Playbook {
        guard let starter = PlaybookStarters.all(language).first(where: { $0.key == key }) else {
            throw Refusal.notFound
        }
        guard try count("SELECT count(*) FROM playbook WHERE ref = \(key)") == 0 else {
            throw Refusal.invalid("starter", .alreadyThere)
        }
        let (playbook, activity) = try Playbook.write(
            Playbook.Draft(starter.content, language: language, owner: deed.actor.id), ref: key, id: newID(), by: deed)
        try add(playbook, activity)
        return playbook
    }
}
