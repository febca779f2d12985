extension Field {
    /// Several whole numbers, each within a range, in their order.
    package static func numbers(_ name: Draft.Name, _ place: any Place<[Int]>, in range: ClosedRange<Int>) -> Field {
        Field(name, .numbers(range)) { draft, sent, _ in
            guard let numbers = sent.numbers else { return .notANumber }
            draft[keyPath: place] = numbers
            return nil
        } cells: { draft, _ in
            draft[keyPath: place].map(\.description)
        } check: {
            $0[keyPath: place].allSatisfy(range.contains) ? nil : .outOfRange(range)
        }
    }
}
