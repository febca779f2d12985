import Hummingbird
import Storage

/// For the machine that watches this one: whether pages can be answered now.
package enum HealthRoutes {
    package static func add(to routes: Routes) {
        let store = routes.site.store
        routes.router.get("/health") { _, _ in
            let answers = (try? await store.read { try $0.count("SELECT 1") }) == 1
            return Response(
                status: answers ? .ok : .serviceUnavailable,
                headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: answers ? "ok\n" : "the database does not answer\n")))
        }
    }
}
