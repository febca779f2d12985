package import Rouage

/// Why something is refused, taken away, given back or opened again.
package struct Reason: Drafted {
    package enum Name: String, CaseIterable, Sendable { case reason }
    package static let limit = 400
    package static let fields: [Field<Reason>] = [.text(.reason, \.reason, upTo: limit, required: true)]
    package var reason = ""

    package init() {}
}
