import Hummingbird
import NIOCore
import Rouage
import ServiceLifecycle
import Storage

/// Server-sent events: what changed, told to the pages that show it.
package enum LiveRoutes {
    package static func add(to routes: Routes) {
        let site = routes.site
        routes.router.get("/live") { request, context in
            let exchange = try await Exchange(request, context)
            let isMember = try await site.store.read { try Visit(site, $0, exchange).actor?.isMember == true }
            guard isMember, let cookie = exchange.cookies[Sessions.cookie] else {
                return Response(status: .forbidden, headers: Answer.security)
            }
            let subjects = (exchange.query["subjects"] ?? "").split(separator: ",").prefix(20).map(String.init)
            var headers = Answer.security
            headers[.contentType] = "text/event-stream"
            return Response(
                status: .ok, headers: headers,
                body: .init { writer in
                    let (messages, out) = AsyncStream.makeStream(
                        of: String.self, bufferingPolicy: .bufferingNewest(100))
                    let number = site.streams.add(out, of: Set(subjects), session: Secret.hash(cookie))
                    defer { site.streams.remove(number) }
                    try await writer.write(ByteBuffer(string: "retry: 2000\n\n"))
                    // The stream ends when the browser goes away, when the server is told to stop, and with its session.
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

extension Site {
    package var streams: LiveStreams {
        shelf.item { LiveStreams(store, at: clock, organisations: cache) }
    }
}
