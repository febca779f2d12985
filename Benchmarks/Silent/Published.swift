import Foundation
import Rouage
import Storage

/// A department that publishes what its initiatives ask of other teams, out of `../shared/data` beside the checkout.
struct Published {
    /// One initiative, and the teams it said it needs.
    struct Initiative {
        let asker: String
        let period: Int
        /// Whether it is tested when its period is; the others only teach.
        let isTested: Bool
        let title: String
        let text: String
        let asked: [String]
    }

    /// Learn from what came before the first period, test on these.
    struct Split {
        let name: String
        let periods: ClosedRange<Int>
    }

    let name: String
    let initiatives: [Initiative]
    /// The names by which a text may speak of each team.
    let teams: [(code: String, names: [String])]
    /// The periods on which the weights may be chosen.
    let earlier: [Split]
    let last: Split

    /// The same with every word of the name of every team that was ever asked struck out of all texts.
    var withoutNames: Published {
        let asked = Set(initiatives.flatMap(\.asked))
        let names = Set(teams.filter { asked.contains($0.code) }.flatMap { $0.names.flatMap(Words.stems) })
        func strike(_ text: String) -> String {
            Words.all(in: text).filter { !names.contains($0.stem) }.map(\.shown).joined(separator: " ")
        }
        let struck = initiatives.map {
            Initiative(
                asker: $0.asker, period: $0.period, isTested: $0.isTested, title: strike($0.title),
                text: strike($0.text), asked: $0.asked)
        }
        return Published(name: name, initiatives: struck, teams: teams, earlier: earlier, last: last)
    }

    private static func rows(_ file: String, in folder: String) throws -> [[String: String]] {
        let table = try ForeignFile.read("\(folder)/\(file)")
        return table.rows.map { row in
            Dictionary(zip(table.header, row.cells), uniquingKeysWith: { first, _ in first })
        }
    }

    /// The goals of the Rust project by half-year. A goal has no team of its own: who asks is its point of contact.
    static func rust(in folder: String) throws -> Published {
        let periods = try rows("rust-project-goals/periods.csv", in: folder).compactMap { $0["period"] }
        var asked: [String: [String]] = [:]
        for row in try rows("rust-project-goals/team_asks.csv", in: folder) {
            guard let goal = row["goal"], let team = row["team"] else { continue }
            if asked[goal]?.contains(team) != true { asked[goal, default: []].append(team) }
        }
        let fields = ["summary", "what_and_why", "motivation", "status_quo", "next_period", "shiny_future", "design_axioms"]
        let initiatives = try rows("rust-project-goals/goals.jsonl", in: folder).compactMap { goal -> Initiative? in
            guard goal["kind"] == "goal", let period = goal["period"].flatMap(periods.firstIndex) else { return nil }
            return Initiative(
                asker: goal["point_of_contact"]?.split(separator: ";").first.map(String.init) ?? "", period: period,
                isTested: true, title: goal["title"] ?? "", text: fields.compactMap { goal[$0] }.joined(separator: "\n"),
                asked: asked[goal["id"] ?? ""] ?? [])
        }
        let teams = try rows("rust-team/teams.csv", in: folder).compactMap(\.["team"]).map { ($0, [$0]) }
        return Published(
            name: "rust-project-goals", initiatives: initiatives, teams: teams,
            earlier: [Split(name: "2025h2", periods: 2...2)], last: Split(name: "2026", periods: 3...3))
    }

    /// Groups as some enhancements misspell them.
    private static let misspelt = [
        "sig-scheduler": "sig-scheduling", "sig-arch": "sig-architecture", "sig-apimachinery": "sig-api-machinery",
        "sig-machinery": "sig-api-machinery", "sig-contribex": "sig-contributor-experience",
    ]

    /// The enhancements of Kubernetes by the release they were last planned for; without one, they teach from the
    /// release that was being made when they were written.
    static func kubernetes(in folder: String) throws -> Published {
        let groups = try rows("k8s-sigs/groups.csv", in: folder).compactMap(\.["group"])
        let releases = try rows("k8s-releases/cycles.csv", in: folder).compactMap { row -> (start: String, number: Int)? in
            guard let start = row["start"], !start.isEmpty, let number = number(of: row["release"]) else { return nil }
            return (start, number)
        }.sorted { $0.start < $1.start }
        let fields = ["summary", "motivation", "goals", "non_goals", "risks", "drawbacks"]
        let initiatives = try rows("k8s-keps/keps.jsonl", in: folder).map { kep in
            let planned = number(of: kep["latest_milestone"])
            let written = kep["creation_date"] ?? ""
            let owner = kep["owning_sig"] ?? ""
            let others = (kep["participating_sigs"] ?? "").split(separator: ";").map { misspelt[String($0)] ?? String($0) }
            var asked: [String] = []
            for group in others where group != owner && groups.contains(group) && !asked.contains(group) {
                asked.append(group)
            }
            return Initiative(
                asker: owner, period: planned ?? releases.last { $0.start <= written }?.number ?? 0,
                isTested: planned != nil, title: kep["title"] ?? "",
                text: fields.compactMap { kep[$0] }.joined(separator: "\n"), asked: asked)
        }
        let last = initiatives.filter(\.isTested).map(\.period).max() ?? 0
        let teams = groups.map { group in
            (group, [group.replacing("sig-", with: "").replacing("wg-", with: "").replacing("-", with: " ")])
        }
        return Published(
            name: "k8s-keps", initiatives: initiatives, teams: teams,
            earlier: [11, 8, 5].map { back in
                Split(name: "v1.\(last - back)-v1.\(last - back + 2)", periods: last - back...last - back + 2)
            }, last: Split(name: "v1.\(last - 2)-v1.\(last)", periods: last - 2...last))
    }

    /// `v1.34` is 34; `v0.0` stands for none.
    private static func number(of release: String?) -> Int? {
        guard let release, release.hasPrefix("v1.") else { return nil }
        return Int(release.dropFirst(3))
    }
}
