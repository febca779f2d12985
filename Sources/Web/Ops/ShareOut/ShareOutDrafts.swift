import Rouage
import WebCore

/// What is written when topics are shared out.
extension ShareOut {
    /// The quarter that is shared out.
    struct Quarter: Drafted {
        enum Name: String, CaseIterable, Sendable { case cycle }
        static let fields: [Field<Quarter>] = [.cycle(.cycle, \.cycle, required: true)]
        var cycle: Identifier<Cycle>?
    }

    /// A topic that is given to others than the proposal does.
    struct Change: Drafted {
        enum Name: String, CaseIterable, Sendable { case cycle, topic, lead, buddy, reason }
        static let fields: [Field<Change>] = [
            .cycle(.cycle, \.cycle, required: true), .record(.topic, \.topic, required: true),
            .person(.lead, \.lead, required: true), .person(.buddy, \.buddy, required: true),
            .text(.reason, \.reason, upTo: ShareOut.reasonLimit, required: true),
        ]
        var cycle: Identifier<Cycle>?
        var topic: Identifier<Topic>?
        var lead: Identifier<Person>?
        var buddy: Identifier<Person>?
        var reason = ""
    }
}

extension ShareOut.Change.Name: Worded {
    var label: Phrase {
        switch self {
        case .cycle: Phrase(fr: "Trimestre", en: "Quarter")
        case .topic: Phrase(fr: "Le sujet", en: "The topic")
        case .lead: Phrase(fr: "Qui pilote", en: "Who leads")
        case .buddy: Phrase(fr: "Qui aide", en: "Who helps")
        case .reason: Phrase(fr: "La raison", en: "The reason")
        }
    }

    var hint: Phrase? {
        switch self {
        case .cycle, .topic, .lead, .buddy: nil
        case .reason:
            Phrase(fr: "Elle reste à côté de la proposition.", en: "It stays beside the proposal.")
        }
    }
}

extension SharePreference {
    /// One's own wishes, by the id of a topic.
    struct Wishes: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case cycle
            case daysOff = "days_off"
            case wishes, reasons
        }
        static let fields: [Field<Wishes>] = [
            .cycle(.cycle, \.cycle, required: true),
            .number(.daysOff, \.daysOff, in: SharePreference.daysOff),
            .texts(.wishes, \.values), .texts(.reasons, \.reasons),
        ]
        var cycle: Identifier<Cycle>?
        var daysOff: Int?
        var values: [String: String] = [:]
        var reasons: [String: String] = [:]

        init(of sheet: SharePreference?) {
            daysOff = sheet?.daysOff ?? Load.leaveDays
            for wish in sheet?.wishes ?? [] {
                values[wish.topic.description] = String(wish.value)
                reasons[wish.topic.description] = wish.reason.isEmpty ? nil : wish.reason
            }
        }

        /// What is wished for the topics that are shared out; what is sent of any other is refused.
        func wishes(for topics: [Identifier<Topic>], sent: Entries) throws(Refusal) -> [ShareWish] {
            let (wished, said) = (sent.texts(Name.wishes.rawValue), sent.texts(Name.reasons.rawValue))
            let known = Set(topics.map(\.description))
            var flaws: [Flaw] = []
            if !known.isSuperset(of: wished.keys) { flaws.append(Flaw(field: "wishes", reason: .unknown)) }
            if !known.isSuperset(of: said.keys) { flaws.append(Flaw(field: "reasons", reason: .unknown)) }
            let wishes = topics.compactMap { topic -> ShareWish? in
                let name = topic.description
                if let value = values[name] {
                    return ShareWish(topic: topic, value: Int(value) ?? -1, reason: reasons[name]?.trimmed ?? "")
                }
                // A reason says why somebody wishes something: without a wish it would be lost.
                if said[name]?.isBlank == false { flaws.append(Flaw(field: "wishes-\(name)", reason: .missing)) }
                return nil
            }
            guard flaws.isEmpty else { throw .invalid(flaws) }
            return wishes
        }
    }
}

extension Entries {
    fileprivate func texts(_ name: String) -> [String: String] {
        if case .named(let texts) = self[name] { texts } else { [:] }
    }
}
