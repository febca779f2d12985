import Rouage

/// What can be found by its words.
protocol Searchable: Noun {
    var searchTitle: String { get }
    var searchBody: String { get }
}

extension Briefing: Searchable {
    var searchTitle: String { text.title }
    var searchBody: String {
        [text.problem, text.source, text.problemSize, text.intention, text.people, ref].joined(separator: " ")
    }
}

extension Person: Searchable {
    var searchTitle: String { name }
    var searchBody: String { "\(job) \(code)" }
}

extension Rouage.Unit: Searchable {
    var searchTitle: String { name }
    var searchBody: String { code }
}

extension OpsRequest: Searchable {
    var searchTitle: String { self.title }
    var searchBody: String { "\(self.whatHurts) \(answer) \(ref)" }
}

extension Playbook: Searchable {
    var searchTitle: String { content.title }
    var searchBody: String {
        ([content.why, content.trigger, content.exitRule] + content.steps.map(\.what)).joined(separator: " ")
    }
}

extension Topic: Searchable {
    var searchTitle: String { content.title }
    var searchBody: String { "\(content.problem) \(content.sourceNotes) \(ref)" }
}

extension OpsProject: Searchable {
    var searchTitle: String { title }
    var searchBody: String { "\(problem) \(solution) \(ref)" }
}

extension Incident: Searchable {
    var searchTitle: String { title }
    var searchBody: String { "\(customerEffect) \(ref)" }
}

extension Dependency: Searchable {
    var searchTitle: String { what }
    var searchBody: String { "\(externalParty) \(ref)" }
}
