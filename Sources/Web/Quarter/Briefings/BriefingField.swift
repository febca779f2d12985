import HTML
import Rouage
import WebCore

/// One field of the page being written: label, hint, the other person's text if there is one, field, characters left,
/// and what is wrong.
struct BriefingField {
    let visit: Visit
    let part: Briefing.Content.Part
    let label: String
    let hint: String
    let value: String
    /// The most characters; none for a number.
    let limit: Int?
    let isLine: Bool
    let above: HTML

    var html: HTML {
        let name = part.name
        return """
            <div class="field" data-field="\(name)"><label for="\(name)">\(label)</label>\(hintLine)\(above)\(control)\
            \(count)\(error)</div>
            """
    }

    private var hintLine: HTML {
        hint.isEmpty ? "" : "<p class=\"hint\" id=\"\(part.name)-hint\">\(hint)</p>"
    }

    private var flaw: Flaw? { visit.flaw(part.name) }
    /// Characters beyond the limit; kept, and said.
    private var over: Int { limit.map { max(0, value.count - $0) } ?? 0 }

    private var control: HTML {
        let name = part.name
        if isLine {
            let mode: HTML = limit == nil ? " inputmode=\"numeric\"" : ""
            return
                "<input class=\"in\(" short", if: limit == nil)\" id=\"\(name)\" name=\"\(name)\"\(mode)\(attributes) value=\"\(value)\">"
        }
        let rows = (limit ?? 0) / 110 + 1
        return
            "<textarea class=\"in\" id=\"\(name)\" name=\"\(name)\" rows=\"\(rows)\"\(attributes)>\n\(value)</textarea>"
    }

    private var attributes: HTML {
        let name = part.name
        var ids: [String] = hint.isEmpty ? [] : ["\(name)-hint"]
        if limit != nil { ids.append("\(name)-count") }
        if flaw != nil { ids.append("\(name)-error") }
        let invalid: HTML = flaw != nil || over > 0 ? " aria-invalid=\"true\"" : ""
        guard let limit else { return " aria-describedby=\"\(ids.joined(separator: " "))\"\(invalid)" }
        return """
             aria-describedby="\(ids.joined(separator: " "))"\(invalid) data-behaviour="count" data-max="\(limit)" \
            data-count="\(name)-count" data-left="\(left(2, "{n}"))" data-left-one="\(left(1, "{n}"))" \
            data-over="\(tooMany(2, "{n}"))" data-over-one="\(tooMany(1, "{n}"))"
            """
    }

    private var count: HTML {
        guard let limit else { return "" }
        let left = limit - value.count
        let text = left < 0 ? tooMany(-left, String(-left)) : self.left(left, String(left))
        return "<p class=\"left\(" over", if: left < 0)\" id=\"\(part.name)-count\">\(text)</p>"
    }

    private var error: HTML {
        // What is too long is said by the count already.
        if case .tooLong = flaw?.reason, over > 0 { return "<span class=\"vh\" id=\"\(part.name)-error\"></span>" }
        return Part.flaw(visit, part.name)
    }

    private func left(_ count: Int, _ number: String) -> String {
        let phrase =
            count < 2 && visit.language == .french || count == 1
            ? Phrase(fr: "\(number) caractère restant", en: "\(number) character left")
            : Phrase(fr: "\(number) caractères restants", en: "\(number) characters left")
        return visit.say(phrase)
    }

    private func tooMany(_ count: Int, _ number: String) -> String {
        let phrase =
            count == 1
            ? Phrase(
                fr: "\(number) caractère de trop. Gardé dans l’ébauche, à raccourcir avant le dépôt.",
                en: "\(number) character too many. Kept in the draft, to be cut before submission.")
            : Phrase(
                fr: "\(number) caractères de trop. Gardés dans l’ébauche, à raccourcir avant le dépôt.",
                en: "\(number) characters too many. Kept in the draft, to be cut before submission.")
        return visit.say(phrase)
    }
}

/// Who writes with the owner: the team's people as boxes, others by name.
struct BriefingPeopleField {
    let visit: Visit
    let briefing: Briefing
    let clash: BriefingForm?

    private var chosen: [Identifier<Person>] {
        if let clash { return clash.content.contributors }
        guard visit.isAgain, visit.exchange.form["contributors_listed"] != nil else {
            return briefing.contributors
        }
        let codes = Set(visit.exchange.form.all("contributor"))
        return visit.organisation.people.values.filter { codes.contains($0.code) }.map(\.id)
    }

    var html: HTML {
        let organisation = visit.organisation
        let team = organisation.members(of: briefing.team).compactMap { organisation.people[$0.person] }
        let others = chosen.compactMap { organisation.people[$0] }.filter { person in !team.contains(person) }
        let chosen = Set(chosen)
        let boxes = (team.sorted { $0.name.alphabetical < $1.name.alphabetical } + others).filter {
            $0.active && $0.id != briefing.owner
        }.map {
            box($0, chosen.contains($0.id))
        }
        let say = visit.say
        let hint = Phrase(
            fr: "De n’importe quel métier et de n’importe quelle équipe : un nom, puis une virgule.",
            en: "Of any craft and any team: a name, then a comma.")
        return """
            <fieldset class="field" data-field="contributors"><legend>\(say(Phrase(fr: "Avec", en: "With")))</legend>\
            <input type="hidden" name="contributors_listed" value="1"><div class="opts">\(boxes)</div></fieldset>
            <div class="field"><label for="other_contributors">\(say(Phrase(fr: "Avec d’autres personnes", en: "With other people")))</label>\
            <p class="hint" id="other_contributors-hint">\(say(hint))</p>\
            <input class="in" id="other_contributors" name="other_contributors" autocomplete="off" \
            aria-describedby="other_contributors-hint" value="\(visit.typed("other_contributors", or: ""))">\
            \(Part.flaw(visit, "contributors"))</div>
            """
    }

    private func box(_ person: Person, _ isChosen: Bool) -> HTML {
        """
        <label class="opt"><input type="checkbox" name="contributor" value="\(person.code)"\(" checked", if: isChosen)> \
        <span>\(visit.nameAndJob(person.id))</span></label>
        """
    }
}
