import Rouage

extension Sheet {
    func comments() throws {
        let names = try names()
        let briefings: [String: Identifier<Briefing>] = try codes("SELECT ref, id FROM briefing")
        var known = Set(
            try transaction.records(Comment.self).map { "\($0.briefing) \($0.author) \($0.createdAt) \($0.text)" })
        try eachRow { row in
            _ = (row.required("briefing"), row.required("author"))
            let text = row.required("text")
            let briefing = row.named("briefing", in: briefings)
            let author = row.person("author", names)
            let at = row.instant("at") ?? now
            row.limit("text", to: Comment.limit)
            guard row.problems.isEmpty, let briefing, let author else { return }
            guard known.insert("\(briefing) \(author) \(at) \(text)").inserted else {
                file.unchanged += 1
                return
            }
            try put(Comment(id: transaction.newID(), on: briefing, by: author, text: text, at: at), over: nil)
        }
    }
}
