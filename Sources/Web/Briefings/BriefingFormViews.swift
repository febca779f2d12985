import HTML
import Rouage
import Storage

/// Where a briefing is written, saved by itself as one types.
enum BriefingFormViews {
    static func new(_ visit: Visit) throws -> Answer {
        let say = visit.say
        let actor = try visit.signedIn()
        let teams = visit.organisation.teams.filter { actor.may(.createBriefing(team: $0.id)) }
        guard !teams.isEmpty else { throw Refusal.notAllowed }
        let options = teams.map { team -> HTML in
            "<option value=\"\(team.code)\"\(" selected", if: visit.exchange.form["team"] == team.code)>\(team.name)</option>"
        }
        let title = say(Phrase(fr: "Écrire un briefing", en: "Write a briefing"))
        let body: HTML = """
            <h1>\(title)</h1>\(Part.refusal(visit))
            <form class="stack" method="post" action="/briefings?cycle=\(visit.cycle?.label ?? "")">\(Part.csrf(visit))
            <div class="field"><label for="team">\(say(Phrase(fr: "Équipe", en: "Team")))</label>
            <select class="in" id="team" name="team">\(options)</select></div>
            <div class="field"><label for="title">\(say(Briefing.Text.Field.title.phrase))</label>
            <p class="hint" id="title-hint">\(say(Briefing.Text.Field.title.hint))</p>
            <input class="in" id="title" name="title" aria-describedby="title-hint" required \
            value="\(visit.typed("title", or: ""))">\(Part.flaw(visit, "title"))</div>
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Commencer", en: "Start")))</button></div></form>
            """
        return Layout.page(visit, title: title, section: .briefings, body)
    }

    static func edit(_ visit: Visit, _ briefing: Briefing) throws -> Answer {
        let say = visit.say
        let fields = [
            Briefing.Text.Field.title, .problem, .source, .people, .frequency, .cost, .problemSize, .intention,
        ].map { field(visit, $0, briefing) }
        let appetite = briefing.appetiteDays.map(String.init) ?? ""
        let body: HTML = """
            <h1>\(briefing.text.title)</h1>\(Part.refusal(visit))\(conflict(visit, briefing))
            <form class="stack" method="post" action="/briefings/\(briefing.id.description)" data-behaviour="autosave" \
            data-action="/briefings/\(briefing.id.description)" \
            data-saved="\(say(Phrase(fr: "Enregistré à {at}", en: "Saved at {at}")))">\(Part.csrf(visit))
            <input type="hidden" name="version" value="\(briefing.version)">\(fields)
            <div class="field"><label for="appetite_days">\(say(Phrase(fr: "Appétit, en jours", en: "Appetite, in days")))</label>
            <input class="in" id="appetite_days" name="appetite_days" inputmode="numeric" \
            value="\(visit.typed("appetite_days", or: appetite))">\(Part.flaw(visit, "appetite_days"))</div>
            <p class="note" role="status" aria-live="polite" data-status></p>
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button>
            <a class="btn low" href="/briefings/\(briefing.id.description)">\(say(Phrase(fr: "Relire la page", en: "Read the page")))</a></div></form>
            """
        return Layout.page(visit, title: briefing.text.title, section: .briefings, body)
    }

    private static func field(_ visit: Visit, _ field: Briefing.Text.Field, _ briefing: Briefing) -> HTML {
        let name = field.rawValue
        let value = visit.typed(name, or: briefing.text[field])
        let isLine = field.limit <= 80
        let control: HTML =
            isLine
            ? "<input class=\"in\" id=\"\(name)\" name=\"\(name)\" \(described(visit, field)) value=\"\(value)\">"
            : "<textarea class=\"in\" id=\"\(name)\" name=\"\(name)\" rows=\"\(field.limit / 100 + 1)\" \(described(visit, field))>\(value)</textarea>"
        return """
            <div class="field"><label for="\(name)">\(visit.say(field.phrase))</label>
            <p class="hint" id="\(name)-hint">\(visit.say(field.hint))</p>\(control)
            <p class="hint count" id="\(name)-count">\(visit.say(left(field.limit - value.count)))</p>\(Part.flaw(visit, name))</div>
            """
    }

    private static func described(_ visit: Visit, _ field: Briefing.Text.Field) -> HTML {
        let name = field.rawValue
        let left = Phrase(fr: "{n} caractères restants", en: "{n} characters left")
        let over = Phrase(fr: "{n} caractères de trop", en: "{n} characters too many")
        let ids = "\(name)-hint \(name)-count" + (visit.flaw(name) == nil ? "" : " \(name)-error")
        return """
            aria-describedby="\(ids)" data-behaviour="count" data-max="\(field.limit)" data-count="\(name)-count" \
            data-left="\(visit.say(left))" data-over="\(visit.say(over))"\(" aria-invalid=\"true\"", if: visit.flaw(name) != nil)
            """
    }

    private static func left(_ count: Int) -> Phrase {
        count >= 0
            ? Phrase(
                count: count, fr: ("% caractère restant", "% caractères restants"),
                en: ("% character left", "% characters left"))
            : Flaw.Reason.tooLong(by: -count).phrase
    }

    /// After a conflict: what the other person saved, beside what one typed.
    private static func conflict(_ visit: Visit, _ briefing: Briefing) -> HTML {
        guard visit.refusal == .outdated else { return "" }
        let changed = Briefing.Text.Field.allCases.filter { field in
            visit.exchange.form[field.rawValue].map { $0 != briefing.text[field] } ?? false
        }
        let rows = changed.map { field -> HTML in
            """
            <div class="versus"><h3>\(visit.say(field.phrase))</h3><div><h4>\
            \(visit.say(Phrase(fr: "Enregistré par l’autre personne", en: "Saved by the other person")))</h4>\
            \(Part.prose(briefing.text[field]))</div><div><h4>\(visit.say(Phrase(fr: "Votre texte", en: "Your text")))</h4>\
            \(Part.prose(visit.exchange.form[field.rawValue] ?? ""))</div></div>
            """
        }
        return "<section class=\"sec conflict\">\(rows)</section>"
    }
}
