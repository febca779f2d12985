import Hummingbird
import Storage

/// For the machine that watches this one: whether pages can be answered now.
package enum HealthRoutes {
    package static func add(to routes: Routes) {
        let store = routes.site.store
        routes.router.get("/health") { _, _ in
            let answers = await isAnswering(store)
            return Response(
                status: answers ? .ok : .serviceUnavailable,
                headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
                body: .init(byteBuffer: ByteBuffer(string: answers ? "ok\n" : "the database does not answer\n")))
        }
    }

    /// Whether the database answers, in a time in which who watches still listens.
    private static func isAnswering(_ store: Store) async -> Bool {
        let (answers, said) = AsyncStream.makeStream(of: Bool.self)
        let question = Task { said.yield((try? await store.read { try $0.count("SELECT 1") }) == 1) }
        let clock = Task {
            try await Task.sleep(for: .seconds(2))
            said.yield(false)
        }
        defer {
            question.cancel()
            clock.cancel()
        }
        return await answers.first { _ in true } ?? false
    }
}
