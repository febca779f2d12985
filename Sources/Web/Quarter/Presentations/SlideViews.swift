package import HTML
package import Rouage
import WebCore

/// One slide: a team, up to three initiatives side by side, and what they hang on. Made from the briefings.
package struct SlideViews {
    package let language: Language
    /// The quarter's label, such as `2026-Q2`.
    package let cycle: String
    /// Names of those who present and decide, as they are today.
    package let name: (Identifier<Person>) -> String?

    private func say(_ fr: String, _ en: String) -> String { Phrase(fr: fr, en: en)(language) }

    package init(_ language: Language, cycle: String, _ organisation: Organisation) {
        self.language = language
        self.cycle = cycle
        name = { organisation.people[$0]?.name }
    }

    /// Where a slide stands in the whole.
    package struct Place {
        package let slot: Deck.Slot
        /// Which of the slot's slides, from 0.
        package let page: Int
        /// The team's place, from 1, among all.
        package let number: Int
        package let count: Int
    }

    /// All slides of a deck, in order.
    package static func places(_ deck: Deck) -> [Place] {
        deck.slots.enumerated().flatMap { index, slot in
            slot.slides.indices.map { Place(slot: slot, page: $0, number: index + 1, count: deck.slots.count) }
        }
    }

    /// - Parameter isAlone: whether the team's name is the title of the page itself.
    package func slide(_ place: Place, isAlone: Bool) -> HTML {
        let shown = place.slot.slides.indices.contains(place.page) ? place.slot.slides[place.page] : []
        let columns = shown.map { column($0, isAlone: isAlone) }
        let isTight = shown.contains { weight(of: $0) > Self.room }
        return """
            \(head(place, isAlone: isAlone))<ol class="inis n\(shown.count)\(" tight", if: isTight)">\(columns)</ol>
            """
    }

    private func head(_ place: Place, isAlone: Bool) -> HTML {
        let slot = place.slot
        let counted = say("\(place.number) sur \(place.count)", "\(place.number) of \(place.count)")
        let pages = slot.slides.count
        let part: HTML = pages > 1 ? " <span class=\"pg\">\(place.page + 1)/\(pages)</span>" : ""
        let tribe = slot.tribe.isEmpty ? "" : say("Tribe \(slot.tribe).", "\(slot.tribe) tribe.")
        let who = PresentationWords.presenters(slot.presenters.compactMap(name), language)
        let long: HTML = slot.name.count > 24 ? " long" : ""
        let title: HTML =
            isAlone
            ? "<h1 class=\"who\(long)\">\(slot.name)\(part)</h1>"
            : "<h2 class=\"who\(long)\">\(slot.name)\(part)</h2>"
        return """
            <header><p class="ev"><svg viewBox="0 0 32 32" aria-hidden="true">\
            <use href="\(AssetRoutes.base)icons.svg#logo"/></svg><span>\(PresentationWords.title(cycle, language))</span>\
            <span>\(counted)</span></p>\(title)<p class="tribe">\(tribe) \(who)</p></header>
            """
    }

    /// The characters that a column holds in full size; a title counts nearly twice.
    private static let room = 370

    private func weight(of initiative: Deck.Initiative) -> Int {
        let problem = min(initiative.problem.count, SlideText.problem)
        let lines = needs(initiative).reduce(0) { $0 + $1.bytes.count - 125 }
        return initiative.title.count * 19 / 10 + problem + min(initiative.intention.count, 100) + lines
    }

    // MARK: An initiative

    private func column(_ initiative: Deck.Initiative, isAlone: Bool) -> HTML {
        let author = initiative.language
        let lang: HTML = " lang=\"\(author.rawValue)\""
        let title = initiative.title.set(in: author)
        let heading: HTML = isAlone ? "<h2\(lang)>\(title)</h2>" : "<h3\(lang)>\(title)</h3>"
        let problem = SlideText.lead(initiative.problem, upTo: SlideText.problem).set(in: author)
        return """
            <li>\(heading)<p class="pb"\(lang)>\(problem)</p>\(aim(initiative, lang))\
            <ul class="dp">\(needs(initiative))</ul></li>
            """
    }

    /// The figure that moves, or the first words of the intention.
    private func aim(_ initiative: Deck.Initiative, _ lang: HTML) -> HTML {
        let author = initiative.language
        guard let movement = Movement(in: initiative.intention, author) else {
            let text = SlideText.lead(initiative.intention, upTo: 120).set(in: author)
            return "<p class=\"aim\"\(lang)>\(text)</p><p class=\"unit\"></p>"
        }
        return """
            <p class="fig"><span>\(movement.from.set(in: author))</span>\(Part.icon("right"))\
            <span class="vh">\(say("vers", "to"))</span><b>\(movement.to.set(in: author))</b></p>\
            <p class="unit"\(lang)>\(movement.unit.set(in: author))</p>
            """
    }

    // MARK: What it hangs on

    private func needs(_ initiative: Deck.Initiative) -> [HTML] {
        if initiative.needs.isEmpty {
            guard initiative.needsNobody else { return [] }
            return [line(say("Aucune dépendance, signé", "No dependency, signed"), ("d-done", "ok"))]
        }
        // A risk that somebody took says more than how many are not agreed.
        let open = risk(initiative) ?? unsettled(initiative)
        return [committed(initiative), mitigated(initiative), open].compactMap { $0 }
    }

    private func line(_ text: String, _ dial: (icon: String, tone: String)) -> HTML {
        "<li>\(Part.status(text, dial))</li>"
    }

    private func committed(_ initiative: Deck.Initiative) -> HTML? {
        let delivered = initiative.needs.count { $0.state == .delivered }
        let promised = initiative.needs.count { $0.state == .committed } + delivered
        guard promised > 0 else { return nil }
        let phrase = Phrase(
            count: promised, fr: ("% dépendance engagée", "% dépendances engagées"),
            en: ("% dependency committed", "% dependencies committed"))
        return line(phrase(language), promised == delivered ? ("d-done", "ok") : ("d-com", "acc"))
    }

    private func unsettled(_ initiative: Deck.Initiative) -> HTML? {
        let open = initiative.needs.count(where: \.isUnsettled)
        guard open > 0 else { return nil }
        let phrase = Phrase(
            count: open, fr: ("% dépendance sans accord", "% dépendances sans accord"),
            en: ("% dependency not agreed", "% dependencies not agreed"))
        return line(phrase(language), ("alert", "warn"))
    }

    private func mitigated(_ initiative: Deck.Initiative) -> HTML? {
        guard let need = initiative.needs.first(where: { $0.state == .declined && !$0.mitigation.isBlank }) else {
            return nil
        }
        let what = SlideText.lead(need.what, upTo: SlideText.line).set(in: initiative.language)
        return line(say("\(what), refusé, atténué", "\(what), declined, mitigated"), ("alert", "warn"))
    }

    /// Somebody validated it knowing what is not settled, and wrote why.
    private func risk(_ initiative: Deck.Initiative) -> HTML? {
        guard let decision = initiative.decision, !decision.reason.isBlank,
            initiative.needs.contains(where: \.isUnsettled)
        else { return nil }
        let reason = SlideText.lead(decision.reason, upTo: SlideText.line)
        guard let by = decision.by.flatMap(name) else {
            return line(say("Risque accepté : \(reason)", "Risk accepted: \(reason)"), ("halt", "stop"))
        }
        return line(say("Risque accepté par \(by) : \(reason)", "Risk accepted by \(by): \(reason)"), ("halt", "stop"))
    }
}

extension Deck.Need {
    /// Whether nobody promised it, and nobody said how to live without.
    var isUnsettled: Bool {
        switch state {
        case .pointedOut, .acknowledged, .replanned, .broken: true
        case .declined: mitigation.isBlank
        case .committed, .delivered, .withdrawn: false
        }
    }
}
