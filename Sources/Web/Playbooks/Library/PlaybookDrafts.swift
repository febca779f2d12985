import Rouage
import WebCore

/// What is written with the steps of a playbook.
extension Playbook {
    /// In which language a starter is installed; in that of the reader when nothing is said.
    struct StarterLanguage: Drafted {
        enum Name: String, CaseIterable, Sendable { case language }
        static let fields: [Field<StarterLanguage>] = [.choice(.language, \.language)]
        var language: Language?
    }

    /// What becomes of it, and why.
    struct NextState: Drafted {
        enum Name: String, CaseIterable, Sendable { case state, reason }
        static let fields: [Field<NextState>] = [
            .choice(.state, \.state, required: true), .text(.reason, \.reason, upTo: Reason.limit),
        ]
        var state: State?
        var reason = ""
    }

    /// To whom it is offered.
    struct Offer: Drafted {
        enum Name: String, CaseIterable, Sendable {
            case to
            case supportEndsOn = "support_ends_on"
        }
        static let fields: [Field<Offer>] = [
            .person(.to, \.to, required: true), .day(.supportEndsOn, \.supportEndsOn),
        ]
        var to: Identifier<Person>?
        var supportEndsOn: Day?
    }

    /// As whom somebody agrees; as what they may first, when nothing is said.
    struct Agreement: Drafted {
        enum Name: String, CaseIterable, Sendable { case `as` }
        static let fields: [Field<Agreement>] = [.choice(.as, \.consent)]
        var consent: Consent?
    }
}

extension PlaybookFeedback {
    /// What is answered to it, in front of all.
    struct Answer: Drafted {
        enum Name: String, CaseIterable, Sendable { case answer }
        static let fields: [Field<Answer>] = [
            .text(.answer, \.answer, upTo: PlaybookFeedback.limit, required: true)
        ]
        var answer = ""
    }
}
