extension Playbook {
    /// What the fields of a playbook are called.
    package enum FieldName: String, CaseIterable, Sendable {
        case title, category, why, trigger, cadence, steps, burden, links
        case metricName = "metric_name"
        case metricThreshold = "metric_threshold"
        case metricOwner = "metric_owner"
        case exitRule = "exit_rule"
        case reentryRule = "reentry_rule"
        case language, owner, deputy
        case coAuthors = "co_authors"
        case teams
        case reviewOn = "review_on"
        case note
    }

    /// What somebody writes who changes one: it, written otherwise, and what changes and why.
    package struct Revision: Drafted {
        package typealias Name = FieldName
        package static let fields: [Field<Self>] =
            Draft.fields.map { $0.within(\.draft) } + [.text(.note, \.note, upTo: PlaybookEdition.noteLimit)]

        package var draft: Draft
        package var note = ""

        package init(draft: Draft) { self.draft = draft }
    }

    package var revision: Revision { Revision(draft: draft) }
}

extension Playbook.Content: Drafted {
    package typealias Name = Playbook.FieldName

    package static let whyLimit = 280
    package static let titleLimit = 120
    package static let textLimit = 600
    package static let mostSteps = 20
    package static let mostLinks = 12

    package static let fields: [Field<Self>] = [
        .line(.title, \.title, upTo: titleLimit, required: true),
        .choice(.category, \.category, required: true),
        .text(.why, \.why, upTo: whyLimit, required: true),
        .text(.trigger, \.trigger, upTo: textLimit),
        .choice(.cadence, \.cadence),
        .rows(.steps, \.steps, called: "NewStep", upTo: mostSteps),
        .rows(.burden, \.burden, called: "NewBurden", upTo: PlaybookRole.allCases.count) { $0.role == $1.role },
        .rows(.links, \.links, called: "NewLink", upTo: mostLinks),
        .line(.metricName, \.written.name, upTo: titleLimit),
        .line(.metricThreshold, \.written.threshold, upTo: titleLimit),
        .person(.metricOwner, \.written.owner),
        .text(.exitRule, \.exitRule, upTo: textLimit),
        .text(.reentryRule, \.reentryRule, upTo: textLimit),
    ]
}

extension Playbook.Draft: Drafted {
    package typealias Name = Playbook.FieldName

    package static let fields: [Field<Self>] =
        Playbook.Content.fields.map { $0.within(\.content) } + [
            .choice(.language, \.language), .person(.owner, \.owner), .person(.deputy, \.deputy),
            .people(.coAuthors, \.coAuthors), .units(.teams, \.teams), .day(.reviewOn, \.reviewOn),
        ]
}

extension PlaybookStep: DraftedRow {
    package enum Name: String, CaseIterable, Sendable { case what, role, blocking }

    package static let limit = 400
    package static let fields: [Field<Self>] = [
        .text(.what, \.what, upTo: limit, required: true), .choice(.role, \.role, required: true),
        .flag(.blocking, \.blocking),
    ]
    package static let blank = PlaybookStep("", .everyone)
    package var kept: Self? { what.isEmpty ? nil : self }
}

extension Playbook.Burden: DraftedRow {
    package enum Name: String, CaseIterable, Sendable { case role, minutes }

    /// Minutes of one playbook for a person in a quarter.
    package static let range = 0...6_000
    package static let fields: [Field<Self>] = [
        .choice(.role, \.role, required: true), .number(.minutes, \.asked, in: range, required: true),
    ]
    package static let blank = Playbook.Burden(.everyone, 0)
    package var kept: Self? { minutes == 0 ? nil : self }

    /// Nothing written asks nothing.
    private var asked: Int? {
        get { minutes }
        set { minutes = newValue ?? 0 }
    }

    /// `product_manager:60;designer:10`
    package static func cell(of rows: [Self]) -> String {
        rows.map { "\($0.role.rawValue):\($0.minutes)" }.joined(separator: ";")
    }

    package static func rows(ofCell text: String) -> [Entries]? {
        let rows = text.split(separator: ";").map { $0.split(separator: ":").map { String($0).trimmed } }
        guard rows.allSatisfy({ $0.count == 2 }) else { return nil }
        return rows.map { Entries(["role": .typed($0[0]), "minutes": .typed($0[1])]) }
    }
}

extension Playbook.Link: DraftedRow {
    package enum Name: String, CaseIterable, Sendable { case title, address }

    package static let fields: [Field<Self>] = [
        .line(.title, \.title, upTo: Playbook.Content.titleLimit, required: true),
        Field(.address, .line(upTo: 500), required: true) { link, sent, _ in
            guard let text = sent.plain else { return .notText }
            link.address = text
            return nil
        } cells: { link, _ in
            [link.address]
        } check: {
            $0.isAddress ? nil : .notALink
        },
    ]
    package static let blank = Playbook.Link("", "")

    /// One without a name is called by its address.
    package var kept: Self? {
        if title.isEmpty { return address.isEmpty ? nil : Self(address, address) }
        return self
    }

    /// A page of this site, or of the web.
    private var isAddress: Bool {
        guard address.utf8.count <= 500, !address.contains(where: \.isWhitespace), !address.contains("\\") else {
            return false
        }
        if address.hasPrefix("/") { return !address.hasPrefix("//") }
        return ["https://", "http://"].contains { address.hasPrefix($0) && address.count > $0.count }
    }
}
