import HTML
import Rouage
import Storage
import WebCore

/// Every answer that the state and the person's place allow, each as a form of its own.
struct AnswerForms {
    let visit: Visit
    let dependency: Dependency
    /// Where the person goes back to: nothing for the dependency's own page.
    let back: Back
    /// The giver's briefings, one of which may deliver it.
    let initiatives: [Briefing]
    private let sent: DependencyVerb?

    enum Back: Equatable {
        case page, briefing
        case table(query: String)
        /// The room of some teams, or their meeting.
        case room(address: String)
    }

    init(_ visit: Visit, _ dependency: Dependency, back: Back = .page, initiatives: [Briefing] = []) {
        self.visit = visit
        self.dependency = dependency
        self.back = back
        self.initiatives = initiatives
        sent = back == .page ? DependencyVerb.sent(by: visit) : nil
    }

    /// The buttons and their forms.
    func all(_ verbs: [DependencyVerb], primary: DependencyVerb?) -> HTML {
        "<div class=\"answers\">\(verbs.map { one($0, isPrimary: $0 == primary) })</div>"
    }

    private func one(_ verb: DependencyVerb, isPrimary: Bool) -> HTML {
        let fields = fields(of: verb)
        let words = visit.say(verb.phrase(for: dependency))
        let style: HTML = "btn\(" s", if: back != .page)\(" pri", if: isPrimary)\(" bad", if: verb.isHarsh)"
        let button: HTML = "<button class=\"\(style)\">\(words)</button>"
        guard !fields.isEmpty else { return form(verb, button) }
        let name = "a-\(dependency.id.description)"
        return """
            <details name="\(name)"\(" open", if: sent == verb)><summary class="\(style)">\(words)</summary>\
            \(form(verb, "\(fields)<div class=\"acts\">\(send(verb))</div>"))</details>
            """
    }

    /// The button inside an opened form says the same again, in full.
    private func send(_ verb: DependencyVerb) -> HTML {
        """
        <button class="btn s\(" pri", if: !verb.isHarsh)\(" bad", if: verb.isHarsh)">\
        \(visit.say(verb.sending))</button>
        """
    }

    private func form(_ verb: DependencyVerb, _ content: HTML) -> HTML {
        """
        <form method="post" action="/dependencies/\(dependency.id.description)/\(verb.rawValue)">\(Part.csrf(visit))\
        <input type="hidden" name="version" value="\(dependency.version)">\(origin)\(content)</form>
        """
    }

    private var origin: HTML {
        switch back {
        case .page: ""
        case .briefing: "<input type=\"hidden\" name=\"back\" value=\"briefing\">"
        case .room(let address): "<input type=\"hidden\" name=\"back\" value=\"\(address)\">"
        case .table(let query):
            """
            <input type="hidden" name="back" value="table"><input type="hidden" name="query" value="\(query)">
            """
        }
    }

    private func fields(of verb: DependencyVerb) -> HTML {
        let id = dependency.id.description.suffix(6)
        let parts = FormParts(visit, prefix: "\(verb.rawValue)-\(id)", isSent: sent == verb)
        return AnswerFields(visit: visit, dependency: dependency, parts: parts, initiatives: initiatives).fields(
            of: verb)
    }
}

extension DependencyVerb {
    /// What the button that sends the form says.
    var sending: Phrase {
        switch self {
        case .acknowledgement: Phrase(fr: "Prendre en compte", en: "Acknowledge")
        case .commitment: Phrase(fr: "M’engager", en: "Commit")
        case .counter: Phrase(fr: "Proposer", en: "Propose")
        case .decline: Phrase(fr: "Refuser la dépendance", en: "Decline the dependency")
        case .claim: Phrase(fr: "C’est livré", en: "It is delivered")
        case .breach: Phrase(fr: "Reprendre ma promesse", en: "Take my promise back")
        case .acceptance: Phrase(fr: "Accepter", en: "Accept")
        case .refusal: Phrase(fr: "Refuser la proposition", en: "Refuse the proposal")
        case .receipt: Phrase(fr: "Confirmer", en: "Confirm")
        case .claimRefusal: Phrase(fr: "Le dire à l’équipe", en: "Tell the team")
        case .mitigation: Phrase(fr: "Garder la parade", en: "Keep the fallback")
        case .request: Phrase(fr: "Redemander", en: "Ask again")
        case .withdrawal: Phrase(fr: "Retirer la demande", en: "Withdraw the request")
        }
    }
}
