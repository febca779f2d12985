@testable import Rouage
import Testing

@Suite("Silent dependencies")
struct SilentModelTests {
    private static func unit(_ number: UInt64) -> Identifier<Rouage.Unit> { Identifier(high: 8, low: number) }
    private let bulletins = unit(1)
    private let moteur = unit(2)
    private let identite = unit(3)
    private let frais = unit(4)

    private var teams: [AskableTeam] {
        [
            AskableTeam(id: bulletins, names: ["Bulletins"]), AskableTeam(id: moteur, names: ["Moteur de paie"]),
            AskableTeam(id: identite, names: ["Identité et accès"]), AskableTeam(id: frais, names: ["Notes de frais"]),
        ]
    }

    /// Four quarters: what shows an amount of the payslip asked the payroll engine, what opens a link asked identity.
    private var past: [Precedent] {
        let pages: [(Identifier<Rouage.Unit>, String, String, [Identifier<Rouage.Unit>])] = [
            (bulletins, "Le net expliqué", "Chaque rubrique du bulletin montre son calcul et son libellé.", [moteur]),
            (bulletins, "Le brut expliqué", "La rubrique du bulletin dit quel calcul donne le montant.", [moteur]),
            (bulletins, "Un lien sans mot de passe", "Le salarié ouvre un lien et se connecte en un clic.", [identite]),
            (frais, "Photographier un reçu", "Le reçu est lu et le montant proposé au salarié.", []),
            (frais, "Le plafond des repas", "Le plafond des repas est rappelé avant la saisie.", []),
            (identite, "Connexion unique", "Le mot de passe disparaît de la connexion par un lien.", []),
            (moteur, "Calcul rejoué", "Le calcul d’une rubrique est rejoué avec son montant d’origine.", []),
            (bulletins, "Le calcul du prorata", "Une rubrique du bulletin dit le calcul du prorata.", [moteur]),
        ]
        return pages.enumerated().map { place, page in
            Precedent(
                briefing: Identifier(high: 9, low: UInt64(place)), team: page.0, cycle: place / 2, title: page.1,
                text: page.2, asked: page.3)
        }
    }

    private var draft: SilentDraft {
        SilentDraft(
            team: bulletins, title: "Le bulletin d’un départ",
            text: """
                Le calcul du montant de chaque rubrique du bulletin se relit à la main. Nous voulons montrer le calcul \
                et le libellé de la rubrique, avec le moteur de paie.
                """)
    }

    @Test("names the team that close initiatives asked, with reasons that can be looked up")
    func guesses() throws {
        let guesses = SilentModel(past).guesses(for: draft, among: teams, named: [])
        let first = try #require(guesses.first)
        #expect(first.team == moteur)
        #expect(first.chance >= SilentGuess.threshold && first.chance <= 1)
        #expect(first.reasons.contains(.namedInTheText))
        #expect(first.reasons.contains(.habit(cycles: 2, of: 3)))
        let isClose = first.reasons.contains { reason in
            guard case .neighbours(let named, let all, let examples) = reason else { return false }
            return named >= 2 && all >= named && examples.contains { $0.title == "Le calcul du prorata" }
        }
        #expect(isClose, "\(first.reasons)")
        let speaks = first.reasons.contains { reason in
            guard case .words(let words) = reason else { return false }
            return words.contains("calcul") || words.contains("rubrique")
        }
        #expect(speaks, "\(first.reasons)")
    }

    @Test("says the same whatever order the teams come in, and twice the same")
    func deterministic() {
        let model = SilentModel(past)
        let guesses = model.guesses(for: draft, among: teams, named: [])
        #expect(model.guesses(for: draft, among: teams.reversed(), named: []) == guesses)
        #expect(SilentModel(past).guesses(for: draft, among: teams, named: []) == guesses)
    }

    @Test("never names the team itself, nor one that is named or dismissed already")
    func named() {
        let model = SilentModel(past)
        #expect(model.guesses(for: draft, among: teams, named: []).allSatisfy { $0.team != bulletins })
        #expect(model.guesses(for: draft, among: teams, named: [moteur]).allSatisfy { $0.team != moteur })
        #expect(!model.chances(for: draft, among: teams).map(\.team).contains(bulletins))
    }

    @Test("says nothing on a few words, and nothing below the threshold")
    func silence() {
        let short = SilentDraft(team: bulletins, title: "Le calcul", text: "Une rubrique du moteur de paie.")
        #expect(SilentModel(past).guesses(for: short, among: teams, named: []).isEmpty)
        let other = SilentDraft(
            team: frais, title: "Le plafond kilométrique",
            text: "Les trajets dépassent souvent le barème, et personne ne prévient avant la saisie du trajet suivant.")
        #expect(SilentModel(past).guesses(for: other, among: teams, named: []).isEmpty)
    }

    @Test("shows at most three")
    func most() {
        let many = (10..<20).map { AskableTeam(id: Self.unit($0), names: ["Équipe \($0)"]) }
        let asked = many.map(\.id)
        let loud = past.map {
            Precedent(
                briefing: $0.briefing, team: $0.team, cycle: $0.cycle, title: $0.title, text: $0.text, asked: asked)
        }
        let guesses = SilentModel(loud).guesses(for: draft, among: many, named: [])
        #expect(guesses.count == SilentGuess.most)
        #expect(guesses.map(\.chance) == guesses.map(\.chance).sorted(by: >))
    }

    @Test("a sign more never makes a team less likely")
    func monotonous() {
        let plain = SilentEvidence(usual: -2)
        for sign in [
            \SilentEvidence.neighbours, \.usual, \.habit, \.subject, \.ownSubject, \.together, \.named, \.namedAsTeam,
        ] as [WritableKeyPath<SilentEvidence, Double>] {
            var more = plain
            more[keyPath: sign] += 0.5
            #expect(more.chance > plain.chance)
        }
    }
}
