import Foundation
import Rouage

extension Sheet {
    /// An incident that says no state is as far as its moments say; one that is closed may know them no more.
    func incidents() throws {
        let names = try names()
        var known: [String: Incident] = try known(by: \.ref)
        try eachRow { row in
            _ = (row.required("ref"), row.required("severity"), row.required("started"))
            let ref = row.text("ref")
            let before = known[ref]
            let started = row.instant("started")
            var draft = row.draft(over: before?.draft ?? .blank, names)
            draft.startedAt = started
            draft.detectedAt = row.instant("detected") ?? before?.detectedAt ?? started
            (draft.mitigatedAt, draft.resolvedAt) = (row.instant("mitigated"), row.instant("resolved"))
            let state = row.state(of: draft)
            let reporter = row.person("reported_by", names)
            let created = row.instant("created_at") ?? before?.createdAt ?? started
            row.check(draft, before: max(now, Instant(today + 1, hour: 0, in: .gmt)))
            if state != .closed, draft.lead != before?.lead {
                let agreed = created?.day(in: .gmt) ?? today
                for flaw in try outsideOps(draft.lead, "lead", agreed: agreed) { row.refuse(flaw.field, flaw.reason) }
            }
            guard row.problems.isEmpty, let created else { return }
            var incident = Incident(
                id: before?.id ?? transaction.newID(), ref: ref, draft, state: state, by: reporter, at: created)
            incident.version = before?.version ?? 1
            incident.updatedAt = before?.updatedAt ?? now
            known[ref] = try put(incident, over: before)
        }
    }

    func timeline() throws {
        let names = try names()
        let incidents: [String: Identifier<Incident>] = try codes("SELECT ref, id FROM incident")
        var known: [String: IncidentLine] = try known { "\($0.incident) \($0.at) \($0.text)" }
        try eachRow { row in
            _ = (row.required("incident"), row.required("at"))
            let (incident, at) = (row.named("incident", in: incidents), row.instant("at"))
            let text = row.draft(over: IncidentLine.Draft(), names, but: ["at"]).text
            let (author, created) = (row.person("written_by", names), row.instant("created_at") ?? at)
            guard row.problems.isEmpty, let incident, let at, let created else { return }
            let name = "\(incident) \(at) \(text)"
            var line = IncidentLine(
                id: known[name]?.id ?? transaction.newID(), of: incident, at: at, text, by: author, on: created)
            line.version = known[name]?.version ?? 1
            known[name] = try put(line, over: known[name])
        }
    }

    func postmortems() throws {
        let names = try names()
        let incidents: [String: Identifier<Incident>] = try codes("SELECT ref, id FROM incident")
        var known: [Identifier<Incident>: Postmortem] = Dictionary(
            uniqueKeysWithValues: try transaction.records(Postmortem.self).map { ($0.incident, $0) })
        try eachRow { row in
            _ = row.required("incident")
            let incident = row.named("incident", in: incidents)
            let before = incident.flatMap { known[$0] }
            let content = row.draft(over: before?.content ?? Postmortem.Content(), names)
            let (author, publisher) = (row.person("written_by", names), row.person("published_by", names))
            let (published, created) = (row.day("published_on"), row.instant("created_at"))
            if published != nil { for gap in content.gaps { row.refuse(gap.field, gap.reason) } }
            guard row.problems.isEmpty, let incident else { return }
            var page = Postmortem(
                id: before?.id ?? transaction.newID(), of: incident, content, by: author,
                at: created ?? before?.createdAt ?? now)
            page.version = before?.version ?? 1
            page.updatedAt = before?.updatedAt ?? now
            page.publishedOn = published
            page.publishedBy = publisher
            known[incident] = try put(page, over: before)
        }
    }

    func incidentActions() throws {
        let names = try names()
        let incidents: [String: Identifier<Incident>] = try codes("SELECT ref, id FROM incident")
        var known: [String: IncidentAction] = try known(by: \.ref)
        try eachRow { row in
            let ref = row.required("ref")
            _ = row.required("incident")
            let incident = row.named("incident", in: incidents)
            let draft = row.draft(over: known[ref]?.draft ?? .blank, names)
            let state = row.choice("state", missing: IncidentAction.State.open)
            let settled = row.day("settled_on") ?? known[ref]?.settledOn
            row.limit("reason", to: IncidentAction.reasonLimit)
            if state == .refused { _ = row.required("reason") }
            let created = row.instant("created_at") ?? known[ref]?.createdAt ?? now
            if state == .open, draft.owner != known[ref]?.owner {
                for flaw in try outsideOps(draft.owner, "owner", agreed: created.day(in: .gmt)) {
                    row.refuse(flaw.field, flaw.reason)
                }
            }
            guard row.problems.isEmpty, let incident, let owner = draft.owner, let due = draft.due else { return }
            var action = IncidentAction(
                id: known[ref]?.id ?? transaction.newID(), ref: ref, of: incident, what: draft.what,
                owner: owner, due: due, at: created)
            action.version = known[ref]?.version ?? 1
            action.state = state
            action.reason = row.text("reason")
            action.settledOn = state == .open ? nil : settled ?? today
            known[ref] = try put(action, over: known[ref])
        }
    }
}

extension SheetRow {
    /// The state that is said, held against the moments; the one that they call for when none is.
    fileprivate mutating func state(of draft: Incident.Draft) -> Incident.State {
        let called: Incident.State =
            draft.resolvedAt != nil ? .resolved : draft.mitigatedAt != nil ? .mitigated : .open
        let state = choice("state", missing: called)
        let isAhead = state.isRunning ? state != called : state != .closed && draft.resolvedAt == nil
        if isAhead { refuse("state", .outOfOrder) }
        return state
    }

    /// The moments come one after the other, and none is to come.
    fileprivate mutating func check(_ draft: Incident.Draft, before now: Instant) {
        let moments = [
            ("started", draft.startedAt), ("detected", draft.detectedAt), ("mitigated", draft.mitigatedAt),
            ("resolved", draft.resolvedAt),
        ]
        for flaw in Incident.flaws(of: moments.map { (field: $0.0, at: $0.1) }, before: now) {
            refuse(flaw.field, flaw.reason)
        }
    }
}
