import HTML
import Rouage
import Storage
import WebCore

/// One meeting: the agenda while it is to come, answers and minutes while it goes on, what came of it afterwards.
struct MeetingPage {
    let visit: Visit
    let actor: Actor
    let meeting: Meeting
    let cycle: Cycle
    let room: AlignmentRoom?
    let agenda: Agenda
    let risks: CycleRisks
    /// The views that this visitor may read, by team.
    let views: [Identifier<Rouage.Unit>: TeamView]
    let actions: [MeetingAction]
    let decisions: [Decision]
    /// What moved since it was opened, or while it was held.
    let moves: [HistoryLine]
    /// The dependencies between the teams, by name.
    let dependencies: [Identifier<Dependency>: Dependency]

    init(_ visit: Visit, _ meeting: Meeting) throws {
        let actor = try visit.signedIn()
        let reading = visit.reading
        let cycle = try visit.cycle(of: meeting)
        self.visit = visit
        self.actor = actor
        self.meeting = meeting
        self.cycle = cycle
        room = AlignmentRoom(of: meeting, in: visit.organisation)
        risks = try visit.risks(of: cycle)
        agenda = try AlignmentRoutes.alignment(visit, in: cycle, risks).agenda(between: meeting.teams)
        let between = try reading.dependencies(between: meeting.teams, in: meeting.cycle)
        dependencies = Dictionary(uniqueKeysWithValues: between.map { ($0.id, $0) })
        let written = meeting.mode == .async ? try reading.views(of: meeting.id) : []
        views = Dictionary(
            uniqueKeysWithValues: written.filter { actor.may(.readView($0, meeting)) }.map { ($0.team, $0) })
        actions = try reading.actions(of: meeting.id)
        decisions = try reading.decisions(of: meeting.id)
        let watched = meeting.state == .held ? meeting.moved : meeting.state == .open ? between.map(\.id) : []
        moves = try reading.moves(
            of: watched, from: meeting.openedAt ?? meeting.createdAt, to: meeting.closedAt ?? visit.now)
    }

    func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    var address: String { "/meetings/\(meeting.id)" }
    var isMine: Bool { actor.may(.holdMeeting(meeting)) }
    /// The language in which its texts are written: that of who called it.
    var language: Language { visit.language(of: meeting.calledBy) }
    /// The form that was just sent and refused.
    func isBack(_ noun: String) -> Bool { visit.isRefused(noun) }

    var answer: Answer {
        get throws {
            let body: HTML = """
                <div class="brf"><article class="sheet" aria-labelledby="title">\(refusal)\
                <div id="meeting" data-live-part>\(header)</div>\(MeetingViews(page: self).section)
                <div id="agenda" data-live-part>\(agendaSection)\(MeetingOutcomes(page: self).moved)</div>\
                \(MeetingMinutes(page: self).section)</article>
                <aside class="bside noprint">\(try MeetingNext(page: self).html)\(MeetingOutcomes(page: self).beside)</aside></div>
                """
            return Layout.page(
                visit, title: visit.names(of: meeting), page: .alignment,
                live: "dependency:*,meeting:\(meeting.id),meeting_action:*,decision:*", cycle: meeting.cycle, body)
        }
    }

    private var refusal: HTML { Part.refusal(visit) }

    private var header: HTML {
        let kind =
            meeting.mode == .sync
            ? Phrase(fr: "Rencontre d’alignement", en: "Alignment meeting")
            : Phrase(fr: "Alignement par écrit", en: "Alignment in writing")
        let words = MeetingWords(visit)
        let title: HTML =
            room.map { "<a href=\"\($0.address)?cycle=\(cycle.label.inAddress)\">\(visit.names(of: meeting))</a>" }
            ?? HTML(visit.names(of: meeting))
        let start = meeting.startsAt.map(words.moment) ?? ""
        let reveal = meeting.revealOn.map(visit.dates.weekdayShort) ?? ""
        let length = meeting.mode == .sync ? "\(meeting.length)\u{A0}min" : ""
        return """
            <header><p class="over"><span>\(say(kind))</span><span>\(cycle.name(visit.language))</span>\
            <span class="end">\(words.status(meeting))</span></p><h1 id="title">\(title)</h1>
            <dl class="dl">\(fact(Phrase(fr: "Quand", en: "When"), start))\(fact(Phrase(fr: "Vues ouvertes le", en: "Views open on"), reveal))\
            \(fact(Phrase(fr: "Durée", en: "Length"), length))\(fact(Phrase(fr: "Où", en: "Where"), meeting.place))\
            \(fact(Phrase(fr: "À l’initiative de", en: "Called by"), visit.nameAndJob(meeting.calledBy)))</dl></header>
            """
    }

    private func fact(_ name: Phrase, _ value: String) -> HTML {
        value.isEmpty ? "" : "<div><dt>\(say(name))</dt><dd>\(value)</dd></div>"
    }

    /// Once it was held, what is left stands in the room.
    private var agendaSection: HTML {
        guard meeting.state != .held, meeting.state != .cancelled else { return "" }
        let title = say(Phrase(fr: "Ordre du jour", en: "Agenda"))
        guard !agenda.items.isEmpty else {
            let lead =
                agenda.isSettled
                ? Phrase(
                    fr: "Tout est réglé : cette rencontre n’a plus d’objet.",
                    en: "Everything is settled: this meeting has nothing left to discuss.")
                : Phrase(
                    fr: "Rien n’est ouvert entre ces équipes.", en: "Nothing is open between these teams.")
            return """
                <section class="sec"><header><h2>\(title)</h2></header><div class="banner ok">\(Part.icon("d-done"))\
                <div><p><b>\(say(lead))</b></p></div></div></section>
                """
        }
        let count = Phrase(count: agenda.items.count, fr: ("% point", "% points"), en: ("% item", "% items"))
        return """
            <section class="sec"><header><h2>\(title)</h2><p>\(say(count))</p></header>\
            \(AgendaTable(visit: visit, address: address, risks: risks).items(agenda.items))</section>
            """
    }
}
