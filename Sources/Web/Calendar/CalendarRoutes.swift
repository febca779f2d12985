import HTML
import Rouage

/// The dates of the two quarters that are alive.
enum CalendarRoutes {
    static func add(to routes: Routes) {
        routes.page("/calendar") { visit in
            guard try visit.signedIn().isMember else { throw Refusal.notFound }
            let title = visit.say(Phrase(fr: "Calendrier", en: "Calendar"))
            return Layout.page(visit, title: title, section: .calendar, "<h1>\(title)</h1>")
        }
    }
}
