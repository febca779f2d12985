import HTML
package import Rouage
import Storage
import WebCore

/// How ready a briefing is, and above all what it lacks, by effect.
struct ReadinessViews {
    let visit: Visit
    let briefing: Briefing
    let dependencies: [Dependency]
    let reviews: [Review]
    let load: Load
    let readiness: Readiness

    init(_ visit: Visit, _ briefing: Briefing, _ dependencies: [Dependency]) throws {
        self.visit = visit
        self.briefing = briefing
        self.dependencies = dependencies
        reviews = try visit.reading.reviews(of: briefing.id)
        let cycle = try visit.cycle(of: briefing)
        load = try visit.lines(of: cycle).load(of: briefing.team, in: cycle, visit.organisation)
        readiness = Readiness(
            briefing, dependencies: dependencies, load: load.ratio, reviewed: Set(reviews.map(\.craft)))
    }

    /// The heading, the figure, the bar and its four parts, then the list.
    var section: HTML {
        """
        <p class="score"><b>\(points(readiness.score))</b> \(say(Phrase(fr: "sur 100", en: "of 100"))) \
        \(Part.status(say(verdict), readiness.isReady ? ("d-com", "acc") : ("d-ack", "")))</p>
        \(bar)<table class="t mini"><caption class="vh">\(say(Phrase(fr: "Détail de la préparation", en: "What readiness is made of")))</caption>\
        <tbody>\(parts)</tbody></table>\(why)\(missing)
        """
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }
    private func points(_ value: Double) -> Int { Int(value.rounded(.down)) }

    private var verdict: Phrase {
        if readiness.isReady { return Phrase(fr: "Peut être déclarée prête", en: "Can be declared ready") }
        return readiness.isBlocked && readiness.score >= Readiness.threshold
            ? Phrase(fr: "Une dépendance bloquante est ouverte", en: "A blocking dependency is open")
            : Phrase(fr: "Pas encore prête", en: "Not ready yet")
    }

    private var bar: HTML {
        let widths = [readiness.fields, readiness.dependencies, readiness.load, readiness.reviews]
        var left = 0.0
        let rects = widths.map { width -> HTML in
            defer { left += width }
            return "<rect x=\"\(tenths(left))\" width=\"\(tenths(max(width - 0.6, 0)))\" height=\"12\"/>"
        }
        let sentence = Phrase(
            fr:
                "Champs \(points(widths[0])) sur 30, dépendances \(points(widths[1])) sur 40, charge \(points(widths[2])) sur 15, revues \(points(widths[3])) sur 15. Seuil : 80.",
            en:
                "Fields \(points(widths[0])) of 30, dependencies \(points(widths[1])) of 40, load \(points(widths[2])) of 15, reviews \(points(widths[3])) of 15. Threshold: 80."
        )
        return """
            <div class="ready" role="img" aria-label="\(say(sentence))"><svg viewBox="0 0 100 12" preserveAspectRatio="none" \
            aria-hidden="true">\(rects)</svg><s><span>80</span></s></div>
            """
    }

    private func tenths(_ value: Double) -> HTML { HTML(String((value * 10).rounded() / 10)) }

    private var parts: HTML {
        let reviewed = reviews.map { say($0.craft.phrase).lowercased() }.joined(separator: ", ")
        let reviewTitle =
            reviewed.isEmpty
            ? Phrase(fr: "Revues des trois métiers", en: "Reviews of the three crafts")
            : Phrase(fr: "Revues : \(reviewed)", en: "Reviews: \(reviewed)")
        return """
            \(part(Phrase(fr: "Quatre champs", en: "Four fields"), readiness.fields, 30))\
            \(part(Phrase(fr: "Dépendances", en: "Dependencies"), readiness.dependencies, 40))\
            \(part(loadTitle, readiness.load, 15))\(part(reviewTitle, readiness.reviews, 15))
            """
    }

    /// How each part is counted, for whoever asks.
    private var why: HTML {
        let rules = [
            Phrase(
                fr:
                    "Champs : problème et intention 10 points chacun, source et taille 5 ; la moitié sous 80 caractères.",
                en: "Fields: problem and intention 10 points each, source and size 5; half below 80 characters."),
            Phrase(
                fr:
                    "Dépendances : engagée ou livrée compte entière, refusée avec une parade 0,7, replanifiée 0,4, prise en compte 0,3, sans accord rien ; une bloquante pèse 3, une ralentissante 2, une de confort 1.",
                en:
                    "Dependencies: committed or delivered counts whole, declined with a fallback 0.7, counter-proposed 0.4, acknowledged 0.3, without agreement nothing; a blocking one weighs 3, a slowing one 2, comfort 1."
            ),
            Phrase(
                fr: "Charge : 15 points jusqu’à 100 %, plus aucun à 130 %.",
                en: "Load: 15 points up to 100%, none at 130%."),
            Phrase(fr: "Revues : 5 points par métier.", en: "Reviews: 5 points a craft."),
        ]
        let question = Phrase(
            fr: "Pourquoi \(points(readiness.score)) ?", en: "Why \(points(readiness.score))?")
        return """
            <details class="disc why"><summary>\(say(question))\(Part.icon("down"))</summary><ul class="rules">\
            \(rules.map { "<li>\(say($0))</li>" as HTML })</ul>\(LoadViews(visit: visit).calculation(load))</details>
            """
    }

    private var loadTitle: Phrase {
        guard let percent = load.percent else { return Phrase(fr: "Charge de l’équipe", en: "Load of the team") }
        let estimated = load.isEstimated
        return Phrase(
            fr: "Charge de l’équipe, \(percent) %\(estimated ? ", estimée" : "")",
            en: "Load of the team, \(percent)%\(estimated ? ", estimated" : "")")
    }

    private func part(_ title: Phrase, _ value: Double, _ whole: Int) -> HTML {
        "<tr><th scope=\"row\">\(say(title))</th><td class=\"num\">\(points(value)) / \(whole)</td></tr>"
    }

    private var missing: HTML {
        let gaps = readiness.gaps.filter { $0.points >= 0.5 }
        guard !gaps.isEmpty else { return "" }
        let sufficing = readiness.isBlocked || readiness.isReady ? nil : gaps.last { suffices($0) }
        let rows = gaps.prefix(6).map { gap -> HTML in
            let enough = Phrase(fr: "Cela suffit pour être prête.", en: "That is enough to be ready.")
            let note: HTML = gap == sufficing ? ". \(say(enough))" : ""
            return
                "<li><b class=\"num\">+\(max(1, points(gap.points)))</b><span>\(words(gap.subject))\(note)</span></li>"
        }
        return """
            <h3>\(say(Phrase(fr: "Ce qui manque, par effet", en: "What is missing, by effect")))</h3>\
            <ol class="miss">\(Array(rows))</ol>
            """
    }

    /// Whether this alone brings the page to the threshold.
    private func suffices(_ gap: Readiness.Gap) -> Bool {
        readiness.score < Readiness.threshold && readiness.score + gap.points >= Readiness.threshold
    }

    private func words(_ subject: Readiness.Gap.Subject) -> HTML {
        switch subject {
        case .missing(let missing):
            let phrase = missing.phrase(visit, isAsker: mayWrite)
            return link(missing.place("/briefings/\(briefing.id)"), phrase, if: mayWrite || !missing.isOfThePage)
        case .short(let field):
            let phrase = Phrase(
                fr: "\(field.phrase(.french)) : moins de 80 caractères",
                en: "\(field.phrase(.english)): fewer than 80 characters")
            return link("/briefings/\(briefing.id)/edit#\(field.rawValue)", phrase, if: mayWrite)
        case .replaced(let dependency):
            let giver = DependencyViews.giver(visit, dependency)
            let phrase = Phrase(
                fr: "\(giver) ne le fera pas, vous faites sans : \(dependency.what)",
                en: "\(giver) will not do it, you do without: \(dependency.what)")
            return link("#d-\(dependency.id)", phrase, if: true)
        case .review(let craft): return review(craft)
        case .load:
            return HTML(
                say(
                    Phrase(
                        fr: "L’équipe a pris \(load.percent ?? 0) % de ce qu’elle peut faire",
                        en: "The team has taken on \(load.percent ?? 0)% of what it can do")))
        }
    }

    private func review(_ craft: Craft) -> HTML {
        let name = say(craft.phrase)
        if visit.actor?.may(.review(briefing, craft)) == true {
            return link("#reviews", Phrase(fr: "Votre revue \(name)", en: "Your \(name.lowercased()) review"), if: true)
        }
        let directors = visit.organisation.directors(of: craft, near: briefing.team)
        let who = directors.prefix(2).map(\.name).joined(separator: ", ")
        let phrase =
            who.isEmpty
            ? Phrase(fr: "La revue \(name)", en: "The \(name.lowercased()) review")
            : Phrase(fr: "La revue \(name), par \(who)", en: "The \(name.lowercased()) review, by \(who)")
        return HTML(say(phrase))
    }

    private var mayWrite: Bool { visit.actor?.may(.writeBriefing(briefing)) == true }

    private func link(_ address: String, _ phrase: Phrase, if condition: Bool) -> HTML {
        condition ? "<a href=\"\(address)\">\(say(phrase))</a>" : HTML(say(phrase))
    }
}

extension Organisation {
    /// The directors of a craft: those of the team's own line first, else all of the craft.
    package func directors(of craft: Craft, near team: Identifier<Rouage.Unit>) -> [Person] {
        let line = lineage(of: team)
        let all = people.values.filter { person in
            person.craft == craft && person.active && grants(of: person.id).contains { $0.role == .director }
        }.sorted { $0.name < $1.name }
        let near = all.filter { person in
            grants(of: person.id).contains { $0.role == .director && ($0.unit.map(line.contains) ?? false) }
        }
        return near.isEmpty ? all : near
    }
}
