import Foundation
import HTML
import Rouage
import Storage
import WebCore

/// The room of some teams: what they have to settle, their loads, their meetings.
struct RoomPage {
    let visit: Visit
    let cycle: Cycle
    let actor: Actor
    let room: AlignmentRoom
    let agenda: Agenda
    let meetings: [Meeting]
    let risks: CycleRisks

    static func show(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let codes = visit.exchange.parameters["units"] ?? ""
        guard let room = AlignmentRoom(codes: codes, in: visit.organisation) else { throw Refusal.notFound }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let risks = try visit.risks(of: cycle)
        let agenda = try AlignmentRoutes.alignment(visit, in: cycle, risks).agenda(between: room.ids)
        let meetings = try visit.reading.meetings(in: [cycle.id]).filter(room.holds)
        return RoomPage(
            visit: visit, cycle: cycle, actor: actor, room: room, agenda: agenda, meetings: meetings, risks: risks
        ).answer
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private var title: String { visit.names(of: room) }

    private var answer: Answer {
        let over = Phrase(
            fr: "Salle d’alignement, \(cycle.name(.french))", en: "Alignment room, \(cycle.name(.english))")
        let body: HTML = """
            <header class="head"><div><p class="over"><a href="/alignment?cycle=\(cycle.label.inAddress)">\(say(over))</a></p><h1>\(title)</h1>\
            <p class="lede">\(lede)</p></div>\(acts)</header>
            <div class="brf"><div id="agenda" data-live-part>\(toSettle)\(settled)</div>
            <aside class="bside" id="beside" data-live-part>\(loadSection)\(meetingSection)</aside></div>
            """
        return Layout.page(
            visit, title: title, page: .alignment, live: "dependency:*,meeting:*", cycle: cycle.id, body)
    }

    private var lede: String {
        let open = Phrase(
            count: agenda.items.count, fr: ("% point à régler", "% points à régler"),
            en: ("% item to settle", "% items to settle"))
        let done = Phrase(count: agenda.settled.count, fr: ("% réglé", "% réglés"), en: ("% settled", "% settled"))
        return say(
            Phrase(fr: "\(open(.french)), \(done(.french)).", en: "\(open(.english)), \(done(.english))."))
    }

    /// No meeting is offered where nothing is left to say.
    private var acts: HTML {
        guard !agenda.items.isEmpty, actor.may(.callMeeting(of: room.ids)), !meetings.contains(where: \.state.isAlive)
        else { return "" }
        let words =
            actor.isOps
            ? Phrase(fr: "Proposer une rencontre", en: "Propose a meeting")
            : Phrase(fr: "Prévoir une rencontre", en: "Plan a meeting")
        return """
            <div class="acts"><a class="btn" href="/meetings/new?teams=\(room.codes.inAddress)&amp;cycle=\(cycle.label.inAddress)">\(Part.icon("cal"))\(say(words))</a></div>
            """
    }

    private var toSettle: HTML {
        let title = say(Phrase(fr: "À régler", en: "To settle"))
        guard agenda.items.isEmpty else {
            let order = Phrase(
                fr: "Ce qui ne peut pas tenir d’abord.", en: "What cannot hold comes first.")
            return """
                <section class="sec"><header><h2>\(title)</h2><p>\(say(order))</p></header>\
                \(AgendaTable(visit: visit, address: room.address, risks: risks).items(agenda.items))</section>
                """
        }
        guard agenda.isSettled else {
            let lead = Phrase(
                fr: "Ces équipes n’attendent rien l’une de l’autre.", en: "These teams need nothing from each other.")
            let how = Phrase(
                fr: "Une dépendance signalée dans un briefing ouvrira cette salle.",
                en: "A dependency pointed out in a briefing will open this room.")
            return "<div class=\"empty\"><h2>\(say(lead))</h2><p>\(say(how))</p></div>"
        }
        let isMet = meetings.contains { $0.state == .held }
        let lead = isMet ? Phrase(fr: "Tout est réglé", en: "Everything is settled") : .settledAlone
        let fact = Phrase(
            count: agenda.settled.count,
            fr: (
                "La seule dépendance entre ces équipes a trouvé sa réponse.",
                "Les % dépendances entre ces équipes ont trouvé leur réponse."
            ),
            en: (
                "The one dependency between these teams has its answer.",
                "The % dependencies between these teams have their answers."
            ))
        return """
            <div class="banner ok">\(Part.icon("d-done"))<div><p><b>\(say(lead)).</b></p><p>\(say(fact)) \
            \(meetings.contains(where: \.state.isAlive) ? say(Phrase(fr: "La rencontre prévue peut être annulée.", en: "The planned meeting can be called off.")) : "")</p></div></div>
            """
    }

    private var settled: HTML {
        guard !agenda.settled.isEmpty else { return "" }
        return """
            <section class="sec"><header><h2>\(say(Phrase(fr: "Réglées", en: "Settled")))</h2><p>\(agenda.settled.count)</p></header>\
            \(AgendaTable(visit: visit, address: room.address, risks: risks).settled(agenda.settled))</section>
            """
    }

    private var loadSection: HTML {
        let why = LoadViews(visit: visit)
        let rows = room.teams.map { team -> HTML in
            let load = risks.model.loads[team.id]
            guard let load, let percent = load.percent, let zone = load.zone else {
                return
                    "<li><b>\(team.name)</b> <span class=\"q\">\(say(Phrase(fr: "charge inconnue", en: "load not known")))</span></li>"
            }
            let estimated = load.isEstimated ? say(Phrase(fr: ", estimé", en: ", estimated")) : ""
            return """
                <li><a href="/teams/\(team.code.inAddress)">\(team.name)</a>\(Part.track(percent: percent))<span><b>\
                \(say(Phrase(fr: "\(percent) %", en: "\(percent)%")))</b> \(say(zone.phrase).lowercased())\(estimated)</span>\(why.why(load))</li>
                """
        }
        let title = Phrase(
            fr: "Charge au \(cycle.shortName(.french))", en: "Load in \(cycle.shortName(.english))")
        return """
            <section class="sec"><header><h2>\(say(title))</h2></header><ul class="plain loads">\(rows)</ul></section>
            """
    }

    private var meetingSection: HTML {
        let order = meetings.sorted { $0.order < $1.order }
        guard !order.isEmpty else { return "" }
        return """
            <section class="sec"><header><h2>\(say(Phrase(fr: "Rencontres", en: "Meetings")))</h2></header>\
            \(MeetingWords(visit).list(order, short: true))</section>
            """
    }
}
