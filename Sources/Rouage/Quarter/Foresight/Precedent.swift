/// A past initiative: what it said, whose it was, and which teams it asked for something.
package struct Precedent: Sendable {
    package let briefing: Identifier<Briefing>
    package let team: Identifier<Unit>
    /// The place of its cycle in time: 1 later, one cycle later.
    package let cycle: Int
    package let title: String
    package let text: String
    package let asked: [Identifier<Unit>]

    package init(
        briefing: Identifier<Briefing>, team: Identifier<Unit>, cycle: Int, title: String, text: String,
        asked: [Identifier<Unit>]
    ) {
        self.briefing = briefing
        self.team = team
        self.cycle = cycle
        self.title = title
        self.text = text
        self.asked = asked
    }
}

extension Cycle {
    /// The cycles from which is learnt who is needed: the last eight whose alignment is over, the oldest first.
    package static func teaching(of cycles: [Cycle], on day: Day) -> [Cycle] {
        cycles.filter { $0.state(on: day) >= .frozen }.sorted { $0.start < $1.start }.suffix(8)
    }
}

/// A draft that is being written, as its words show it.
package struct SilentDraft: Sendable {
    package let team: Identifier<Unit>
    let title: [Words.Word]
    let body: [Words.Word]

    package init(team: Identifier<Unit>, title: String, text: String) {
        self.team = team
        self.title = Words.all(in: title)
        body = Words.all(in: text)
    }

    /// The title counts twice.
    var stems: [String] { (title + title + body).map(\.stem) }
}

/// A team that may be asked, and the names by which a text may speak of it.
package struct AskableTeam: Sendable {
    package let id: Identifier<Unit>
    let names: [[String]]

    package init(id: Identifier<Unit>, names: [String]) {
        self.id = id
        self.names = names.map(Words.stems).filter { !$0.isEmpty }
    }
}
