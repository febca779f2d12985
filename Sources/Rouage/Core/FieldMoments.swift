extension Field {
    /// A day and an hour on the department's clocks, or none; programs and files say it in Universal Time. A form shows
    /// its minute: one that is not changed keeps its seconds.
    package static func moment(_ name: Draft.Name, _ place: any Place<Instant?>) -> Field {
        Field(name, .moment) { draft, sent, _ in
            guard let text = sent.plain else { return .notADay }
            if text == draft[keyPath: place]?.typed { return nil }
            let moment = Instant(text) ?? Instant(typed: text)
            if moment == nil && !text.isEmpty { return .notADay }
            draft[keyPath: place] = moment
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map { [$0.description] } ?? []
        }
    }

    /// Several texts, one a line in a form and a list in JSON in a file.
    /// - Parameters:
    ///   - limit: of one of them.
    ///   - most: how many there are at most.
    package static func lines(_ name: Draft.Name, _ place: any Place<[String]>, upTo limit: Int, most: Int) -> Field {
        Field(name, .lines) { draft, sent, _ in
            let written: [String]
            switch sent {
            case .typed(let text): written = JSONCell.read(text)?.list ?? [text]
            case .nothing, .several, .text, .whole, .fraction, .flag, .texts, .wholes, .named, .rows:
                guard let list = sent.list else { return .notText }
                written = list
            }
            let lines = written.flatMap { $0.split(whereSeparator: \.isNewline) }.map { String($0).written }
            guard !lines.contains(where: { $0.utf8.contains(0) }) else { return .notText }
            draft[keyPath: place] = lines.filter { !$0.isEmpty }
            return nil
        } cells: { draft, _ in
            [JSONCell.text(draft[keyPath: place])]
        } check: { draft in
            let lines = draft[keyPath: place]
            if lines.count > most { return .outOfRange(1...most) }
            let over = lines.map { $0.excess(over: limit) }.max() ?? 0
            return over > 0 ? .tooLong(by: over) : nil
        }
    }
}

extension Instant {
    /// `2026-03-05T16:20` on the department's clocks, as the field of a form holds it.
    package var typed: String {
        let (hour, minute) = clock(in: WorkCalendar.zone)
        return "\(day(in: WorkCalendar.zone))T\(hour.padded(2)):\(minute.padded(2))"
    }

    init?(typed text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        let clock = parts.count == 2 ? parts[1].split(separator: ":").prefix(2).compactMap { Int($0) } : []
        guard clock.count == 2, (0..<24).contains(clock[0]), (0..<60).contains(clock[1]),
            let day = Day(String(parts[0]))
        else { return nil }
        self.init(day, hour: clock[0], minute: clock[1], in: WorkCalendar.zone)
    }
}
