import HTML
import Rouage
import Storage
package import WebCore

/// Who still has something to settle with whom, and the meetings of the quarter.
struct AlignmentPage {
    let visit: Visit
    let cycle: Cycle
    let actor: Actor
    /// Whether the whole department is shown, not only the visitor's teams.
    let isWhole: Bool
    let own: Set<Identifier<Rouage.Unit>>
    let pairs: [(room: AlignmentRoom, agenda: Agenda)]
    let meetings: [Meeting]
    /// What the visitor still has to do after meetings.
    let actions: [MeetingAction]

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { return Layout.forMembers(visit, .alignment) }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        return try AlignmentPage(visit, cycle, actor).answer
    }

    private init(_ visit: Visit, _ cycle: Cycle, _ actor: Actor) throws {
        self.visit = visit
        self.cycle = cycle
        self.actor = actor
        let own = Set(Standpoint(of: actor).teams.map(\.id))
        self.own = own
        let isWhole = own.isEmpty || visit.exchange.query["scope"] == "all"
        self.isWhole = isWhole
        let all = try AlignmentRoutes.alignment(visit, in: cycle).pairs
        pairs = all.compactMap { pair, agenda in
            guard isWhole || own.contains(pair.first) || own.contains(pair.second) else { return nil }
            return AlignmentRoom(pair, in: visit.organisation).map { ($0, agenda) }
        }
        meetings = try visit.reading.meetings(in: [cycle.id]).filter { meeting in
            isWhole || meeting.teams.contains(where: own.contains)
        }
        actions = try actor.id.map { try visit.reading.openActions(of: $0) } ?? []
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    private var open: [(room: AlignmentRoom, agenda: Agenda)] {
        pairs.filter { !$0.agenda.items.isEmpty }.sorted { a, b in
            (a.agenda.weight, a.room.codes) < (b.agenda.weight, b.room.codes)
        }
    }

    private var answer: Answer {
        let title = Phrase(
            fr: "Alignement du \(cycle.shortName(.french))", en: "Alignment of \(cycle.shortName(.english))")
        let body: HTML = """
            <header class="head"><div><h1>\(say(title))</h1><p class="lede">\(lede)</p></div>\(call)</header>
            \(wrongCount)\(scopes)
            <div id="alignment" data-live-part>\(mine)\(toSettle)\(upcoming)\(settled)\(past)</div>\(chooser)
            """
        return Layout.page(visit, title: say(title), page: .alignment, live: "dependency:*,meeting:*", body)
    }

    private var lede: String {
        let count = open.count
        let items = open.reduce(0) { $0 + $1.agenda.items.count }
        let pairs = Phrase(
            count: count, fr: ("% paire d’équipes a encore à régler", "% paires d’équipes ont encore à régler"),
            en: ("% pair of teams still has something to settle", "% pairs of teams still have something to settle"))
        let points = Phrase(count: items, fr: ("% point", "% points"), en: ("% item", "% items"))
        guard count > 0 else {
            return say(Phrase(fr: "Tout est réglé entre les équipes.", en: "Everything is settled between teams."))
        }
        return say(
            Phrase(
                fr: "\(pairs(.french)) \(points(.french)).", en: "\(pairs(.english)): \(points(.english))."))
    }

    private var call: HTML {
        guard actor.isOps || !own.isEmpty || actor.holds(.cpo) else { return "" }
        let words =
            actor.isOps
            ? Phrase(fr: "Proposer une rencontre", en: "Propose a meeting")
            : Phrase(fr: "Prévoir une rencontre", en: "Plan a meeting")
        return """
            <div class="acts"><a class="btn" href="/meetings/new?cycle=\(cycle.label.inAddress)">\(Part.icon("plus"))\(say(words))</a></div>
            """
    }

    private var wrongCount: HTML {
        guard visit.exchange.query["count"] == "wrong" else { return "" }
        return """
            <div class="banner warn" role="alert">\(Part.icon("alert"))<p><b>\(say(Phrase(fr: "Choisissez de deux à cinq équipes.", en: "Choose two to five teams.")))</b></p></div>
            """
    }

    private var scopes: HTML {
        guard !own.isEmpty else { return "" }
        let mine = Phrase(fr: "Mes équipes", en: "My teams")
        let whole = Phrase(fr: "Tout le département", en: "The whole department")
        return """
            <nav class="chips fl" aria-label="\(say(Phrase(fr: "Équipes montrées", en: "Teams shown")))">\
            \(chip(visit.address(with: "scope", nil), mine, isOn: !isWhole))\
            \(chip(visit.address(with: "scope", "all"), whole, isOn: isWhole))</nav>
            """
    }

    private func chip(_ address: String, _ words: Phrase, isOn: Bool) -> HTML {
        """
        <a class="chip" href="\(address)"\(" aria-current=\"true\"", if: isOn)>\(isOn ? Part.icon("check") : "")\(say(words))</a>
        """
    }

    private var mine: HTML {
        guard !actions.isEmpty else { return "" }
        let rows = actions.map { action -> HTML in
            """
            <li><a href="/meetings/\(action.meeting.description)#actions">\(action.what)</a> \
            \(Part.status(visit.dates.weekdayShort(action.due), ("cal", "")))</li>
            """
        }
        return section(
            Phrase(fr: "Ce que j’ai à faire après une rencontre", en: "What I have to do after a meeting"),
            "<ul class=\"plain meets\">\(rows)</ul>")
    }

    // MARK: What is left

    private var toSettle: HTML {
        let rows = open.map(row)
        let title = Phrase(fr: "À régler", en: "To settle")
        guard !rows.isEmpty else {
            let lead = Phrase(fr: "Rien n’attend entre ces équipes.", en: "Nothing is waiting between these teams.")
            let how = Phrase(
                fr: "Une dépendance sans réponse, une promesse rompue ou une attente circulaire reviendra ici.",
                en: "A dependency without an answer, a broken promise or a circular wait will come back here.")
            return section(title, "<div class=\"empty\"><h3>\(say(lead))</h3><p>\(say(how))</p></div>")
        }
        let name = say(title)
        return section(
            title,
            """
            <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table class="t fold pairs"><caption class="vh">\(name)</caption>\
            <thead><tr><th scope="col">\(say(.teams))</th><th scope="col" class="num">\(say(Phrase(fr: "Points", en: "Items")))</th>\
            <th scope="col">\(say(Phrase(fr: "D’abord", en: "First")))</th>\
            <th scope="col" class="num">\(say(Phrase(fr: "Réglées", en: "Settled")))</th>\
            <th scope="col">\(say(Phrase(fr: "Rencontre", en: "Meeting")))</th></tr></thead><tbody>\(rows)</tbody></table></div>
            """)
    }

    private func row(_ room: AlignmentRoom, _ agenda: Agenda) -> HTML {
        let first = agenda.items[0]
        let ground: HTML = first.grounds[0].phrase.map { "\(say($0)). " } ?? ""
        let next = meetings.filter { $0.state.isAlive && Set(room.ids).isSubset(of: $0.teams) }.min(by: isSooner)
        let meeting: HTML =
            next.map { "<a href=\"/meetings/\($0.id.description)\">\(MeetingWords(visit).when($0))</a>" } ?? ""
        return """
            <tr><th scope="row"><a href="\(room.address)?cycle=\(cycle.label.inAddress)">\(visit.names(of: room))</a></th>\
            <td class="num" data-l="\(say(Phrase(fr: "Points", en: "Items")))">\(agenda.items.count)</td>\
            <td data-l="\(say(Phrase(fr: "D’abord", en: "First")))">\(ground)\(first.dependency.what)</td>\
            <td class="num" data-l="\(say(Phrase(fr: "Réglées", en: "Settled")))">\(agenda.settled.count)</td>\
            <td data-l="\(say(Phrase(fr: "Rencontre", en: "Meeting")))">\(meeting)</td></tr>
            """
    }

    private func isSooner(_ a: Meeting, _ b: Meeting) -> Bool { a.order < b.order }

    // MARK: Meetings

    private var upcoming: HTML {
        let alive = meetings.filter(\.state.isAlive).sorted(by: isSooner)
        guard !alive.isEmpty else { return "" }
        return section(
            Phrase(fr: "Rencontres prévues", en: "Meetings to come"), MeetingWords(visit).list(alive),
            note: Phrase(
                fr: "Votre agenda les lit à une adresse qui vous est propre, depuis votre compte.",
                en: "Your calendar reads them at an address of your own, from your account."))
    }

    private var past: HTML {
        let held = meetings.filter { $0.state == .held }.sorted {
            ($0.closedAt ?? $0.updatedAt) > ($1.closedAt ?? $1.updatedAt)
        }
        guard !held.isEmpty else { return "" }
        return section(Phrase(fr: "Tenues", en: "Held"), MeetingWords(visit).list(held))
    }

    /// Pairs that never had to meet: all their dependencies found an answer.
    private var settled: HTML {
        let met = meetings.filter { $0.state == .held }
        let quiet = pairs.filter { pair in
            pair.agenda.isSettled && !met.contains { Set(pair.room.ids).isSubset(of: $0.teams) }
        }.sorted { visit.names(of: $0.room) < visit.names(of: $1.room) }
        guard !quiet.isEmpty else { return "" }
        let rows = quiet.map { pair -> HTML in
            let count = Phrase(
                count: pair.agenda.settled.count, fr: ("% dépendance", "% dépendances"),
                en: ("% dependency", "% dependencies"))
            return """
                <li><a href="\(pair.room.address)?cycle=\(cycle.label.inAddress)">\(visit.names(of: pair.room))</a> \
                <span class="q">\(say(count))</span></li>
                """
        }
        return section(.settledAlone, "<ul class=\"plain settled\">\(rows)</ul>")
    }

    private func section(_ title: Phrase, _ body: HTML, note: Phrase? = nil) -> HTML {
        let words: HTML = note.map { "<p>\(say($0))</p>" } ?? ""
        return "<section class=\"sec\"><header><h2>\(say(title))</h2>\(words)</header>\(body)</section>"
    }

    // MARK: Other teams

    private var chooser: HTML {
        let organisation = visit.organisation
        let tribes = organisation.units.values.filter {
            $0.sort == .tribe && AlignmentRoom(codes: $0.code, in: organisation) != nil
        }
        .sorted { $0.name < $1.name }
        let links = tribes.map { tribe -> HTML in
            "<li><a href=\"/alignment/\(tribe.code.inAddress)?cycle=\(cycle.label.inAddress)\">\(tribe.name)</a></li>"
        }
        let boxes = organisation.teams.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="team" value="\(team.code)"> <span>\(team.name)</span></label>
            """
        }
        return """
            <section class="sec noprint"><header><h2>\(say(Phrase(fr: "Réunir d’autres équipes", en: "Bring other teams together")))</h2></header>
            <p class="note">\(say(Phrase(fr: "Une Tribe entière :", en: "A whole tribe:")))</p><ul class="plain inlinelist">\(links)</ul>
            <details class="disc"><summary>\(Part.icon("people"))\(say(Phrase(fr: "De deux à cinq équipes", en: "Two to five teams")))\(Part.icon("down"))</summary>
            <form method="get" action="/alignment/choice"><fieldset class="field"><legend class="vh">\(say(.teams))</legend><div class="opts">\(boxes)</div></fieldset>
            <div class="acts"><button class="btn">\(say(Phrase(fr: "Ouvrir la salle", en: "Open the room")))</button></div></form></details></section>
            """
    }
}

extension Phrase {
    static let settledAlone = Phrase(fr: "Réglé sans réunion", en: "Settled without a meeting")
}

extension Agenda {
    /// What is heaviest comes first, then what is longest.
    fileprivate var weight: Int { (items.first?.grounds.first?.weight ?? 9) * 1_000 - min(items.count, 999) }
}

extension Agenda.Ground {
    fileprivate var weight: Int {
        switch self {
        case .inversion: 0
        case .circle: 1
        case .refusedTwice: 2
        case .broken: 3
        case .open: 4
        }
    }

    var isCircle: Bool { if case .circle = self { true } else { false } }

    /// Why it comes first; an open answer says so by its status.
    package var phrase: Phrase? {
        switch self {
        case .inversion(.promisedTooEarly):
            Phrase(
                fr: "Promise avant ce que l’équipe attend elle-même",
                en: "Promised before what the team waits for itself")
        case .inversion(.tooShort):
            Phrase(fr: "Le délai ne suffit pas, d’après les efforts", en: "Not enough time, going by the efforts")
        case .circle(.deadlock): Phrase(fr: "Attente circulaire", en: "Circular wait")
        case .circle(.mutual): Phrase(fr: "Les équipes s’attendent", en: "The teams wait for one another")
        case .refusedTwice:
            Phrase(fr: "Refusée deux fois, aux responsables", en: "Refused twice, up to the leads")
        case .broken: Phrase(fr: "Promesse rompue", en: "Promise broken")
        case .open: nil
        }
    }
}
