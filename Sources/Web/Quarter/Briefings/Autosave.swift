import Foundation
import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// What the page that saves itself is told: the version now kept, and whatever somebody else wrote meanwhile.
package enum Autosave {
    private struct Saved: Encodable {
        let version: Int
        let savedAt: String
        /// Parts that somebody else changed, by the name of their field in the form.
        let merged: [String: String]
    }

    private struct Clash: Encodable {
        let name: String
        let label: String
        let theirs: String
    }

    private struct Refused: Encodable {
        var message: String
        var version: Int?
        var by = ""
        var at = ""
        var clashes: [Clash] = []
        var merged: [String: String] = [:]
    }

    @Sendable static func saved(_ visit: Visit, _ id: Identifier<Briefing>) throws -> Answer {
        let briefing = try visit.reading.get(id)
        let (hour, minute) = visit.now.clock(in: visit.site.clock.zone)
        let saved = Saved(
            version: briefing.version, savedAt: visit.dates.clock(hour, minute),
            merged: try merged(visit, BriefingForm(visit, briefing)))
        return .json(Array(try JSONEncoder().encode(saved)))
    }

    package static func refused(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        guard let refusal = visit.refusal else { throw Refusal.notFound }
        var answer = Refused(message: visit.say(BriefingRefusal.sentence(visit, refusal, briefing)))
        if refusal == .outdated {
            let form = try BriefingForm(visit, briefing)
            let last = try visit.reading.history(of: briefing.id.description, limit: 1).first
            let (hour, minute) = briefing.updatedAt.clock(in: visit.site.clock.zone)
            answer.version = briefing.version
            answer.by = last.map { visit.name($0.actor) } ?? ""
            answer.at = visit.dates.clock(hour, minute)
            answer.clashes = form.clashes.map { part in
                Clash(
                    name: part.name, label: visit.say(part.phrase(form.fields)),
                    theirs: part.value(in: briefing.content, visit, form.axes))
            }
            answer.merged = merged(visit, form)
        }
        return .json(Array(try JSONEncoder().encode(answer)))
    }

    private static func merged(_ visit: Visit, _ form: BriefingForm) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: form.changedByOthers.map { ($0.name, $0.value(in: form.content, visit, form.axes)) })
    }
}
