import Foundation
import Rouage

/// The weights of the signs by logistic regression over the earlier periods (Newton's method, a ridge of 2 on signs of
/// variance 1): what `SilentEvidence` holds, rounded. The last period takes no part.
struct Fit {
    private var signs: [[Double]] = []
    private var needed: [Double] = []

    init(_ departments: [Published]) {
        for department in departments {
            for split in department.earlier {
                let trial = Trial(department, split)
                let model = SilentModel(trial.past)
                for one in trial.cases where !one.asked.isEmpty {
                    for team in trial.teams where team.id != one.asker {
                        signs.append(model.evidence(for: team, in: one.draft).signs)
                        needed.append(one.asked.contains(team.id) ? 1 : 0)
                    }
                }
            }
        }
    }

    func report() {
        let count = signs[0].count
        let rows = Double(signs.count)
        let means = (0..<count).map { sign in signs.reduce(0) { $0 + $1[sign] } / rows }
        let spreads = (0..<count).map { sign in
            (signs.reduce(0) { $0 + pow($1[sign] - means[sign], 2) } / rows).squareRoot() + 1e-9
        }
        let standard = signs.map { row in [1] + (0..<count).map { (row[$0] - means[$0]) / spreads[$0] } }
        var weights = Array(repeating: 0.0, count: count + 1)
        for _ in 0..<25 { weights = step(weights, standard) }
        let raw = (0..<count).map { weights[$0 + 1] / spreads[$0] }
        let constant = weights[0] - (0..<count).reduce(0) { $0 + raw[$1] * means[$1] }
        for (name, weight) in zip(SilentEvidence.names, raw) { print("\(name): \(String(format: "%.2f", weight))") }
        print("constant: \(String(format: "%.2f", constant))")
    }

    private func step(_ weights: [Double], _ standard: [[Double]]) -> [Double] {
        let size = weights.count
        var slope = (0..<size).map { $0 == 0 ? 0 : 2 * weights[$0] }
        var curve = (0..<size).map { row in (0..<size).map { $0 == row ? (row == 0 ? 1e-6 : 2.0) : 0.0 } }
        for (row, truth) in zip(standard, needed) {
            let chance = 1 / (1 + exp(-zip(weights, row).reduce(0) { $0 + $1.0 * $1.1 }))
            for a in 0..<size {
                slope[a] += row[a] * (chance - truth)
                for b in 0..<size { curve[a][b] += row[a] * row[b] * chance * (1 - chance) }
            }
        }
        return zip(weights, solve(curve, slope)).map { $0 - $1 }
    }

    /// Gauss's elimination; the matrix is positive definite.
    private func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var (matrix, right) = (matrix, right)
        let size = right.count
        for pivot in 0..<size {
            for row in pivot + 1..<size {
                let factor = matrix[row][pivot] / matrix[pivot][pivot]
                for column in pivot..<size { matrix[row][column] -= factor * matrix[pivot][column] }
                right[row] -= factor * right[pivot]
            }
        }
        for pivot in (0..<size).reversed() {
            for column in pivot + 1..<size { right[pivot] -= matrix[pivot][column] * right[column] }
            right[pivot] /= matrix[pivot][pivot]
        }
        return right
    }
}
