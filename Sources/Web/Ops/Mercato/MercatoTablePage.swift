import HTML
import Rouage
import Storage
import WebCore

/// The table of topics: being set before the vote, frozen while it goes on. No score is on it.
struct MercatoTablePage {
    private let scene: MercatoScene
    private let ready: [Topic]
    private let tabled: [Topic]
    private let ballots: Int
    /// The most days that one of Product Ops can lead in the quarter; nothing for those who do not set the table.
    private let mostDays: Double?
    private var mercato: Mercato { scene.mercato }

    init(_ scene: MercatoScene) throws {
        self.scene = scene
        let reading = scene.visit.reading
        let isPreparing = scene.mercato.state == .preparing
        let topics = isPreparing ? try reading.topicsToTable() : []
        ready = topics.filter { $0.state == .ready }
        tabled = topics.filter { $0.state == .tabled }
        ballots = try reading.ballotCount(of: scene.mercato.id)
        let cycle: Cycle? =
            isPreparing && scene.actor.may(.mercato(.setTable)) ? try reading.get(scene.mercato.cycle) : nil
        mostDays = cycle.map { scene.visit.organisation.mostOpsDays(in: $0, on: scene.visit.today, .french) }
    }

    func answer() throws -> Answer {
        let body: HTML
        switch mercato.state {
        case .preparing: body = try "\(when)\(preparation)\(MercatoRules(scene).section())\(electors)\(dates())"
        case .open: body = "\(MercatoSecret.banner(scene))\(count)\(list(mercato.topics))\(electors)"
        case .closed: body = "\(waiting)\(list(mercato.topics))\(electors)"
        case .published: body = "\(list(mercato.topics))\(electors)"
        }
        let current: MercatoScene.Step = scene.visit.exchange.path.hasSuffix("/result") ? .result : .table
        return scene.page(scene.title, lede: lede, current, isLive: true, body)
    }

    private var lede: HTML {
        let (opens, closes) = (scene.moment(mercato.opensAt), scene.moment(mercato.closesAt))
        switch mercato.state {
        case .preparing where isOver:
            return HTML(
                scene.say(
                    "Les directions devaient voter du \(opens) au \(closes).",
                    "Directors were to vote from \(opens) to \(closes)."))
        case .preparing:
            return HTML(
                scene.say(
                    "Les directions votent du \(opens) au \(closes). Le tableau se fige à l’ouverture.",
                    "Directors vote from \(opens) to \(closes). The table freezes when it opens."))
        case .open:
            return HTML(
                scene.say(
                    "Le vote est ouvert jusqu’à \(closes). Le tableau et la liste des votants ne bougent plus.",
                    "The vote is open until \(closes). The table and the list of electors stay as they are."))
        case .published:
            return HTML(
                scene.say("Le vote est clos et son résultat publié.", "The vote is closed and its result published."))
        case .closed:
            return HTML(
                scene.say(
                    "Le vote est clos. Le classement se lit à partir de \(scene.moment(mercato.publishesAt)).",
                    "The vote is closed. The ranking is read from \(scene.moment(mercato.publishesAt))."))
        }
    }

    private var waiting: HTML {
        let words = scene.say(
            "Les bulletins sont comptés ; personne ne les lit avant l’heure du classement.",
            "The ballots are counted; nobody reads them before the hour of the ranking.")
        return "<div class=\"banner\" role=\"note\">\(Part.icon("lock"))<div><p><b>\(words)</b></p></div></div>"
    }

    private var count: HTML {
        let electors = mercato.electors.count
        let phrase = Phrase(
            count: ballots, fr: ("% bulletin reçu sur \(electors)", "% bulletins reçus sur \(electors)"),
            en: ("% ballot of \(electors) received", "% ballots of \(electors) received"))
        return "<p class=\"tally\"><b>\(scene.visit.say(phrase))</b></p>"
    }

    private func list(_ topics: [Mercato.Row]) -> HTML {
        let rows = topics.map { topic -> HTML in
            "<li><h3>\(scene.written(topic.title, topic))</h3>\(BallotRow.facts(scene, topic))</li>"
        }
        let title = scene.visit.say(
            Phrase(
                count: topics.count, fr: ("% sujet au tableau", "% sujets au tableau"),
                en: ("% topic on the table", "% topics on the table")))
        return """
            <section class="sec" aria-labelledby="h-table"><header><h2 id="h-table">\(title)</h2></header>\
            <ol class="topics">\(rows)</ol></section>
            """
    }

    private var electors: HTML {
        let organisation = scene.visit.organisation
        let people = mercato.state == .preparing ? organisation.electors(mercato.settings) : mercato.electors
        let rows = Craft.triforce.enumerated().map { place, craft -> HTML in
            let names = people.filter { $0.craft == craft }.map { scene.visit.name($0.person) }.joined(separator: ", ")
            let craft = scene.visit.say(MercatoScene.crafts(place)).capitalisedFirst
            return "<div><dt>\(craft)</dt><dd>\(names.isEmpty ? "–" : names)</dd></div>"
        }
        let note =
            mercato.state == .preparing
            ? scene.say(
                "La liste se remplit seule à l’ouverture, avec les personnes en poste ce jour-là.",
                "The list fills itself when the vote opens, with those in office that day.")
            : scene.say(
                "Les personnes en poste à l’ouverture. Qui a voté ne se voit pas avant la clôture.",
                "Those in office when it opened. Who has voted is not seen before the close.")
        return """
            <section class="sec" aria-labelledby="h-el"><header><h2 id="h-el">\(scene.say("Qui vote", "Who votes"))</h2>\
            <p>\(note)</p></header><dl class="dl">\(rows)</dl></section>
            """
    }

    // MARK: Before it opens

    private var when: HTML {
        let now = scene.visit.now
        guard mercato.opensAt <= now, tabled.isEmpty || isOver else { return "" }
        let words =
            isOver
            ? scene.say(
                "Le vote n’a pas eu lieu : rien n’était au tableau, ou personne ne pouvait voter. De nouvelles dates le rendent possible.",
                "The vote was not held: nothing was on the table, or nobody could vote. New dates make it possible.")
            : scene.say(
                "Le vote s’ouvrira dès qu’un sujet est au tableau.",
                "The vote opens as soon as a topic is on the table.")
        return "<div class=\"banner warn\" role=\"note\">\(Part.icon("alert"))<div><p><b>\(words)</b></p></div></div>"
    }

    /// Whether its hours have passed without a vote.
    private var isOver: Bool { mercato.closesAt <= scene.visit.now }

    private var preparation: HTML {
        guard scene.actor.may(.mercato(.setTable)), !(ready + tabled).isEmpty else {
            guard !tabled.isEmpty else {
                let lead = scene.say("Rien n’est encore au tableau.", "Nothing is on the table yet.")
                let how = scene.say(
                    "Les Product Ops y mettent les sujets prêts, avant l’ouverture.",
                    "Product Ops put the topics that are ready on it before the vote opens.")
                return "<div class=\"empty\"><h2>\(lead)</h2><p>\(how)</p></div>"
            }
            return list(tabled.map(Mercato.Row.init))
        }
        let rows = (tabled + ready).map { topic -> HTML in
            let row = Mercato.Row(topic)
            return """
                <li><label class="opt"><input type="checkbox" name="topics" value="\(topic.ref)"\
                \(" checked", if: topic.state == .tabled)> <span>\(scene.written(topic.title, row))</span></label>\
                \(BallotRow.facts(scene, row))\(tooHeavy(topic))</li>
                """
        }
        let form = Mercato.acts.form(
            "table", mercato, scene.visit, isFirst: true,
            """
            <input type="hidden" name="topics" value=""><input type="hidden" name="seen" value="">\
            \(tabled.map { "<input type=\"hidden\" name=\"seen\" value=\"\($0.ref)\">" as HTML })\
            <ol class="topics">\(rows)</ol>
            """)
        return """
            <section class="sec"><header><h2>\(scene.say("Le tableau", "The table"))</h2>\
            <p>\(scene.say("Cochez ce que les directions départageront.", "Tick what the directors are to choose from."))</p></header>\
            \(form)</section>
            """
    }

    /// Said to who sets the table: a topic that no sharing out could give to anybody.
    private func tooHeavy(_ topic: Topic) -> HTML {
        guard let mostDays, mostDays > 0, let effort = topic.effortDays, Sharing.leadDays(of: effort) > mostDays else {
            return ""
        }
        let asked = scene.visit.days(Int(Sharing.leadDays(of: effort).rounded(.up)))
        let most = Int(mostDays).spelled(scene.visit.language)
        let words = scene.say(
            "Le piloter prend \(asked), et personne aux Product Ops n’en a plus de \(most) : à découper ou à alléger.",
            "To lead it takes \(asked), and nobody of Product Ops has more than \(most): to be cut or made lighter.")
        return "<p class=\"note\">\(Part.icon("alert")) \(words)</p>"
    }

    private func dates() throws -> HTML {
        let isSent = scene.visit.isRefused("dates")
        let form = try FieldForm(scene.visit, Mercato.Dates(of: mercato), prefix: "dates", isSent: isSent)
        let refused = Phrase(fr: "Les dates ne sont pas changées", en: "The dates are not changed")
        return Mercato.acts.disclosure(
            "dates", mercato, scene.visit,
            "\(form.summary(refused))\(form.control(.opens))\(form.control(.closes))\(form.control(.reason))")
    }
}
