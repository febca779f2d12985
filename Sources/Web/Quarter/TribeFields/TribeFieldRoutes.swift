import Rouage
import Storage
import WebCore

/// Where a tribe's fields are read and defined.
enum TribeFieldRoutes {
    static func add(to routes: Routes) {
        routes.page("/tribes/:code/fields", TribeFieldViews.page)
        TribeField.acts.add(to: routes, again: TribeFieldViews.page, new: TribeFieldViews.page)
    }

    static func tribe(_ visit: Visit) throws -> Rouage.Unit {
        guard let id = visit.exchange.parameters["code"].flatMap({ visit.organisation.unitsByCode[$0] }),
            let tribe = visit.organisation.units[id], tribe.sort == .tribe || tribe.sort == .transverse
        else { throw Refusal.notFound }
        return tribe
    }

    /// The field that the address names.
    @Sendable static func field(_ visit: Visit) throws -> TribeField {
        guard try visit.signedIn().isMember,
            let field = try visit.reading.tribeFields(of: tribe(visit).id)
                .first(where: { $0.key == visit.exchange.parameters["key"] })
        else { throw Refusal.notFound }
        return field
    }
}
