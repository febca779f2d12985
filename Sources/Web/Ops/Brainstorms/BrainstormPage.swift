import HTML
import Rouage
import Storage
import WebCore

/// A brainstorm, by its step: the date, the silence, the wall.
enum BrainstormPage {
    /// The session of the quarter chosen above; before there is one, when it could be.
    static func current(_ visit: Visit) throws -> Answer {
        let actor = try visit.signedIn()
        guard actor.may(.brainstorm(.see)) else { return Layout.forMembers(visit, .brainstorms) }
        guard let cycle = visit.cycle else { throw Refusal.notFound }
        guard let session = try visit.reading.brainstorm(of: cycle.id) else { return try early(visit, actor, cycle) }
        return try show(BrainstormScene(visit, actor, session, cycle))
    }

    static func show(_ visit: Visit) throws -> Answer { try show(BrainstormScene(visit)) }

    private static func show(_ scene: BrainstormScene) throws -> Answer {
        let side = try BrainstormSide(scene)
        switch scene.session.state {
        case .planned: return scene.page(side.plan, side: side.html)
        case .writing: return scene.page(try BrainstormWriting(scene).html, side: side.html)
        case .clustering, .closed: return scene.page(try BrainstormWall(scene).html, side: side.html)
        }
    }

    private static func early(_ visit: Visit, _ actor: Actor, _ cycle: Cycle) throws -> Answer {
        let title = BrainstormScene.title(of: cycle, visit)
        let plan = PreparationPlan(preparing: cycle.start...cycle.end, .french)
        let day = visit.dates.weekdayLong(plan.brainstorm)
        let (lead, how): (Phrase, Phrase)
        if cycle.start <= visit.today {
            lead = Phrase(
                fr: "Il n’y a pas eu de brainstorming pour le \(cycle.shortName(.french)).",
                en: "There was no brainstorm for \(cycle.shortName(.english)).")
            how = Phrase(
                fr: "La séance d’un trimestre a lieu pendant le trimestre d’avant.",
                en: "The session of a quarter is held during the quarter before.")
        } else {
            lead = Phrase(
                fr: "Le calendrier prévoit la séance le \(day).", en: "The calendar sets the session for \(day).")
            how = Phrase(
                fr:
                    "Les Product Ops et leurs invités écrivent d’abord en silence, puis rangent toutes les idées sur un même mur. Un groupe devient un sujet d’un clic.",
                en:
                    "Product Ops and their guests first write in silence, then put all ideas in order on one wall. A group becomes a topic with one click."
            )
        }
        let may = actor.may(.brainstorm(.lead)) && cycle.start > visit.today
        let button: HTML =
            may
            ? """
            <form method="post" action="/brainstorms">\(Part.csrf(visit))<input type="hidden" name="cycle" value="\(cycle.label)">\
            <button class="btn pri">\(Brainstorm.acts.making(visit))</button></form>
            """ : ""
        let others = try BrainstormSide.others(visit, but: nil)
        let body: HTML = """
            <div class="bst"><header class="head"><div><h1>\(title)</h1></div></header>\
            \(Part.refusal(visit))<div class="empty"><h2>\(visit.say(lead))</h2><p>\(visit.say(how))</p>\(button)</div>\(others)</div>
            """
        return Layout.page(
            visit, title: title, page: .brainstorms, live: "brainstorm:*", cycle: cycle.id, body)
    }
}
