import HTML
import Rouage
import Storage
import WebCore

/// What every page of a brainstorm looks at: the session of its address, and who asks.
struct BrainstormScene {
    let visit: Visit
    let actor: Actor
    let session: Brainstorm
    let cycle: Cycle

    init(_ visit: Visit) throws {
        let actor = try visit.signedIn()
        guard actor.may(.brainstorm(.see)), let label = visit.exchange.parameters["label"],
            let cycle = visit.cycles.first(where: { $0.label == label }),
            let session = try visit.reading.brainstorm(of: cycle.id)
        else { throw Refusal.notFound }
        self.init(visit, actor, session, cycle)
    }

    init(_ visit: Visit, _ actor: Actor, _ session: Brainstorm, _ cycle: Cycle) {
        self.visit = visit
        self.actor = actor
        self.session = session
        self.cycle = cycle
    }

    func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var address: String { "/brainstorms/\(cycle.label.inAddress)" }
    var leads: Bool { actor.may(.brainstorm(.lead)) }
    var takesPart: Bool { actor.may(.brainstorm(.takePart(session))) }
    var title: String { Self.title(of: cycle, visit) }

    static func title(of cycle: Cycle, _ visit: Visit) -> String {
        visit.say(
            Phrase(
                fr: "Brainstorming du \(cycle.shortName(.french))", en: "\(cycle.shortName(.english)) brainstorm"))
    }

    /// Where an act is sent, and what its button says.
    /// - Parameter part: the idea or the group that it is about.
    func sending(_ noun: String, _ part: String = "") -> (to: String, words: String) {
        Brainstorm.acts.sending(noun, session, visit, part: part)
    }

    func ideas(_ count: Int) -> String {
        visit.say(Phrase(count: count, fr: ("% idée", "% idées"), en: ("% idea", "% ideas")))
    }

    /// The sources of some ideas, with their counts where there are several: `Retours terrain 3, Incidents 2`.
    func words(_ mix: SourceMix) -> String {
        mix.counts.map {
            mix.counts.count == 1 ? visit.say($0.source.phrase) : "\(visit.say($0.source.phrase)) \($0.count)"
        }
        .joined(separator: ", ")
    }

    func page(_ body: HTML, side: HTML) -> Answer {
        let whole: HTML = """
            <div class="bst" data-state="\(session.state.rawValue)"><header class="head"><div><h1>\(title)</h1>\
            <p class="lede">\(lede)</p></div></header>
            \(steps)<div id="refused" role="status" data-away="\(away)">\(refusal)</div>\
            <div class="bstage"><div class="bmain">\(body)</div><aside class="bside">\(side)</aside></div></div>
            """
        return Layout.page(
            visit, title: title, page: .brainstorms, live: "brainstorm:\(session.id)", cycle: cycle.id, whole)
    }

    private var lede: String {
        let day = visit.dates.weekdayLong(session.heldOn).capitalisedFirst
        let count = visit.organisation.people(in: session).count
        let people = visit.say(
            Phrase(count: count, fr: ("% personne", "% personnes"), en: ("% person", "% people")))
        let minutes = session.minutes
        return say(
            "\(day), \(people). \(minutes) minutes d’écriture en silence, puis un mur où l’on range ensemble.",
            "\(day), \(people). \(minutes) minutes of writing in silence, then a wall that all put in order.")
    }

    /// Where the session stands. A page that was made for another step turns by itself, unless somebody is writing in it.
    private var steps: HTML {
        let names: [(Brainstorm.State, String)] = [
            (.planned, say("Prévu", "Planned")), (.writing, say("Écriture en silence", "Silent writing")),
            (.clustering, say("Regroupement", "Clustering")), (.closed, say("Clos", "Closed")),
        ]
        let place = names.firstIndex { $0.0 == session.state } ?? 0
        let items = names.enumerated().map { index, step -> HTML in
            let icon = index < place ? "d-done" : index == place ? "d-com" : "d-0"
            return """
                <li\(" class=\"now\" aria-current=\"step\"", if: index == place)>\(Part.icon(icon))\(step.1)</li>
                """
        }
        return """
            <div id="step" data-live-part><ol class="bsteps" aria-label="\(say("Étapes de la séance", "Steps of the session"))" \
            data-behaviour="turn" data-state="\(session.state.rawValue)">\(items)</ol>\
            <p class="note" data-turned hidden>\(say("La séance est passée à l’étape suivante. ", "The session has gone on to the next step. "))\
            <a href="\(address)">\(say("Voir où elle en est", "See where it stands"))</a></p></div>
            """
    }
}
