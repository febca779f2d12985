import HTML
import Rouage
import Storage
import WebCore

/// One topic: what hurts, where that is known from, how far it has come, and what can be done with it.
struct TopicPage {
    let visit: Visit
    let actor: Actor
    let topic: Topic
    let parts: [Topic]
    /// What it became a part of.
    let whole: Topic?
    /// Those it may become a part of: the visitor may change both.
    let others: [Topic]
    let axis: Axis?
    let projects: HTML
    let history: [HistoryLine]
    private let origins: TopicOrigins
    private let way: TopicWay
    private let roots: TopicRoots

    init(_ visit: Visit, _ topic: Topic) throws {
        let actor = try visit.signedIn()
        self.visit = visit
        self.topic = topic
        self.actor = actor
        parts = try visit.reading.topics(mergedInto: topic.id)
        whole = try topic.mergedInto.flatMap { try visit.reading.find($0) }
        others =
            topic.state == .idea || topic.state == .ready
            ? try visit.reading.topics(in: [.idea, .ready])
                .filter { $0.id != topic.id && actor.may(.topic(.edit($0))) } : []
        axis = try topic.axis.flatMap { try visit.reading.find($0) }
        origins = TopicOrigins(visit: visit, requests: try visit.reading.requests(becoming: topic.id))
        way = try TopicWay(visit, topic)
        projects = try ProjectLinks.of(topic, visit)
        history = try visit.reading.history(of: topic.id.description)
        roots = try TopicRoots(visit, topic)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { "/topics/\(topic.id)" }
    private var language: Language { visit.language(of: topic.proposedBy) }
    private var isMine: Bool { actor.may(.topic(.edit(topic))) }
    private var isOpen: Bool { topic.state.isOpen }

    var answer: Answer {
        get throws {
            let body: HTML = """
                <div class="brf"><article class="sheet" aria-labelledby="title">\(Part.refusal(visit))\
                <div id="topic" data-live-part>\(header)\(stand)\(problem)\(origins.html)\(merged)\(projects)</div>\(try edition)</article>
                <aside class="bside noprint">\(acts)\(try Part.follow(topic, visit))\(Part.history(history, visit))</aside></div>
                """
            return Layout.page(
                visit, title: visit.title(of: topic), page: .topics, live: "topic:\(topic.id)", body)
        }
    }

    private var header: HTML {
        let days = topic.effortDays.map { visit.days($0) } ?? ""
        let horizon = visit.horizon(of: topic).phrase(running: visit.running, preparing: visit.preparing)
        let when =
            topic.cycle != nil && visit.horizon(of: topic) == .undated
            ? visit.cycles.first { $0.id == topic.cycle }?.name(visit.language) ?? "" : say(horizon)
        let crafts = topic.targetCrafts.map { say($0.phrase) }.joined(separator: ", ")
        return """
            <header><p class="over"><span><a href="/topics">\(say(Phrase(fr: "Sujet", en: "Topic")))</a></span>\
            <span>\(say(topic.sort.phrase))</span><span class="end">\(Part.status(visit.status(topic), topic.state.dial))</span></p>\
            <h1 id="title">\(visit.title(of: topic))</h1>
            <dl class="dl">\(fact(Phrase(fr: "Source", en: "Source"), say(topic.source.phrase)))\
            \(fact(Phrase(fr: "Pour quand", en: "For when"), when))\
            \(fact(Phrase(fr: "Effort des Ops", en: "Effort of Ops"), days))\
            \(fact(Phrase(fr: "Métiers", en: "Crafts"), crafts))\
            \(fact(Phrase(fr: "Axe", en: "Axis"), linked: visit.link(to: axis)))\
            \(fact(Phrase(fr: "Parrain ou marraine", en: "Sponsor"), visit.nameAndJob(topic.sponsor)))\
            \(fact(Phrase(fr: "Proposé par", en: "Raised by"), visit.nameAndJob(topic.proposedBy)))</dl></header>
            """
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML { fact(name, linked: HTML(value)) }

    private func fact(_ name: Phrase, linked value: HTML) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    /// Where it stands, unless it is a part of another.
    private var stand: HTML { topic.state == .merged ? "" : "<p class=\"note\">\(way.sentence)</p>" }

    private var problem: HTML {
        let text: HTML =
            topic.problem.isEmpty
            ? "<p class=\"note\">\(say(Phrase(fr: "Pas encore écrit.", en: "Not written yet.")))</p>"
            : Part.prose(topic.problem, in: language)
        let exact = Phrase(fr: "Source exacte : \(topic.sourceNotes)", en: "Exact source: \(topic.sourceNotes)")
        let notes: HTML = topic.sourceNotes.isEmpty ? "" : "<p class=\"note\">\(say(exact))</p>"
        return """
            <section class="sec"><header><h2>\(say(Phrase(fr: "Le problème", en: "The problem")))</h2></header>\(text)\(notes)\(roots.html)</section>
            """
    }

    private var merged: HTML {
        let above: HTML =
            whole.map {
                """
                <p class="banner">\(Part.icon("swap"))<span>\(say(Phrase(fr: "Fait maintenant partie de", en: "Now a part of"))) \
                <a href="/topics/\($0.id.description)">\(visit.title(of: $0))</a></span></p>
                """
            } ?? ""
        guard !parts.isEmpty else { return above }
        let list = parts.map { "<li><a href=\"/topics/\($0.id.description)\">\(visit.title(of: $0))</a></li>" as HTML }
        return """
            \(above)<section class="sec"><header><h2>\(say(Phrase(fr: "Sujets réunis ici", en: "Topics joined here")))</h2></header>\
            <ul class="plain">\(list)</ul></section>
            """
    }

    // MARK: What can be done

    private var edition: HTML {
        get throws {
            guard isMine, isOpen else { return "" }
            let isBack = visit.isAgain && visit.exchange.path == address
            let form = try TopicForm(visit, topic.content, prefix: "edit", isSent: isBack)
            let isMissing = visit.isRefused("readiness")
            let edit = Topic.acts.sending(topic, visit)
            return """
                <details class="disc noprint" id="edit"\(" open", if: isBack || isMissing)><summary>\(Part.icon("pencil"))\
                \(say(Phrase(fr: "Modifier ce sujet", en: "Edit this topic")))\(Part.icon("down"))</summary>\
                <form class="stack topicform" method="post" action="\(edit.to)">\(Part.csrf(visit))\(Part.version(topic.version))\
                \(form.meanwhile(topic))\(form.html)\
                <div class="acts"><button class="btn">\(edit.words)</button></div></form></details>
                """
        }
    }

    private var acts: HTML {
        var rows = Topic.acts.forms(topic, visit) { noun in
            switch noun {
            case "merger": others.isEmpty ? nil : merger
            case "withdrawal": withdrawal
            default: nil
            }
        }
        if isMine, topic.state == .idea, !topic.content.gaps.isEmpty { rows[0] = lacking }
        guard !rows.isEmpty else { return "" }
        return """
            <section class="sec" aria-labelledby="h-next"><header><h2 id="h-next">\(say(Phrase(fr: "La suite", en: "Next")))</h2></header>\(rows)</section>
            """
    }

    /// What has to be written before it is ready, in the place of the button that says so.
    private var lacking: HTML {
        let gaps = topic.content.gaps.compactMap { Topic.Content.Name(rawValue: $0.field) }
        let list = gaps.map { "<li><a href=\"#edit\">\(say($0.label))</a></li>" as HTML }
        return """
            <p class="note">\(say(Phrase(fr: "Avant qu’il soit prêt pour le vote, il manque :", en: "Before it is ready for the vote, it lacks:")))</p>\
            <ul class="errs">\(list)</ul>
            """
    }

    private var merger: HTML {
        let parts = FormParts(visit, prefix: "merger", isSent: visit.isRefused("merger"))
        return parts.select(
            "into", Phrase(fr: "L’autre sujet, qui reste", en: "The other topic, which stays"),
            others.map { ($0.id.description, visit.title(of: $0)) },
            empty: Phrase(fr: "Choisir un sujet", en: "Choose a topic"))
    }

    private var withdrawal: HTML {
        let parts = FormParts(visit, prefix: "withdrawal", isSent: visit.isRefused("withdrawal"))
        return parts.area("reason", Phrase(fr: "La raison", en: "The reason"), limit: Topic.notesLimit)
    }
}
