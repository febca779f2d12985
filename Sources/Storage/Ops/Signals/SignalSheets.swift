import Rouage

extension Exporter {
    /// What was made of signals, as rows of a file.
    func signals() throws -> FileFacts.Table {
        let topics = Dictionary(uniqueKeysWithValues: try reading.records(Topic.self).map { ($0.id, $0.ref) })
        let rows = try reading.signalAnswers().map { answer -> [String] in
            [
                names.code(answer.cycle), answer.sort.rawValue, answer.evidence.joined(separator: ";"),
                answer.topic.flatMap { topics[$0] } ?? "", answer.reason,
                names.code(answer.answeredBy), answer.answeredAt.description,
            ]
        }
        return ("cycle,kind,evidence,topic,reason,answered_by,answered_at", rows.inOrder)
    }
}

extension Sheet {
    func signals() throws {
        let names = try names()
        let topics: [String: Identifier<Topic>] = try codes("SELECT ref, id FROM topic")
        func name(_ cycle: Identifier<Cycle>, _ sort: Signal.Sort, _ evidence: [String]) -> String {
            "\(cycle) \(sort.rawValue) \(evidence.joined(separator: ";"))"
        }
        var known: [String: SignalAnswer] = try known { name($0.cycle, $0.sort, $0.evidence) }
        try eachRow { row in
            _ = row.required("cycle")
            _ = row.required("kind")
            let cycle = row.cycle("cycle", names)
            let sort = row.optionalChoice("kind", Signal.Sort.self)
            let evidence = row.required("evidence").split(separator: ";").map { $0.trimmingSpaces() }
            let topic = row.named("topic", in: topics)
            let person = row.person("answered_by", names)
            let at = row.instant("answered_at")
            let reason = row.text("reason")
            row.limit("reason", to: SignalAnswer.reasonLimit)
            guard row.problems.isEmpty, let cycle, let sort else { return }
            let before = known[name(cycle, sort, evidence)]
            var answer = SignalAnswer(
                id: before?.id ?? transaction.newID(), cycle: cycle, sort: sort, evidence: evidence,
                topic: row.has("topic") ? topic : before?.topic,
                reason: row.has("reason") ? reason : before?.reason ?? "",
                by: row.has("answered_by") ? person : before?.answeredBy, at: at ?? before?.answeredAt ?? now)
            answer.version = before?.version ?? 1
            known[name(cycle, sort, evidence)] = try put(answer, over: before)
        }
    }
}
