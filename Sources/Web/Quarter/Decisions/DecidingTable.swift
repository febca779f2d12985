import HTML
import Rouage
import Storage
import WebCore

/// The rows of the page on which directors decide.
struct DecidingTable {
    let page: DecidingPage
    private var visit: Visit { page.visit }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    private static let heads = [
        Phrase(fr: "Initiative", en: "Initiative"), Phrase(fr: "Préparation", en: "Readiness"),
        Phrase(fr: "Revues", en: "Reviews"), Phrase(fr: "À régler", en: "To settle"),
        Phrase(fr: "Ce qu’elle attend sera là", en: "What it waits for is there"),
        Phrase(fr: "Statut", en: "Status"),
    ]

    func html(_ rows: [DecidingPage.Row], label: String) -> HTML {
        let heads = Self.heads.map { head -> HTML in "<th scope=\"col\">\(say(head))</th>" }
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(label)"><table class="t fold deciding"><caption class="vh">\(label)</caption>\
            <thead><tr>\(heads)</tr></thead><tbody>\(rows.map(row))</tbody></table></div>
            """
    }

    private func row(_ row: DecidingPage.Row) -> HTML {
        let briefing = row.briefing
        let id = briefing.id.description
        let cells: [HTML] = [
            readiness(row), reviews(row), HTML("\(row.unsettled) / \(row.count)"), chance(row),
            Part.status(say(briefing.state.phrase), briefing.state.dial),
        ]
        let rest = zip(Self.heads.dropFirst(), cells).map { head, cell -> HTML in
            "<td data-l=\"\(say(head))\">\(cell)</td>"
        }
        let html: HTML = """
            <tr id="b-\(id)"><th scope="row"><a href="/briefings/\(id)">\(briefing.text.title)</a>\
            <small class="q">\(visit.name(briefing.team))</small></th>\(rest)</tr>
            """
        return "\(html)\(DecidingForm(page: page, briefing: briefing, columns: Self.heads.count).row)"
    }

    private func readiness(_ row: DecidingPage.Row) -> HTML {
        let score = Int(row.readiness.score.rounded(.down))
        let blocked: HTML =
            row.readiness.isBlocked
            ? " <small class=\"q\">\(say(Phrase(fr: "bloquée", en: "blocked")))</small>" : ""
        let label = Phrase(fr: "\(score) sur 100", en: "\(score) of 100")
        return "<b>\(score)</b><span class=\"vh\"> : \(say(label))</span>\(blocked)"
    }

    /// One mark a craft: a full dial in favour, a warning with a reservation, a dotted ring while it is missing.
    private func reviews(_ row: DecidingPage.Row) -> HTML {
        let marks = Craft.triforce.map { craft -> HTML in
            let review = row.reviews.first { $0.craft == craft }
            let dial = review?.opinion.dial ?? ("d-sig", "")
            let missing = Phrase(fr: "pas encore", en: "not yet")
            let opinion = review.map { say($0.opinion.phrase) } ?? say(missing)
            let name = say(craft.phrase)
            return """
                <li class="st \(dial.1)">\(Part.icon(dial.0))\(name)<span class="vh"> : \(opinion)</span></li>
                """
        }
        let reserved = row.reviews.filter { $0.opinion == .reserved && !$0.text.isEmpty }
        let words = reserved.map { review -> HTML in
            """
            <p class="note">\(say(review.craft.phrase)) : <q>\(review.text.set(in: visit.language(of: review.reviewer)))</q></p>
            """
        }
        return "<ul class=\"plain marks\">\(marks)</ul>\(words)"
    }

    private func chance(_ row: DecidingPage.Row) -> HTML {
        guard let chance = row.chance else {
            let words =
                row.count == 0
                ? Phrase(fr: "n’attend rien", en: "waits for nothing")
                : Phrase(fr: "rien qui la freine", en: "nothing that slows it")
            return "<span class=\"qq\">\(say(words))</span>"
        }
        return """
            <a href="/briefings/\(row.briefing.id.description)#h-chance">\(say(chance.phrase))</a>
            """
    }
}

/// Under each row: what was decided, and the form of who may decide it.
struct DecidingForm {
    let page: DecidingPage
    let briefing: Briefing
    let columns: Int
    private var visit: Visit { page.visit }
    private func say(_ phrase: Phrase) -> String { page.visit.say(phrase) }

    var row: HTML {
        let decided = decided
        let act = Briefing.acts["decision"]
        let form: HTML = act.map { $0.isOffered(briefing, to: visit) ? self.form($0) : "" } ?? ""
        guard !decided.isEmpty || !form.isEmpty else { return "" }
        return "<tr class=\"ans\"><td colspan=\"\(columns)\"><div>\(decided)\(form)</div></td></tr>"
    }

    private var decided: HTML {
        guard let decision = briefing.decision else { return "" }
        let why: HTML =
            decision.reason.isEmpty
            ? "" : " <q>\(decision.reason.set(in: visit.language(of: decision.by)))</q>"
        return "<p>\(visit.name(decision.by)), \(visit.dates.short(decision.on)).\(why)</p>"
    }

    private func form(_ act: Act<Briefing>) -> HTML {
        let id = briefing.id.short
        let words =
            briefing.decision == nil
            ? Phrase(fr: "Décider", en: "Decide") : Phrase(fr: "Changer la décision", en: "Change the decision")
        let outcomes = Briefing.Outcome.allCases.map { outcome -> HTML in
            """
            <label class="opt"><input type="radio" name="outcome" value="\(outcome.rawValue)" required> <span>\(say(outcome.verb))</span></label>
            """
        }
        let codes = Briefing.Decision.Code.allCases.map { code -> HTML in
            "<option value=\"\(code.rawValue)\">\(say(code.phrase))</option>"
        }
        let isReady = briefing.state == .ready && briefing.isOpenToDirectors(in: page.cycle, on: visit.today)
        let hint =
            isReady
            ? Phrase(fr: "Nécessaire pour reporter ou écarter.", en: "Needed to postpone or to drop.")
            : Phrase(
                fr: "Pour valider, écrivez le risque que vous acceptez.",
                en: "To validate, write the risk that you accept.")
        return """
            \(isReady ? quick : "")<details name="decide"><summary class="btn s">\(say(words))<span class="vh"> : \(briefing.text.title)</span></summary>\
            <form class="stack" method="post" action="/briefings/\(briefing.id.description)/decision">\(hidden)\
            <fieldset class="field"><legend>\(say(Phrase(fr: "Décision", en: "Decision")))</legend>\(outcomes)</fieldset>\
            <div class="field"><label for="c-\(String(id))">\(say(Phrase(fr: "Motif, pour un report ou un refus", en: "Ground, when not validated")))</label>\
            <select class="in" id="c-\(String(id))" name="code"><option value="">\(say(Phrase(fr: "Choisir", en: "Choose")))</option>\(codes)</select></div>\
            <div class="field"><label for="r-\(String(id))">\(say(Phrase(fr: "Raison", en: "Reason")))</label><p class="hint" id="h-\(String(id))">\(say(hint))</p>\
            <textarea class="in" id="r-\(String(id))" name="reason" rows="2" maxlength="\(Briefing.Decision.limit)" aria-describedby="h-\(String(id))"></textarea></div>\
            <div class="acts"><button class="btn s pri">\(say(act.words.act))</button></div></form></details>
            """
    }

    private var hidden: HTML {
        """
        \(Part.csrf(visit))<input type="hidden" name="version" value="\(briefing.version)">\
        <input type="hidden" name="back" value="decisions"><input type="hidden" name="query" value="\(page.isMine ? "" : "all")">
        """
    }

    /// What is ready is validated in one go.
    private var quick: HTML {
        """
        <form method="post" action="/briefings/\(briefing.id.description)/decision">\(hidden)\
        <input type="hidden" name="outcome" value="validated"><button class="btn s">\(say(Briefing.Outcome.validated.verb))\
        <span class="vh"> : \(briefing.text.title)</span></button></form>
        """
    }
}
