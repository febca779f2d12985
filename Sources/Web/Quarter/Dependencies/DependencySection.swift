package import HTML
package import Rouage
import Storage
package import WebCore

/// The dependencies of one briefing, on its page: each row with its status, and the answers under the row.
extension DependencyViews {
    /// - Parameter owed: what the team still has to answer this quarter, for those who may.
    package static func section(
        _ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency], owed: [Dependency] = []
    ) -> HTML {
        let say = visit.say
        let shown = dependencies.filter { $0.state != .withdrawn } + dependencies.filter { $0.state == .withdrawn }
        let strings: HTML =
            asked(shown).isEmpty
            ? ""
            : """
            <a class="noprint" href="/board?cycle=\(cycleLabel(visit, briefing).inAddress)&amp;briefing=\(briefing.id.description)">\
            \(say(Phrase(fr: "Les ficelles", en: "The strings")))</a>
            """
        let chain: HTML =
            asked(shown).count > 1
            ? """
            <a class="noprint" href="\(visit.dated("/dependencies?cycle=\(cycleLabel(visit, briefing).inAddress)&briefing=\(briefing.id)"))">\
            \(say(Phrase(fr: "La chaîne critique", en: "The critical chain")))</a>
            """ : ""
        let add: HTML =
            visit.actor?.may(.writeBriefing(briefing)) ?? false
            ? """
            <a class="btn s noprint end" href="/briefings/\(briefing.id.description)/dependencies/new">\(Part.icon("plus"))\
            \(say(Phrase(fr: "Signaler une dépendance", en: "Point out a dependency")))</a>
            """ : ""
        return """
            <section class="deps" id="dependencies" data-live-part aria-labelledby="h-d"><header><h2 id="h-d">\
            \(say(Phrase(fr: "Dépendances", en: "Dependencies")))</h2><p>\(count(visit, briefing, shown, owed)) \(strings) \(chain)</p>\(add)</header>
            \(shown.isEmpty && owed.isEmpty ? "" : table(visit, shown, owed))</section>
            """
    }

    private static func asked(_ dependencies: [Dependency]) -> [Dependency] {
        dependencies.filter(\.state.isOpen)
    }

    private static func cycleLabel(_ visit: Visit, _ briefing: Briefing) -> String {
        visit.cycles.first { $0.id == briefing.cycle }?.label ?? ""
    }

    private static func count(
        _ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency], _ owed: [Dependency]
    ) -> String {
        let asked = dependencies.filter { $0.state != .withdrawn }.count
        if let signature = briefing.noDependency, dependencies.isEmpty {
            let day = signature.at.day(in: visit.site.clock.zone)
            return visit.say(
                Phrase(
                    fr: "Aucune, signé par \(visit.name(signature.by)) le \(day.inFrench).",
                    en: "None, signed by \(visit.name(signature.by)) on \(day.inEnglish)."))
        }
        let first = Phrase(
            count: asked, fr: ("% que nous attendons", "% que nous attendons"),
            en: ("% that we wait for", "% that we wait for"))
        guard !owed.isEmpty else { return visit.say(first) + "." }
        let second = Phrase(
            count: owed.count, fr: ("% que l’on attend de nous", "% que l’on attend de nous"),
            en: ("% that others wait for", "% that others wait for"))
        return "\(visit.say(first)), \(visit.say(second))."
    }

    private static func table(_ visit: Visit, _ asked: [Dependency], _ owed: [Dependency]) -> HTML {
        let words = SectionWords(visit)
        let room = max(0, onPaper - asked.count)
        let waiting = asked.isEmpty ? "" : body(visit, words, asked, isOwed: false, printed: onPaper)
        let giving = owed.isEmpty ? "" : body(visit, words, owed, isOwed: true, printed: room)
        let name = visit.say(Phrase(fr: "Dépendances de l’initiative", en: "Dependencies of the initiative"))
        return """
            <div class="scroll" role="region" tabindex="0" aria-label="\(name)"><table class="t fold">\
            <caption class="vh">\(name)</caption>\
            \(waiting)\(giving)</table></div>\(rest(visit, asked.count + owed.count - onPaper))
            """
    }

    /// The most rows on paper, so that the page stays one.
    private static let onPaper = 6

    private static func rest(_ visit: Visit, _ count: Int) -> HTML {
        guard count > 0 else { return "" }
        let words = Phrase(count: count, fr: ("et % autre", "et % autres"), en: ("and % more", "and % more"))
        return "<p class=\"printonly\">\(visit.say(words))</p>"
    }

    private static func body(
        _ visit: Visit, _ words: SectionWords, _ dependencies: [Dependency], isOwed: Bool, printed: Int
    ) -> HTML {
        let rows = dependencies.enumerated().map { index, dependency in
            row(visit, words, dependency, isOwed: isOwed, isPrinted: index < printed)
        }
        return """
                <thead\(" class=\"noprint\"", if: printed == 0)><tr><th scope="col">\(isOwed ? words.owed : words.asked)</th>\
            <th scope="col">\(isOwed ? words.forWhom : words.from)</th><th scope="col">\(words.criticality)</th>\
            <th scope="col" class="num">\(words.neededBy)</th><th scope="col">\(words.status)</th></tr></thead>\
            <tbody>\(rows)</tbody>
            """
    }

    private static func row(
        _ visit: Visit, _ words: SectionWords, _ dependency: Dependency, isOwed: Bool, isPrinted: Bool
    ) -> HTML {
        let other = isOwed ? visit.name(dependency.askingTeam) : giver(visit, dependency)
        return """
            <tr id="d-\(dependency.id.description)"\(" class=\"noprint\"", if: !isPrinted)><th scope="row"><a href="\(visit.dated("/dependencies/\(dependency.id)"))">\
            \(dependency.what.set(in: visit.language))</a></th><td data-l="\(isOwed ? words.forWhom : words.from)">\(other)</td>\
            <td data-l="\(words.criticality)">\(visit.say(dependency.criticality.phrase))</td>\
            <td class="num" data-l="\(words.neededBy)">\(visit.dates.short(dependency.neededBy))</td>\
            <td data-l="\(words.status)">\(status(visit, dependency))</td></tr>\
            \(AnswerRow(visit: visit, dependency: dependency, back: .briefing, columns: 5).html)
            """
    }
}

/// The words of the table's heads, said once.
private struct SectionWords {
    let asked, owed, from, forWhom, criticality, neededBy, status: HTML

    init(_ visit: Visit) {
        func say(_ fr: String, _ en: String) -> HTML { HTML(visit.say(Phrase(fr: fr, en: en))) }
        asked = say("Ce que nous attendons", "What we wait for")
        owed = say("Ce que l’on attend de l’équipe", "What others wait for from the team")
        from = say("De qui", "From")
        forWhom = say("Pour qui", "For whom")
        criticality = say("Criticité", "Criticality")
        neededBy = say("Pour le", "Needed by")
        status = say("Statut", "Status")
    }
}

/// Under the row it answers: where it stands in a sentence, and the buttons open to this person.
struct AnswerRow {
    let visit: Visit
    let dependency: Dependency
    let back: AnswerForms.Back
    let columns: Int

    var html: HTML {
        let acts = self.acts
        let speaks = !acts.isEmpty || dependency.state == .replanned
        guard speaks else { return "" }
        let standing = DependencyStanding(visit: visit, dependency: dependency)
        let quotation: HTML = standing.quotation.isBlank ? "" : " <q>\(standing.quotation)</q>"
        let forms = AnswerForms(visit, dependency, back: back)
        let buttons: HTML = acts.isEmpty ? "" : forms.all(acts)
        return """
            <tr class="ans noprint"><td colspan="\(columns)"><div><p>\(visit.say(standing.sentence))\(quotation)</p>\
            \(buttons)</div></td></tr>
            """
    }

    /// Days before the promised one from which the delivery may be announced under the row.
    private static let soon = 10

    /// Only the answers the dependency waits for; the others are on its page.
    private var acts: [Act<Dependency>] {
        guard let turn = dependency.turn else { return [] }
        return Dependency.acts.offered(dependency, to: visit).filter { act in
            switch act.noun {
            case "withdrawal": dependency.state == .declined
            case "withdrawn-promise": false
            case "claim": (dependency.committedFor.map { $0 - visit.today } ?? 0) <= Self.soon
            case "counter-proposal" where dependency.state == .committed: false
            default: act.side(of: dependency) == turn
            }
        }
    }
}
