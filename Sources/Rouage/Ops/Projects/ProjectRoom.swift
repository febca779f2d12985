extension OpsProject {
    /// What a quarter has taken on already.
    package struct Room: Sendable {
        /// Days that Product Ops can plan in the quarter.
        package let days: Int
        package let projects: [OpsProject]

        package init(days: Int, projects: [OpsProject]) {
            self.days = days
            self.projects = projects
        }

        /// Days of what goes on or is done. What came from an urgent request lives off the room that is kept for it.
        package var taken: Int { projects.filter(Self.takes).reduce(0) { $0 + $1.effortDays } }

        private static func takes(_ project: OpsProject) -> Bool {
            project.request == nil && (project.standing == .active || project.standing == .closed)
        }

        /// Whether so many days more go beyond what can be planned, once a project makes room.
        package func isBeyond(adding effort: Int, without swapped: Identifier<OpsProject>? = nil) -> Bool {
            let freed = projects.first { $0.id == swapped && $0.standing == .active && Self.takes($0) }?.effortDays ?? 0
            return taken - freed + effort > days
        }

        /// How many projects a person leads that go on.
        package func leads(of person: Identifier<Person>, without swapped: Identifier<OpsProject>? = nil) -> Int {
            projects.count { $0.lead == person && $0.isAlive && $0.id != swapped }
        }
    }
}
