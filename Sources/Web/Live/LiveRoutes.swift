import Foundation
import Hummingbird
import NIOCore
import Rouage
import Storage

/// Server-sent events: what changed, told to the pages that show it.
enum LiveRoutes {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.router.get("/live") { request, context in
            let exchange = try await Exchange(request, context)
            let isSignedIn = (try? await site.store.read { try Visit(site, $0, exchange).person != nil }) ?? false
            guard isSignedIn else { return Response(status: .forbidden) }
            let wanted = Set((exchange.query["subjects"] ?? "").split(separator: ",").prefix(20).map(String.init))
            var headers = Answer.security
            headers[.contentType] = "text/event-stream"
            return Response(
                status: .ok, headers: headers,
                body: .init { writer in
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    for await message in messages(of: wanted, site) {
                        try await writer.write(ByteBuffer(string: message))
                    }
                    try await writer.finish(nil)
                })
        }
    }

    /// Changes of the wanted subjects; a comment line every 20 s keeps the connection and finds out when it is gone.
    private static func messages(of wanted: Set<String>, _ site: Site) -> AsyncStream<String> {
        AsyncStream(bufferingPolicy: .bufferingNewest(100)) { continuation in
            let listener = site.store.changes.listen { change in
                let subject = "\(change.kind.rawValue):\(change.id)"
                guard wanted.contains(subject) || wanted.contains("\(change.kind.rawValue):*") || change.isMany else {
                    return
                }
                continuation.yield("data: {\"subject\":\"\(subject)\",\"version\":\(change.version)}\n\n")
            }
            let pulse = Task {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(20))
                    continuation.yield(":\n\n")
                }
            }
            continuation.onTermination = { _ in
                pulse.cancel()
                site.store.changes.cancel(listener)
            }
        }
    }
}
