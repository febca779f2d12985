package import WebCore

/// People and units, and who signs in.
package enum OrganisationRoom {
    package static func add(to routes: Routes) {
        AccountRoutes.add(to: routes)
        TeamRoutes.add(to: routes)
        AxisRoutes.add(to: routes)
    }

    package static let operations: [Operation] = [Operation.organisation, Operation.axes].flatMap(\.self)
}
