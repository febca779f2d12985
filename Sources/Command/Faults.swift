import Foundation
import Rouage
import Storage

extension Stop {
    /// A fault in a sentence that says what to do.
    init(_ error: any Error) {
        switch error {
        case let failure as StorageFailure: text = Self.words(failure)
        case let refusal as Refusal: text = "Refused: \(refusal)."
        default: text = "\(error)"
        }
    }

    private static func words(_ failure: StorageFailure) -> String {
        switch failure.cause {
        case .unavailable: "The database does not answer: \(failure.description)"
        case .locked: "The database is busy: another process holds it. Try again in a minute."
        case .full: "The disk is full. Nothing that was saved is lost; make room and start again."
        case .newerVersion:
            failure.description
        case .statement: "The database refused a statement: \(failure.description)"
        }
    }
}
