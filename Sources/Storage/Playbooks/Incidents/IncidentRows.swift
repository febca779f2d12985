import Rouage

/// Incidents, their timelines, post-mortems and actions, as rows of files.
struct IncidentRows {
    private let reading: Reading
    private let names: Names
    private let incidents: [Incident]
    private let refs: [Identifier<Incident>: String]

    init(_ exporter: Exporter) throws {
        (reading, names) = (exporter.reading, exporter.names)
        incidents = try reading.records().sorted { $0.ref < $1.ref }
        refs = Dictionary(uniqueKeysWithValues: incidents.map { ($0.id, $0.ref) })
    }

    func table() -> FileFacts.Table {
        (
            """
            ref,title,severity,state,started,detected,mitigated,resolved,lead,teams,customer_effect,reported_by,\
            created_at
            """, incidents.map(row)
        )
    }

    private func code(_ person: Identifier<Person>?) -> String { names.code(person) }

    private func row(_ incident: Incident) -> [String] {
        [
            incident.ref, incident.title, incident.severity.rawValue, incident.state.rawValue,
            text(incident.startedAt), text(incident.detectedAt), text(incident.mitigatedAt), text(incident.resolvedAt),
            code(incident.lead), incident.teams.map { names.code($0) }.joined(separator: ";"),
            incident.customerEffect, code(incident.reportedBy), text(incident.createdAt),
        ]
    }

    func timeline() throws -> FileFacts.Table {
        let rows = try reading.records(IncidentLine.self).map { line in
            [refs[line.incident] ?? "", text(line.at), line.text, code(line.writtenBy), text(line.createdAt)]
        }
        return ("incident,at,text,written_by,created_at", rows.inOrder)
    }

    func postmortems() throws -> FileFacts.Table {
        let rows = try reading.records(Postmortem.self).map { page in
            [refs[page.incident] ?? ""] + page.content.cells(names)
                + [code(page.writtenBy), text(page.publishedOn), code(page.publishedBy), text(page.createdAt)]
        }
        return ("incident,summary,factors,what_helped,written_by,published_on,published_by,created_at", rows.inOrder)
    }

    func actions() throws -> FileFacts.Table {
        let rows = try reading.records(IncidentAction.self).map { action in
            [action.ref, refs[action.incident] ?? ""] + action.draft.cells(names) + [
                action.state.rawValue, action.reason, text(action.settledOn), text(action.createdAt),
            ]
        }
        return ("ref,incident,what,owner,due,state,reason,settled_on,created_at", rows.inOrder)
    }
}
