import HTML
import Rouage
import Storage
import WebCore
import WebOps
import WebPlaybooks
import WebQuarter

/// One axis: why, who answers for it, what it takes, and what hangs on it.
struct AxisPage {
    private let visit: Visit
    private let actor: Actor
    private let axis: Axis
    private let standing: Axis.Standing
    private let work: AxisWork
    private let playbooks: [Identifier<Playbook>: Playbook]
    private let projects: [Identifier<OpsProject>: OpsProject]
    /// What may bring a condition: offered to who may name one.
    private let offered: (playbooks: [Playbook], projects: [OpsProject])
    private let history: [HistoryLine]

    init(_ visit: Visit, _ axis: Axis) throws {
        let actor = try visit.signedIn()
        self.visit = visit
        self.actor = actor
        self.axis = axis
        standing = visit.standing(of: axis)
        work = try visit.reading.work(on: axis.id, for: actor)
        let named = axis.conditions ?? []
        playbooks = Dictionary(
            uniqueKeysWithValues: try visit.reading.records(Array(Set(named.compactMap(\.playbook)))).map {
                ($0.id, $0)
            })
        projects = Dictionary(
            uniqueKeysWithValues: try visit.reading.records(Array(Set(named.compactMap(\.project)))).map { ($0.id, $0) }
        )
        offered =
            actor.may(.axis(.condition(axis)))
            ? (
                try visit.reading.playbooks().filter { $0.state != .retired }, try visit.reading.livingProjects()
            ) : ([], [])
        history = try visit.reading.history(of: axis.id.description)
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var language: Language { visit.language(of: axis.owner ?? axis.proposal?.by) }

    var answer: Answer {
        get throws {
            let body: HTML = """
                <div class="brf"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
                <div id="axis" data-live-part>\(header)\(why)\(conditions)\(try hanging)</div>\(try edition)</article>
                <aside class="bside noprint">\(try acts)\(try Part.follow(axis, visit))\(Part.history(history, visit))</aside></div>
                """
            return Layout.page(
                visit, title: axis.heading(visit), page: .axes, live: "axis:\(axis.id),briefing:*,topic:*", body)
        }
    }

    private var header: HTML {
        """
        <header><p class="over"><span><a href="/axes">\(say(Phrase(fr: "Axe", en: "Axis")))</a></span>\
        <span class="end">\(Part.status(say(standing.phrase), standing.dial))</span></p>\
        <h1 id="title">\(axis.heading(visit))</h1>
        <dl class="dl">\(fact(Phrase(fr: "En répond", en: "Answers for it"), visit.nameAndJob(axis.owner)))\
        \(fact(Phrase(fr: "Période", en: "Time"), visit.span(of: axis)))\
        \(fact(Phrase(fr: "Proposé par", en: "Proposed by"), visit.nameAndJob(axis.proposal?.by)))</dl></header>
        """
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var why: HTML {
        let text: HTML =
            axis.why.isBlank
            ? "<p class=\"note\">\(say(Phrase(fr: "Pas encore écrit.", en: "Not written yet.")))</p>"
            : Part.prose(axis.why, in: language)
        let reason = axis.proposal?.reason ?? ""
        let waits = Phrase(
            fr: "La CPO et les VP n’ont pas encore répondu.", en: "The CPO and the VPs have not answered yet.")
        let answer: HTML =
            standing == .proposed
            ? "<p class=\"note\">\(say(waits))</p>"
            : reason.isEmpty
                ? "" : "<p class=\"note\">\(say(Phrase(fr: "Non retenu :", en: "Not taken:"))) <q>\(reason)</q></p>"
        return
            "<section class=\"sec\"><header><h2>\(say(Phrase(fr: "Pourquoi", en: "Why")))</h2></header>\(text)\(answer)</section>"
    }

    // MARK: What it takes

    private var conditions: HTML {
        let title = Phrase(fr: "Ce qu’il faut pour l’exécuter", en: "What it takes to carry it out")
        let rows = (axis.conditions ?? []).enumerated().map { place, condition in row(condition, place + 1) }
        let list: HTML =
            rows.isEmpty
            ? """
            <p class="note">\(say(Phrase(fr: "Aucune condition nommée : un process, un projet, ou une phrase.", en: "No condition named: a playbook, a project, or a sentence.")))</p>
            """ : "<ol class=\"plain\">\(rows)</ol>"
        return "<section class=\"sec\" id=\"conditions\"><header><h2>\(say(title))</h2></header>\(list)</section>"
    }

    private func row(_ condition: Axis.Condition, _ place: Int) -> HTML {
        let playbook: HTML =
            condition.playbook.flatMap { playbooks[$0] }.map {
                "<span><a href=\"\($0.address)\">\($0.heading(visit))</a> \(Part.status(say($0.state.phrase), $0.state.dial))</span>"
            } ?? ""
        let project: HTML =
            condition.project.flatMap { projects[$0] }.map {
                "<span><a href=\"\($0.address)\">\($0.heading(visit))</a> \(Part.status(say($0.stage.phrase), $0.stage.dial))</span>"
            } ?? ""
        let release: HTML =
            Axis.acts.isOffered("release", axis, to: visit)
            ? """
            <form class="noprint" method="post" action="\(axis.address)/release">\(Part.csrf(visit))\(Part.version(axis.version))\
            <input type="hidden" name="place" value="\(place)"><button class="btn low">\(say(Phrase(fr: "Retirer", en: "Remove")))\
            <span class="vh"> : \(condition.text)</span></button></form>
            """ : ""
        return
            "<li><span lang=\"\(language.rawValue)\">\(condition.text.set(in: language))</span>\(playbook)\(project)\(release)</li>"
    }

    // MARK: What hangs on it

    private var hanging: HTML {
        get throws {
            let title = Phrase(fr: "Ce qui s’y rattache", en: "What hangs on it")
            let parts = [briefings, topics, projectList].filter { !$0.isEmpty }
            let none: HTML =
                parts.isEmpty
                ? "<p class=\"note\">\(say(Phrase(fr: "Rien pour l’instant.", en: "Nothing yet.")))</p>" : ""
            return
                "<section class=\"sec\" id=\"work\"><header><h2>\(say(title))</h2></header>\(none)\(parts.joined())</section>"
        }
    }

    private var briefings: HTML {
        let quarters = Dictionary(grouping: work.briefings, by: \.cycle)
        return visit.cycles.sorted { $0.start > $1.start }.compactMap { cycle -> HTML? in
            guard let pages = quarters[cycle.id] else { return nil }
            let link: HTML = """
                <a href="/briefings?cycle=\(cycle.label.inAddress)&amp;axis=\(axis.code.inAddress)">\
                \(say(Phrase(fr: "Briefings, \(cycle.name(.french))", en: "Briefings, \(cycle.name(.english))")))</a>
                """
            return list(
                link, pages.map { (visit.title(of: $0), $0.address, visit.name($0.team), say($0.state.phrase)) })
        }.joined()
    }

    private var topics: HTML {
        list(
            HTML(say(Phrase(fr: "Sujets", en: "Topics"))),
            work.topics.map { (visit.title(of: $0), $0.address, say($0.sort.phrase), visit.status($0)) })
    }

    private var projectList: HTML {
        list(
            HTML(say(Phrase(fr: "Projets", en: "Projects"))),
            work.projects.map { (visit.title(of: $0), $0.address, visit.name($0.lead), say($0.stage.phrase)) })
    }

    private func list(_ title: HTML, _ rows: [(title: String, address: String, who: String, state: String)]) -> HTML {
        guard !rows.isEmpty else { return "" }
        let items = rows.map { row -> HTML in
            "<li><a href=\"\(row.address)\">\(row.title)</a> <span class=\"q\">\([row.who, row.state.lowercasedFirst].joined(separator: ", "))</span></li>"
        }
        return "<h3>\(title)</h3><ul class=\"plain\">\(items)</ul>"
    }

    // MARK: What can be done

    private var edition: HTML {
        get throws {
            guard actor.may(.axis(.edit(axis))), visit.past == nil, standing != .declined, standing != .withdrawn else {
                return ""
            }
            let isBack = visit.isAgain && visit.exchange.path == axis.address
            let form = try AxisForm(visit, axis.content, prefix: "edit", isSent: isBack)
            return """
                <details class="disc noprint" id="edit"\(" open", if: isBack)><summary>\(Part.icon("pencil"))\
                \(say(Phrase(fr: "Modifier cet axe", en: "Edit this axis")))\(Part.icon("down"))</summary>\
                <form class="stack topicform" method="post" action="\(axis.address)">\(Part.csrf(visit))\(Part.version(axis.version))\
                \(form.form.meanwhile(axis))\(form.html)<div class="acts"><button class="btn">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button></div></form></details>
                """
        }
    }

    private var acts: HTML {
        get throws {
            let rows = try Axis.acts.forms(axis, visit) { noun in
                switch noun {
                case "refusal":
                    FormParts(visit, prefix: noun, isSent: visit.isRefused(noun))
                        .area("reason", Phrase(fr: "La raison", en: "The reason"), limit: Axis.whyLimit)
                case "conditions": try condition
                default: nil
                }
            }
            guard !rows.isEmpty else { return "" }
            return """
                <section class="sec" aria-labelledby="h-next"><header><h2 id="h-next">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\(rows)</section>
                """
        }
    }

    private var condition: HTML {
        get throws {
            let form = try FieldForm(
                visit, Axis.Condition(), prefix: "conditions", isSent: visit.isRefused("conditions"))
            let none = Phrase(fr: "Aucun", en: "None")
            return """
                \(form.control(.text))\
                \(form.select(.playbook, offered.playbooks.map { ($0.id.description, $0.heading(visit)) }, empty: none))\
                \(form.select(.project, offered.projects.map { ($0.id.description, $0.heading(visit)) }, empty: none))
                """
        }
    }
}
