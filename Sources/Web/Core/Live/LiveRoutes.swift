import Foundation
import Hummingbird
import NIOCore
import Rouage
import ServiceLifecycle
import Storage

/// Server-sent events: what changed, told to the pages that show it.
package enum LiveRoutes {
    /// Whether others than Product Ops are not told when it changes.
    private static func isOfOpsAlone(_ subject: String) -> Bool {
        [Kind.sharePreference, .shareOut].contains { subject.hasPrefix("\($0.rawValue):") }
    }

    package static func add(to routes: Routes) {
        let site = routes.site
        routes.router.get("/live") { request, context in
            let exchange = try await Exchange(request, context)
            let listener = try await site.store.read { try Visit(site, $0, exchange).actor }
            guard let listener, listener.isMember else {
                return Response(status: .forbidden, headers: Answer.security)
            }
            let wanted = Set((exchange.query["subjects"] ?? "").split(separator: ",").prefix(20).map(String.init))
                .filter { listener.may(.opsWork(.readWishes)) || !Self.isOfOpsAlone($0) }
            var headers = Answer.security
            headers[.contentType] = "text/event-stream"
            return Response(
                status: .ok, headers: headers,
                body: .init { writer in
                    let (messages, out) = AsyncStream.makeStream(
                        of: String.self, bufferingPolicy: .bufferingNewest(100))
                    let speaker = Speaker(to: out, of: wanted, site)
                    defer { speaker.stop() }
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    // The stream ends when the browser goes away, and when the server is told to stop.
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        try await withGracefulShutdownHandler {
                            for await message in messages { try await writer.write(ByteBuffer(string: message)) }
                        } onGracefulShutdown: {
                            out.finish()
                        }
                    } onInboundClosed: {
                        out.finish()
                    }
                    try await writer.finish(nil)
                })
        }
    }
}

/// Puts each change of the wanted subjects into a stream, and a comment line every 20 s, which keeps proxies from
/// closing it.
private struct Speaker {
    private let listener: Int
    private let pulse: Task<Void, Never>
    private let changes: ChangeHub

    init(to out: AsyncStream<String>.Continuation, of wanted: Set<String>, _ site: Site) {
        changes = site.store.changes
        listener = changes.listen { change in
            let subject = "\(change.kind.rawValue):\(change.id)"
            guard wanted.contains(subject) || wanted.contains("\(change.kind.rawValue):*") || change.isMany else {
                return
            }
            let event = Event(subject: subject, version: change.version, by: change.actor.flatMap(site.cache.name))
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            guard let json = try? encoder.encode(event) else { return }
            out.yield("data: \(String(decoding: json, as: UTF8.self))\n\n")
        }
        pulse = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(20))
                out.yield(":\n\n")
            }
        }
    }

    func stop() {
        pulse.cancel()
        changes.cancel(listener)
    }

    private struct Event: Encodable {
        let subject: String
        let version: Int
        /// Who changed it; nobody when the product did.
        let by: String?
    }
}
