import HTML
import Rouage
import WebCore

/// The form in which an occurrence is written down: when, who led it, who did each step, which teams took part.
struct OccurrenceForm {
    private let visit: Visit
    private let playbook: Playbook
    private var form: Fields { visit.exchange.form }
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    init(_ visit: Visit, _ playbook: Playbook) {
        self.visit = visit
        self.playbook = playbook
    }

    static func show(_ visit: Visit) throws -> Answer {
        let playbook = try PlaybookRoutes.known(visit)
        guard try visit.signedIn().may(.playbook(.record(playbook))) else { throw Refusal.notAllowed }
        guard playbook.state.isRun else { throw Refusal.closed }
        return OccurrenceForm(visit, playbook).page
    }

    /// What was said of it.
    func account() throws -> Occurrence.Account {
        var flaws: [Flaw] = []
        func person(_ name: String, _ field: String) throws -> Identifier<Person>? {
            let text = form.text(name)
            if text.isEmpty { return nil }
            let known = try visit.person(named: text)
            if known == nil { flaws.append(Flaw(field: field, reason: .unknown)) }
            return known?.id
        }
        let text = form["held_on"] ?? ""
        if !text.isEmpty && Day(text) == nil { flaws.append(Flaw(field: "held_on", reason: .notADay)) }
        var steps: [Int: Identifier<Person>] = [:]
        for number in PlaybookForm.rows(form, "steps") {
            guard let step = form["steps-\(number)-step"].flatMap(Int.init) else { continue }
            if let by = try person("steps-\(number)-by", "steps") { steps[step] = by }
        }
        let codes = form.all("teams")
        let all = form["all_teams"] != nil && form["all_teams"] != ""
        let teams = codes.compactMap { visit.organisation.unitsByCode[$0] }
        if teams.count != codes.count { flaws.append(Flaw(field: "teams", reason: .unknown)) }
        let ranBy = try person("ran_by", "ran_by")
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return Occurrence.Account(
            on: Day(text), ranBy: ranBy, steps: steps,
            teams: all ? playbook.eligible(in: visit.organisation) : teams, note: form.text("note"))
    }

    private static let day = Phrase(fr: "Mené le", en: "Run on")
    private static let ranBy = Phrase(fr: "Conduit par", en: "Led by")
    private static let steps = Phrase(fr: "Qui a fait chaque étape", en: "Who did each step")
    private static let note = Phrase(fr: "Ce qu’il faut en retenir", en: "What to remember")

    private var page: Answer {
        let parts = FormParts(visit)
        let title = Phrase(fr: "Noter une occurrence", en: "Record an occurrence")
        let lede = Phrase(
            fr: "C’est d’après ces lignes, et rien d’autre, que l’on sait si le process tient sans Product Ops.",
            en: "From these lines, and nothing else, one knows whether the playbook holds without Product Ops.")
        let me = visit.nameInField(visit.person?.id)
        let labels: [(String, Phrase)] = [
            ("held_on", Self.day), ("ran_by", Self.ranBy), ("steps", Self.steps), ("note", Self.note),
            ("teams", .teams),
        ]
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a></p>\
            <h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            \(parts.summary(Phrase(fr: "Rien n’est noté.", en: "Nothing was recorded."), labels))
            \(Part.peopleList(visit))
            <form class="frm pbform" method="post" action="/playbooks/\(playbook.id.description)/occurrences">\(Part.csrf(visit))
            <div class="g3">\(parts.day("held_on", Self.day, stored: visit.today.description, from: visit.today - 400, to: visit.today))\
            \(parts.text("ran_by", Self.ranBy, stored: me, more: " list=\"pb-people\" autocomplete=\"off\""))</div>
            \(stepFields(parts))\(teams(parts))
            \(parts.area("note", Self.note, limit: Occurrence.noteLimit))
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Noter", en: "Record")))</button>\
            <a class="btn low" href="/playbooks/\(playbook.id.description)">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(title), page: .playbooks, body)
    }

    private func stepFields(_ parts: FormParts) -> HTML {
        let fields = playbook.content.steps.enumerated().map { index, step -> HTML in
            let name = "steps-\(index)-by"
            let mark: HTML = step.blocking ? " \(Part.status(say(.blocking), ("halt", "")))" : ""
            return """
                <li><label for="f-\(name)">\(Part.quoted(step.what, playbook.language, visit)) <span class="q">\(say(step.role.phrase))</span>\(mark)</label>\
                <input type="hidden" name="steps-\(index)-step" value="\(index + 1)">\
                <input class="in" id="f-\(name)" name="\(name)" list="pb-people" autocomplete="off" value="\(parts.value(name, or: ""))"></li>
                """
        }
        let hint = Phrase(
            fr: "Une étape qui n’a pas été faite reste vide : c’est une information, pas une faute.",
            en: "A step that was not done stays empty: that is a fact, not a fault.")
        let error: HTML =
            parts.flaw("steps").map { "<p class=\"err\">\(Part.icon("alert"))\(say($0.reason.phrase))</p>" } ?? ""
        return """
            <fieldset class="field" id="f-steps"><legend>\(say(Self.steps))</legend><p class="hint">\(say(hint))</p>\(error)<ol class="pbsteps">\(fields)</ol></fieldset>
            """
    }

    private func teams(_ parts: FormParts) -> HTML {
        let chosen = parts.isSent ? Set(form.all("teams")) : []
        let eligible = Set(playbook.eligible(in: visit.organisation))
        let boxes = visit.organisation.teams.filter { eligible.contains($0.id) }.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        return """
            <fieldset class="field" id="f-teams"><legend>\(say(Phrase(fr: "Équipes qui y ont pris part", en: "Teams that took part")))</legend>\
            <label class="opt"><input type="checkbox" name="all_teams" value="true"\(" checked", if: parts.isSent && form["all_teams"] != nil)> <span><b>\(say(Phrase(fr: "Toutes les équipes concernées", en: "All teams concerned")))</b></span></label>\
            <div class="opts">\(boxes)</div></fieldset>
            """
    }
}
