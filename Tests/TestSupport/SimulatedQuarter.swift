import Foundation
package import Rouage
import Storage

/// A quarter of a department of 200 people, day by day: who does what, and how often. It lies in
/// `../shared/simulation_q1_2026.csv` beside the checkout; without it, tests of it are skipped.
package enum SimulatedQuarter {
    package struct Line: Sendable {
        /// The working day of the quarter, from 1 to 63.
        package let number: Int
        package let day: Day
        package let action: String
        package let count: Int
    }

    private static let file = URL(fileURLWithPath: #filePath)
        .appendingPathComponent("../../../../shared/simulation_q1_2026.csv").standardized

    package static var isThere: Bool { FileManager.default.fileExists(atPath: file.path) }

    package struct Malformed: Error {
        package let line: Int
    }

    /// The lines in the order of the file.
    package static func lines() throws -> [Line] {
        let csv = try CSV(Array(Data(contentsOf: file)))
        let places = Dictionary(uniqueKeysWithValues: csv.header.enumerated().map { ($1, $0) })
        return try csv.rows.map { row in
            func cell(_ name: String) -> String { places[name].map { row.cells[$0] } ?? "" }
            guard let number = Int(cell("day")), let day = Day(cell("date")), let count = Int(cell("count")) else {
                throw Malformed(line: row.line)
            }
            return Line(number: number, day: day, action: cell("action"), count: count)
        }
    }
}
