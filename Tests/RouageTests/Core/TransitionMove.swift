import Rouage
import Testing

/// Everything people can do to a record of one kind: the rows of the table of its transitions.
protocol TransitionMove {
    associatedtype Record: Equatable
    associatedtype State: Hashable, CaseIterable
    /// Where each state from which the move can be made leads to.
    var ways: [State: State] { get }
    func able(from state: State) -> Set<Cast>
    func record(in state: State) -> Record
    static func state(of record: Record) -> State
    @discardableResult
    func apply(to record: inout Record, by deed: Deed) throws -> Activity?
}

extension TransitionMove {
    /// From each state, by each of the cast, it is done, closed, or not theirs; what is refused changes nothing.
    func checkTable() {
        for state in State.allCases {
            for member in Cast.allCases {
                let before = record(in: state)
                var record = before
                let result = Result { try apply(to: &record, by: member.deed) }
                let place: Testing.Comment = "\(self) from \(state) by \(member)"
                switch (able(from: state).contains(member), ways[state]) {
                case (false, _): #expect(throws: Refusal.notAllowed, place) { try result.get() }
                case (true, nil): #expect(throws: Refusal.closed, place) { try result.get() }
                case (true, let end?):
                    #expect(throws: Never.self, place) { try result.get() }
                    #expect(Self.state(of: record) == end, place)
                    continue
                }
                #expect(record == before, place)
            }
        }
    }
}
