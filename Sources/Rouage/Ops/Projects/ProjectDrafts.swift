/// What is written of the parts of a project: in forms, by programs and in files.
extension OpsProject {
    /// What was heard, seen or counted.
    package struct Proof: Drafted {
        package enum Name: String, CaseIterable, Sendable { case kind, team, craft, note, consent }
        package static let fields: [Field<Proof>] = [
            .choice(.kind, \.sort, required: true), .unit(.team, \.team, required: true),
            .choice(.craft, \.craft, required: true),
            .text(.note, \.note, upTo: OpsProject.noteLimit, required: true), .flag(.consent, \.hasConsent),
        ]

        package var sort: Evidence.Sort?
        package var team: Identifier<Unit>?
        package var craft: Craft?
        package var note = ""
        package var hasConsent = false

        package init() {}
    }

    /// A try that begins.
    package struct Trial: Drafted {
        package enum Name: String, CaseIterable, Sendable { case hypothesis, measure, aim, threshold, teams, from, to }
        package static let fields: [Field<Trial>] = [
            .text(.hypothesis, \.hypothesis, upTo: OpsProject.noteLimit, required: true),
            .line(.measure, \.measure, upTo: OpsProject.noteLimit, required: true), .choice(.aim, \.aim),
            .number(.threshold, \.threshold, in: Experiment.figures, required: true),
            .units(.teams, \.teams, required: true), .day(.from, \.from, required: true),
            .day(.to, \.to, required: true),
        ]

        package var hypothesis = ""
        package var measure = ""
        package var aim = Experiment.Aim.atLeast
        package var threshold: Int?
        package var teams: [Identifier<Unit>] = []
        package var from: Day?
        package var to: Day?

        package init(from: Day? = nil) { self.from = from }

        /// The experiment, when its figure and its days are there.
        package var experiment: Experiment? {
            guard let threshold, let from, let to else { return nil }
            return Experiment(
                hypothesis: hypothesis, measure: measure, aim: aim, threshold: threshold, teams: teams, from: from,
                to: to)
        }
    }

    /// The teams that come next.
    package struct NextWave: Drafted {
        package enum Name: String, CaseIterable, Sendable { case teams, from }
        package static let fields: [Field<NextWave>] = [
            .units(.teams, \.teams, required: true), .day(.from, \.from, required: true),
        ]

        package var teams: [Identifier<Unit>] = []
        package var from: Day?

        package init() {}
    }
}
