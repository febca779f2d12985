import Foundation
package import Rouage
package import Storage

/// Departments that publish their work, in `../shared/data` beside the checkout; without it, tests of it are skipped.
package enum RealInput: String, CaseIterable, Sendable {
    case rust, kubernetes

    private static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../..").standardized
    private static let folder = root.appendingPathComponent("../shared/data").standardized

    package static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

    /// One `rouage import KIND FILE --mapping MAPPING`.
    private struct Step {
        let kind: String
        let file: String
        let mapping: String
    }

    private var steps: [Step] {
        switch self {
        case .rust:
            [
                Step(kind: "people", file: "rust-team/people.csv", mapping: "rust-people"),
                Step(kind: "units", file: "rust-team/teams.csv", mapping: "rust-teams"),
                Step(kind: "memberships", file: "rust-team/memberships.csv", mapping: "rust-memberships"),
                Step(kind: "cycles", file: "rust-project-goals/periods.csv", mapping: "rust-periods"),
                Step(kind: "briefings", file: "rust-project-goals/goals.jsonl", mapping: "rust-goals"),
                Step(kind: "dependencies", file: "rust-project-goals/team_asks.csv", mapping: "rust-asks"),
                Step(kind: "contacts", file: "rust-project-goals/champions.csv", mapping: "rust-champions"),
            ]
        case .kubernetes:
            [
                Step(kind: "people", file: "k8s-sigs/leaders.csv", mapping: "kubernetes-leaders"),
                Step(kind: "units", file: "k8s-sigs/groups.csv", mapping: "kubernetes-groups"),
                Step(kind: "memberships", file: "k8s-sigs/leaders.csv", mapping: "kubernetes-memberships"),
                Step(kind: "cycles", file: "k8s-releases/cycles.csv", mapping: "kubernetes-cycles"),
                Step(kind: "briefings", file: "k8s-keps/keps.jsonl", mapping: "kubernetes-keps"),
                Step(kind: "dependencies", file: "k8s-keps/dependencies.csv", mapping: "kubernetes-dependencies"),
            ]
        }
    }

    /// Loads everything, with the mappings that `docs/IMPORT.md` shows; the reports are called like the files.
    package func load(into store: Store, at now: Instant, on today: Day) throws -> [ImportReport.File] {
        let importer = Importer(store, .init(keepGoing: true), at: now, on: today)
        return try steps.map { step in
            let mapping = try Self.mapping(step.mapping)
            let path = Self.folder.appendingPathComponent(step.file).path
            return try importer.load(step.kind, try mapping.apply(to: ForeignFile.read(path)), from: step.file)
        }
    }

    /// Votes of other bodies: their sessions, what they voted on, and their ballots.
    package enum Votes: String, CaseIterable, Sendable {
        case pabulib, kubernetes

        private var files: [(kind: String, file: String)] {
            switch self {
            case .pabulib:
                [
                    ("mercatos", "pabulib-votes/instances.csv"), ("candidates", "pabulib-votes/projects.csv"),
                    ("ballots", "pabulib-votes/votes.csv"),
                ]
            case .kubernetes:
                [
                    ("mercatos", "k8s-elections/elections.csv"), ("candidates", "k8s-elections/ballots.csv"),
                    ("ballots", "k8s-elections/ballots.csv"),
                ]
            }
        }

        /// Loads them with the mappings that `docs/IMPORT.md` shows.
        package func load(into store: Store, at now: Instant, on today: Day) throws -> [ImportReport.File] {
            let importer = Importer(store, at: now, on: today)
            return try files.map { kind, file in
                let mapping = try RealInput.mapping("\(rawValue)-\(kind)")
                let path = RealInput.folder.appendingPathComponent(file).path
                return try importer.load(kind, try mapping.apply(to: ForeignFile.read(path)), from: file)
            }
        }
    }

    /// Incidents and post-mortems that others publish.
    package enum Incidents: String, Sendable {
        case jenkins = "jenkins-incidents"
        case jenkinsText = "jenkins-incidents-text"
        case danluu = "danluu-incidents"

        private var file: String {
            switch self {
            case .jenkins: "incidents/status_pages.csv"
            case .jenkinsText: "incidents/status_pages.jsonl"
            case .danluu: "incidents/danluu_list.csv"
            }
        }

        /// Loads the file with the mapping that `docs/IMPORT.md` shows.
        package func load(by importer: Importer) throws -> ImportReport.File {
            let path = RealInput.folder.appendingPathComponent(file).path
            return try importer.load(
                "incidents", try RealInput.mapping(rawValue).apply(to: ForeignFile.read(path)), from: file)
        }
    }

    private static func mapping(_ name: String) throws -> Mapping {
        let saved = root.appendingPathComponent("docs/mappings/\(name).json")
        return try JSONDecoder().decode(Mapping.self, from: Data(contentsOf: saved))
    }

    /// The number of rows that the data set's own README states for a file: `| goals.csv | 1,058 | …`.
    package static func stated(_ file: String) throws -> Int? {
        let url = folder.appendingPathComponent(file)
        let readme = url.deletingLastPathComponent().appendingPathComponent("README.md")
        for line in try String(contentsOf: readme, encoding: .utf8).split(separator: "\n") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells.count > 1, cells[0] == url.lastPathComponent { return Int(cells[1].replacing(",", with: "")) }
        }
        return nil
    }
}
