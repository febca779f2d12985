import Rouage
import Testing

@Suite("Declared fields")
struct FieldTests {
    private static let cycle = Cycle(
        id: Identifier(high: 9, low: 2), label: "2026-Q2", start: Day(2026, 4, 1), end: Day(2026, 6, 30),
        phases: PreparationPlan(preparing: Day(2026, 4, 1)...Day(2026, 6, 30), WorkCalendar.french).phases)
    private let names = Names(
        people: Cast.organisation.people.values, units: Cast.organisation.units.values, cycles: [Self.cycle],
        axes: [Axis(id: Identifier(high: 9, low: 1), code: "ax-1", Axis.Content(title: "Réduire les délais"))],
        on: Cast.organisation.day)

    private func read(_ entries: [String: Sent]) -> (Topic.Content, [String: Flaw.Reason]) {
        let (content, flaws) = Topic.Content().reading(Entries(entries), names)
        return (content, Dictionary(flaws.map { ($0.field, $0.reason) }, uniquingKeysWith: { first, _ in first }))
    }

    @Test("what people type is read as they write: spaces, lists, names without accents")
    func typed() {
        let (content, flaws) = read([
            "title": .typed("  Moins de réunions "), "kind": .typed("retire"), "effort_days": .typed("3 0"),
            "crafts": .several(["", "engineering", "product"]), "sponsor": .typed("CAMILLE AUBRAC"),
            "axis": .typed("reduire les delais"), "cycle": .typed(Self.cycle.label),
        ])
        #expect(flaws.isEmpty)
        #expect(content.title == "Moins de réunions" && content.sort == .retire && content.effortDays == 30)
        #expect(content.targetCrafts == [.product, .engineering] && content.sponsor == Cast.camille.id)
        #expect(content.axis == Identifier(high: 9, low: 1) && content.cycle == Self.cycle.id)
    }

    @Test("what is no choice, no number and no name is refused with its field, and never a usual value")
    func refused() {
        let (content, flaws) = read([
            "source": .typed("catastrophic"), "kind": .text(""), "effort_days": .typed("beaucoup"),
            "crafts": .typed("product;cooking"), "sponsor": .typed("Personne Inconnue"), "axis": .text("ax-2"),
            "cycle": .typed("2031-Q9"), "title": .whole(4),
        ])
        #expect(
            flaws == [
                "source": .unknown, "kind": .missing, "effort_days": .notANumber, "crafts": .unknown,
                "sponsor": .unknown, "axis": .unknown, "cycle": .unknown, "title": .notText,
            ])
        #expect(content == Topic.Content())
    }

    @Test("a program’s values keep their type: a number in quotation marks is no number")
    func ofPrograms() {
        #expect(read(["effort_days": .text("20")]).1 == ["effort_days": .notANumber])
        #expect(read(["effort_days": .whole(20)]).0.effortDays == 20)
        #expect(read(["crafts": .text("product")]).1 == ["crafts": .notText])
        #expect(read(["sponsor": .nothing]).1.isEmpty)
    }

    @Test(
        "yes and no are read in both languages, and nothing else is either",
        arguments: [
            ("VRAI", true), ("oui", true), ("Yes", true), ("x", true), ("FAUX", false), ("non", false), ("", false),
            ("peut-être", nil),
        ] as [(String, Bool?)])
    func yesAndNo(text: String, expected: Bool?) {
        #expect(Sent.typed(text).yes == expected)
    }

    @Test("what is too long, out of range or missing is told from the same declaration")
    func held() {
        let long = Topic.Content(title: " ", problem: String(repeating: "a", count: 901), effortDays: 401)
        #expect(
            long.flaws == [
                Flaw(field: "title", reason: .missing), Flaw(field: "problem", reason: .tooLong(by: 1)),
                Flaw(field: "effort_days", reason: .outOfRange(1...400)),
            ])
    }

    @Test("a name is known however it is written: accents, capitals, signs and the space around")
    func written() {
        let unit = Unit(id: Identifier(high: 1, low: 78), code: "eq-1", sort: .team, name: "L’Équipe-Santé")
        let names = Names(
            people: [Person](), units: [unit], cycles: [Cycle](), axes: [Axis](), on: Cast.organisation.day)
        for text in ["eq-1", "EQ-1", "L'Equipe-Sante", " l’équipe santé ", "L’ÉQUIPE-SANTÉ"] {
            #expect(names.unit(text).id == unit.id, "\(text)")
        }
        #expect(names.unit("eq 2").id == nil)
    }

    @Test("two who are called the same are nobody by that name, and themselves by their codes")
    func ambiguous() {
        let camille = Cast.camille.person
        let twin = Person(id: Identifier(high: 1, low: 77), code: "camille.bis", name: camille.name, craft: .design)
        let names = Names(
            people: [camille, twin], units: [Unit](), cycles: [Cycle](), axes: [Axis](), on: Cast.organisation.day)
        guard case .flaw(.ambiguous) = names.person(twin.name) else {
            Issue.record("one of two was chosen")
            return
        }
        #expect(names.person("camille.bis").id == twin.id && names.person(camille.code).id == camille.id)
    }
}
