import ArgumentParser
import Foundation
import Rouage

struct CalendarOf: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendar", abstract: "Prints the dates that fall in a quarter, without a database.",
        discussion: "Example: rouage calendar 2026-Q1 --json")

    @Argument(help: "The quarter, such as 2026-Q1.") var quarter: String
    @Flag(help: "As JSON.") var json = false
    @Option(help: "The month in which the fiscal year starts, 1 to 12.") var fiscalStart = 1

    func run() throws {
        guard (1...12).contains(fiscalStart) else { throw ValidationError("The month is 1 to 12.") }
        guard let found = Quarter(label: quarter, fiscalStart: fiscalStart) else {
            throw ValidationError("\(quarter) is not a quarter such as 2026-Q1.")
        }
        let plan = PreparationPlan(preparedIn: found, .french)
        let dates: [(String, Day)] = [
            ("drafts_due", plan.draftsDue), ("freeze", plan.freeze), ("presentation", plan.presentation),
            ("brainstorm", plan.brainstorm), ("mercato_opens", plan.mercatoOpens),
            ("mercato_closes", plan.mercatoCloses), ("ranking", plan.ranking), ("share_out", plan.shareOut),
        ]
        if json {
            print("{" + dates.map { "\"\($0.0)\":\"\($0.1)\"" }.joined(separator: ",") + "}")
        } else {
            for (name, day) in dates { print("\(name.padding(toLength: 15, withPad: " ", startingAt: 0))\(day)") }
        }
    }
}
