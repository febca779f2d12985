import Hummingbird
package import Rouage
import Storage
package import WebCore

/// Playbooks: the library, one of them, its occurrences and what people say, and its way to the organisation.
package enum PlaybookRoutes {
    package static func add(to routes: Routes) {
        routes.page("/playbooks") { visit in
            guard try visit.signedIn().isMember else { return Layout.forMembers(visit, .playbooks) }
            return try LibraryPage(visit).answer
        }
        routes.page("/playbooks/reliance") { visit in
            _ = try member(visit)
            return try ReliancePage(visit).answer
        }
        routes.page("/playbooks/new", PlaybookForm.showNew)
        routes.form("/playbooks", write, again: PlaybookForm.showNew)
        routes.form("/playbook-starters/:key", install) { try LibraryPage($0).answer }
        routes.page("/playbooks/:id", show)
        routes.page("/playbooks/:id/edit", PlaybookForm.showEdit)
        routes.form("/playbooks/:id", rewrite, again: PlaybookForm.showEdit)
        routes.page("/playbooks/:id/score") { try ScorePage($0, known($0)).answer }
        routes.page("/playbooks/:id/editions/:number") { try EditionPage($0, known($0)).answer }
        routes.page("/playbooks/:id/occurrences/new", OccurrenceForm.show)
        routes.form("/playbooks/:id/occurrences", record, again: OccurrenceForm.show)
        routes.form("/occurrences/:id/removal", strike, again: showOfOccurrence)
        routes.form("/playbooks/:id/state", go, again: show)
        routes.form("/playbooks/:id/hand-over", offer, again: show)
        routes.form("/playbooks/:id/acceptance", accept, again: show)
        routes.form("/playbooks/:id/taking-back", takeBack, again: show)
        routes.form("/playbooks/:id/feedback", judge, again: show)
        routes.form("/playbook-feedback/:id/answer", answer, again: showOfFeedback)
    }

    @discardableResult
    package static func member(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        return actor
    }

    package static func known(_ visit: Visit) throws -> Playbook {
        try member(visit)
        return try visit.reading.get(try visit.parameter("id"))
    }

    package static func show(_ visit: Visit) throws -> Answer { try PlaybookPage(visit, known(visit)).answer }

    private static func showOfFeedback(_ visit: Visit) throws -> Answer {
        try member(visit)
        let feedback: PlaybookFeedback = try visit.reading.get(try visit.parameter("id"))
        return try PlaybookPage(visit, visit.reading.get(feedback.playbook)).answer
    }

    private static func write(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try member(visit)
        let id = transaction.newID(Playbook.self)
        let (playbook, activity) = try Playbook.write(
            try PlaybookForm(visit).draft(), ref: "P-\(id.short)", id: id, by: visit.deed)
        try transaction.add(playbook, activity)
        return .seeOther("/playbooks/\(id)")
    }

    private static func install(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try member(visit)
        let language = visit.exchange.form["language"].flatMap(Language.init(rawValue:)) ?? visit.language
        let playbook = try transaction.install(visit.exchange.parameters["key"] ?? "", in: language, by: visit.deed)
        return .seeOther("/playbooks/\(playbook.id)")
    }

    private static func rewrite(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        guard deed.actor.may(.playbook(.edit(playbook))) else { throw Refusal.notAllowed }
        try transaction.rewrite(
            playbook.id, version: visit.exchange.form.version, as: try PlaybookForm(visit).draft(of: playbook),
            note: visit.exchange.form.text("note"), by: deed)
        return .seeOther("/playbooks/\(playbook.id)")
    }

    private static func record(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        guard deed.actor.may(.playbook(.record(playbook))) else { throw Refusal.notAllowed }
        try transaction.record(try OccurrenceForm(visit, playbook).account(), of: playbook.id, by: deed)
        return .seeOther("/playbooks/\(playbook.id)#occurrences")
    }

    private static func strike(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try member(visit)
        let occurrence: Occurrence = try transaction.get(try visit.parameter("id"))
        try transaction.strike(occurrence.id, reason: visit.exchange.form.text("reason"), by: visit.deed)
        return .seeOther("/playbooks/\(occurrence.playbook)#occurrences")
    }

    private static func showOfOccurrence(_ visit: Visit) throws -> Answer {
        try member(visit)
        let occurrence: Occurrence = try visit.reading.get(try visit.parameter("id"))
        return try PlaybookPage(visit, visit.reading.get(occurrence.playbook)).answer
    }

    private static func go(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        guard deed.actor.may(.playbook(.edit(playbook))) else { throw Refusal.notAllowed }
        guard let next = visit.exchange.form["state"].flatMap(Playbook.State.init(rawValue:)) else {
            throw Refusal.invalid("state", .unknown)
        }
        let others = try transaction.burden(beside: playbook.id)
        try transaction.changePlaybook(playbook.id, version: visit.exchange.form.version, in: visit.organisation) {
            try $0.go(to: next, reason: visit.exchange.form.text("reason"), beside: others, by: deed)
        }
        return .seeOther("/playbooks/\(playbook.id)")
    }

    private static func offer(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        guard deed.actor.may(.playbook(.edit(playbook))) else { throw Refusal.notAllowed }
        let receiver = try visit.person(in: "to")
        let end = visit.exchange.form.text("support_ends_on")
        if !end.isEmpty && Day(end) == nil { throw Refusal.invalid("support_ends_on", .notADay) }
        try transaction.changePlaybook(playbook.id, version: visit.exchange.form.version, in: visit.organisation) {
            try $0.offer(to: receiver, supportEndsOn: Day(end), by: deed)
        }
        return .seeOther("/playbooks/\(playbook.id)#hand-over")
    }

    private static func accept(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        let open = playbook.openConsents(of: deed.actor)
        let consent = visit.exchange.form["as"].flatMap(Playbook.Consent.init(rawValue:)) ?? open.first ?? .owner
        try transaction.changePlaybook(playbook.id, version: visit.exchange.form.version, in: visit.organisation) {
            try $0.accept(as: consent, by: deed)
        }
        return .seeOther("/playbooks/\(playbook.id)#hand-over")
    }

    private static func takeBack(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let deed = try visit.deed
        try transaction.changePlaybook(playbook.id, version: visit.exchange.form.version, in: visit.organisation) {
            try $0.takeBack(reason: visit.exchange.form.text("reason"), by: deed)
        }
        return .seeOther("/playbooks/\(playbook.id)#hand-over")
    }

    private static func judge(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let playbook = try known(visit)
        let (feedback, activity) = try PlaybookFeedback.give(
            visit.exchange.form["useful"].flatMap(Int.init), text: visit.exchange.form.text("text"), on: playbook,
            id: transaction.newID(), by: visit.deed)
        try transaction.keep(feedback, activity)
        return .seeOther("/playbooks/\(playbook.id)#feedback")
    }

    private static func answer(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        try member(visit)
        let known: PlaybookFeedback = try transaction.get(try visit.parameter("id"))
        let playbook = try transaction.get(known.playbook)
        try transaction.change(known.id) { (feedback: inout PlaybookFeedback) in
            try feedback.answer(visit.exchange.form.text("answer"), of: playbook, by: visit.deed)
        }
        return .seeOther("/playbooks/\(playbook.id)#feedback")
    }
}
