import Rouage
import WebCore

/// How the forms of a presentation say their fields: some have a control for each team, initiative or person.
enum PresentationForms {
    /// The whole order at once; a button beside a team moves it one place, with what was typed in the other rows.
    @Sendable static func order(_ form: Fields) -> Entries {
        var teams = form.all("team")
        func move(_ name: String, by step: Int) {
            guard let team = form[name], let from = teams.firstIndex(of: team), teams.indices.contains(from + step)
            else { return }
            teams.swapAt(from, from + step)
        }
        move("up", by: -1)
        move("down", by: 1)
        let minutes = teams.compactMap { form["minutes-\($0)"] }
        return Entries(["teams": .several(teams), "minutes": .several(minutes)])
    }

    /// A team's slot: initiatives by the places that were typed beside them, people by the boxes that are ticked.
    @Sendable static func slot(_ form: Fields) -> Entries {
        var entries = Entries(form)
        entries["presenters"] = .several(form.all("presenter"))
        entries["ready"] = .flag(form["ready"] == "true")
        let places = form.pairs.filter { $0.name.hasPrefix("place-") }.enumerated().map { index, pair in
            (place: Int(typed: pair.value) ?? index + 1, index: index, id: String(pair.name.dropFirst(6)))
        }
        if !places.isEmpty {
            entries["initiatives"] = .several(
                places.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.map(\.id))
        }
        return entries
    }
}
