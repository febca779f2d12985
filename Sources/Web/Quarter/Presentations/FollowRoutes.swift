import Hummingbird
import NIOCore
import Rouage
import ServiceLifecycle
import Storage
package import WebCore

/// Following a presentation: people of the department by its address, guests by their signed link.
package enum FollowRoutes {
    package static func add(to routes: Routes) {
        routes.page("/direct", direct)
        add(to: routes, below: "/presentations/:label/follow", isOpen: false)
        add(to: routes, below: "/follow/:link", isOpen: true)
    }

    /// A short address to say aloud: the presentation that is live, else the next.
    private static func direct(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let live = try visit.reading.livePresentation().flatMap { one in visit.cycles.first { $0.id == one.cycle } }
        guard let cycle = live ?? visit.preparing ?? visit.running else { throw Refusal.notFound }
        return .seeOther("/presentations/\(cycle.label.inAddress)/follow")
    }

    private static func add(to routes: Routes, below path: String, isOpen: Bool) {
        let site = routes.site
        routes.page(path) { try FollowPage(Following($0)).answer() }
        post("\(path)/questions", isOpen, routes) { following, transaction in
            _ = try following.ask(following.visit.taken(over: AudienceQuestion.Content()), transaction)
        }
        post("\(path)/support", isOpen, routes) { following, transaction in
            try following.slow()
            guard let id = try following.visit.taken(over: AudienceQuestion.Chosen()).question else {
                throw Refusal.invalid("question", .missing)
            }
            let question = try transaction.get(id)
            guard question.presentation == following.presentation.id, following.presentation.state == .live else {
                throw Refusal.closed
            }
            try transaction.support(question, by: try following.viewer())
        }
        vote("\(path)/confidence", isOpen, routes)
        routes.router.get(RouterPath("\(path)/events")) { request, context in
            await site.answer(request, context) { _ in try await stream(request, context, site) }
        }
    }

    private static func post(
        _ path: String, _ isOpen: Bool, _ routes: Routes,
        _ verb: @escaping @Sendable (Following, Transaction) throws -> Void
    ) {
        let done: Routes.Verb = { visit, transaction in
            let following = try Following(visit)
            try verb(following, transaction)
            return .seeOther(following.address)
        }
        let again: Routes.Page = { try FollowPage(Following($0)).answer() }
        if isOpen { routes.open(path, done, again: again) } else { routes.form(path, done, again: again) }
    }

    /// What is voted, read before the vote's own transaction, which looks at nothing that names anybody.
    private struct Ballot: Sendable {
        let presentation: Identifier<Presentation>
        let value: Int
        let subject: ConfidenceSubject
        let viewer: Viewer
        let address: String
    }

    private static func vote(_ path: String, _ isOpen: Bool, _ routes: Routes) {
        let site = routes.site
        let learn: @Sendable (Visit) throws -> Ballot = { visit in
            let following = try Following(visit)
            try following.slow()
            let vote = try visit.taken(over: Confidence.Vote())
            guard let value = vote.value else { throw Refusal.invalid("value", .missing) }
            return Ballot(
                presentation: following.presentation.id, value: value,
                subject: vote.team.map(ConfidenceSubject.team) ?? .whole,
                viewer: try following.viewer(), address: following.address + "#confidence")
        }
        let count: @Sendable (Ballot) async throws -> String = { ballot in
            try await site.store.write(as: nil, at: site.clock.now()) { transaction in
                try transaction.waitForOthers()
                try transaction.vote(
                    ballot.value, on: ballot.subject, by: ballot.viewer, in: transaction.get(ballot.presentation))
            }
            return ballot.address
        }
        let done: @Sendable (Visit, Transaction, String) throws -> Answer = { _, _, address in .seeOther(address) }
        let again: Routes.Page = { try FollowPage(Following($0)).answer() }
        if isOpen {
            routes.open(path, learn: learn, make: count, done, again: again)
        } else {
            routes.form(path, learn: learn, make: count, done, again: again)
        }
    }

    // MARK: The stream

    private static func stream(_ request: Request, _ context: SiteContext, _ site: Site) async throws -> Response {
        let exchange = try await Exchange(request, context)
        let (presentation, language) = try await site.store.read { reading in
            let visit = try Visit(site, reading, exchange)
            return (try Following(visit).presentation.id, visit.language)
        }
        var headers = Answer.security
        headers[.contentType] = "text/event-stream"
        let channel = context.channel
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
                let seat = site.broadcasts.enter(presentation, language) { channel.close(mode: .all, promise: nil) }
                defer { site.broadcasts.leave(presentation, seat) }
                // Those who come back after an end do not come all at once.
                try await writer.write(ByteBuffer(string: "retry: \(Int.random(in: 1_000...5_000))\n\n"))
                try await request.body.consumeWithInboundCloseHandler { _ in
                    try await withGracefulShutdownHandler {
                        try await seat.write { try await writer.write($0) }
                    } onGracefulShutdown: {
                        seat.finish()
                    }
                } onInboundClosed: {
                    seat.finish()
                }
                try await writer.finish(nil)
            })
    }
}
