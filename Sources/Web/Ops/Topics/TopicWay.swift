import HTML
import Rouage
import Storage
import WebCore

/// How far a topic has come on its way to a project, through to the result of its mercato.
struct TopicWay {
    /// What it is now a part of, when it was joined with another.
    let topic: Topic
    private let visit: Visit
    private let mercato: Mercato?

    /// Nothing when there is no such topic.
    init?(_ visit: Visit, _ id: Identifier<Topic>) throws {
        guard let topic = try visit.reading.wholeTopic(id) else { return nil }
        try self.init(visit, topic)
    }

    init(_ visit: Visit, _ topic: Topic) throws {
        self.visit = visit
        self.topic = topic
        mercato = topic.state == .idea || topic.state == .ready ? nil : try visit.reading.mercato(voting: topic)
    }

    private func say(_ fr: String, _ en: String) -> String { visit.say(Phrase(fr: fr, en: en)) }

    var status: HTML { Part.status(visit.status(topic), topic.state.dial) }
    var link: HTML {
        let language = visit.language(of: topic.proposedBy)
        return "<a href=\"/topics/\(topic.id.description)\" lang=\"\(language.rawValue)\">\(visit.title(of: topic))</a>"
    }

    /// Whether a vote on it lies before it or behind it.
    var isOnItsWay: Bool { topic.state.isAlive || topic.state == .notSelected && mercato != nil }
    /// The day on which the vote on it opened.
    var votedOn: Day? { mercato.flatMap { $0.state == .preparing ? nil : $0.day($0.opensAt) } }
    var resultOn: Day? { mercato?.publishedAt.flatMap { mercato?.day($0) } }

    /// Where it stands, in a sentence.
    var sentence: HTML {
        let again = say(
            "Qui y croit encore peut le proposer à nouveau.", "Whoever still believes in it may raise it again.")
        switch topic.state {
        case .idea:
            return HTML(
                say("C’est une idée, pas encore prête pour le vote.", "It is an idea, not ready for the vote yet."))
        case .ready:
            return HTML(say("Il est prêt pour le vote des directions.", "It is ready for the directors’ vote."))
        case .tabled, .ranked: return vote
        case .selected: return "\(say("Product Ops le prennent.", "Product Ops take it on.")) \(result)"
        case .notSelected where mercato == nil:
            return "\(say("Son trimestre a passé sans vote.", "Its quarter passed without a vote.")) \(again)"
        case .notSelected:
            return "\(say("Il n’a pas été retenu.", "It was not selected.")) \(result) \(again)"
        case .merged, .withdrawn: return HTML(again)
        }
    }

    private var scene: MercatoScene? {
        guard let mercato, let actor = visit.actor else { return nil }
        return MercatoScene(visit, actor, mercato)
    }

    private var vote: HTML {
        guard let scene, let mercato else { return HTML(say("Il est au tableau.", "It is on the table.")) }
        let words =
            switch mercato.state {
            case .preparing:
                say(
                    "se vote à partir du \(scene.moment(mercato.opensAt)).",
                    "is voted on from \(scene.moment(mercato.opensAt)).")
            case .open:
                say(
                    "est ouvert au vote jusqu’à \(scene.moment(mercato.closesAt)).",
                    "is open until \(scene.moment(mercato.closesAt)).")
            case .closed, .published:
                say(
                    "est clos ; il se lit à partir de \(scene.moment(mercato.publishesAt)).",
                    "is closed; it is read from \(scene.moment(mercato.publishesAt)).")
            }
        return
            "\(say("Le", "The")) <a href=\"\(scene.address)\">\(say("mercato \(scene.quarter)", "\(scene.quarter) mercato"))</a> \(words)"
    }

    private var result: HTML {
        guard let scene else { return "" }
        return
            "<a href=\"\(scene.address)/result\">\(say("Le résultat du mercato \(scene.quarter)", "The result of the \(scene.quarter) mercato"))</a>."
    }
}

/// The requests that a topic was made of.
struct TopicOrigins {
    let visit: Visit
    let requests: [OpsRequest]

    var html: HTML {
        guard !requests.isEmpty else { return "" }
        let words = RequestWords(visit)
        let rows = requests.map { request -> HTML in
            let link: HTML =
                "<a href=\"\(request.address)\" lang=\"\(words.language(of: request).rawValue)\">\(words.title(request))</a>"
            return
                "<li>\(link)<br><small>\(words.asker(request)), \(visit.dates.weekdayShort(request.askedOn))</small></li>"
        }
        let title = Phrase(
            count: requests.count, fr: ("La demande dont il vient", "Les demandes dont il vient"),
            en: ("The request it comes from", "The requests it comes from"))
        return """
            <section class="sec" id="origins"><header><h2>\(visit.say(title))</h2></header><ul class="plain">\(rows)</ul></section>
            """
    }
}
