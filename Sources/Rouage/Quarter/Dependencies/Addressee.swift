/// To whom a reminder is said.
extension Organisation {
    /// The person who can meet it: the owner of a draft, who answers for a giving or an asking team, the director.
    package func bearer(of briefing: Briefing) -> Identifier<Person>? {
        let lead = units[briefing.team]?.lead
        return ([briefing.owner] + briefing.contributors + [lead]).compactMap(\.self).first(where: isHere)
    }

    /// The giver of a request, the asker of what is said to be delivered.
    package func bearer(of dependency: Dependency) -> Identifier<Person>? {
        (dependency.claimedOn == nil ? givers(of: dependency) : askers(of: dependency)).map(\.id).first(where: isHere)
    }

    /// After the due day it is the lead of the tribe who hears of it, or of the team where the tribe has none.
    package func leadToTell(of team: Identifier<Unit>) -> Identifier<Person>? {
        leadsToSettle(between: [team]).first
    }

    /// The product director of the team's own direction; another director of it where there is none.
    package func directorToTell(of team: Identifier<Unit>) -> Identifier<Person>? {
        let directors = people.values.filter { person in
            person.acts(on: day) && Actor(person, in: self).holds(.director, for: team)
        }.sorted { $0.id < $1.id }
        return (directors.first { $0.craft == .product } ?? directors.first)?.id
    }
}
