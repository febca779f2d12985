import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Rouage
import Storage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

/// The JSON side of the product, `/api/v1`: the same verbs and permissions as the pages, for programs that act as a
/// person with a bearer token.
package enum API {
    /// All operations, room by room.
    package static let operations: [WebCore.Operation] = [
        OrganisationRoom.operations, QuarterRoom.operations, OpsRoom.operations, PlaybooksRoom.operations,
        NewsRoom.operations, WebCore.Operation.activity, WebCore.Operation.expectations, WebCore.Operation.notices,
    ].flatMap(\.self)

    package static func add(to routes: Routes) {
        let paths = Dictionary(grouping: operations, by: \.route)
        for (route, operations) in paths {
            for operation in operations { add(operation, to: routes) }
            refuseOthers(route, but: operations.map(\.method), routes)
        }
        let document = ByteBuffer(bytes: APIDocument.bytes)
        routes.router.get("/api/v1/openapi.json") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-cache"],
                body: .init(byteBuffer: document))
        }
        refuseOthers("/api/v1/openapi.json", but: [.get], routes)
    }

    private static func add(_ operation: WebCore.Operation, to routes: Routes) {
        let site = routes.site
        routes.router.on(RouterPath(operation.route), method: operation.method) { request, context in
            await site.answer(request, context) { exchange in
                try await APIAnswer(operation, exchange, site).response()
            }
        }
    }

    /// Says which methods an address knows.
    private static func refuseOthers(_ route: String, but methods: [HTTPRequest.Method], _ routes: Routes) {
        let site = routes.site
        let known = methods.contains(.get) ? methods + [.head] : methods
        let allow = (known + [.options]).map(\.rawValue).sorted().joined(separator: ", ")
        let all: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]
        for method in all where !known.contains(method) {
            routes.router.on(RouterPath(route), method: method) { request, context in
                await site.answer(request, context) { _ in
                    throw APIProblem.Fault(kind: .wrongMethod, headers: [.allow: allow])
                }
            }
        }
        routes.router.on(RouterPath(route), method: .options) { _, _ in
            Response(status: .noContent, headers: [.allow: allow])
        }
    }
}
