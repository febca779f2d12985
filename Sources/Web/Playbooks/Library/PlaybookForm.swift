import HTML
import Rouage
import WebCore

/// Reads a playbook from a form: `steps-0-what`, `burden-0-minutes` and so on are the rows of its lists.
struct PlaybookForm {
    private let visit: Visit
    private var form: Fields { visit.exchange.form }

    init(_ visit: Visit) { self.visit = visit }

    static func showNew(_ visit: Visit) throws -> Answer {
        let actor = try PlaybookRoutes.member(visit)
        guard actor.may(.playbook(.write(owner: actor.id))) else { throw Refusal.notAllowed }
        return PlaybookEditPage(visit, nil).answer
    }

    static func showEdit(_ visit: Visit) throws -> Answer {
        let playbook = try PlaybookRoutes.known(visit)
        guard try visit.signedIn().may(.playbook(.edit(playbook))) else { throw Refusal.notAllowed }
        return PlaybookEditPage(visit, playbook).answer
    }

    /// What was written; where the form is silent, what is stored stays.
    func draft(of stored: Playbook? = nil) throws -> Playbook.Draft {
        var draft =
            stored?.draft
            ?? Playbook.Draft(
                Playbook.Content(title: "", category: .other, why: ""), language: visit.language,
                owner: visit.actor?.id)
        var flaws: [Flaw] = []
        draft.content = try content(draft.content, &flaws)
        draft.language = try form.choice("language", or: draft.language)
        draft.owner = try person("owner", draft.owner, &flaws)
        draft.deputy = try person("deputy", draft.deputy, &flaws)
        if form["co_authors_listed"] != nil {
            let names = form.all("co_authors").flatMap { $0.split(separator: ",") }.map { String($0).trimmed }
                .filter { !$0.isEmpty }
            let people = try names.compactMap { try visit.person(named: $0)?.id }
            if people.count != names.count { flaws.append(Flaw(field: "co_authors", reason: .unknown)) }
            draft.coAuthors = people.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        }
        if form["teams_listed"] != nil {
            let codes = form.all("teams")
            draft.teams = codes.compactMap { visit.organisation.unitsByCode[$0] }
            if draft.teams.count != codes.count { flaws.append(Flaw(field: "teams", reason: .unknown)) }
        }
        if let text = form["review_on"] {
            draft.reviewOn = Day(text)
            if draft.reviewOn == nil && !text.isEmpty { flaws.append(Flaw(field: "review_on", reason: .notADay)) }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return draft
    }

    private func content(_ stored: Playbook.Content, _ flaws: inout [Flaw]) throws -> Playbook.Content {
        var content = stored
        if let text = form["title"] { content.title = text.trimmed }
        if let text = form["why"] { content.why = text.trimmed }
        if let text = form["trigger"] { content.trigger = text.trimmed }
        if let text = form["exit_rule"] { content.exitRule = text.trimmed }
        if let text = form["reentry_rule"] { content.reentryRule = text.trimmed }
        if let text = form["category"] {
            let category = Playbook.Category(rawValue: text)
            if category == nil { flaws.append(Flaw(field: "category", reason: .unknown)) }
            content.category = category ?? .other
        }
        if let text = form["cadence"] {
            let cadence = Playbook.Cadence(rawValue: text)
            if cadence == nil { flaws.append(Flaw(field: "cadence", reason: .unknown)) }
            content.cadence = cadence ?? .quarterly
        }
        if form["steps_listed"] != nil { content.steps = steps(&flaws) }
        if form["burden_listed"] != nil { content.burden = burden(&flaws) }
        if form["links_listed"] != nil { content.links = links }
        if form["metric_name"] != nil || form["metric_threshold"] != nil || form["metric_owner"] != nil {
            let metric = Playbook.Metric(
                form["metric_name"]?.trimmed ?? stored.metric?.name ?? "",
                threshold: form["metric_threshold"]?.trimmed ?? stored.metric?.threshold ?? "",
                owner: try person("metric_owner", stored.metric?.owner, &flaws))
            let isEmpty = metric.name.isEmpty && metric.threshold.isEmpty && metric.owner == nil
            content.metric = isEmpty ? nil : metric
        }
        return content
    }

    private func person(_ field: String, _ stored: Identifier<Person>?, _ flaws: inout [Flaw]) throws
        -> Identifier<Person>?
    {
        guard let text = form[field] else { return stored }
        if text.isBlank { return nil }
        let person = try visit.person(named: text)
        if person == nil { flaws.append(Flaw(field: field, reason: .unknown)) }
        return person?.id
    }

    /// The numbers of the rows of a list that the form holds.
    static func rows(_ form: Fields, _ list: String) -> [Int] {
        let numbers = form.pairs.compactMap { pair -> Int? in
            let parts = pair.name.split(separator: "-")
            return parts.count == 3 && parts[0] == list ? Int(parts[1]) : nil
        }
        return Array(Set(numbers)).sorted()
    }

    private func steps(_ flaws: inout [Flaw]) -> [Playbook.Step] {
        Self.rows(form, "steps").compactMap { number in
            let what = form.text("steps-\(number)-what")
            if what.isEmpty { return nil }
            let role = form["steps-\(number)-role"].flatMap(PlaybookRole.init(rawValue:))
            if role == nil { flaws.append(Flaw(field: "steps", reason: .unknown)) }
            let isBlocking = !(form["steps-\(number)-blocking"] ?? "").isEmpty
            return Playbook.Step(what, role ?? .everyone, blocking: isBlocking)
        }
    }

    private func burden(_ flaws: inout [Flaw]) -> [Playbook.Burden] {
        Self.rows(form, "burden").compactMap { number in
            let text = form.text("burden-\(number)-minutes")
            if text.isEmpty || text == "0" { return nil }
            guard let role = form["burden-\(number)-role"].flatMap(PlaybookRole.init(rawValue:)),
                let minutes = Int(text)
            else {
                flaws.append(Flaw(field: "burden", reason: .notANumber))
                return nil
            }
            return Playbook.Burden(role, minutes)
        }
    }

    private var links: [Playbook.Link] {
        Self.rows(form, "links").compactMap { number in
            let title = form.text("links-\(number)-title")
            let address = form.text("links-\(number)-address")
            return title.isEmpty && address.isEmpty ? nil : Playbook.Link(title.isEmpty ? address : title, address)
        }
    }
}
