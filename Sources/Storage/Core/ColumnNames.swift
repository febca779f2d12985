import Synchronization

/// `neededBy` in Swift is `needed_by` in a table.
enum ColumnNames {
    private static let known = Mutex<[String: String]>([:])

    static func column(_ property: String) -> String {
        known.withLock { known in
            if let column = known[property] { return column }
            let column = property.reduce(into: "") { name, letter in
                name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
            }
            known[property] = column
            return column
        }
    }

    static func property(_ column: String) -> String {
        let words = column.split(separator: "_")
        return words.dropFirst().reduce(into: String(words[0])) { $0 += $1.prefix(1).uppercased() + $1.dropFirst() }
    }
}
