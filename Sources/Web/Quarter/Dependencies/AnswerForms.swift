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
    private let sent: String?

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
        sent = back == .page ? Dependency.acts.refused(visit)?.noun : nil
    }

    /// The buttons and their forms.
    /// - Parameter primary: the noun of the one that is drawn full.
    func all(_ acts: [Act<Dependency>], primary: String? = nil) -> HTML {
        "<div class=\"answers\">\(acts.map { one($0, $0.noun ?? "", isPrimary: $0.noun == primary) })</div>"
    }

    private func one(_ act: Act<Dependency>, _ noun: String, isPrimary: Bool) -> HTML {
        let fields = fields(of: noun)
        let words = visit.say(words(of: act))
        let isGrave = act.words.tone == .grave
        let style: HTML = "btn\(" s", if: back != .page)\(" pri", if: isPrimary)\(" bad", if: isGrave)"
        guard !fields.isEmpty else { return form(noun, "<button class=\"\(style)\">\(words)</button>") }
        // The button inside an opened form says the same again, in full.
        let send: HTML = """
            <button class="btn s\(isGrave ? " bad" : " pri")">\(visit.say(act.words.act))</button>
            """
        return """
            <details name="a-\(dependency.id.description)"\(" open", if: sent == noun)><summary class="\(style)">\(words)</summary>\
            \(form(noun, "\(fields)<div class=\"acts\">\(send)</div>"))</details>
            """
    }

    /// What the button says, in the first person where the person binds their team.
    private func words(of act: Act<Dependency>) -> Phrase {
        switch (act.noun, dependency.state) {
        case ("counter-proposal", .committed): Phrase(fr: "Je change la date", en: "I move the date")
        case ("counter-proposal", .broken): Phrase(fr: "Je m’engage de nouveau", en: "I commit again")
        case ("withdrawal", .declined): Phrase(fr: "J’y renonce", en: "I do without")
        case ("counter-proposal-acceptance", _):
            dependency.counter?.date.map {
                Phrase(fr: "J’accepte le \($0.inFrench)", en: "I accept \($0.inEnglish)")
            } ?? act.words.opening
        default: act.words.opening
        }
    }

    private func form(_ noun: String, _ content: HTML) -> HTML {
        """
        <form method="post" action="/dependencies/\(dependency.id.description)/\(noun)">\(Part.csrf(visit))\
        \(Part.version(dependency.version))\(origin)\(content)</form>
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

    private func fields(of noun: String) -> HTML {
        let parts = FormParts(visit, prefix: "\(noun)-\(dependency.id.description.suffix(6))", isSent: sent == noun)
        return AnswerFields(visit: visit, dependency: dependency, parts: parts, initiatives: initiatives)
            .fields(of: noun)
    }
}
