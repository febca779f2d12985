import Foundation
import Rouage

/// What a page that saves itself is told: the version now kept, and whatever somebody else wrote meanwhile.
package struct Saved: Encodable {
    private let version: Int
    private let savedAt: String
    /// Parts that somebody else changed, by the name of their field in the form.
    private let merged: [String: String]

    package init(version: Int, _ visit: Visit, merged: [String: String] = [:]) {
        let (hour, minute) = visit.now.clock(in: visit.site.clock.zone)
        self.version = version
        savedAt = visit.dates.clock(hour, minute)
        self.merged = merged
    }
}

extension Answer {
    /// What a script of a page reads, under the names that the value gives its parts.
    package static func script(_ value: some Encodable) throws -> Answer {
        .json(Array(try JSONEncoder().encode(value)))
    }
}
