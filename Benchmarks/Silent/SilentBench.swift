import Foundation
import Rouage

/// `bin/bench --silent`: hides the asks of published initiatives, guesses them from what came before, and prints how
/// often the guess is right, beside three baselines. `--fit` prints the weights that the earlier periods give.
@main
enum SilentBench {
    static func main() throws {
        let folder = CommandLine.arguments.dropFirst().first { !$0.hasPrefix("-") } ?? "../shared/data"
        guard FileManager.default.fileExists(atPath: folder) else {
            print("There is no \(folder); give the folder of the data sets.")
            exit(2)
        }
        let departments = [try Published.rust(in: folder), try Published.kubernetes(in: folder)]
        if CommandLine.arguments.contains("--fit") { return Fit(departments).report() }
        for department in departments {
            report(department, "texts as they were written")
            report(department.withoutNames, "every word of a team's name struck out")
        }
        for department in departments { alarms(department) }
        time(departments)
    }

    private static func report(_ department: Published, _ texts: String) {
        print("\n## \(department.name), \(texts)")
        let earlier = department.earlier.map { Trial(department, $0) }
        let last = Trial(department, department.last)
        let asked = last.cases.filter { !$0.asked.isEmpty }
        let most = asked.reduce(0.0) { $0 + Double(min(3, $1.asked.count)) / Double($1.asked.count) }
        print(
            """
            earlier \(department.earlier.map(\.name).joined(separator: ", ")); last \(department.last.name): \
            \(last.past.count) initiatives to learn from, \(asked.count) with asks to guess; \
            three names can reach a recall of \(figure(most / Double(asked.count)))
            | ranking | earlier: recall@3 | precision@1 | last: recall@3 | precision@1 |
            |---|---:|---:|---:|---:|
            """)
        for ranking in Rankings.allCases {
            let before = earlier.map(ranking.score).reduce(Score(), +)
            let score = ranking.score(last)
            let cells = [before.recallAt3, before.precisionAt1, score.recallAt3, score.precisionAt1].map(figure)
            print("| \(ranking.name) | \(cells.joined(separator: " | ")) |")
        }
    }

    /// What people would see: at most three names, and only those that pass the threshold.
    private static func alarms(_ department: Published) {
        let trials = [("earlier", department.earlier), ("last", [department.last])]
        for (name, splits) in trials {
            var (shown, right, asked, drafts) = (0, 0, 0, 0)
            for trial in splits.map({ Trial(department, $0) }) {
                let model = SilentModel(trial.past)
                for one in trial.cases {
                    let guesses = model.guesses(for: one.draft, among: trial.teams, named: [])
                    drafts += 1
                    shown += guesses.count
                    right += guesses.count { one.asked.contains($0.team) }
                    asked += one.asked.count
                }
            }
            let share = Double(right) / Double(max(1, shown))
            print(
                """
                \(department.name), \(name), above the threshold: \(figure(Double(shown) / Double(drafts))) names a draft, \
                \(figure(share)) of them asked, \(figure(Double(right) / Double(max(1, asked)))) of the asks found
                """)
        }
    }

    /// Milliseconds to build the model and to read one draft, and how many initiatives it was built from.
    private static func time(_ departments: [Published]) {
        for department in departments {
            let trial = Trial(department, department.last)
            let clock = ContinuousClock()
            var model = SilentModel([])
            let built = clock.measure { model = SilentModel(trial.past) }
            let read = clock.measure {
                for one in trial.cases { _ = model.guesses(for: one.draft, among: trial.teams, named: []) }
            }
            print(
                """
                \(department.name): built from \(trial.past.count) initiatives in \(built), \
                \(trial.cases.count) drafts read in \(read)
                """)
        }
    }

    private static func figure(_ value: Double) -> String { String(format: "%.2f", value) }
}
