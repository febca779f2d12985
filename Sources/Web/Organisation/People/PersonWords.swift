package import Rouage
package import WebCore

extension Person: Paged {
    package static let sign = KindSign("people", "Personne", "Person")
    package var address: String { "/people/\(id)" }
    package func heading(_: Visit) -> String { name }
    package func place(_ visit: Visit) -> [String]? {
        active ? [job, visit.organisation.memberships(of: id).first.map { visit.name($0.unit) } ?? ""] : nil
    }
}
