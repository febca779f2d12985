import HTML
import Rouage
import WebCore

/// The form in which an occurrence is written down: when, who led it, who did each step, which teams took part.
struct OccurrenceForm {
    private let visit: Visit
    private let playbook: Playbook
    private let form: FieldForm<Occurrence.Account>
    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private typealias Name = Occurrence.Account.Name

    init(_ visit: Visit, _ playbook: Playbook) throws {
        self.visit = visit
        self.playbook = playbook
        form = try FieldForm(visit, Occurrence.Account())
    }

    static func show(_ visit: Visit) throws -> Answer {
        let playbook = try PlaybookRoutes.known(visit)
        guard try visit.signedIn().may(.playbook(.record(playbook))) else { throw Refusal.notAllowed }
        guard playbook.state.isRun else { throw Refusal.closed }
        return try OccurrenceForm(visit, playbook).page
    }

    private var page: Answer {
        let parts = form.parts
        let title = Phrase(fr: "Noter une occurrence", en: "Record an occurrence")
        let lede = Phrase(
            fr: "C’est d’après ces lignes, et rien d’autre, que l’on sait si le process tient sans Product Ops.",
            en: "From these lines, and nothing else, one knows whether the playbook holds without Product Ops.")
        let me = visit.nameInField(visit.person?.id)
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/playbooks/\(playbook.id.description)">\(Part.quoted(playbook.content.title, playbook.language, visit))</a></p>\
            <h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            \(form.summary(Phrase(fr: "Rien n’est noté.", en: "Nothing was recorded.")))
            \(Part.peopleList(visit))
            <form class="frm pbform" method="post" action="/playbooks/\(playbook.id.description)/occurrences">\(Part.csrf(visit))
            <div class="g3">\(parts.day(Name.heldOn.rawValue, Name.heldOn.label, stored: visit.today.description, from: visit.today - 400, to: visit.today))\
            \(parts.text(Name.ranBy.rawValue, Name.ranBy.label, stored: me, more: " list=\"pb-people\" autocomplete=\"off\""))</div>
            \(stepFields(parts))\(teams(parts))
            \(form.control(.note))
            <div class="acts"><button class="btn pri">\(Occurrence.recording.making(visit))</button>\
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
        let error: HTML =
            parts.flaw("steps").map { "<p class=\"err\">\(Part.icon("alert"))\(say($0.reason.phrase))</p>" } ?? ""
        return """
            <fieldset class="field" id="f-steps"><legend>\(say(Name.steps.label))</legend><p class="hint">\(Name.steps.hint.map(say) ?? "")</p>\(error)<ol class="pbsteps">\(fields)</ol></fieldset>
            """
    }

    private func teams(_ parts: FormParts) -> HTML {
        let chosen = parts.isSent ? Set(visit.exchange.form.all("teams")) : []
        let eligible = Set(playbook.eligible(in: visit.organisation))
        let boxes = visit.organisation.teams.filter { eligible.contains($0.id) }.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        return """
            <fieldset class="field" id="f-teams"><legend>\(say(Name.teams.label))</legend>\
            \(form.tick(.allTeams))<input type="hidden" name="teams" value="">\
            <div class="opts">\(boxes)</div></fieldset>
            """
    }
}

extension Occurrence.Account.Name: Worded {
    var label: Phrase {
        switch self {
        case .heldOn: Phrase(fr: "Mené le", en: "Run on")
        case .ranBy: Phrase(fr: "Conduit par", en: "Led by")
        case .steps: Phrase(fr: "Qui a fait chaque étape", en: "Who did each step")
        case .teams: Phrase(fr: "Équipes qui y ont pris part", en: "Teams that took part")
        case .allTeams: Phrase(fr: "Toutes les équipes concernées", en: "All teams concerned")
        case .note: Phrase(fr: "Ce qu’il faut en retenir", en: "What to remember")
        }
    }

    var hint: Phrase? {
        switch self {
        case .steps:
            Phrase(
                fr: "Une étape qui n’a pas été faite reste vide : c’est une information, pas une faute.",
                en: "A step that was not done stays empty: that is a fact, not a fault.")
        case .heldOn, .ranBy, .teams, .allTeams, .note: nil
        }
    }
}
