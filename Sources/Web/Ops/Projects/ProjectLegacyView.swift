import HTML
import Rouage
import WebCore

/// What a project leaves behind: the playbook, how far it is from running without Product Ops, and who takes it over.
struct ProjectLegacyView {
    let page: ProjectPage
    private var visit: Visit { page.visit }
    private var project: OpsProject { page.project }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var html: HTML {
        guard project.stage >= .rollout || project.playbook != nil || project.receiver != nil else { return "" }
        return page.section(
            "legacy", Phrase(fr: "Ce qu’il laisse", en: "What it leaves behind"),
            Phrase(
                fr: "rendu à 80 points, accepté par deux personnes", en: "handed over at 80 points, accepted by two"),
            "\(playbook)\(people)")
    }

    private var playbook: HTML {
        guard let known = page.playbooks.first(where: { $0.id == project.playbook }), let legacy = page.legacy else {
            let words = Phrase(
                fr: "Aucun process n’est encore nommé : personne ne peut le faire vivre sans nous.",
                en: "No playbook is named yet: nobody can keep it alive without us.")
            return "<p class=\"note\">\(say(words))</p>"
        }
        let score = legacy.score
        let failing = score.failingGates.map { criterion -> HTML in
            "<li>\(Part.icon("lock"))<span>\(say(criterion.phrase))\(visit.colon)\(say(criterion.wayOut))</span></li>"
        }
        let gates: HTML = failing.isEmpty ? "" : "<ul class=\"plain gates\">\(failing)</ul>"
        return """
            <p class="said"><a href="/playbooks/\(known.id.description)">\(Part.quoted(known.content.title, known.language, visit))</a></p>\
            <p class="legacy"><b class="num">\(score.rounded)</b> <span>\(say(Phrase(fr: "points sur 100", en: "points of 100")))</span> \
            \(Part.status(say(score.band.phrase), score.band.dial)) <a href="/playbooks/\(known.id.description)/score">\(say(Phrase(fr: "Pourquoi \(score.rounded) ?", en: "Why \(score.rounded)?")))</a></p>\
            \(Part.bar(score.score / 100, ""))\(gates)
            """
    }

    private var people: HTML {
        guard let receiver = project.receiver else { return "" }
        let owner = acceptance(
            visit.name(receiver), project.isAcceptedByOwner(page.legacy), project.ownerAcceptance?.on)
        let isAgreed = project.isAcceptedByDirector(page.legacy)
        let awaited =
            visit.organisation.director(of: receiver).map { visit.name($0) } ?? say(Phrase(fr: "La CPO", en: "The CPO"))
        let director = acceptance(
            project.directorAcceptance.map { visit.name($0.by) } ?? (isAgreed ? "" : awaited), isAgreed,
            project.directorAcceptance?.on)
        return """
            <dl class="dl">\(row(Phrase(fr: "Le reprend", en: "Takes it over"), owner))\(row(Phrase(fr: "Sa direction", en: "Their director"), director))</dl>
            """
    }

    private func row(_ name: Phrase, _ value: HTML) -> HTML { "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>" }

    private func acceptance(_ name: String, _ isThere: Bool, _ day: Day?) -> HTML {
        guard isThere else {
            return
                "\(name) \(Part.status(say(Phrase(fr: "pas encore accepté", en: "not accepted yet")), ("d-sig", "")))"
        }
        let date = day.map { visit.dates.full($0) } ?? ""
        let words =
            date.isEmpty
            ? Phrase(fr: "accepté", en: "accepted") : Phrase(fr: "accepté le \(date)", en: "accepted on \(date)")
        return "\(name) \(Part.status(say(words), ("d-done", "ok")))"
    }
}
