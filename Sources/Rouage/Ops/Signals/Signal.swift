/// Something in the figures that suggests a topic. It is reckoned each time it is looked at, and makes no work by itself.
package struct Signal: Sendable, Equatable {
    package enum Sort: String, Codable, Sendable, CaseIterable {
        case repeatedRequest = "repeated_request"
        case lateDependencies = "late_dependencies"
        case relapse
        case incidentSurge = "incident_surge"

        /// How much of what it stands on must be new before it is said again once it was answered.
        package var renewal: Int { self == .repeatedRequest ? RepeatedRequests.least : 1 }
        /// Where a topic that comes of it comes from.
        package var source: Topic.Source {
            switch self {
            case .repeatedRequest, .lateDependencies: .field
            case .relapse: .adoption
            case .incidentSurge: .incident
            }
        }
    }

    package enum Finding: Sendable, Equatable {
        /// The same thing asked again and again, the oldest request first.
        case repeatedRequest([OpsRequest], teams: Int)
        /// Dependencies of a quarter that were first pointed out after its freeze, of all.
        case lateDependencies(CycleFigures.Share, Identifier<Cycle>)
        /// A playbook that was handed back and comes back to Product Ops.
        case relapse(Playbook, since: Day)
        /// Serious incidents of a quarter, more than chance would bring.
        case incidentSurge(IncidentSurge, Quarter)
    }

    /// The share of late dependencies above which they suggest a topic, in hundredths.
    package static let mostLate = 20
    /// Dependencies of a quarter from which their share says something.
    package static let leastDependencies = 5

    package let finding: Finding
    /// What it stands on, by stable names: it is the same signal as long as these are.
    package let evidence: [String]

    package init(finding: Finding, evidence: [String]) {
        self.finding = finding
        self.evidence = evidence
    }

    package var sort: Sort {
        switch finding {
        case .repeatedRequest: .repeatedRequest
        case .lateDependencies: .lateDependencies
        case .relapse: .relapse
        case .incidentSurge: .incidentSurge
        }
    }

    /// What addresses and the API call it.
    package var key: String {
        let name = (evidence.first ?? "").unicodeScalars.map { scalar -> Character in
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "-", "_": Character(scalar)
            default: "-"
            }
        }
        return "\(sort.rawValue)-\(String(name))"
    }

    /// More than a fifth of a quarter's dependencies came late; a single late one among few is no pattern.
    package static func late(_ share: CycleFigures.Share, in cycle: Cycle) -> Signal? {
        guard share.whole >= leastDependencies, share.part * 100 > share.whole * mostLate else { return nil }
        return Signal(finding: .lateDependencies(share, cycle.id), evidence: [cycle.label])
    }

    /// A playbook in force that has relapsed.
    package static func relapse(of playbook: Playbook) -> Signal? {
        guard let day = playbook.relapsedOn else { return nil }
        return Signal(finding: .relapse(playbook, since: day), evidence: ["\(playbook.ref)@\(day)"])
    }

    /// Serious incidents came in numbers that are no chance.
    package static func surge(_ surge: IncidentSurge, in quarter: Quarter) -> Signal? {
        guard surge.isSurge else { return nil }
        return Signal(finding: .incidentSurge(surge, quarter), evidence: [quarter.label])
    }

    /// Requests of the last weeks that ask the same.
    package static func repeated(_ requests: [OpsRequest], on day: Day) -> [Signal] {
        RepeatedRequests.groups(of: requests, on: day).map { group in
            Signal(
                finding: .repeatedRequest(group, teams: Set(group.compactMap(\.team)).count),
                evidence: group.map(\.ref))
        }
    }

    /// Whether it was answered, and nothing new has come since.
    package func isAnswered(by answers: [SignalAnswer]) -> Bool {
        let known = Set(answers.filter { $0.sort == sort }.flatMap(\.evidence))
        return evidence.count { !known.contains($0) } < sort.renewal
    }
}
