package import Rouage
import WebCore

/// The teams whose room it is: two to five of them, or those of a tribe.
package struct AlignmentRoom {
    package let teams: [Rouage.Unit]
    package let tribe: Rouage.Unit?

    /// The teams of a list of codes, in the order of their names; nothing when there is no such room.
    /// - Parameter codes: `bulletins,identite`, or the code of a tribe.
    package init?(codes: String, in organisation: Organisation) {
        let names = codes.split(separator: ",").map(String.init)
        let units = names.compactMap { organisation.unitsByCode[$0] }
        guard units.count == names.count, Set(units).count == units.count else { return nil }
        if units.count == 1, let tribe = organisation.units[units[0]], !tribe.sort.delivers {
            let below = organisation.teams(below: tribe.id)
            guard below.count >= Meeting.teamCount.lowerBound else { return nil }
            self.teams = below
            self.tribe = tribe
            return
        }
        let chosen = units.compactMap { organisation.units[$0] }.filter { $0.works(on: organisation.day) }
            .sorted { $0.name < $1.name }
        guard chosen.count == units.count, Meeting.teamCount.contains(chosen.count) else { return nil }
        self.teams = chosen
        tribe = nil
    }

    package init?(of meeting: Meeting, in organisation: Organisation) {
        let codes = [meeting.tribe].compactMap { $0 }.isEmpty ? meeting.teams : [meeting.tribe!]
        self.init(codes: codes.compactMap { organisation.units[$0]?.code }.joined(separator: ","), in: organisation)
    }

    package init?(_ pair: TeamPair, in organisation: Organisation) {
        let codes = [pair.first, pair.second].compactMap { organisation.units[$0]?.code }
        self.init(codes: codes.joined(separator: ","), in: organisation)
    }

    package var ids: [Identifier<Rouage.Unit>] { teams.map(\.id) }
    package var codes: String { tribe?.code ?? teams.map(\.code).joined(separator: ",") }
    package var address: String {
        "/alignment/" + (tribe.map { [$0] } ?? teams).map(\.code.inAddress).joined(separator: ",")
    }

    package func holds(_ meeting: Meeting) -> Bool { Set(meeting.teams) == Set(ids) }
}

extension Visit {
    /// `Bulletins, Identité et accès et DSN`; a tribe by its own name.
    package func names(of room: AlignmentRoom) -> String {
        if let tribe = room.tribe {
            let name = tribe.name.lowercased().hasPrefix("tribe")
            return name || tribe.sort != .tribe
                ? tribe.name : say(Phrase(fr: "Tribe \(tribe.name)", en: "\(tribe.name) tribe"))
        }
        return list(room.teams.map(\.name))
    }

    package func names(of meeting: Meeting) -> String {
        AlignmentRoom(of: meeting, in: organisation).map { names(of: $0) } ?? list(meeting.teams.map { name($0) })
    }

    private func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        let and = say(Phrase(fr: "et", en: "and"))
        // Two team names of which one says « et » already read better with a comma.
        let separator = names.contains { $0.contains(" \(and) ") } ? ", " : " \(and) "
        return names.dropLast().joined(separator: ", ") + separator + last
    }
}
