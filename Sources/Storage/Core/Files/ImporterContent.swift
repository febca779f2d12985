package import Rouage

extension Importer {
    /// What people write and answer, as files would bring it in.
    package struct Content: Sendable {
        /// The files that hold it.
        package static let files = taken.map(\.rawValue)
        fileprivate static let taken: [DataFile] = [
            .briefings, .dependencies, .comments, .reviews, .outcomes, .retrospectives,
        ]

        package let briefings: [Briefing]
        package let dependencies: [Dependency]
        package let comments: [Comment]
        package let reviews: [Review]
        package let retrospectives: [Retrospective]
    }

    private struct Unkept: Error {
        let content: Content
        let problems: [ImportReport.Problem]
    }

    /// A row that cannot be taken.
    package struct Refused: Error { package let problems: [ImportReport.Problem] }

    /// The records that files would bring in, under the names they would have; none of it is kept.
    package func content(of files: [String: [UInt8]]) throws -> Content {
        do {
            return try store.writeNow(as: nil, at: now) { transaction -> Content in
                var problems: [ImportReport.Problem] = []
                for file in Content.taken {
                    guard let bytes = files[file.rawValue] else { continue }
                    let sheet = Sheet(
                        transaction, try CSV(bytes), ImportReport.File(name: file.rawValue), on: today)
                    try file.facts.take(sheet)()
                    problems += sheet.file.problems
                }
                let content = Content(
                    briefings: try transaction.records(), dependencies: try transaction.records(),
                    comments: try transaction.records(), reviews: try transaction.records(),
                    retrospectives: try transaction.records())
                throw Unkept(content: content, problems: problems)
            }
        } catch let unkept as Unkept {
            guard unkept.problems.isEmpty else { throw Refused(problems: unkept.problems) }
            return unkept.content
        }
    }
}
