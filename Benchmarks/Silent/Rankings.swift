import Foundation
import Rouage

/// The ways to guess: the product's, and three that anybody would try first.
enum Rankings: CaseIterable {
    case mostAsked, mostAskedByThisTeam, neighbours5, neighbours10, neighbours20, rouage

    var name: String {
        switch self {
        case .mostAsked: "most asked teams overall"
        case .mostAskedByThisTeam: "most asked by this team"
        case .neighbours5: "TF-IDF neighbours (5)"
        case .neighbours10: "TF-IDF neighbours (10)"
        case .neighbours20: "TF-IDF neighbours (20)"
        case .rouage: "Rouage"
        }
    }

    func score(_ trial: Trial) -> Score {
        var score = Score()
        let rank = ranking(trial)
        for one in trial.cases {
            score.add(rank(one).filter { $0 != one.asker }, asked: one.asked)
        }
        return score
    }

    private typealias Ranking = (Trial.Case) -> [Identifier<Rouage.Unit>]

    private func ranking(_ trial: Trial) -> Ranking {
        switch self {
        case .mostAsked: Self.mostAsked(trial)
        case .mostAskedByThisTeam: Self.mostAskedByThisTeam(trial)
        case .neighbours5: Self.neighbours(trial, 5)
        case .neighbours10: Self.neighbours(trial, 10)
        case .neighbours20: Self.neighbours(trial, 20)
        case .rouage: Self.rouage(trial)
        }
    }

    private static func rouage(_ trial: Trial) -> Ranking {
        let model = SilentModel(trial.past)
        return { model.chances(for: $0.draft, among: trial.teams).map(\.team) }
    }

    private static func counts(_ precedents: some Sequence<Precedent>) -> [Identifier<Rouage.Unit>: Double] {
        var counts: [Identifier<Rouage.Unit>: Double] = [:]
        for precedent in precedents { for team in precedent.asked { counts[team, default: 0] += 1 } }
        return counts
    }

    private static func order(
        _ votes: [Identifier<Rouage.Unit>: Double], then usual: [Identifier<Rouage.Unit>: Double]
    ) -> [Identifier<Rouage.Unit>] {
        Set(votes.keys).union(usual.keys).sorted {
            (votes[$1] ?? 0, usual[$1] ?? 0, $0) < (votes[$0] ?? 0, usual[$0] ?? 0, $1)
        }
    }

    private static func mostAsked(_ trial: Trial) -> Ranking {
        let ranking = order(counts(trial.past), then: [:])
        return { _ in ranking }
    }

    private static func mostAskedByThisTeam(_ trial: Trial) -> Ranking {
        let usual = counts(trial.past)
        let own = Dictionary(grouping: trial.past, by: \.team).mapValues { counts($0) }
        return { order(own[$0.asker] ?? [:], then: usual) }
    }

    /// The teams of the most alike texts, each weighing as much as it is alike.
    private static func neighbours(_ trial: Trial, _ count: Int) -> Ranking {
        let usual = counts(trial.past)
        let model = SilentModel(trial.past)
        return { one in
            var votes: [Identifier<Rouage.Unit>: Double] = [:]
            for (precedent, likeness) in model.closest(count, to: one.draft) {
                for team in precedent.asked { votes[team, default: 0] += likeness }
            }
            return order(votes, then: usual)
        }
    }
}
