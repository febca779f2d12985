import Rouage

/// What is written with each step of a project.
extension OpsProject {
    struct ProblemText: Drafted {
        enum Name: String, CaseIterable, Sendable { case problem }
        static let fields: [Field<ProblemText>] = [
            .text(.problem, \.problem, upTo: OpsProject.problemLimit, required: true)
        ]
        var problem = ""
    }

    struct SolutionText: Drafted {
        enum Name: String, CaseIterable, Sendable { case solution }
        static let fields: [Field<SolutionText>] = [
            .text(.solution, \.solution, upTo: OpsProject.solutionLimit, required: true)
        ]
        var solution = ""
    }

    struct ProblemAnswer: Drafted {
        enum Name: String, CaseIterable, Sendable { case answer }
        static let fields: [Field<ProblemAnswer>] = [.choice(.answer, \.answer, required: true)]
        var answer: Agreement.Answer?
    }

    /// A piece of evidence, by its place from 1.
    struct ProofPlace: Drafted {
        enum Name: String, CaseIterable, Sendable { case evidence }
        static let fields: [Field<ProofPlace>] = [
            .number(.evidence, \.evidence, in: 1...OpsProject.mostParts, required: true)
        ]
        var evidence: Int?
    }

    struct CoBuilders: Drafted {
        enum Name: String, CaseIterable, Sendable { case coBuilders = "co_builders" }
        static let fields: [Field<CoBuilders>] = [.people(.coBuilders, \.people, required: true)]
        var people: [Identifier<Person>] = []
    }

    /// What came of a try, by its place from 1.
    struct Conclusion: Drafted {
        enum Name: String, CaseIterable, Sendable { case experiment, reached, result, learned }
        static let fields: [Field<Conclusion>] = [
            .number(.experiment, \.experiment, in: 1...OpsProject.mostParts, required: true),
            .number(.reached, \.reached, in: Experiment.figures, required: true),
            .choice(.result, \.result, required: true),
            .text(.learned, \.learned, upTo: OpsProject.noteLimit, required: true),
        ]
        var experiment: Int?
        var reached: Int?
        var result: Experiment.Result?
        var learned = ""
    }

    /// Whether the last wave goes.
    struct WaveVerdict: Drafted {
        enum Name: String, CaseIterable, Sendable { case verdict, reason }
        static let fields: [Field<WaveVerdict>] = [
            .choice(.verdict, \.verdict, required: true),
            .text(.reason, \.reason, upTo: OpsProject.noteLimit, required: true),
        ]
        var verdict: Wave.Verdict?
        var reason = ""
    }

    struct Receiver: Drafted {
        enum Name: String, CaseIterable, Sendable { case receiver }
        static let fields: [Field<Receiver>] = [.person(.receiver, \.receiver, required: true)]
        var receiver: Identifier<Person>?
    }

    /// The playbook that it leaves behind; none takes it away.
    struct Heritage: Drafted {
        enum Name: String, CaseIterable, Sendable { case playbook }
        static let fields: [Field<Heritage>] = [.record(.playbook, \.playbook)]
        var playbook: Identifier<Playbook>?
    }

    struct NextStage: Drafted {
        enum Name: String, CaseIterable, Sendable { case stage }
        static let fields: [Field<NextStage>] = [.choice(.stage, \.stage, required: true)]
        var stage: Stage?
    }

    /// What is said at its close.
    struct Closing: Drafted {
        enum Name: String, CaseIterable, Sendable { case after, unmeasured, reason }
        static let fields: [Field<Closing>] = [
            .number(.after, \.after, in: Experiment.figures), .flag(.unmeasured, \.isUnmeasured),
            .text(.reason, \.reason, upTo: OpsProject.noteLimit, required: true),
        ]
        var after: Int?
        var isUnmeasured = false
        var reason = ""
    }
}
