import HTML
import Rouage
import Storage
import WebCore

/// Dates that cannot hold, told before the board: promised before what their giver waits for, or needed too soon.
struct InversionNote {
    let visit: Visit
    let risks: CycleRisks

    private static let most = 3

    var html: HTML {
        let promised = risks.inversions.filter { $0.sort == .promisedTooEarly }
        guard !promised.isEmpty else { return "" }
        let lines = Dictionary(uniqueKeysWithValues: risks.lines.map { ($0.id, $0) })
        let told = promised.prefix(Self.most).compactMap { inversion -> HTML? in
            guard let line = lines[inversion.dependency], let before = inversion.after.flatMap({ lines[$0] })
            else { return nil }
            return sentence(line, before)
        }
        let title = Phrase(
            count: promised.count, fr: ("Une date ne tient pas.", "% dates ne tiennent pas."),
            en: ("One date cannot hold.", "% dates cannot hold."))
        return """
            <div class="banner warn" role="region" aria-label="\(visit.say(Phrase(fr: "Dates qui ne tiennent pas", en: "Dates that cannot hold")))">\
            \(Part.icon("alert"))<div><p><b>\(visit.say(title))</b></p>\(told)</div></div>
            """
    }

    private func sentence(_ line: DependencyLine, _ before: DependencyLine) -> HTML {
        let giver = visit.name(line.givingTeam)
        let other = before.givingTeam == nil ? before.externalParty : visit.name(before.givingTeam)
        let (promised, first) = (line.givenOn, before.givenOn)
        let words = Phrase(
            fr: "la promet pour le \(promised.inFrench), et attend elle-même \(other) pour le \(first.inFrench).",
            en: "promises it for \(promised.inEnglish), and itself waits for \(other) until \(first.inEnglish).")
        return """
            <p><a href="/dependencies/\(line.id.description)">\(line.what.shortened(to: 80).set(in: visit.language(of: line.owner)))</a>\
            \(visit.say(Phrase(fr: " :", en: ":"))) \(giver) \(visit.say(words))</p>
            """
    }
}
