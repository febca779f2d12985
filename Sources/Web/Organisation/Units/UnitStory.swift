import HTML
import Rouage
import Storage
import WebCore

/// The history of a unit, one sentence a line, newest first.
struct UnitStory {
    let visit: Visit

    func list(_ chapters: [UnitChapter]) -> HTML {
        let items = chapters.enumerated().map { place, chapter in
            item(chapter, before: place + 1 < chapters.count ? chapters[place + 1].unit : nil)
        }
        return "<ol class=\"hist\">\(items)</ol>"
    }

    private func item(_ chapter: UnitChapter, before: Rouage.Unit?) -> HTML {
        let day = chapter.line.at.day(in: visit.site.clock.zone)
        return """
            <li><time datetime="\(day.description)">\(visit.dates.short(day))</time>\
            <span>\(visit.say(sentence(chapter, before)))\(from(chapter))</span></li>
            """
    }

    /// ` À partir du 1 avr.`, when the change holds from another day.
    private func from(_ chapter: UnitChapter) -> HTML {
        guard let day = chapter.holdsFrom else { return "" }
        let words = Phrase(fr: "À partir du \(day.inFrench)", en: "From \(day.inEnglish)")
        return " <small class=\"q\">\(visit.say(words))</small>"
    }

    private func sentence(_ chapter: UnitChapter, _ before: Rouage.Unit?) -> Phrase {
        let who = chapter.line.actor.map { visit.name($0) } ?? "Rouage"
        let unit = chapter.unit
        switch chapter.line.action {
        case .created: return Phrase(fr: "\(who) fonde \(unit.name).", en: "\(who) founds \(unit.name).")
        case .moved:
            let parent = visit.name(unit.parent)
            return Phrase(fr: "\(who) la rattache à \(parent).", en: "\(who) moves it to \(parent).")
        case .closed:
            let day = unit.closedOn ?? visit.today
            return Phrase(fr: "\(who) la ferme le \(day.inFrench).", en: "\(who) closes it on \(day.inEnglish).")
        case .foreseen:
            let day = unit.planned?.on ?? visit.today
            return Phrase(
                fr: "Pour le \(day.inFrench), \(who) planifie un changement.",
                en: "For \(day.inEnglish), \(who) plans a change.")
        case .edited where before?.planned != nil && unit.planned == nil && before?.description == unit.description:
            return Phrase(fr: "\(who) renonce au changement prévu.", en: "\(who) gives the planned change up.")
        case .imported: return Phrase(fr: "Reprise d’un fichier.", en: "Taken from a file.")
        default: return change(who, unit, before)
        }
    }

    private func change(_ who: String, _ unit: Rouage.Unit, _ before: Rouage.Unit?) -> Phrase {
        if let before, before.name != unit.name {
            return Phrase(
                fr: "\(who) renomme \(before.name) en \(unit.name).",
                en: "\(who) renames \(before.name) to \(unit.name).")
        }
        if let before, before.lead != unit.lead, unit.lead != nil {
            let lead = visit.name(unit.lead)
            return Phrase(fr: "\(who) confie l’équipe à \(lead).", en: "\(who) names \(lead) to lead it.")
        }
        return Phrase(fr: "\(who) la modifie.", en: "\(who) edits it.")
    }
}
