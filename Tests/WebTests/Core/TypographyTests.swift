import Rouage
import Testing
import Web
import WebCore

@Suite("Typography")
struct TypographyTests {
    /// `~` stands for a no-break space, `_` for a narrow one.
    @Test(
        "French",
        arguments: [
            ("Oui ; non ! Vraiment ?", "Oui_; non_! Vraiment_?"),
            ("Réponse : oui", "Réponse~: oui"),
            ("« ligne dépliable »", "«~ligne dépliable~»"),
            ("l'équipe d'abord...", "l’équipe d’abord…"),
            ("à 16 h 42", "à 16~h~42"),
            ("38 % et 12 €", "38_% et 12_€"),
            ("15 480 demandes", "15_480 demandes"),
            ("depuis 2 j", "depuis 2~j"), ("12 jours ouvrés", "12~jours ouvrés"), ("7 équipes", "7~équipes"),
            ("77 sur 100", "77~sur 100"), ("3 semaines", "3~semaines"),
            ("le 4 mars", "le 4~mars"), ("1er avr.", "1er~avr."), ("13 février", "13~février"), ("2 août", "2~août"),
            ("attendue le 3 avr..", "attendue le 3~avr."), ("T2 2026", "T2~2026"), ("le T2 tombe", "le T2 tombe"),
            ("ven. 6 mars", "ven.~6~mars"),
            ("en 2026 mars", "en 2026 mars"), ("12 jolies choses", "12 jolies choses"),
            ("Une phrase, sans rien.", "Une phrase, sans rien."), ("", ""), (" ", " "), (":", ":"),
        ])
    func french(plain: String, printed: String) {
        #expect(Typography.french(plain) == Self.spaced(printed))
        #expect(Typography.french(Typography.french(plain)) == Self.spaced(printed), "once set, it stays")
    }

    @Test(
        "English",
        arguments: [
            ("It's here", "It’s here"), ("the \"no dependency\" sign", "the “no dependency” sign"),
            ("wait...", "wait…"), ("Q2 2026", "Q2~2026"), ("Note: 38 % stays", "Note: 38 % stays"),
            ("(\"so\")", "(“so”)"),
        ])
    func english(plain: String, printed: String) { #expect(Typography.english(plain) == Self.spaced(printed)) }

    @Test("a phrase has its plural and its thousands in each language")
    func counts() {
        func say(_ count: Int, _ language: Language) -> String {
            Phrase(count: count, fr: ("% carte", "% cartes"), en: ("% card", "% cards"))(language)
        }
        #expect(say(0, .french) == "0 carte" && say(0, .english) == "0 cards")
        #expect(say(1, .french) == "1 carte" && say(1, .english) == "1 card")
        #expect(say(15_480, .french) == "15\u{202F}480 cartes" && say(15_480, .english) == "15,480 cards")
    }

    private static func spaced(_ text: String) -> String {
        text.replacing("~", with: "\u{A0}").replacing("_", with: "\u{202F}")
    }
}
