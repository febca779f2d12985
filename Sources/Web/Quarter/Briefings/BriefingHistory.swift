import HTML
import Rouage
import Storage
import WebCore

/// What happened to a briefing and to what it waits for, newest first, in words. What one person saved in a row is one
/// line.
struct BriefingHistory {
    let page: BriefingPage
    private var visit: Visit { page.visit }

    var lines: [HTML] {
        var lines: [HTML] = []
        var last: HistoryLine?
        // That a dependency came in with a file says nothing.
        for line in page.history where line.subject == .briefing || line.action != .imported {
            let isSame =
                last.map {
                    $0.subject == .briefing && line.subject == .briefing && $0.action == .revised
                        && line.action == .revised && $0.actor == line.actor
                } ?? false
            if !isSame { lines.append(html(line)) }
            last = line
        }
        return lines
    }

    private func html(_ line: HistoryLine) -> HTML {
        let text: HTML = line.subject == .dependency ? dependency(line) : briefing(line)
        return "<li><time>\(visit.shortDay(line.at))</time><span>\(text)</span></li>"
    }

    private func briefing(_ line: HistoryLine) -> HTML {
        let who = line.actor == nil ? "Rouage" : visit.name(line.actor)
        let reason: HTML = line.reason.isEmpty ? "" : " <q>\(line.reason)</q>"
        let version: HTML =
            line.action == .revised && isOpen(line.version - 1)
            ? " <a href=\"\(page.address)/versions/\(line.version - 1)..\(line.version)\">v\(line.version)</a>" : ""
        return "\(who), \(visit.say(line.action.phrase))\(version)\(reason)"
    }

    /// Versions from before the submission are the team's own.
    private func isOpen(_ version: Int) -> Bool {
        if page.isWriter { return version > 0 }
        let submitted = page.history.first { $0.subject == .briefing && $0.action == .submitted }?.version ?? 1
        return version >= submitted
    }

    private func dependency(_ line: HistoryLine) -> HTML {
        guard let dependency = page.dependencies.first(where: { $0.id.description == line.subjectID }) else {
            return ""
        }
        let asks: Set<Action> = [
            .pointedOut, .counterAccepted, .counterRefused, .reasked, .delivered, .claimRefused, .mitigated, .withdrawn,
        ]
        let team =
            asks.contains(line.action) ? visit.name(dependency.askingTeam) : DependencyViews.giver(visit, dependency)
        let colon = visit.say(Phrase(fr: " :", en: ":"))
        return """
            \(team), \(visit.say(line.action.phrase))\(colon) <a href="#d-\(dependency.id.description)">\(dependency.what.set(in: page.language))</a>
            """
    }
}
