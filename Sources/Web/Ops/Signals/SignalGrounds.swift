import HTML
import Rouage
import Storage
import WebCore

/// What a signal that was answered stood on, in words: it is kept by names that stay.
enum SignalGrounds {
    static func html(_ answer: SignalAnswer, _ visit: Visit) throws -> HTML {
        switch answer.sort {
        case .repeatedRequest: try requests(answer.evidence, visit)
        case .lateDependencies, .incidentSurge:
            HTML(
                answer.evidence.map { label in
                    visit.cycles.first { $0.label == label }?.name(visit.language) ?? label
                }.joined(separator: ", "))
        case .relapse: try answer.evidence.map { try relapse($0, visit) }.joined(", ")
        }
    }

    private static func requests(_ refs: [String], _ visit: Visit) throws -> HTML {
        let known = Dictionary(
            try visit.reading.records(OpsRequest.self, where: "ref IN \(in: refs)").map { ($0.ref, $0) },
            uniquingKeysWith: { first, _ in first })
        return refs.map { ref -> HTML in
            guard let request = known[ref] else { return HTML(ref) }
            return "<a href=\"\(request.address)\">\(RequestWords(visit).title(request))</a>"
        }.joined(" · ")
    }

    /// `ref@2026-02-24`, the playbook and the day since when it slips.
    private static func relapse(_ text: String, _ visit: Visit) throws -> HTML {
        let parts = text.split(separator: "@").map(String.init)
        guard parts.count == 2, let day = Day(parts[1]),
            let playbook = try visit.reading.records(Playbook.self, where: "ref = \(parts[0])").first
        else { return HTML(text) }
        let since = visit.say(
            Phrase(
                fr: "depuis le \(visit.dates.short(day))", en: "since \(visit.dates.short(day))"))
        return "<a href=\"/playbooks/\(playbook.id.description)\">\(playbook.content.title)</a>, \(since)"
    }
}
