import HTML
import Rouage
import Storage
import WebCore

/// What was decided, deciding, and how the initiative goes once it runs.
extension BriefingPage {
    /// What was decided, by whom and why.
    var decided: HTML {
        guard let decision = briefing.decision else { return "" }
        let by = visit.nameAndJob(decision.by)
        let day = DateWords(language: visit.language).weekdayShort(decision.on)
        let code: HTML =
            briefing.state == .postponed || briefing.state == .dropped
            ? "<p>\(say(decision.code.phrase))</p>" : ""
        let reason: HTML =
            decision.reason.isEmpty ? "" : Part.prose(decision.reason, in: visit.language(of: decision.by))
        return """
            <section class="sec" aria-labelledby="h-decided"><header><h2 id="h-decided">\
            \(say(Phrase(fr: "Décision", en: "Decision")))</h2><p class="end">\
            \(Part.status(say(briefing.state.phrase), briefing.state.dial))</p></header>\
            \(code)\(reason)<p class="note">\(by), \(day)</p>\(aftermath)\(logged)</section>
            """
    }

    /// What was decided before, and the log in which all of it reads.
    private var logged: HTML {
        let earlier = decisions.dropFirst().compactMap { entry -> HTML? in
            guard let outcome = entry.outcome else { return nil }
            let day = entry.decidedOn
            let words = Phrase(
                fr:
                    "Remplace : \(outcome.phrase(.french).lowercased()) le \(day.inFrench), par \(visit.name(entry.by))",
                en: "Replaces: \(outcome.phrase(.english).lowercased()) on \(day.inEnglish), by \(visit.name(entry.by))"
            )
            return "<p class=\"note\">\(say(words))</p>"
        }
        guard let last = decisions.first else { return "" }
        let back: HTML =
            briefing.state == .validated && decisions.contains { !$0.withdrawn.isEmpty }
            ? """
            <p class="note">\(say(Phrase(fr: "Les dépendances retirées alors ne reviennent pas seules : signalez-les de nouveau.", en: "The dependencies withdrawn then do not come back by themselves: point them out again.")))</p>
            """ : ""
        return """
            \(Array(earlier))\(back)<p class="note"><a href="/decisions?cycle=\(cycle.label)#decision-\(last.id.description)">\
            \(say(Phrase(fr: "Dans le journal des décisions", en: "In the decision log")))</a></p>
            """
    }

    /// What follows from a decision against: nobody is needed, and the text waits in the next quarter.
    private var aftermath: HTML {
        guard briefing.state == .postponed || briefing.state == .dropped else { return "" }
        let withdrawn = dependencies.count { $0.state == .withdrawn }
        let told: HTML =
            withdrawn == 0
            ? ""
            : """
            <p class="note">\(say(Phrase(count: withdrawn, fr: ("Sa dépendance est retirée, l’équipe est prévenue.", "Ses % dépendances sont retirées, les équipes sont prévenues."), en: ("Its dependency is withdrawn and the team told.", "Its % dependencies are withdrawn and the teams told."))))</p>
            """
        return "\(told)\(copy)"
    }

    /// Where the text of a postponed initiative waits, for those who may read drafts.
    private var copy: HTML {
        let drafts = carried.filter { may(.readBriefing($0)) }.compactMap { copy -> HTML? in
            guard let next = visit.cycles.first(where: { $0.id == copy.cycle }) else { return nil }
            let text = Phrase(
                fr: "Il attend comme ébauche au \(next.name(.french))",
                en: "It waits as a draft in \(next.name(.english))")
            return "<p class=\"note\"><a href=\"/briefings/\(copy.id.description)\">\(say(text))</a></p>"
        }
        return drafts.joined()
    }

    /// The initiative of an earlier quarter that was postponed to this one.
    var origin: HTML {
        guard let earlier, may(.readBriefing(earlier)),
            let cycle = visit.cycles.first(where: { $0.id == earlier.cycle })
        else { return "" }
        let text = Phrase(
            fr: "Reprise du \(cycle.name(.french)), où elle a été reportée",
            en: "Carried over from \(cycle.name(.english)), where it was postponed")
        return """
            <p class="note noprint"><a href="/briefings/\(earlier.id.description)">\(say(text))</a></p>
            """
    }

    /// The form of the director, or of the CPO.
    var deciding: HTML {
        guard may(.decideBriefing(briefing)), briefing.acceptsDecision else { return "" }
        guard briefing.isOpenToDirectors(in: cycle, on: visit.today) || visit.actor?.holds(.cpo) == true else {
            let text = Phrase(
                fr: "Depuis le gel, une décision ne change que par le ou la CPO.",
                en: "Since the freeze, only the CPO changes a decision.")
            return "<p class=\"note\">\(say(text))</p>"
        }
        let title =
            briefing.decision == nil
            ? Phrase(fr: "Décider", en: "Decide") : Phrase(fr: "Changer la décision", en: "Change the decision")
        let isOpen = briefing.decision == nil || visit.isRefused("decision")
        return """
            <section class="sec" id="decision" aria-labelledby="h-decide"><header><h2 id="h-decide">\(say(title))</h2></header>\
            <details class="disc"\(" open", if: isOpen)><summary>\(Part.icon("down"))\(say(title))</summary>\(decisionForm)</details></section>
            """
    }

    private var decisionForm: HTML {
        let chosen = visit.typed("outcome", sentTo: "decision")
        let outcomes = Briefing.Outcome.allCases.map { outcome -> HTML in
            """
            <label class="opt"><input type="radio" name="outcome" value="\(outcome.rawValue)" required\
            \(" checked", if: outcome.rawValue == chosen)> <span>\(say(outcome.verb))</span></label>
            """
        }
        let code = visit.typed("code", sentTo: "decision")
        let codes = Briefing.Decision.Code.allCases.map { one -> HTML in
            "<option value=\"\(one.rawValue)\"\(" selected", if: one.rawValue == code)>\(say(one.phrase))</option>"
        }
        let risk = Phrase(
            fr: "L’initiative n’est pas prête : pour la valider, écrivez le risque que vous acceptez.",
            en: "The initiative is not ready: to validate it, write the risk that you accept.")
        let isAnnounced = !briefing.isOpenToDirectors(in: cycle, on: visit.today)
        let why =
            isAnnounced
            ? Phrase(
                fr: "Après le gel, la décision est annoncée avec sa raison.",
                en: "After the freeze the decision is announced with its reason.")
            : Phrase(fr: "Votre raison est lue par toute l’équipe.", en: "Your reason is read by the whole team.")
        return """
            <form class="stack" method="post" action="\(address)/decision">\(Part.csrf(visit))\
            <input type="hidden" name="version" value="\(briefing.version)">\
            <fieldset class="field"><legend>\(say(Phrase(fr: "Décision", en: "Decision")))</legend>\(outcomes)\(error("outcome", "decision"))</fieldset>\
            <div class="field"><label for="code">\(say(Phrase(fr: "Motif, pour un report ou un refus", en: "Ground, when not validated")))</label>\
            <select class="in" id="code" name="code">\(codes)</select></div>\
            \(reasonField("decision", Phrase(fr: "Raison", en: "Reason"), briefing.state == .ready ? why : risk))\
            <div class="acts"><button class="btn\(" pri", if: !isWriter)">\(say(Phrase(fr: "Enregistrer la décision", en: "Record the decision")))</button></div></form>
            """
    }

    private func reasonField(_ noun: String, _ label: Phrase, _ hint: Phrase) -> HTML {
        let id = "\(noun)-reason"
        return """
            <div class="field"><label for="\(id)">\(say(label))</label><p class="hint" id="\(id)-hint">\(say(hint))</p>\
            <textarea class="in" id="\(id)" name="reason" rows="3" maxlength="\(Briefing.Decision.limit)" \
            aria-describedby="\(id)-hint">\n\(visit.typed("reason", sentTo: noun))</textarea>\(error("reason", noun))</div>
            """
    }

    private func error(_ field: String, _ noun: String) -> HTML {
        guard let flaw = visit.flaw(field, sentTo: noun) else { return "" }
        return "<p class=\"err\">\(Part.icon("alert"))\(say(flaw.reason.phrase))</p>"
    }

    // MARK: While it runs

    /// The team says how it goes: slowed down, done, given up.
    var running: HTML {
        guard briefing.state == .inProgress, isWriter else { return "" }
        let speed: HTML =
            briefing.slowed
            ? act("recovery", Phrase(fr: "Elle n’est plus ralentie", en: "Nothing slows it down any more"))
            : turn(
                "slowdown", Phrase(fr: "Elle est ralentie", en: "It is slowed down"),
                Phrase(fr: "Ce qui la ralentit, en une phrase.", en: "What slows it down, in a sentence."),
                cause("slowdown", Phrase(fr: "Cause", en: "Cause")))
        return """
            <section class="sec" aria-labelledby="h-run"><header><h2 id="h-run">\
            \(say(Phrase(fr: "Comment elle avance", en: "How it goes")))</h2></header><div class="stack">\(speed)\
            \(turn("ending", Phrase(fr: "Elle se termine", en: "It ends"), Phrase(fr: "Ce qui a changé pour les utilisateurs, ou pourquoi elle s’arrête.", en: "What changed for users, or why it stops."), "\(endings)\(abandonedCause)"))</div></section>
            """
    }

    private var endings: HTML {
        let chosen = visit.typed("ending", sentTo: "ending")
        let options: [(Briefing.Ending, Phrase)] = [
            (.done, Phrase(fr: "Terminée", en: "Done")), (.abandoned, Phrase(fr: "Abandonnée", en: "Abandoned")),
        ]
        let radios = options.map { option -> HTML in
            """
            <label class="opt"><input type="radio" name="ending" value="\(option.0.rawValue)" required\
            \(" checked", if: option.0.rawValue == chosen)> <span>\(say(option.1))</span></label>
            """
        }
        return """
            <fieldset class="field"><legend>\(say(Phrase(fr: "Issue", en: "Outcome")))</legend>\(radios)\(error("ending", "ending"))</fieldset>
            """
    }

    private var abandonedCause: HTML {
        cause("ending", Phrase(fr: "Cause, si elle est abandonnée", en: "Cause, when it is abandoned"))
    }

    /// Why, in a word; and which of the initiative's dependencies, when one is the cause.
    private func cause(_ noun: String, _ label: Phrase) -> HTML {
        let chosen = visit.typed("cause", sentTo: noun)
        let codes = Briefing.Decision.Code.allCases.map { one -> HTML in
            "<option value=\"\(one.rawValue)\"\(" selected", if: one.rawValue == chosen)>\(say(one.phrase))</option>"
        }
        let choose = Phrase(fr: "Choisir", en: "Choose")
        return """
            <div class="field"><label for="\(noun)-cause">\(say(label))</label>\
            <select class="in" id="\(noun)-cause" name="cause"><option value="">\(say(choose))</option>\(codes)</select>\
            \(error("cause", noun))</div>\(causingNeeds(noun))
            """
    }

    private func causingNeeds(_ noun: String) -> HTML {
        let flaw = error("cause_dependency", noun)
        guard !dependencies.isEmpty else { return flaw }
        let ticked = visit.isRefused(noun) ? visit.exchange.form.all("cause_dependency") : []
        let boxes = dependencies.map { dependency -> HTML in
            let id = dependency.id.description
            return """
                <label class="opt"><input type="checkbox" name="cause_dependency" value="\(id)"\
                \(" checked", if: ticked.contains(id))> <span>\(dependency.what) \
                <small class="q">\(DependencyViews.giver(visit, dependency))</small></span></label>
                """
        }
        let legend = Phrase(fr: "Laquelle, si la cause est une dépendance", en: "Which, when the cause is a dependency")
        return "<fieldset class=\"field\"><legend>\(say(legend))</legend>\(boxes)\(flaw)</fieldset>"
    }

    /// What came of it, and what held it up.
    var told: HTML {
        let outcome: HTML =
            briefing.outcome.map { text -> HTML in
                "<h3>\(say(Phrase(fr: "Ce qui en est sorti", en: "What came of it")))</h3>\(Part.prose(text, in: language))"
            } ?? ""
        guard briefing.cause != nil || !outcome.isEmpty else { return "" }
        let title = Phrase(fr: "Ce qui s’est passé", en: "What happened")
        return """
            <section class="sec" aria-labelledby="h-told"><header><h2 id="h-told">\(say(title))</h2></header>\(outcome)\
            \(CauseViews(visit: visit, dependencies: dependencies).html(briefing))</section>
            """
    }

    private func turn(_ noun: String, _ phrase: Phrase, _ hint: Phrase, _ more: HTML) -> HTML {
        """
        <details class="disc"\(" open", if: visit.isRefused(noun))><summary>\(Part.icon("down"))\(say(phrase))</summary>\
        <form class="stack" method="post" action="\(address)/\(noun)">\(Part.csrf(visit))\(more)\
        \(reasonField(noun, Phrase(fr: "En une phrase", en: "In a sentence"), hint))\
        <div class="acts"><button class="btn">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button></div></form></details>
        """
    }
}
