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
        routes.page("/playbooks/new", showNew)
        routes.page("/playbooks/:id", show)
        routes.page("/playbooks/:id/edit", showEdit)
        routes.page("/playbooks/:id/score") { try ScorePage($0, known($0)).answer }
        routes.page("/playbooks/:id/editions/:number") { try EditionPage($0, known($0)).answer }
        routes.page("/playbooks/:id/occurrences/new", OccurrenceForm.show)
        Playbook.writing.add(to: routes, again: showEdit, new: showNew)
        Playbook.installing.add(to: routes, again: show, new: { try LibraryPage($0).answer })
        Playbook.acts.add(to: routes, again: show, new: showNew)
        Occurrence.recording.add(to: routes, again: showOfOccurrence, new: OccurrenceForm.show)
        Occurrence.acts.add(to: routes, again: showOfOccurrence, new: OccurrenceForm.show)
        PlaybookFeedback.giving.add(to: routes, again: showOfFeedback, new: show)
        PlaybookFeedback.acts.add(to: routes, again: showOfFeedback, new: show)
    }

    @discardableResult
    package static func member(_ visit: Visit) throws -> Actor {
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        return actor
    }

    package static func known(_ visit: Visit) throws -> Playbook {
        try member(visit)
        return try visit.record()
    }

    package static func show(_ visit: Visit) throws -> Answer { try PlaybookPage(visit, known(visit)).answer }

    private static func showNew(_ visit: Visit) throws -> Answer {
        let actor = try member(visit)
        guard actor.may(.playbook(.write(owner: actor.id))) else { throw Refusal.notAllowed }
        return try PlaybookEditPage(visit, nil).answer
    }

    private static func showEdit(_ visit: Visit) throws -> Answer {
        let playbook = try known(visit)
        guard try visit.signedIn().may(.playbook(.edit(playbook))) else { throw Refusal.notAllowed }
        return try PlaybookEditPage(visit, playbook).answer
    }

    private static func showOfOccurrence(_ visit: Visit) throws -> Answer {
        try member(visit)
        return try PlaybookPage(visit, visit.reading.get((visit.record() as Occurrence).playbook)).answer
    }

    private static func showOfFeedback(_ visit: Visit) throws -> Answer {
        try member(visit)
        return try PlaybookPage(visit, visit.reading.get((visit.record() as PlaybookFeedback).playbook)).answer
    }
}
