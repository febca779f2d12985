package import Rouage

/// What somebody is told, with what it was read from.
package struct Notices: Sendable {
    package var list: [Notice] = []
    /// The pages beside which something may be said to them, and what was said there.
    fileprivate var pages: Set<String> = []
    fileprivate var said: Set<String> = []

    /// Whether one of these comments and reviews, new, changed or gone, stands beside one of the pages, or makes its page
    /// one of them, as what oneself says does.
    package func mayConcern(_ me: Identifier<Person>, _ said: Set<String>, _ reading: Reading) throws -> Bool {
        if !self.said.isDisjoint(with: said) { return true }
        let ids = said.compactMap { Identifier<Comment>($0) }
        var (found, isNear) = (0, false)
        try reading.each(
            """
            SELECT briefing, author FROM comment WHERE id IN \(in: ids)
            UNION ALL SELECT briefing, reviewer FROM review WHERE id IN \(in: ids)
            """
        ) { row in
            found += 1
            isNear = isNear || pages.contains(row.text(0)) || row.text(1) == me.description
        }
        return isNear || found < said.count
    }
}

extension Reading {
    /// What happened to what is a person's and to what they follow, the newest first: nothing that they did themselves,
    /// and nothing that they may not hear of.
    package func notices(for actor: Actor, _ follows: [Follow], _ outlook: Outlook) throws -> Notices {
        guard let me = actor.id, actor.isMember else { return Notices() }
        let earshot = try Earshot(self, actor, me, follows, outlook)
        let all = try heard(within: earshot, by: actor, me) + told(to: actor, me)
        var notices = Notices(list: Array(all.sorted(by: Notice.comesFirst).prefix(Notice.most)))
        for (id, (place, _)) in earshot.places {
            switch place {
            case .comment, .review: notices.said.insert(id)
            case .thing(let thing): if thing is Briefing { notices.pages.insert(id) }
            }
        }
        return notices
    }

    /// The same with the comments that name the person, which leave no line of activity, and with what they have read.
    package func marked(_ notices: [Notice], for actor: Actor) throws -> [Notice] {
        guard let me = actor.id else { return [] }
        let named = try mentions(of: me).filter { actor.may(.readBriefing($0.briefing)) }.map { mention in
            Notice(
                id: mention.comment.id.description, at: mention.comment.createdAt, by: mention.comment.author,
                .named(mention.comment, on: mention.briefing))
        }
        let ids = Set(named.map(\.id))
        let others = notices.filter { notice in
            if case .commented(let comment, _) = notice.matter { !ids.contains(comment.id.description) } else { true }
        }
        let seen = try seenUntil(by: me)
        return (named + others).sorted(by: Notice.comesFirst).map { notice in
            var notice = notice
            notice.isRead = seen.map { notice.at <= $0 } ?? false
            return notice
        }
    }

    /// Until when a person has read what happened.
    func seenUntil(by person: Identifier<Person>) throws -> Instant? {
        try first("SELECT seen_until FROM notice_mark WHERE person = \(person)") { try $0.instant(0) }
    }

    /// When these requests were closed; the beginning of its day where no line of activity says so.
    func closings(of requests: [OpsRequest]) throws -> [Identifier<OpsRequest>: Instant] {
        guard !requests.isEmpty else { return [:] }
        let lines = try all(
            """
            SELECT subject_id, max(at) FROM activity WHERE subject_id IN \(in: requests.map(\.id))
            AND action = \(Action.closed) GROUP BY subject_id
            """
        ) { (try $0.id(0, of: OpsRequest.self), try $0.instant(1)) }
        let days = requests.map { request in
            (request.id, Instant(request.closedOn ?? request.askedOn, hour: 0, in: WorkCalendar.zone))
        }
        return Dictionary(lines + days, uniquingKeysWith: { first, _ in first })
    }

    // MARK: What happened

    /// One line for what one person wrote in one record on one day, however often they saved it.
    private func heard(within earshot: Earshot, by actor: Actor, _ me: Identifier<Person>) throws -> [Notice] {
        guard !earshot.places.isEmpty else { return [] }
        let told = Set(Kind.allCases.flatMap { kinds[$0].tells })
        let lines = try activity(
            where: """
                subject_id IN \(in: earshot.places.keys.sorted()) AND at >= \(earshot.first)
                AND (actor IS NULL OR actor <> \(me)) AND action IN \(in: told.map(\.rawValue).sorted())
                """, newest: 3 * Notice.most
        ).filter { line in
            kinds[line.kind].tells.contains(line.action) && line.at >= earshot.places[line.subject]?.since ?? line.at
        }
        var written: Set<String> = []
        return try heard(lines, by: actor).compactMap { line in
            guard let place = earshot.places[line.subject]?.place else { return nil }
            if [.edited, .revised, .reviewed].contains(line.action) {
                let day = line.at.day(in: WorkCalendar.zone)
                let edition = "\(line.subject) \(line.actor?.description ?? "") \(day)"
                guard written.insert(edition).inserted else { return nil }
            }
            let matter: Notice.Matter =
                switch place {
                case .thing(let thing): .happened(line.action, reason: line.reason, to: thing)
                case .comment(let comment, let page): .commented(comment, on: page)
                case .review(let review, let page): .reviewed(review, of: page)
                }
            return Notice(id: line.id.description, at: line.at, by: line.actor, matter)
        }
    }

    /// What was said to the person alone: reminders, help, and what came of what they asked or voted.
    private func told(to actor: Actor, _ me: Identifier<Person>) throws -> [Notice] {
        let led = actor.organisation.units.values.filter { $0.sort.delivers && actor.leads($0.id) }.map(\.id).sorted()
        let closed = try closedRequests(concerning: me, limit: Notice.most)
        let swapped =
            actor.holds(.cpo)
            ? try swappedRequests(limit: Notice.most).filter { one in !closed.contains { $0.id == one.id } } : []
        let closings = try closings(of: closed + swapped)
        func notice(_ request: OpsRequest, _ matter: Notice.Matter) -> Notice? {
            closings[request.id].map {
                Notice(id: request.id.description, at: $0, by: request.handledBy, matter)
            }
        }
        return try reminders(to: me, limit: Notice.most).map {
            Notice(id: $0.id.description, at: $0.createdAt, by: $0.sender, .reminded($0))
        }
            + offers(to: led).map { Notice(id: $0.id.description, at: $0.createdAt, by: nil, .helped($0)) }
            + letters(to: me).map {
                Notice(id: $0.id.description, at: $0.publishedAt ?? $0.publishesAt, by: nil, .letter($0))
            }
            + closed.compactMap { notice($0, .closed($0)) } + swapped.compactMap { notice($0, .swapped($0)) }
    }
}

extension Transaction {
    /// The person has read what happened until a moment; never less than they had.
    package func see(until moment: Instant, by person: Identifier<Person>) throws {
        try connection.run(
            """
            INSERT INTO notice_mark (person, seen_until) VALUES (\(person), \(moment))
            ON CONFLICT (person) DO UPDATE SET seen_until = excluded.seen_until
            WHERE notice_mark.seen_until < excluded.seen_until
            """)
    }
}
