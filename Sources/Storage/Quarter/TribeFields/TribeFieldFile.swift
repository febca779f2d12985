import Rouage

extension Sheet {
    func fields() throws {
        let names = try names()
        var known: [String: TribeField] = try known { "\($0.tribe) \($0.key)" }
        try eachRow { row in
            _ = row.required("tribe")
            let key = row.required("key")
            let tribe = row.unit("tribe", names)
            let limit = row.integer("limit") ?? 120
            guard row.problems.isEmpty, let tribe else { return }
            let before = known["\(tribe) \(key)"]
            var field =
                before
                ?? TribeField(
                    id: transaction.newID(), tribe: tribe, key: key, labelFr: "", labelEn: "", sort: .text,
                    limit: limit, position: known.count)
            field.labelFr = row.required("label_fr")
            field.labelEn = row.required("label_en")
            field.sort = row.choice("kind", missing: .text)
            field.limit = limit
            if let position = row.integer("position") { field.position = position }
            let others = known.values.filter { $0.tribe == tribe && $0.key != key }
            for flaw in field.flaws(beside: Array(others)) { row.refuse(flaw.field, flaw.reason) }
            guard row.problems.isEmpty else { return }
            known["\(tribe) \(key)"] = try put(field, over: before)
        }
    }
}
