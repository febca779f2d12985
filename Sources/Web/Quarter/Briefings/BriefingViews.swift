import HTML
import Rouage
import Storage
import WebCore

/// The page of one initiative: on screen with what is missing, its history and its comments; on paper one A4 sheet.
struct BriefingPage {
    let visit: Visit
    let briefing: Briefing
    let cycle: Cycle
    let dependencies: [Dependency]
    let fields: [TribeField]
    /// What the team itself has to answer, for those who may.
    let owed: [Dependency]
    let comments: [Comment]
    let history: [HistoryLine]
    let axis: Axis?
    /// What was decided, newest first; the drafts it waits in; what it was carried over from.
    let decisions: [Decision]
    let carried: [Briefing]
    let earlier: Briefing?
    let missing: [Missing]
    /// Teams it may have forgotten, for its people while they write.
    let silent: SilentTeams?
    /// From its submission to its decision.
    let readiness: ReadinessViews?
    /// While it waits for somebody.
    let chance: ChanceViews?
    let follow: HTML

    init(_ visit: Visit, _ briefing: Briefing) throws {
        let reading = visit.reading
        self.visit = visit
        self.briefing = briefing
        cycle = try visit.cycle(of: briefing)
        dependencies = try reading.dependencies(of: briefing.id)
        fields = try reading.tribeFields(of: briefing, in: visit.organisation)
        let answers = visit.actor?.may(.writeBriefing(briefing)) ?? false
        owed = answers ? try reading.dependencies(unansweredBy: briefing.team, in: briefing.cycle) : []
        silent = try SilentTeams.shown(visit, briefing, dependencies, in: cycle)
        comments = try reading.comments(on: briefing.id)
        history = try reading.history(
            of: [briefing.id.description] + dependencies.map(\.id.description), limit: 40)
        axis = try briefing.axis.flatMap { try reading.find($0) }
        decisions = briefing.decision == nil ? [] : try reading.decisions(on: briefing.id)
        carried = briefing.state == .postponed ? try reading.carried(from: briefing.id) : []
        earlier = try briefing.carriedFrom.flatMap { try reading.find($0) }
        let isAligning = briefing.isBeingPrepared && briefing.state != .draft
        readiness = isAligning ? try ReadinessViews(visit, briefing, dependencies) : nil
        chance = try ChanceViews(visit, dependencies, in: cycle)
        follow = try Part.follow(briefing, visit)
        missing = briefing.isBeingPrepared ? briefing.missing(dependencies, fields: fields) : []
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    /// The language in which the page is written: its owner's.
    var language: Language { visit.language(of: briefing) }
    /// The attribute that says so where it is not the reader's.
    var lang: HTML { language == visit.language ? "" : " lang=\"\(language.rawValue)\"" }
    var address: String { "/briefings/\(briefing.id)" }
    func may(_ permission: Permission) -> Bool { visit.actor?.may(permission) ?? false }
    var isWriter: Bool { may(.writeBriefing(briefing)) }

    func answer() throws -> Answer {
        // Long texts print in a smaller type, so that the sheet stays one.
        let isLong = characters > 1_800
        let body: HTML = """
            <div class="brf"><article class="sheet" id="sheet" data-live-part\(" data-long", if: isLong) aria-labelledby="title">
            \(BriefingRefusal.banner(visit, briefing, edit: "\(address)/edit"))\(header)\(standardFields)\(tribeFields)
            \(DependencyViews.section(visit, briefing, dependencies, owed: owed))\(forgotten)\(printFoot)</article>
            \(try side())\(talk)</div>
            """
        return Layout.page(
            visit, title: visit.title(of: briefing), page: .briefings,
            live: "briefing:\(briefing.id),dependency:*,comment:*,dismissal:*", body)
    }

    private var forgotten: HTML {
        silent.map { SilentViews(visit: visit, briefing: briefing, silent: $0).section } ?? ""
    }

    private var characters: Int {
        Briefing.Text.Field.allCases.reduce(0) { $0 + briefing.text[$1].count }
            + fields.reduce(0) { $0 + (briefing.tribeValues[$1.key]?.count ?? 0) }
    }

    private var header: HTML {
        let kind = Phrase(fr: "Briefing d’initiative produit", en: "Product initiative briefing")
        let people = briefing.contributors.map { visit.name($0) }.joined(separator: ", ")
        let version =
            "\(briefing.version), \(visit.dates.weekdayShort(briefing.updatedAt.day(in: visit.site.clock.zone)))"
        return """
            <header><p class="over"><span>\(say(kind))</span><span>\(cycle.name(visit.language))</span>\
            <span>\(visit.place(of: briefing.team))</span>\(flags)\
            <span class="end">\(Part.status(say(briefing.state.phrase), briefing.state.dial))</span></p>
            <h1 id="title"\(lang)>\(visit.title(of: briefing))</h1>
            <dl class="dl">\(fact(Phrase(fr: "Responsable", en: "Owner"), visit.nameAndJob(briefing.owner)))\
            \(fact(Phrase(fr: "Avec", en: "With"), people))\
            \(fact(Phrase(fr: "Axe stratégique", en: "Strategic axis"), linked: visit.link(to: axis)))\
            \(fact(Phrase(fr: "Appétit", en: "Appetite"), briefing.appetiteDays.map(visit.days) ?? ""))\
            \(fact(Phrase(fr: "Version", en: "Version"), version))</dl>\(origin)</header>
            """
    }

    private var flags: [HTML] {
        [
            (briefing.offCycle, Phrase(fr: "Hors cycle", en: "Off cycle")),
            (briefing.late, Phrase(fr: "Déposé après la date", en: "Submitted after the date")),
            (briefing.slowed, Phrase(fr: "Ralentie", en: "Slowed down")),
        ].filter(\.0).map { flag -> HTML in "<span>\(say(flag.1))</span>" }
    }

    func fact(_ name: Phrase, _ value: String) -> HTML { fact(name, linked: HTML(value)) }

    private func fact(_ name: Phrase, linked value: HTML) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    private var standardFields: HTML {
        let text = briefing.text
        let figures = [Briefing.Text.Field.people, .frequency, .cost].map { field in
            fact(field.phrase, text[field].set(in: language))
        }.joined()
        let size: HTML = figures.isEmpty ? "" : "<dl class=\"size\">\(figures)</dl>"
        return """
            \(field(.problem, prose(text.problem)))\(field(.source, prose(text.source)))\
            \(field(.problemSize, "<div>\(size)\(prose(text.problemSize))</div>"))\
            \(field(.intention, prose(text.intention)))
            """
    }

    private func prose(_ text: String) -> HTML {
        text.isBlank
            ? "<p class=\"prose qq\">\(say(Phrase(fr: "Pas encore écrit.", en: "Not written yet.")))</p>"
            : Part.prose(text, in: language)
    }

    private func field(_ field: Briefing.Text.Field, _ content: HTML) -> HTML {
        // A size told by its figures alone needs no sentence.
        """
        <section class="f" aria-labelledby="f-\(field.rawValue)"><h2 id="f-\(field.rawValue)">\
        \(say(field.phrase))</h2>\(content)</section>
        """
    }

    private var tribeFields: HTML {
        let filled = fields.filter { !(briefing.tribeValues[$0.key] ?? "").isBlank }
        let known = Set(fields.map(\.key))
        // A field that the tribe took away keeps what was written in it.
        let former = briefing.tribeValues.filter { !known.contains($0.key) && !$0.value.isBlank }
            .sorted { $0.key < $1.key }
        guard !filled.isEmpty || !former.isEmpty else { return "" }
        let name = visit.organisation.tribe(of: briefing.team)?.name ?? ""
        let facts = filled.map { field -> HTML in
            "<div><dt>\(field.label(visit.language))</dt><dd>\((briefing.tribeValues[field.key] ?? "").set(in: language))</dd></div>"
        }
        let formerFacts = former.map { pair -> HTML in
            "<div class=\"noprint\"><dt>\(pair.key)</dt><dd>\(pair.value)</dd></div>"
        }
        return """
            <section class="f tribe" aria-labelledby="f-tribe"><h2 id="f-tribe">\
            \(say(Phrase(fr: "Champs de la Tribe \(name)", en: "Fields of the \(name) tribe")))</h2>\
            <dl class="dl">\(facts)\(formerFacts)</dl></section>
            """
    }

    /// What paper cannot show otherwise: which version it is, what was missing when it was printed, where it lives.
    private var printFoot: HTML {
        let department = visit.organisation.department?.name ?? ""
        let written = briefing.updatedAt.day(in: visit.site.clock.zone)
        let (french, english) = (DateWords(language: .french), DateWords(language: .english))
        let sentence = Phrase(
            fr: "Version \(briefing.version) du \(french.full(written)), imprimée le \(french.full(visit.today)).",
            en: "Version \(briefing.version) of \(english.full(written)), printed on \(english.full(visit.today)).")
        return """
            <p class="printfoot">Rouage\(department.isEmpty ? "" : ", \(department)"). \(say(sentence)) \(fateOnPaper) \
            \(visit.exchange.host)\(address)</p>
            """
    }

    private var fateOnPaper: String {
        if let decision = briefing.decision {
            let state = say(briefing.state.phrase)
            return say(
                Phrase(
                    fr:
                        "\(state) le \(DateWords(language: .french).short(decision.on)) par \(visit.name(decision.by)).",
                    en: "\(state) on \(DateWords(language: .english).short(decision.on)) by \(visit.name(decision.by))."
                ))
        }
        guard !missing.isEmpty else { return "" }
        let first = missing.prefix(3).map { say($0.short(visit)) }.joined(separator: ", ")
        let more = missing.count - 3
        let rest = more > 0 ? say(Phrase(fr: " et \(more) autres", en: " and \(more) more")) : ""
        return say(Phrase(fr: "Il manque : \(first)\(rest).", en: "Missing: \(first)\(rest)."))
    }
}
