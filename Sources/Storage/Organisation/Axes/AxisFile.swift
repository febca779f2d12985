import Rouage

/// Axes as rows of a file.
struct AxisFile {
    private let axes: [Axis]
    private let names: Names

    init(_ reading: Reading) throws {
        axes = try reading.records().sorted { $0.code < $1.code }
        names = try reading.names()
    }

    func table() -> FileFacts.Table {
        ("code,title,why,owner", axes.map { [$0.code, $0.title, $0.why, names.code($0.owner)] })
    }
}

extension Sheet {
    func axes() throws {
        let names = try names()
        var known: [String: Axis] = try known(by: \.code)
        try eachRow { row in
            let code = row.required("code")
            let title = row.required("title")
            let owner = row.person("owner", names)
            guard row.problems.isEmpty else { return }
            let before = known[code]
            var axis = before ?? Axis(id: transaction.newID(), code: code, title: title, why: "", owner: nil)
            axis.title = title
            if row.has("why") { axis.why = row.text("why") }
            if row.has("owner") { axis.owner = owner }
            known[code] = try put(axis, over: before)
        }
    }
}
