package import Rouage
package import WebCore

extension Rouage.Unit: Paged {
    package static let sign = KindSign("board", "Équipe", "Team")
    package var address: String { "/teams/\(code.inQuery)" }
    package func heading(_: Visit) -> String { name }
    package func place(_ visit: Visit) -> [String]? {
        [visit.say(Self.sign.name), visit.organisation.tribe(of: id)?.name ?? ""]
    }
}
