import Foundation
import HTML
import Rouage
import Storage
import WebCore

/// The fields of a topic: one short form, of which only the title is needed to begin with.
struct TopicForm {
    let visit: Visit

    static let labels: [(String, Phrase)] = [
        ("title", title), ("problem", problem), ("source", source), ("source_notes", notes), ("kind", sort),
        ("crafts", crafts), ("effort_days", effort), ("sponsor", sponsor), ("axis", axis), ("cycle", cycle),
    ]

    private static let title = Phrase(fr: "Le sujet, en une ligne", en: "The topic, in one line")
    private static let problem = Phrase(fr: "Le problème", en: "The problem")
    private static let source = Phrase(fr: "D’où vient-il ?", en: "Where does it come from?")
    private static let notes = Phrase(fr: "La source exacte", en: "The exact source")
    private static let sort = Phrase(fr: "Ce que l’on ferait", en: "What would be done")
    private static let crafts = Phrase(fr: "Métiers concernés", en: "Crafts concerned")
    private static let effort = Phrase(fr: "Effort des Product Ops, en jours", en: "Effort of Product Ops, in days")
    private static let sponsor = Phrase(fr: "Parrain ou marraine", en: "Sponsor")
    private static let axis = Phrase(fr: "Axe stratégique", en: "Strategic axis")
    private static let cycle = Phrase(fr: "Pour quand ?", en: "For when?")
    static let targets: [Craft] = [.product, .design, .engineering, .productBuilding, .ops]

    /// What was typed; a field that was not sent stays as it is.
    func content(over stored: Topic.Content = Topic.Content()) throws -> Topic.Content {
        let form = visit.exchange.form
        var content = stored
        var flaws: [Flaw] = []
        if let text = form["title"] { content.title = text.trimmed }
        if let text = form["problem"] { content.problem = text.trimmed }
        if let text = form["source_notes"] { content.sourceNotes = text.trimmed }
        if let text = form["source"] {
            if let source = Topic.Source(rawValue: text) {
                content.source = source
            } else {
                flaws.append(unknown("source"))
            }
        }
        if let text = form["kind"] {
            if let sort = Topic.Sort(rawValue: text) { content.sort = sort } else { flaws.append(unknown("kind")) }
        }
        if form["crafts_listed"] != nil {
            let words = form.all("craft")
            content.targetCrafts = Self.targets.filter { words.contains($0.rawValue) }
            if content.targetCrafts.count != Set(words).count { flaws.append(unknown("crafts")) }
        }
        if let text = form["effort_days"]?.trimmed {
            content.effortDays = Int(typed: text)
            if content.effortDays == nil && !text.isEmpty {
                flaws.append(Flaw(field: "effort_days", reason: .notANumber))
            }
        }
        if let text = form["sponsor"] {
            content.sponsor = visit.person(named: text)?.id
            if content.sponsor == nil && !text.isBlank { flaws.append(unknown("sponsor")) }
        }
        if let text = form["axis"] {
            content.axis = try visit.reading.records(Axis.self).first { $0.code == text }?.id
            if content.axis == nil && !text.isEmpty { flaws.append(unknown("axis")) }
        }
        if let text = form["cycle"] {
            content.cycle = visit.cycles.first { $0.label == text }?.id
            if content.cycle == nil && !text.isEmpty { flaws.append(unknown("cycle")) }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return content
    }

    private func unknown(_ field: String) -> Flaw { Flaw(field: field, reason: .unknown) }

    func fields(_ parts: FormParts, _ stored: Topic.Content) throws -> HTML {
        let axes = try visit.reading.records(Axis.self).sorted { $0.title < $1.title }
        var cycles = visit.openCycles
        if let known = visit.cycles.first(where: { $0.id == stored.cycle }),
            !cycles.contains(where: { $0.id == known.id })
        {
            cycles.insert(known, at: 0)
        }
        let hint = Phrase(
            fr: "Qui est gêné, combien de fois, ce que cela coûte. La solution viendra plus tard.",
            en: "Who is held up, how often, what it costs. The solution comes later.")
        return """
            \(parts.text("title", Self.title, stored: stored.title, more: " maxlength=\"\(Topic.titleLimit)\""))\
            \(parts.area("problem", Self.problem, hint: hint, stored: stored.problem, limit: Topic.problemLimit))\
            <div class="g2">\(parts.select("source", Self.source, stored: stored.source.rawValue, Topic.Source.allCases.map { ($0.rawValue, visit.say($0.phrase)) }))\
            \(parts.text("source_notes", Self.notes, hint: Phrase(fr: "Une demande, un incident, une réponse à l’étude.", en: "A request, an incident, an answer of the study."), stored: stored.sourceNotes))</div>\
            \(parts.radios("kind", Self.sort, stored: stored.sort.rawValue, Topic.Sort.allCases.map { ($0.rawValue, $0.words) }))\
            \(crafts(parts, stored))\
            <div class="g2">\(parts.text("effort_days", Self.effort, hint: Phrase(fr: "Une estimation suffit.", en: "An estimate will do."), stored: stored.effortDays.map(String.init) ?? "", more: " inputmode=\"numeric\"", isShort: true))\
            \(parts.select("cycle", Self.cycle, hint: Phrase(fr: "Rien au-delà du prochain trimestre : plus loin, c’est une idée sans date.", en: "Nothing beyond the next quarter: later is an idea without a date."), stored: visit.cycles.first { $0.id == stored.cycle }?.label ?? "", cycles.map { ($0.label, $0.name(visit.language)) }, empty: Phrase(fr: "Sans date", en: "Undated")))</div>\
            <div class="g2">\(Part.peopleList(visit))\(parts.text("sponsor", Self.sponsor, hint: Phrase(fr: "Un nom, ou rien pour l’instant.", en: "A name, or nothing for now."), stored: visit.code(stored.sponsor) ?? "", more: " list=\"pb-people\" autocomplete=\"off\""))\
            \(parts.select("axis", Self.axis, stored: axes.first { $0.id == stored.axis }?.code ?? "", axes.map { ($0.code, $0.title) }, empty: Phrase(fr: "Aucun", en: "None")))</div>
            """
    }

    private func crafts(_ parts: FormParts, _ stored: Topic.Content) -> HTML {
        let chosen = parts.isSent ? visit.exchange.form.all("craft") : stored.targetCrafts.map(\.rawValue)
        let boxes = Self.targets.map { craft -> HTML in
            """
            <label class="opt"><input type="checkbox" name="craft" value="\(craft.rawValue)"\
            \(" checked", if: chosen.contains(craft.rawValue))> <span>\(visit.say(craft.phrase))</span></label>
            """
        }
        let error: HTML =
            parts.flaw("crafts").map { "<p class=\"err\">\(Part.icon("alert"))\(visit.say($0.reason.phrase))</p>" }
            ?? ""
        return """
            <fieldset class="field" id="\(parts.prefix)-crafts" tabindex="-1"><legend>\(visit.say(Self.crafts))</legend>\
            <input type="hidden" name="crafts_listed" value="true"><div class="row">\(boxes)</div>\(error)</fieldset>
            """
    }
}
