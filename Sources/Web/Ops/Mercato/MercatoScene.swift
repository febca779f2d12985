import HTML
import Rouage
import Storage
import WebCore

/// What every page of a mercato looks at: the session of its address, and who asks.
struct MercatoScene {
    let visit: Visit
    let actor: Actor
    let mercato: Mercato

    init(_ visit: Visit) throws {
        let actor = try visit.signedIn()
        guard actor.may(.mercato(.see)), let ref = visit.exchange.parameters["ref"],
            let mercato = try visit.reading.mercato(ref: ref)
        else { throw Refusal.notFound }
        self.init(visit, actor, mercato)
    }

    init(_ visit: Visit, _ actor: Actor, _ mercato: Mercato) {
        self.visit = visit
        self.actor = actor
        self.mercato = mercato
    }

    func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var address: String { "/mercato/\(mercato.ref.inAddress)" }
    var isElector: Bool { actor.may(.mercato(.vote(mercato))) }
    var readsResult: Bool { actor.may(.mercato(.readResult(mercato, at: visit.now))) }
    var readsWords: Bool { actor.may(.mercato(.readWords(mercato, at: visit.now))) }
    var readsBallots: Bool { actor.may(.mercato(.readBallots(mercato, at: visit.now))) }
    var live: String { "mercato:\(mercato.id)" }

    /// `Mercato T2` or `Mercato Q2`; a session from elsewhere keeps its own name.
    var title: String {
        guard mercato.origin == .native, let cycle = visit.cycles.first(where: { $0.id == mercato.cycle }) else {
            return mercato.title ?? mercato.ref
        }
        return "Mercato \(cycle.shortName(visit.language))"
    }

    var quarter: String {
        visit.cycles.first { $0.id == mercato.cycle }?.shortName(visit.language) ?? mercato.ref
    }

    /// `mer. 11 mars à 18 h`.
    func moment(_ instant: Instant) -> String {
        let (hour, minute) = instant.clock(in: WorkCalendar.zone)
        let day = visit.dates.weekdayShort(mercato.day(instant))
        let clock =
            minute > 0
            ? visit.dates.clock(hour, minute)
            : visit.language == .french
                ? "\(hour)\u{A0}h" : "\(hour % 12 == 0 ? 12 : hour % 12) \(hour < 12 ? "am" : "pm")"
        return say("\(day) à \(clock)", "\(day), \(clock)")
    }

    /// When it closes or closed; of one held elsewhere as much as its files say.
    var close: String {
        guard mercato.origin == .imported else { return moment(mercato.closesAt) }
        guard !mercato.isUndated else { return "–" }
        let (first, last) = (mercato.day(mercato.opensAt), mercato.day(mercato.closesAt))
        let year = last.parts.year
        return first == Day(year, 1, 1) && last == Day(year, 12, 31) ? String(year) : visit.dates.full(last)
    }

    /// A topic's words as its sponsor wrote them.
    func written(_ text: String, _ row: Mercato.Row) -> HTML {
        let language = visit.language(of: row.sponsor)
        guard language != visit.language else { return HTML(text.set(in: language)) }
        return "<span lang=\"\(language.rawValue)\">\(text.set(in: language))</span>"
    }

    func plain(_ text: String, _ row: Mercato.Row) -> String { text.set(in: visit.language(of: row.sponsor)) }

    /// `2,49` or `2.49`.
    func decimal(_ value: Double, _ digits: Int = 2) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let whole = Int((value * Double(scale)).rounded())
        let fraction = String(whole % scale + scale).dropFirst()
        return "\(whole / scale)\(visit.language == .french ? "," : ".")\(fraction)"
    }

    func days(_ count: Int) -> String {
        let number = count.spelled(visit.language)
        return mercato.origin == .imported ? number : say("\(number) j", "\(number) d")
    }

    static func crafts(_ place: Int) -> Phrase {
        switch place {
        case 0: Phrase(fr: "produit", en: "product")
        case 1: Phrase(fr: "design", en: "design")
        default: Phrase(fr: "ingénierie", en: "engineering")
        }
    }

    /// How many ballots, of whom, by craft.
    func turnout(_ ranking: MercatoRanking) -> String {
        guard mercato.origin == .native else {
            return visit.say(
                Phrase(count: ranking.ballots, fr: ("% bulletin", "% bulletins"), en: ("% ballot", "% ballots")))
        }
        let parts = Craft.triforce.enumerated().compactMap { place, craft -> String? in
            ranking.byCraft[craft].map { "\($0) \(visit.say(Self.crafts(place)))" }
        }.joined(separator: ", ")
        let (given, asked) = (ranking.ballots, mercato.electors.count)
        let split = parts.isEmpty ? "" : say(" : \(parts)", ": \(parts)")
        let ballots = Phrase(count: given, fr: ("% bulletin", "% bulletins"), en: ("% ballot", "% ballots"))
        let electors = Phrase(count: asked, fr: ("% votant", "% votants"), en: ("% elector", "% electors"))
        return say("\(ballots(.french)) sur \(electors(.french))", "\(ballots(.english)) of \(electors(.english))")
            + split
    }

    /// The steps beside the heading.
    func steps(_ current: Step) -> HTML {
        var steps: [(Step, String, HTML)] = []
        if isElector {
            let path = mercato.state == .closed || mercato.state == .published ? "/letter" : "/ballot"
            steps.append(
                (.ballot, address + path, "\(Part.icon("ballot"))\(say("Bulletin", "Ballot"))"))
        }
        if mercato.state == .preparing || mercato.state == .open {
            steps.append((.table, address + "/table", HTML(say("Sujets", "Topics"))))
        }
        steps.append((.result, address + "/result", HTML(say("Résultat", "Result"))))
        steps.append((.history, "/mercato/history", HTML(say("Sessions", "Sessions"))))
        let links = steps.map { step, path, words -> HTML in
            "<a href=\"\(path)\"\(" aria-current=\"true\"", if: step == current)>\(words)</a>"
        }
        return """
            <nav class="seg" aria-label="\(say("Étapes du mercato", "Steps of the mercato"))">\(links)</nav>
            """
    }

    enum Step { case ballot, table, result, history }

    func page(_ title: String, lede: HTML, _ step: Step, isLive: Bool = false, _ body: HTML) -> Answer {
        let whole: HTML = """
            <div class="merc" id="mercato"\(" data-live-part", if: isLive)><header class="head"><div><h1>\(title)</h1>\
            <p class="lede">\(lede)</p></div>\(steps(step))</header>\(body)</div>
            """
        return Layout.page(
            visit, title: title, page: .mercato, live: isLive ? live : "", cycle: mercato.cycle, whole)
    }
}

extension Topic.Sort {
    /// Its sign: a drop of oil, a cog, a box.
    package var sign: String {
        switch self {
        case .improve: "oil"
        case .create: "cog"
        case .retire: "retire"
        }
    }
}
