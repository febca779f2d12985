package import Rouage
package import WebCore

extension Dependency: Paged {
    package static let sign = KindSign("link", "Dépendance", "Dependency")
    package var address: String { "/dependencies/\(id)" }
    package func heading(_ visit: Visit) -> String {
        what.set(in: visit.language(of: visit.organisation.units[askingTeam]?.lead))
    }
    package func place(_ visit: Visit) -> [String]? {
        let (asker, giver) = (visit.name(askingTeam), givingTeam.map { visit.name($0) } ?? externalParty)
        let teams = Phrase(fr: "\(asker) attend \(giver)", en: "\(asker) waits for \(giver)")
        return [visit.say(Self.sign.name), visit.say(teams)]
    }
}
