package import Rouage

/// A sentence in both languages; there is no way to write one of them only.
package struct Phrase: Sendable {
    let french: String
    let english: String

    package init(fr: String, en: String) {
        french = Typography.french(fr)
        english = Typography.english(en)
    }

    /// The phrase for a number of things: in French the plural starts at two, in English at anything but one.
    package init(count: Int, fr: (one: String, many: String), en: (one: String, many: String)) {
        let number = String(count)
        let french = abs(count) < 2 ? fr.one : fr.many
        let english = abs(count) == 1 ? en.one : en.many
        self.init(
            fr: french.replacing("%", with: number), en: english.replacing("%", with: number))
    }

    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}
