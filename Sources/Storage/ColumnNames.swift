/// `neededBy` in Swift is `needed_by` in a table.
enum ColumnNames {
    static func column(_ property: String) -> String {
        var name = ""
        for character in property {
            if character.isUppercase {
                name += "_"
                name += character.lowercased()
            } else {
                name.append(character)
            }
        }
        return name
    }

    static func property(_ column: String) -> String {
        var name = ""
        var capital = false
        for character in column {
            if character == "_" {
                capital = true
            } else {
                name += capital ? character.uppercased() : String(character)
                capital = false
            }
        }
        return name
    }
}
