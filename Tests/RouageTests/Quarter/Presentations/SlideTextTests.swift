import Rouage
import Testing

@Suite("What fits on a slide")
struct SlideTextTests {
    @Test("whole sentences, as many as fit; else its first words and an ellipsis")
    func lead() {
        let text = "Un lecteur sur douze bute chaque mois. Personne n’écrit les libellés. Le support répond."
        #expect(SlideText.lead(text, upTo: 200) == text)
        #expect(
            SlideText.lead(text, upTo: 70) == "Un lecteur sur douze bute chaque mois. Personne n’écrit les libellés.")
        #expect(SlideText.lead(text, upTo: 40) == "Un lecteur sur douze bute chaque mois.")
        #expect(SlideText.lead(text, upTo: 20) == "Un lecteur sur…")
        #expect(SlideText.lead("Reprise\n\n1 200 lignes", upTo: 60) == "Reprise 1 200 lignes")
        let long = String(repeating: "x", count: 300)
        #expect(SlideText.lead(long, upTo: 50).count == 50)
        for limit in 1...80 { #expect(SlideText.lead(text, upTo: limit).count <= limit) }
    }

    static let movements: [(text: String, language: Language, from: String, to: String, unit: String)] = [
        (
            "Faire passer de 3 100 à 1 500 demandes au support par mois, fin juin.", .french, "3 100", "1 500",
            "demandes au support par mois"
        ),
        (
            "Passer de 11 % à 2 % de bulletins en retard à fin juin.", .french, "11 %", "2 %",
            "de bulletins en retard à fin juin"
        ),
        ("Réussi si une correction passe de 40 à 5 minutes et si les reports baissent.", .french, "40", "5", "minutes"),
        ("Nous mesurons les relectures : de 20 % à 8 %.", .french, "20 %", "8 %", ""),
        ("Passer de 37 à 10 jours, au même endroit.", .french, "37", "10", "jours"),
        ("Bring it from 12 to 4 minutes a day, by June.", .english, "12", "4", "minutes a day"),
        ("Cut from 3.2 s to 1.2 s at p95.", .english, "3.2 s", "1.2 s", "at p95"),
    ]

    @Test("a figure that moves is found in the intention", arguments: movements)
    func movement(_ row: (text: String, language: Language, from: String, to: String, unit: String)) {
        #expect(Movement(in: row.text, row.language) == Movement(from: row.from, to: row.to, unit: row.unit))
    }

    @Test(
        "no figure is made up",
        arguments: ["Passer de la paie à la DSN.", "De 3 équipes.", "Réduire de 20 %.", "", "de à", "de 3 à"])
    func none(text: String) { #expect(Movement(in: text, .french) == nil) }
}
