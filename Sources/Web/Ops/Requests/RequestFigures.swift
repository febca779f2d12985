import HTML
import Rouage
import Storage
import WebCore

/// Beside the requests: who is on duty, how much of the room for urgencies is used, how happy requesters are.
struct RequestFigures {
    private let visit: Visit
    private let actor: Actor

    init(_ visit: Visit, _ actor: Actor) {
        self.visit = visit
        self.actor = actor
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    func html() throws -> HTML {
        "\(try duty())\(try urgencies())\(try happiness())\(charter)"
    }

    private func duty() throws -> HTML {
        let rota = try visit.reading.dutyRota(in: visit.organisation, .french)
        let nobody = say("Personne cette semaine", "Nobody this week")
        let now = rota.week(of: visit.today).map { visit.name($0.person) } ?? nobody
        let next = rota.week(of: visit.today + 7).map { visit.name($0.person) }
        let then: HTML =
            next.map { "<p class=\"note\">\(say("Puis \($0), la semaine prochaine.", "Then \($0), next week."))</p>" }
            ?? ""
        return """
            <section class="sec" aria-labelledby="h-duty"><header><h2 id="h-duty">\(say("De permanence", "On duty"))</h2></header>\
            <p class="duty">\(now)</p>\(then)<p><a href="/requests/duty">\(say("Le tour de permanence", "The rota"))</a></p></section>
            """
    }

    private func urgencies() throws -> HTML {
        let room = try visit.reading.urgencyRoom(in: visit.organisation, .french)
        let used = room.used.plain(visit.language)
        let sentence = say("\(used) jours utilisés sur \(room.days)", "\(used) of \(room.days) days used")
        let width = min(100, room.percent)
        let over: HTML =
            room.used > Double(room.days)
            ? Part.status(say("Enveloppe dépassée", "Room overdrawn"), ("alert", "stop"))
            : room.percent >= 80 ? Part.status(say("Presque pleine", "Nearly full"), ("alert", "warn")) : ""
        let share: HTML =
            room.unplannedPercent.map {
                "<p class=\"note\">\(say("\($0) % des jours travaillés ce trimestre vont à ce que personne n’avait prévu.", "\($0)% of the days worked this quarter went to what nobody planned."))</p>"
            } ?? ""
        let why = say(
            "Un quart de ce que Product Ops peut donner ce trimestre : les jours ouvrés de ses membres, moins \(Load.leaveDays) de congé chacun, dont 70 % hors réunions.",
            "A quarter of what Product Ops can give this quarter: the working days of its members, less \(Load.leaveDays) of leave each, 70% of it beside meetings."
        )
        return """
            <section class="sec" aria-labelledby="h-room"><header><h2 id="h-room">\(say("Enveloppe d’urgences", "Room for urgencies"))</h2></header>\
            <p><b>\(sentence)</b> \(over)</p><svg class="track" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">\
            <rect class="bed" width="100" height="8"/><rect class="\(room.percent > 100 ? "over" : "fill")" width="\(width)" height="8"/></svg>\(share)\
            <details class="disc why"><summary>\(say("D’où vient ce nombre ?", "Where does this number come from?"))\(Part.icon("down"))</summary><p class="note">\(why)</p></details></section>
            """
    }

    private func happiness() throws -> HTML {
        let satisfaction = try visit.reading.satisfaction(since: visit.today - 182)
        let words: String
        if let mean = satisfaction.mean {
            words = say(
                "\(mean.plain(.french)) sur 5, d’après \(satisfaction.count) avis en six mois.",
                "\(mean.plain(.english)) out of 5, from \(satisfaction.count) views in six months.")
        } else {
            words = say(
                "Moins de cinq avis en six mois : pas de moyenne.", "Fewer than five views in six months: no mean.")
        }
        let first = try visit.reading.firstWords(.french, on: visit.today)
        let inTime: HTML =
            first.count == 0
            ? ""
            : "<p>\(say("Premier mot à temps : \(first.inTime) sur \(first.count) ce trimestre.", "First word in time: \(first.inTime) of \(first.count) this quarter."))</p>"
        return """
            <section class="sec" aria-labelledby="h-happy"><header><h2 id="h-happy">\(say("Avis à la clôture", "Views at the close"))</h2></header>\
            <p>\(words)</p>\(inTime)</section>
            """
    }

    private var charter: HTML {
        "<p class=\"note\"><a href=\"/requests/charter\">\(say("Ce que fait Product Ops, ce qu’elle ne fait pas, comment demander", "What Product Ops does, does not do, and how to ask"))</a></p>"
    }
}
