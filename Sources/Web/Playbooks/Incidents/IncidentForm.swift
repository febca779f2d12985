import HTML
import Rouage
import Storage
import WebCore

/// The fields of an incident, read from a form and shown in one.
struct IncidentForm {
    let visit: Visit
    private var form: Fields { visit.exchange.form }

    static let labels: [(String, Phrase)] = [
        ("title", title), ("severity", severity), ("started_at", started), ("detected_at", detected),
        ("mitigated_at", mitigated), ("resolved_at", resolved), ("lead", lead), ("teams", teams),
        ("customer_effect", effect),
    ]
    static let title = Phrase(fr: "Ce qui ne va pas, en une phrase", en: "What is wrong, in one sentence")
    static let severity = Phrase(fr: "Gravité", en: "Severity")
    static let started = Phrase(fr: "Commencé", en: "Started")
    static let detected = Phrase(fr: "Détecté", en: "Detected")
    static let mitigated = Phrase(fr: "Contenu", en: "Mitigated")
    static let resolved = Phrase(fr: "Résolu", en: "Resolved")
    static let lead = Phrase(fr: "Qui coordonne", en: "Who coordinates")
    static let teams = Phrase(fr: "Équipes concernées", en: "Teams concerned")
    static let effect = Phrase(fr: "Ce que les clients voient", en: "What customers see")

    // MARK: Reading

    /// What was typed; a field that was not sent stays as it is.
    func draft(over stored: Incident.Draft? = nil) throws -> Incident.Draft {
        var draft = stored ?? Incident.Draft(title: "", severity: .three)
        var flaws: [Flaw] = []
        if form["title"] != nil { draft.title = form.text("title") }
        if form["customer_effect"] != nil { draft.customerEffect = form.text("customer_effect") }
        if let severity = Incident.Severity(rawValue: form.text("severity")) {
            draft.severity = severity
        } else if stored == nil || form["severity"] != nil {
            flaws.append(Flaw(field: "severity", reason: form.text("severity").isEmpty ? .missing : .unknown))
        }
        func read(_ name: String, _ path: WritableKeyPath<Incident.Draft, Instant?>) {
            guard form[name] != nil else { return }
            do { draft[keyPath: path] = try moment(name, stored: draft[keyPath: path]) } catch {
                flaws.append(Flaw(field: name, reason: .notADay))
            }
        }
        read("started_at", \.startedAt)
        read("detected_at", \.detectedAt)
        read("mitigated_at", \.mitigatedAt)
        read("resolved_at", \.resolvedAt)
        if form["lead"] != nil {
            draft.lead = try visit.person(named: form.text("lead"))?.id
            if draft.lead == nil && !form.text("lead").isEmpty { flaws.append(Flaw(field: "lead", reason: .unknown)) }
        }
        if form["teams_listed"] != nil {
            let codes = form.all("teams").filter { !$0.isEmpty }
            draft.teams = codes.compactMap { visit.organisation.unitsByCode[$0] }
            if draft.teams.count != codes.count { flaws.append(Flaw(field: "teams", reason: .unknown)) }
        }
        guard flaws.isEmpty else { throw Refusal.invalid(flaws) }
        return draft
    }

    /// A moment as a field for it gives it, on the clocks of here, or in Universal Time; nothing when it is empty.
    /// - Parameter stored: kept when the field shows the same minute.
    func moment(_ name: String, stored: Instant? = nil) throws -> Instant? {
        let text = form.text(name)
        if text.isEmpty { return nil }
        if let stored, local(stored) == text { return stored }
        if let instant = Instant(text) { return instant }
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        let clock = parts.count == 2 ? parts[1].split(separator: ":").prefix(2).compactMap { Int($0) } : []
        guard clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            let day = Day(String(parts[0]))
        else { throw Refusal.invalid(name, .notADay) }
        return Instant(day, hour: clock[0], minute: clock[1], in: visit.site.clock.zone)
    }

    /// `2026-03-05T16:20`, as fields for a moment hold it.
    func local(_ instant: Instant?) -> String {
        guard let instant else { return "" }
        let (hour, minute) = instant.clock(in: visit.site.clock.zone)
        return "\(instant.day(in: visit.site.clock.zone))T\(hour.padded(2)):\(minute.padded(2))"
    }

    // MARK: Showing

    /// The fields as people read them, beside those that somebody else wrote.
    func shown(_ draft: Incident.Draft) -> [Meanwhile.Field] {
        let moments = [draft.startedAt, draft.detectedAt, draft.mitigatedAt, draft.resolvedAt]
        let told = moments.map { moment in moment.map { visit.fullMoment($0) } ?? "" }
        let teams = draft.teams.map { visit.name($0) }.joined(separator: ", ")
        let fields: [(Phrase, String)] = [
            (Self.title, draft.title), (Self.severity, visit.say(draft.severity.meaning)),
            (Self.effect, draft.customerEffect), (Self.started, told[0]), (Self.detected, told[1]),
            (Self.mitigated, told[2]), (Self.resolved, told[3]), (Self.teams, teams),
            (Self.lead, visit.name(draft.lead)),
        ]
        return fields.map { Meanwhile.Field($0.0, $0.1) }
    }

    /// - Parameter isNew: the short form of a report.
    func fields(_ parts: FormParts, _ stored: Incident.Draft?, isNew: Bool) -> HTML {
        let effect = Phrase(
            fr: "Combien d’entre eux, depuis quand, ce qu’ils ne peuvent plus faire.",
            en: "How many of them, since when, what they can no longer do.")
        let severities = Incident.Severity.allCases.map { ($0.rawValue, $0.meaning) }
        return """
            \(parts.text("title", Self.title, stored: stored?.title ?? "", more: " maxlength=\"\(Incident.titleLimit)\""))\
            \(parts.radios("severity", Self.severity, stored: stored?.severity.rawValue ?? "", severities))\
            \(parts.area("customer_effect", Self.effect, hint: effect, stored: stored?.customerEffect ?? "", limit: Incident.effectLimit))\
            \(isNew ? newMoment(parts) : moments(parts, stored))\
            \(teams(parts, stored))\
            \(parts.text("lead", Self.lead, hint: Phrase(fr: "Peut attendre la première minute de calme.", en: "Can wait for the first quiet minute."), stored: visit.nameInField(stored?.lead), more: " list=\"pb-people\" autocomplete=\"off\""))
            """
    }

    private func newMoment(_ parts: FormParts) -> HTML {
        let hint = Phrase(fr: "Vide : maintenant.", en: "Empty: now.")
        return """
            <div class="moments">\(momentField(parts, "started_at", Self.started, hint: hint, nil))\
            \(momentField(parts, "detected_at", Self.detected, hint: hint, nil))</div>
            """
    }

    func momentField(_ parts: FormParts, _ name: String, _ label: Phrase, hint: Phrase? = nil, _ at: Instant?) -> HTML {
        parts.text(
            name, label, hint: hint, stored: local(at), type: "datetime-local",
            more: " max=\"\(local(visit.now + 300))\"", isShort: true)
    }

    private func moments(_ parts: FormParts, _ stored: Incident.Draft?) -> HTML {
        let later = [
            ("mitigated_at", Self.mitigated, stored?.mitigatedAt), ("resolved_at", Self.resolved, stored?.resolvedAt),
        ].filter { $0.2 != nil }.map { momentField(parts, $0.0, $0.1, $0.2) }
        return """
            <div class="moments">\(momentField(parts, "started_at", Self.started, stored?.startedAt))\
            \(momentField(parts, "detected_at", Self.detected, stored?.detectedAt))\(later)</div>
            """
    }

    private func teams(_ parts: FormParts, _ stored: Incident.Draft?) -> HTML {
        let chosen =
            parts.isSent
            ? Set(form.all("teams")) : Set((stored?.teams ?? []).compactMap { visit.code($0) })
        let names = visit.organisation.teams.filter { chosen.contains($0.code) }.map(\.name)
        let boxes = visit.organisation.teams.filter(\.sort.delivers).map { team -> HTML in
            """
            <label class="opt"><input type="checkbox" name="teams" value="\(team.code)"\(" checked", if: chosen.contains(team.code))> <span>\(team.name)</span></label>
            """
        }
        let none = visit.say(Phrase(fr: "aucune pour l’instant", en: "none so far"))
        let flaw: HTML =
            parts.flaw("teams").map { "<p class=\"err\">\(Part.icon("alert"))\(visit.say($0.reason.phrase))</p>" } ?? ""
        return """
            <details class="disc field" id="\(parts.prefix)-teams"\(" open", if: parts.flaw("teams") != nil)><summary>\
            \(visit.say(Self.teams))\(visit.colon)\(names.isEmpty ? none : names.joined(separator: ", "))\(Part.icon("down"))</summary>\
            <input type="hidden" name="teams_listed" value="true"><div class="opts">\(boxes)</div>\(flaw)</details>
            """
    }
}
