/// What a sharing out starts from: the people with their days and wishes, and the topics by rank.
package struct ShareOutTable: Sendable {
    package struct Member: Sendable {
        package let person: Identifier<Person>
        /// Days the person can plan in the quarter.
        package let days: Double
        /// Whether the person is too new to lead alone.
        package let isNew: Bool
        /// How many projects the person leads already.
        package let leads: Int
        /// What the person wrote; nothing when they did not.
        package let wishes: SharePreference?

        package init(
            person: Identifier<Person>, days: Double, isNew: Bool = false, leads: Int = 0,
            wishes: SharePreference? = nil
        ) {
            self.person = person
            self.days = days
            self.isNew = isNew
            self.leads = leads
            self.wishes = wishes
        }
    }

    package struct Item: Sendable {
        package let topic: Identifier<Topic>
        /// Person-days.
        package let effort: Int

        package init(topic: Identifier<Topic>, effort: Int) {
            self.topic = topic
            self.effort = effort
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
                    capacity: member.days,
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

    /// Load over capacity of each of the table with these lines, in percent; nothing for who has no days.
    package func percents(of lines: [ShareOut.Line]) -> [Identifier<Person>: Int] {
        let loads = sharing.loads(of: plan(of: lines))
        var percents: [Identifier<Person>: Int] = [:]
        for (member, (load, candidate)) in zip(members, zip(loads, sharing.people)) where candidate.capacity > 0 {
            percents[member.person] = Int((100 * Double(load) / Double(candidate.capacity)).rounded())
        }
        return percents
    }
}
