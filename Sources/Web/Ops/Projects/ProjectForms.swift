import HTML
import Rouage
import WebCore

/// What is offered to who reads a project: its next stage with what is missing, its people, its end.
struct ProjectForms {
    let page: ProjectPage
    private var visit: Visit { page.visit }
    private var project: OpsProject { page.project }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var html: HTML {
        let rows: HTML = "\(gate)\(acceptance)\(waiver)\(people)\(ends)"
        guard !rows.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-next"><header><h2 id="h-next">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\(rows)</section>
            """
    }

    private var gate: HTML {
        guard project.isAlive, let next = project.stage.next else { return "" }
        let missing = project.missing(for: next, visit.organisation, page.legacy)
        let isLate = project.isLeftOver(on: visit.today, in: page.cycle)
        let earlier = OpsProject.Stage.allCases.filter { $0 < project.stage }.map { ($0.rawValue, say($0.phrase)) }
        let back: HTML =
            project.stage > .discovery && !isLate
            ? page.disclosure(
                "stage", as: Phrase(fr: "Revenir en arrière", en: "Go back"),
                page.parts("stage").select("stage", Phrase(fr: "À quelle étape", en: "To which stage"), earlier)) : ""
        guard !missing.isEmpty else {
            guard !isLate || next == .handedOver else { return "" }
            let field: HTML = "<input type=\"hidden\" name=\"stage\" value=\"\(next.rawValue)\">"
            return "\(OpsProject.acts.form("stage", project, visit, send: next.command, isFirst: true, field))\(back)"
        }
        let title = Phrase(
            fr: "Avant « \(next.phrase.french) », il manque :", en: "Before “\(next.phrase.english)”, it lacks:")
        let list = missing.map { "<li>\(Part.icon("lock"))\(say($0.phrase))</li>" as HTML }
        return "<p class=\"note\">\(say(title))</p><ul class=\"plain gates\">\(list)</ul>\(back)"
    }

    private var acceptance: HTML {
        guard project.stage == .handingOver, project.standing == .active else { return "" }
        let receiver = visit.name(project.receiver)
        let words = Phrase(
            fr: "Reprise proposée à \(receiver).", en: "Proposed to be taken over by \(receiver).")
        let agree = Phrase(fr: "J’accepte cette reprise", en: "I agree to this")
        let form = OpsProject.acts.form(
            "acceptance", project, visit, send: page.actor.may(.opsWork(.accept(project))) ? nil : agree, "")
        return "<p class=\"note\">\(say(words))</p>\(form)"
    }

    private var waiver: HTML {
        let field = page.parts("waiver").area(
            "reason", Phrase(fr: "Pourquoi c’est urgent", en: "Why it is urgent"),
            hint: Phrase(fr: "Tout le monde la lira.", en: "Everybody will read it."), limit: OpsProject.noteLimit)
        return page.disclosure("waiver", field)
    }

    // MARK: People

    private var outside: [(String, String)] {
        visit.organisation.people.values.filter { person in
            let other = Actor(person, in: visit.organisation)
            return other.id != nil && other.isMember && !other.isOps
        }.sorted { $0.name < $1.name }.map { ($0.code, $0.name) }
    }

    private var people: HTML {
        let people = outside
        let choose = Phrase(fr: "Personne", en: "Nobody")
        let kept = project.coBuilders.map { id -> HTML in
            """
            <label class="opt"><input type="checkbox" name="co_builders" value="\(visit.code(id) ?? "")" checked> \
            <span>\(visit.name(id))</span></label>
            """
        }
        let list: HTML =
            kept.isEmpty
            ? ""
            : "<fieldset class=\"field\"><legend>\(say(Phrase(fr: "Déjà là", en: "Already there")))</legend>\(kept)</fieldset>"
        let add = page.parts("co-builders").select(
            "co_builders", Phrase(fr: "Ajouter", en: "Add"),
            people.filter { code, _ in !project.coBuilders.contains { visit.code($0) == code } },
            empty: choose)
        let receiver = page.parts("receiver").select(
            "receiver", Phrase(fr: "Qui le reprendra", en: "Who takes it over"),
            hint: Phrase(fr: "Quelqu’un hors de Product Ops.", en: "Somebody outside Product Ops."),
            stored: visit.code(project.receiver) ?? "", people, empty: choose)
        return """
            \(page.disclosure("co-builders", as: Phrase(fr: "Les co-constructeurs", en: "The co-builders"), "\(list)\(add)"))\
            \(page.disclosure("receiver", as: Phrase(fr: "Nommer qui le reprend", en: "Name who takes it over"), receiver))\
            \(page.disclosure("playbook", as: Phrase(fr: "Nommer le process qu’il laisse", en: "Name the playbook it leaves"), playbook))
            """
    }

    private var playbook: HTML {
        let choices = page.playbooks.filter { $0.state != .retired || $0.id == project.playbook }
            .map { ($0.id.description, $0.content.title.set(in: $0.language)) }
        return page.parts("playbook").select(
            "playbook", Phrase(fr: "Comment on fait ensuite", en: "How it is done afterwards"),
            hint: Phrase(
                fr: "Son score dit si l’organisation le porte sans Product Ops.",
                en: "Its score says whether the organisation carries it without Product Ops."),
            stored: project.playbook?.description ?? "", choices, empty: Phrase(fr: "Aucun encore", en: "None yet"))
    }

    // MARK: Its end

    private func reason(_ noun: String) -> HTML {
        page.disclosure(
            noun,
            page.parts(noun).area("reason", Phrase(fr: "La raison", en: "The reason"), limit: OpsProject.noteLimit))
    }

    private var ends: HTML {
        "\(reason("pause"))\(page.button("resumption"))\(closing)\(reason("retabling"))\(reason("stop"))"
    }

    private var closing: HTML {
        let parts = page.parts("closing")
        let unmeasured: HTML = """
            <label class="opt"><input type="checkbox" name="unmeasured" value="true"> <span>\
            \(say(Phrase(fr: "Pas d’effet mesuré", en: "No measured effect")))</span></label>
            """
        return page.disclosure(
            "closing",
            """
            \(parts.text("after", Phrase(fr: "Le chiffre après", en: "The figure after"), stored: project.metric.after?.description ?? "", more: " inputmode=\"numeric\"", isShort: true))\
            \(unmeasured)\(parts.area("reason", Phrase(fr: "Ce qu’il en reste", en: "What remains of it"), limit: OpsProject.noteLimit))
            """)
    }
}
