import Rouage
import Storage
import WebCore

/// Somebody who follows a presentation: of the department, or with a link that is signed and not over.
struct Following {
    let visit: Visit
    let presentation: Presentation
    let cycle: Cycle
    /// The link of a guest.
    let link: GuestLink?
    /// The person who is signed in, else the browser, which is known by a cookie that names nobody.
    let knownViewer: Viewer?

    init(_ visit: Visit) throws {
        self.visit = visit
        if let text = visit.exchange.parameters["link"] {
            guard let link = GuestLink(text), let known = try visit.reading.presentation(by: link, on: visit.today),
                let cycle = visit.cycles.first(where: { $0.id == known.cycle })
            else { throw Refusal.notFound }
            (self.link, presentation, self.cycle) = (link, known, cycle)
        } else {
            let show = try Show(visit)
            (link, presentation, cycle) = (nil, try show.presentation(), show.cycle)
        }
        let guest = try visit.exchange.cookies[Self.cookie].flatMap { [presentation] in
            try visit.reading.guest($0, at: presentation.id)
        }
        knownViewer = visit.actor?.id.map { .person($0) } ?? guest
    }

    var address: String { link.map { "/follow/\($0.text)" } ?? "/presentations/\(cycle.label.inAddress)/follow" }

    static let cookie = "viewer"

    func viewer() throws -> Viewer {
        guard let viewer = knownViewer else { throw Refusal.notAllowed }
        return viewer
    }

    /// Asks the team on stage, or all.
    func ask(_ content: AudienceQuestion.Content, _ transaction: Transaction) throws -> Identifier<AudienceQuestion> {
        try slow()
        let (question, activity) = try AudienceQuestion.ask(
            content.text, of: content.about == .stage ? presentation.showing : nil, id: transaction.newID(),
            in: presentation, by: visit.actor?.id, at: visit.now)
        try transaction.add(question, activity)
        return question.id
    }

    /// What a viewer sends in a minute, and what all behind one address do.
    private static let (perViewer, perAddress) = (20, 600)

    /// Keeps one viewer from flooding the others.
    func slow() throws {
        let names = [
            (knownViewer?.name, Self.perViewer),
            ("at \(visit.exchange.address)", Self.perAddress),
        ]
        let limiter = visit.site.audience
        for (name, limit) in names {
            guard let name else { continue }
            if let until = limiter.wait(name, limit: limit, at: visit.now) { throw TooManyTries(until: until) }
            limiter.count(name, at: visit.now)
        }
    }
}
