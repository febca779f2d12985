import Rouage
import Storage
package import WebCore

/// The day itself, and what is kept of it.
package enum PresentationLiveRoutes {
    package static func add(to routes: Routes) {
        routes.page("/presentations/:label/prompter", PrompterPage.show)
        routes.page("/presentations/:label/calendar.ics", PresentationCalendar.file)
        routes.page("/presentations/:label/snapshot.json", snapshot)
        routes.page("/reworks/:id", rework)
        Rework.acts.add(to: routes, again: PublishedPage.again, new: PublishedPage.again)
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
        return .seeOther("/presentations/\(visit.label(presentation.cycle).inAddress)#r-\(rework.id)")
    }
}
