import Rouage
import Storage
package import WebCore

/// One click says that a guess is wrong, one takes that back.
package enum SilentRoutes {
    package static func add(to routes: Routes) {
        Dismissal.acts.add(to: routes, again: BriefingRoutes.show, new: BriefingRoutes.show)
        Dismissal.undoing.add(to: routes, again: BriefingRoutes.show, new: BriefingRoutes.show)
    }
}
