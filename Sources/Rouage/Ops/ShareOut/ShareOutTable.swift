/// What a sharing out starts from: the people with their days and wishes, and the topics by rank.
package struct ShareOutTable: Sendable {
    package struct Member: Sendable {
        package let person: Identifier<Person>
        /// Days the person can plan in the quarter, before anything is taken from them.
        package let days: Double
        /// Days that the projects of the quarter take already.
        package let carried: Double
        /// Whether the person is too new to lead alone.
        package let isNew: Bool
        /// How many projects the person leads already.
        package let leads: Int
        /// What the person wrote; nothing when they did not.
        package let wishes: SharePreference?

        package init(
            person: Identifier<Person>, days: Double, carried: Double = 0, isNew: Bool = false, leads: Int = 0,
            wishes: SharePreference? = nil
        ) {
            self.person = person
            self.days = days
            self.carried = carried
            self.isNew = isNew
            self.leads = leads
            self.wishes = wishes
        }

        /// Days that are still free.
        package var left: Double { max(0, days - carried) }
    }

    package struct Item: Sendable {
        package let topic: Identifier<Topic>
        /// Person-days.
        package let effort: Int
        /// Whether it has become a project, which says itself who carries it.
        package let isProject: Bool

        package init(topic: Identifier<Topic>, effort: Int, isProject: Bool = false) {
            self.topic = topic
            self.effort = effort
            self.isProject = isProject
        }
    }

    package let members: [Member]
    package let items: [Item]

    package init(members: [Member], items: [Item]) {
        self.members = members.sorted { $0.person < $1.person }
        self.items = items
    }

    package var sharing: Sharing {
        Sharing(
            people: members.map { member in
                Sharing.Candidate(
                    capacity: member.left,
                    leadsLeft: member.isNew ? 0 : max(0, Sharing.mostLeads - member.leads),
                    wishes: items.map { member.wishes?.value(of: $0.topic) ?? Sharing.noWish })
            }, efforts: items.map(\.effort))
    }

    /// Lines as a plan over the places of the table; a line that the table does not know is left out.
    package func plan(of lines: [ShareOut.Line]) -> Sharing.Plan {
        items.map { item in
            guard let line = lines.first(where: { $0.topic == item.topic }),
                let lead = members.firstIndex(where: { $0.person == line.lead }),
                let buddy = members.firstIndex(where: { $0.person == line.buddy })
            else { return nil }
            return Sharing.Pair(lead: lead, buddy: buddy)
        }
    }

    /// What each carries already and what these lines give them, over all their days of the quarter, in percent; nothing
    /// for who has no days in it.
    package func percents(of lines: [ShareOut.Line]) -> [Identifier<Person>: Int] {
        let begun = Set(items.filter(\.isProject).map(\.topic))
        let loads = sharing.loads(of: plan(of: lines.filter { !begun.contains($0.topic) }))
        var percents: [Identifier<Person>: Int] = [:]
        for (member, load) in zip(members, loads) where member.days > 0 {
            percents[member.person] = Int((100 * (member.carried + Double(load) / 10) / member.days).rounded())
        }
        return percents
    }
}
