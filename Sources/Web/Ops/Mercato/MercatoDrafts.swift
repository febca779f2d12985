import Rouage
import WebCore

/// What is written by who prepares the vote, and by who decides what it leaves open.
extension Mercato {
    /// Its days, and why they move.
    struct Dates: Drafted {
        enum Name: String, CaseIterable, Sendable { case opens, closes, reason }
        static let fields: [Field<Dates>] = [
            .day(.opens, \.opens), .day(.closes, \.closes),
            .text(.reason, \.reason, upTo: Mercato.reasonLimit, required: true),
        ]
        var opens: Day?
        var closes: Day?
        var reason = ""

        init(of mercato: Mercato) {
            (opens, closes) = (mercato.day(mercato.opensAt), mercato.day(mercato.closesAt))
        }
    }

    /// The topics on the table, by their names in files.
    struct Table: Drafted {
        enum Name: String, CaseIterable, Sendable { case topics, seen }
        static let fields: [Field<Table>] = [
            .words(.topics, \.topics, required: true), .words(.seen, \.seen),
        ]
        var topics: [String] = []
        /// What was on it when it was looked at: what others put on or took off meanwhile stays so.
        var seen: [String] = []
    }

    /// The rules of the vote, with the quorums in percent.
    struct Rules: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case cpoVotes = "cpo_votes"
            case visibility
            case sessionQuorum = "session_quorum"
            case craftMinimum = "craft_minimum"
            case itemQuorum = "item_quorum"
        }
        static let fields: [Field<Rules>] = [
            .flag(.cpoVotes, \.cpoVotes), .choice(.visibility, \.visibility),
            .number(.sessionQuorum, \.sessionQuorum, in: Settings.shares, required: true),
            .number(.craftMinimum, \.craftMinimum, in: Settings.minimums, required: true),
            .number(.itemQuorum, \.itemQuorum, in: Settings.shares, required: true),
        ]
        var cpoVotes: Bool
        var visibility: Visibility
        var sessionQuorum: Int?
        var craftMinimum: Int?
        var itemQuorum: Int?

        init(_ settings: Settings) {
            (cpoVotes, visibility) = (settings.cpoVotes, settings.visibility)
            sessionQuorum = settings.sessionPercent
            craftMinimum = settings.craftMinimum
            itemQuorum = settings.itemPercent
        }

        func settings(over known: Settings) throws(Refusal) -> Settings {
            guard let sessionQuorum, let craftMinimum, let itemQuorum, flaws.isEmpty else { throw .invalid(flaws) }
            var settings = known
            (settings.cpoVotes, settings.visibility, settings.craftMinimum) = (cpoVotes, visibility, craftMinimum)
            settings.sessionQuorum = Double(sessionQuorum) / 100
            settings.itemQuorum = Double(itemQuorum) / 100
            return settings
        }
    }

    /// What is taken on where the count leaves it open, and why.
    struct Decision: Drafted {
        enum Name: String, CaseIterable, Sendable { case selected, reason }
        static let fields: [Field<Decision>] = [
            .words(.selected, \.selected, required: true),
            .text(.reason, \.reason, upTo: Mercato.reasonLimit, required: true),
        ]
        var selected: [String] = []
        var reason = ""
    }
}

extension Mercato.Dates.Name: Worded {
    var label: Phrase {
        switch self {
        case .opens: Phrase(fr: "S’ouvre le", en: "Opens on")
        case .closes: Phrase(fr: "Se clôt le", en: "Closes on")
        case .reason: Phrase(fr: "Pourquoi", en: "Why")
        }
    }

    var hint: Phrase? {
        switch self {
        case .opens: Phrase(fr: "À 9 h.", en: "At 9 am.")
        case .closes:
            Phrase(
                fr: "À 18 h ; le classement se lit le jour ouvert suivant.",
                en: "At 6 pm; the ranking is read on the next open day.")
        case .reason: nil
        }
    }
}

extension Mercato.Rules.Name: Worded {
    var label: Phrase {
        switch self {
        case .cpoVotes: Phrase(fr: "Qui vote", en: "Who votes")
        case .visibility:
            Phrase(fr: "Qui lit les bulletins après la clôture", en: "Who reads the ballots after the close")
        case .sessionQuorum: Phrase(fr: "Quorum du vote, en %", en: "Quorum of the vote, in %")
        case .craftMinimum: Phrase(fr: "Bulletins par métier, au moins", en: "Ballots of each craft, at least")
        case .itemQuorum: Phrase(fr: "Quorum d’un sujet, en %", en: "Quorum of a topic, in %")
        }
    }

    var hint: Phrase? {
        switch self {
        case .cpoVotes, .visibility: nil
        case .sessionQuorum:
            Phrase(
                fr: "De 10 à 100. En dessous, le vote se prolonge une fois.",
                en: "10 to 100. Below it, the vote is extended once.")
        case .craftMinimum: Phrase(fr: "De 0 à 10.", en: "0 to 10.")
        case .itemQuorum:
            Phrase(
                fr: "De 10 à 100. En dessous, le sujet n’est pas classé.",
                en: "10 to 100. Below it, the topic is not ranked.")
        }
    }
}

extension Mercato.Decision.Name: Worded {
    var label: Phrase {
        switch self {
        case .selected: Phrase(fr: "Sujets retenus", en: "Topics taken on")
        case .reason: Phrase(fr: "Pourquoi", en: "Why")
        }
    }
    var hint: Phrase? { nil }
}
