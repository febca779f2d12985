import Testing

@testable import Rouage

@Suite("What two people write on one briefing")
struct BriefingContentTests {
    private let base = Cast.briefing().content

    private func changed(_ change: (inout Briefing.Content) -> Void) -> Briefing.Content {
        var content = base
        change(&content)
        return content
    }

    @Test("in different parts is kept, both")
    func differentParts() {
        let mine = changed { $0.text.problem = "Mon problème." }
        let theirs = changed {
            $0.text.intention = "Leur intention."
            $0.appetiteDays = 30
            $0.tribeValues["risque"] = "Aucun."
        }
        let (content, clashes) = Briefing.Content.merging(mine: mine, theirs: theirs, from: base)
        #expect(clashes.isEmpty)
        #expect(content.text.problem == "Mon problème.")
        #expect(content.text.intention == "Leur intention.")
        #expect(content.appetiteDays == 30)
        #expect(content.tribeValues == ["risque": "Aucun."])
    }

    @Test("in the same part is mine, and the part is named")
    func samePart() {
        let mine = changed {
            $0.text.problem = "Mon problème."
            $0.tribeValues["risque"] = "Faible."
        }
        let theirs = changed {
            $0.text.problem = "Leur problème."
            $0.tribeValues["risque"] = "Fort."
        }
        let (content, clashes) = Briefing.Content.merging(mine: mine, theirs: theirs, from: base)
        #expect(clashes == [.text(.problem), .tribeField("risque")])
        #expect(content.text.problem == "Mon problème.")
        #expect(content.tribeValues == ["risque": "Faible."])
    }

    @Test("the same words in the same part is no clash")
    func sameWords() {
        let both = changed { $0.text.problem = "Le même." }
        let (content, clashes) = Briefing.Content.merging(mine: both, theirs: both, from: base)
        #expect(clashes.isEmpty)
        #expect(content == both)
    }

    @Test("emptying a tribe field against another's text is a clash, not a loss")
    func emptied() {
        let start = changed { $0.tribeValues["risque"] = "Faible." }
        var mine = start
        mine[tribeField: "risque"] = ""
        var theirs = start
        theirs[tribeField: "risque"] = "Fort."
        let (content, clashes) = Briefing.Content.merging(mine: mine, theirs: theirs, from: start)
        #expect(clashes == [.tribeField("risque")])
        #expect(content.tribeValues.isEmpty)
    }

    @Test("people added by one and taken off by the other are both followed")
    func contributors() {
        let start = changed { $0.contributors = [Cast.designer.id, Cast.engineer.id] }
        var mine = start
        mine.contributors = [Cast.designer.id, Cast.builder.id]
        var theirs = start
        theirs.contributors = [Cast.engineer.id, Cast.namedContact.id]
        let merged = Briefing.Content.merging(mine: mine, theirs: theirs, from: start).content
        #expect(merged.contributors == [Cast.namedContact.id, Cast.builder.id])
    }

    @Test("whatever the changes: what only one changed is theirs, a clash is named, nothing else moves")
    func anyChanges() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var (mine, theirs) = (base, base)
            for field in Briefing.Text.Field.allCases {
                if Bool.random(using: &random) { mine.text[field] = "m\(Int.random(in: 0...1, using: &random))" }
                if Bool.random(using: &random) { theirs.text[field] = "m\(Int.random(in: 0...1, using: &random))" }
            }
            let (content, clashes) = Briefing.Content.merging(mine: mine, theirs: theirs, from: base)
            for field in Briefing.Text.Field.allCases {
                let (a, b, o, c) = (mine.text[field], theirs.text[field], base.text[field], content.text[field])
                #expect(c == (a == o ? b : a))
                #expect(clashes.contains(.text(field)) == (a != o && b != o && a != b))
            }
        }
    }
}
