import Rouage
import WebCore

/// What is written in a brainstorm.
extension Brainstorm {
    /// The quarter whose session it is.
    struct Calling: Drafted {
        enum Name: String, CaseIterable, Sendable { case cycle }
        static let fields: [Field<Calling>] = [.cycle(.cycle, \.cycle, required: true)]
        var cycle: Identifier<Cycle>?
    }

    /// Its day, its length and its guests.
    struct Arrangement: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case heldOn = "held_on"
            case minutes, invited
        }
        static let fields: [Field<Arrangement>] = [
            .day(.heldOn, \.heldOn), .number(.minutes, \.minutes, in: Brainstorm.lengths), .people(.invited, \.invited),
        ]
        var heldOn: Day
        var minutes: Int?
        var invited: [Identifier<Person>]

        init(of session: Brainstorm) {
            (heldOn, minutes, invited) = (session.heldOn, session.minutes, session.invited)
        }
    }

    /// Ideas that are put elsewhere.
    struct Moves: Drafted {
        enum Name: String, CaseIterable, Sendable { case ideas, to, title }
        enum Target: Sendable, Equatable {
            case none, new
            case cluster(Int)
        }
        static let fields: [Field<Moves>] = [
            Field(.ideas, .words, required: true) { moves, sent, _ in
                guard let words = sent.list else { return .notText }
                let ideas = words.compactMap(Moved.init)
                guard ideas.count == words.count else { return .unknown }
                moves.ideas = ideas
                return nil
            } cells: { moves, _ in
                moves.ideas.map(\.text)
            },
            Field(.to, .line(upTo: 20)) { moves, sent, _ in
                guard let word = sent.plain, let target = Target(word) else { return .unknown }
                moves.to = target
                return nil
            } cells: { moves, _ in
                [moves.to.word]
            },
            .line(.title, \.title, upTo: Brainstorm.titleLimit),
        ]
        var ideas: [Moved] = []
        var to = Target.none
        var title = ""
    }

    struct ClusterTitle: Drafted {
        enum Name: String, CaseIterable, Sendable { case title }
        static let fields: [Field<ClusterTitle>] = [
            .line(.title, \.title, upTo: Brainstorm.titleLimit, required: true)
        ]
        var title = ""
    }

    /// The group that another is put into.
    struct Merger: Drafted {
        enum Name: String, CaseIterable, Sendable { case into }
        static let fields: [Field<Merger>] = [.number(.into, \.into, in: 1...10_000, required: true)]
        var into: Int?
    }

    /// The topic that a group belongs to; a new one where none is named.
    struct Link: Drafted {
        enum Name: String, CaseIterable, Sendable { case topic }
        static let fields: [Field<Link>] = [.record(.topic, \.topic)]
        var topic: Identifier<Topic>?
    }
}

extension Brainstorm.Moves.Target {
    /// What forms and programs write: the key of a group, `new`, or nothing for none.
    init?(_ word: String) {
        switch word {
        case "": self = .none
        case "new": self = .new
        default:
            guard let key = Int(word) else { return nil }
            self = .cluster(key)
        }
    }

    var word: String {
        switch self {
        case .none: ""
        case .new: "new"
        case .cluster(let key): String(key)
        }
    }
}

extension Idea {
    /// What somebody writes of an idea.
    struct Content: Drafted {
        enum Name: String, CaseIterable, Sendable { case text, source }
        static let fields: [Field<Content>] = [
            .line(.text, \.text, upTo: textLimit, required: true), .choice(.source, \.source),
        ]
        var text = ""
        var source = Topic.Source.field
    }
}
