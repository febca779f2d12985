import HTML
import Rouage
import Storage
import WebCore

/// The form that calls teams together.
struct MeetingCallPage {
    let visit: Visit
    let actor: Actor
    let cycle: Cycle
    let form: FieldForm<Meeting.Invitation>

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let label = visit.exchange.form["cycle"]
        guard let cycle = visit.cycles.first(where: { $0.label == label }) ?? visit.cycle else {
            return Layout.noCycle(visit)
        }
        let blank = Meeting.Invitation(in: visit.site.clock.zone)
        return MeetingCallPage(visit: visit, actor: actor, cycle: cycle, form: try FieldForm(visit, blank)).answer
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    /// The teams of the room that one came from.
    private var room: AlignmentRoom? {
        let codes = visit.exchange.query["teams"] ?? visit.exchange.form.all("teams").joined(separator: ",")
        return AlignmentRoom(codes: codes, in: visit.organisation)
    }

    private var answer: Answer {
        let title =
            actor.isOps
            ? Phrase(fr: "Proposer une rencontre", en: "Propose a meeting")
            : Phrase(fr: "Prévoir une rencontre", en: "Plan a meeting")
        let lede =
            actor.isOps
            ? Phrase(
                fr: "Une des équipes la retient, ou non. L’ordre du jour se fait tout seul.",
                en: "One of the teams takes it up, or not. The agenda makes itself.")
            : Phrase(
                fr: "L’ordre du jour se fait tout seul, de ce qui reste ouvert entre les équipes.",
                en: "The agenda makes itself, from what is open between the teams.")
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/alignment?cycle=\(cycle.label.inAddress)">\(say(Phrase(fr: "Alignement du \(cycle.name(.french))", en: "Alignment of \(cycle.name(.english))")))</a></p>\
            <h1>\(say(title))</h1><p class="lede">\(say(lede))</p></div></header>
            \(form.summary(Phrase(fr: "La rencontre n’est pas prévue.", en: "The meeting was not planned.")))
            <form class="frm wr" method="post" action="/meetings">\(Part.csrf(visit))<input type="hidden" id="f-cycle" name="cycle" value="\(cycle.label)">
            \(teams)\(mode)
            <div class="acts"><button class="btn pri">\(say(title))</button>\
            <a class="btn low" href="\(room?.address ?? "/alignment")">\(say(Phrase(fr: "Revenir", en: "Go back")))</a></div></form>
            """
        return Layout.page(visit, title: say(title), page: .alignment, cycle: cycle.id, body)
    }

    private var teams: HTML {
        if let room {
            return """
                <div class="field"><b>\(say(.teams))</b><p>\(visit.names(of: room))</p>\
                <input type="hidden" name="teams" value="\(room.codes)"></div>
                """
        }
        let chosen = Set(visit.exchange.form.all("teams"))
        let boxes = visit.organisation.teams.map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        let count = Phrase(fr: "De deux à cinq.", en: "Two to five.")
        return """
            <fieldset class="field" id="f-teams"><legend>\(say(.teams))</legend><p class="hint">\(say(count))</p>\
            <div class="opts">\(boxes)</div>\(Part.flaw(visit, "teams"))</fieldset>
            """
    }

    /// Both ways are on the page; the choice says which one counts.
    private var mode: HTML {
        let fields = MeetingFields(form: form, cycle: cycle)
        let timing = Meeting.Timing(in: visit.site.clock.zone)
        let options: [(String, Phrase)] = [
            (Meeting.Mode.sync.rawValue, Phrase(fr: "Ensemble, à une heure", en: "Together, at an hour")),
            (
                Meeting.Mode.async.rawValue,
                Phrase(
                    fr: "Par écrit : chaque équipe écrit sa vue avant de lire celles des autres",
                    en: "In writing: each team writes its view before reading the others’")
            ),
        ]
        return """
            \(form.parts.radios("mode", Phrase(fr: "Comment", en: "How"), stored: Meeting.Mode.sync.rawValue, options))
            <fieldset class="field sub"><legend>\(say(Phrase(fr: "Ensemble", en: "Together")))</legend>\(fields.sync(timing))</fieldset>
            <fieldset class="field sub"><legend>\(say(Phrase(fr: "Par écrit", en: "In writing")))</legend>\(fields.async(timing))</fieldset>
            """
    }
}
