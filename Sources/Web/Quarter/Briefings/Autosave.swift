import HTTPTypes
package import Rouage
import Storage
package import WebCore

/// What the page that saves itself is told: the version now kept, and whatever somebody else wrote meanwhile.
package enum Autosave {
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

    @Sendable static func saved(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        try .script(Saved(version: briefing.version, visit, merged: merged(visit, BriefingForm(visit, briefing))))
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
        return try .script(answer)
    }

    private static func merged(_ visit: Visit, _ form: BriefingForm) -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: form.changedByOthers.map { ($0.name, $0.value(in: form.content, visit, form.axes)) })
    }
}
