import Hummingbird
import Rouage
import Storage
package import WebCore

/// The day itself, and what is kept of it.
package enum PresentationLiveRoutes {
    package static func add(to routes: Routes) {
        routes.page("/presentations/:label/prompter", PrompterPage.show)
        routes.page("/presentations/:label/calendar.ics", PresentationCalendar.file)
        routes.page("/presentations/:label/snapshot.json", snapshot)
        form("start", routes) { show, transaction in
            try transaction.start(show.presentation().id, version: show.version, by: show.visit.deed)
        }
        form("position", routes, step)
        form("publication", routes) { show, transaction in
            try transaction.publish(show.presentation().id, version: show.version, by: show.visit.deed)
        }
        form("guest-link", routes) { show, transaction in
            try transaction.renewGuestLink(of: show.presentation(), by: show.visit.deed)
        }
        form("recording", routes) { show, transaction in
            let address = show.visit.exchange.form.text("recording")
            try transaction.change(show.presentation().id) { (presentation: inout Presentation) in
                try presentation.record(address, by: show.visit.deed)
            }
        }
        form("answers", routes) { show, transaction in
            guard show.actor.may(.runPresentation(try show.presentation())) else { throw Refusal.notAllowed }
            guard let id = show.visit.exchange.form["question"].flatMap({ Identifier<AudienceQuestion>($0) }) else {
                throw Refusal.invalid("question", .unknown)
            }
            let presentation = try show.presentation()
            guard try transaction.get(id).presentation == presentation.id else { throw Refusal.notFound }
            try transaction.change(id) { (question: inout AudienceQuestion) in
                try question.answer(by: show.visit.deed, in: presentation)
            }
        }
        routes.page("/reworks/:id", rework)
        routes.form("/reworks/:id/answer", answerRework, again: PublishedPage.again)
    }

    private static func form(
        _ noun: String, _ routes: Routes, _ verb: @escaping @Sendable (Show, Transaction) throws -> Void
    ) {
        routes.form(
            "/presentations/:label/\(noun)",
            { visit, transaction in
                let show = try Show(visit)
                try verb(show, transaction)
                return back(show, from: visit.exchange.form["back"])
            }, again: PresentationRoutes.show)
    }

    /// Where the button was pressed.
    private static func back(_ show: Show, from place: String?) -> Answer {
        switch place {
        case "slides": show.back("/slides")
        case "prompter": show.back("/prompter")
        default: show.back()
        }
    }

    @Sendable private static func step(_ show: Show, _ transaction: Transaction) throws {
        let form = show.visit.exchange.form
        guard show.actor.may(.runPresentation(try show.presentation())) else { throw Refusal.notAllowed }
        try transaction.change(show.presentation().id, version: show.version) { (presentation: inout Presentation) in
            if let team = form["team"].flatMap({ $0.isEmpty ? nil : $0 }) {
                guard let id = show.visit.team(team) else { throw Refusal.invalid("team", .unknown) }
                return try presentation.go(to: id, by: show.visit.deed)
            }
            guard let step = form["go"].flatMap(Presentation.Step.init) else { throw Refusal.invalid("go", .unknown) }
            return try presentation.step(step, by: show.visit.deed)
        }
    }

    /// The bytes of which the hash is shown.
    private static func snapshot(_ visit: Visit) throws -> Answer {
        let show = try Show(visit)
        guard let snapshot = try visit.reading.snapshot(of: show.presentation().id) else { throw Refusal.notFound }
        return .file(
            Array(snapshot.text.utf8), type: "application/json", name: "presentation-\(show.cycle.label).json")
    }

    /// Where it is answered: on the page of its presentation.
    private static func rework(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let rework: Rework = try visit.reading.get(try visit.parameter("id"))
        let presentation = try visit.reading.get(rework.presentation)
        return .seeOther("/presentations/\(visit.label(presentation.cycle))#r-\(rework.id)")
    }

    private static func answerRework(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let deed = try visit.deed
        guard deed.actor.isMember else { throw Refusal.notFound }
        let rework: Rework = try transaction.get(try visit.parameter("id"))
        let text = visit.exchange.form.text("answer")
        try transaction.change(rework.id) { (rework: inout Rework) in
            try rework.answer(text, by: deed)
        }
        let presentation = try transaction.get(rework.presentation)
        let label = visit.cycles.first { $0.id == presentation.cycle }?.label ?? ""
        return .seeOther("/presentations/\(label)#r-\(rework.id)")
    }
}
