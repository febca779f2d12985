import HTML
package import Rouage
package import Storage
package import WebCore

/// What is left to settle between teams, and the room in which they do.
package enum AlignmentRoutes {
    package static func add(to routes: Routes) {
        routes.page("/alignment", AlignmentPage.show)
        routes.page("/alignment/choice", choose)
        routes.page("/alignment/:units", RoomPage.show)
    }

    /// From the form in which teams are ticked to their room.
    private static func choose(_ visit: Visit) throws -> Answer {
        guard try visit.signedIn().isMember else { throw Refusal.notFound }
        let codes = visit.exchange.query.all("team").joined(separator: ",")
        guard let room = AlignmentRoom(codes: codes, in: visit.organisation) else {
            return .seeOther("/alignment?count=wrong")
        }
        return .seeOther(room.address)
    }

    /// Everything that is to be settled in a quarter, what is most at stake first.
    package static func alignment(_ visit: Visit, in cycle: Cycle, _ risks: CycleRisks? = nil) throws -> Alignment {
        func read() throws -> Alignment {
            let risks = try risks ?? visit.risks(of: cycle)
            let stakes = risks.lines.map { ($0.id, risks.exposure(of: $0.id)) }
            return Alignment(
                try visit.reading.records(where: "cycle = \(cycle.id)"), in: cycle, .french,
                risk: Dictionary(uniqueKeysWithValues: stakes))
        }
        // Another day, or the department of another day, is not what memory keeps.
        guard visit.past == nil, visit.organisation.day == visit.today else { return try read() }
        return try visit.site.alignments.value(QuarterDay(cycle: cycle.id, day: visit.today), visit.reading, read)
    }
}

extension Visit {
    /// The quarter in which something is to be settled: the one the page shows; for a meeting its own.
    package func cycle(of meeting: Meeting) throws -> Cycle {
        guard let cycle = cycles.first(where: { $0.id == meeting.cycle }) else { throw Refusal.notFound }
        return cycle
    }
}
