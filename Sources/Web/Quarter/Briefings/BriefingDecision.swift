import HTML
package import Rouage
import Storage
package import WebCore

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
            \(Array(earlier))\(back)<p class="note"><a href="/decisions?cycle=\(cycle.label.inAddress)#decision-\(last.id.description)">\
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
    func deciding() throws -> HTML {
        guard may(.decideBriefing(briefing)), briefing.acceptsDecision else { return "" }
        guard let act = Briefing.acts["decision"],
            briefing.isOpenToDirectors(in: cycle, on: visit.today) || visit.actor?.holds(.cpo) == true
        else {
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
            <details class="disc"\(" open", if: isOpen)><summary>\(Part.icon("down"))\(say(title))</summary>\(try decisionForm(act))</details></section>
            """
    }

    private func decisionForm(_ act: Act<Briefing>) throws -> HTML {
        let form = try FieldForm(
            visit, Briefing.Ruling(), prefix: "decision", isSent: visit.isRefused("decision"))
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
            \(Part.version(briefing.version))\(form.radios(.outcome, \Briefing.Outcome.verb))\
            \(select(form, .code))\
            \(form.parts.area("reason", Briefing.Ruling.Name.reason.label, hint: briefing.state == .ready ? why : risk, limit: Briefing.Decision.limit))\
            <div class="acts"><button class="btn\(" pri", if: !isWriter)">\(say(act.words.act))</button></div></form>
            """
    }

    // MARK: While it runs

    /// The team says how it goes: slowed down, done, given up.
    func running() throws -> HTML {
        guard briefing.state == .inProgress, isWriter else { return "" }
        let (slowdown, ending) = (
            try Briefing.acts.disclosure("slowdown", briefing, visit, slowing()),
            try Briefing.acts.disclosure("ending", briefing, visit, ending())
        )
        return """
            <section class="sec" aria-labelledby="h-run"><header><h2 id="h-run">\
            \(say(Phrase(fr: "Comment elle avance", en: "How it goes")))</h2></header>\
            <div class="stack">\(act("recovery"))\(slowdown)\(ending)</div></section>
            """
    }

    private func slowing() throws -> HTML {
        let form = try FieldForm(
            visit, Briefing.Telling(code: nil, text: ""), prefix: "slowdown", isSent: visit.isRefused("slowdown"))
        let hint = Phrase(fr: "Ce qui la ralentit, en une phrase.", en: "What slows it down, in a sentence.")
        return "\(select(form, .cause))\(boxes(form, .causeDependencies))\(reason(form.parts, hint))"
    }

    private func ending() throws -> HTML {
        let form = try FieldForm(visit, Briefing.Close(), prefix: "ending", isSent: visit.isRefused("ending"))
        let hint = Phrase(
            fr: "Ce qui a changé pour les utilisateurs, ou pourquoi elle s’arrête.",
            en: "What changed for users, or why it stops.")
        return """
            \(form.radios(.ending, \Briefing.Ending.phrase))\(select(form, .cause))\
            \(boxes(form, .causeDependencies))\(reason(form.parts, hint))
            """
    }

    private func select<Draft>(_ form: FieldForm<Draft>, _ name: Draft.Name) -> HTML {
        form.select(
            name, Briefing.Decision.Code.allCases.map { ($0.rawValue, say($0.phrase)) },
            empty: Phrase(fr: "Choisir", en: "Choose"))
    }

    /// Which of the initiative's dependencies, when one is the cause.
    private func boxes<Draft>(_ form: FieldForm<Draft>, _ name: Draft.Name) -> HTML {
        guard !dependencies.isEmpty || form.parts.flaw(name.rawValue) != nil else { return "" }
        return form.boxes(
            name,
            dependencies.map { dependency in
                let words = "\(dependency.what), \(DependencyViews.giver(visit, dependency))"
                return (dependency.id.description, Phrase(fr: words, en: words))
            })
    }

    private func reason(_ parts: FormParts, _ hint: Phrase) -> HTML {
        parts.area("reason", Briefing.Telling.Name.reason.label, hint: hint, limit: Briefing.Decision.limit)
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
}

extension Briefing.Ending {
    var phrase: Phrase {
        switch self {
        case .done: Phrase(fr: "Terminée", en: "Done")
        case .abandoned: Phrase(fr: "Abandonnée", en: "Abandoned")
        }
    }
}

extension Briefing.Ruling.Name: Worded {
    package var label: Phrase {
        switch self {
        case .outcome: Phrase(fr: "Décision", en: "Decision")
        case .code: Phrase(fr: "Motif, pour un report ou un refus", en: "Ground, when not validated")
        case .reason: Phrase(fr: "Raison", en: "Reason")
        }
    }

    package var hint: Phrase? { nil }
}

extension Briefing.Telling.Name: Worded {
    package var label: Phrase {
        switch self {
        case .cause: Phrase(fr: "Cause", en: "Cause")
        case .reason: Phrase(fr: "En une phrase", en: "In a sentence")
        case .causeDependencies:
            Phrase(fr: "Laquelle, si la cause est une dépendance", en: "Which, when the cause is a dependency")
        }
    }

    package var hint: Phrase? { nil }
}

extension Briefing.Close.Name: Worded {
    package var label: Phrase {
        switch self {
        case .ending: Phrase(fr: "Issue", en: "Outcome")
        case .cause: Phrase(fr: "Cause, si elle est abandonnée", en: "Cause, when it is abandoned")
        case .reason: Briefing.Telling.Name.reason.label
        case .causeDependencies: Briefing.Telling.Name.causeDependencies.label
        }
    }

    package var hint: Phrase? { nil }
}
