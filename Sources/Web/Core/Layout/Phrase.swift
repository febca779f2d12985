package import Rouage

/// A sentence in both languages; there is no way to write one of them only. It is set in print when it is read, in the
/// language that is read.
package struct Phrase: Sendable {
    private let plainFrench: String
    private let plainEnglish: String

    package init(fr: String, en: String) {
        plainFrench = fr
        plainEnglish = en
    }

    /// The phrase for a number of things: in French the plural starts at two, in English at anything but one.
    package init(count: Int, fr: (one: String, many: String), en: (one: String, many: String)) {
        let french = abs(count) < 2 ? fr.one : fr.many
        let english = abs(count) == 1 ? en.one : en.many
        self.init(
            fr: french.replacing("%", with: count.spelled(.french)),
            en: english.replacing("%", with: count.spelled(.english)))
    }

    package var french: String { Typography.french(plainFrench) }
    package var english: String { Typography.english(plainEnglish) }

    package func callAsFunction(_ language: Language) -> String {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

extension Int {
    /// `15 480` in French, `15,480` in English.
    package func spelled(_ language: Language) -> String {
        let digits = String(magnitude)
        guard digits.utf8.count > 3 else { return String(self) }
        var text = self < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text += language == .french ? "\u{202F}" : "," }
            text.append(digit)
        }
        return text
    }
}

extension Language {
    /// What it calls itself.
    package var ownName: String {
        switch self {
        case .french: "Français"
        case .english: "English"
        }
    }
}
