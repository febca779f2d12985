import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// An incident that Camille reported, with a line of its timeline, an action and a post-mortem.
struct IncidentScene {
    let id: Identifier<Incident>
    let line: Identifier<IncidentLine>
    let action: Identifier<IncidentAction>
    let postmortem: Identifier<Postmortem>
}

extension TestSite {
    /// - Parameter published: whether the post-mortem of one that is resolved is out.
    @discardableResult
    func incident(
        _ state: Incident.State, title: String = "Les bulletins de mars partent sans net", published: Bool = true,
        withPostmortem: Bool = true,
        startedAt: Instant? = nil, severity: Incident.Severity = .one, owner: String = "camille.aubrac"
    ) throws -> IncidentScene {
        let camille = try id(of: Person.self, "code", "camille.aubrac")
        let owner = try id(of: Person.self, "code", owner)
        let start = startedAt ?? clock.now() + -7_200
        return try store.writeNow(as: camille, at: clock.now()) { transaction in
            let bulletins = try transaction.organisation(on: today).unitsByCode["bulletins"]
            let isOver = state != .open && state != .mitigated
            let draft = Incident.Draft(
                title: title, severity: severity, startedAt: start, detectedAt: start + 600,
                mitigatedAt: state == .open ? nil : start + 1_800, resolvedAt: isOver ? start + 3_600 : nil,
                teams: [bulletins].compactMap(\.self), customerEffect: "1 260 salariés ne voient pas leur net.")
            let id = transaction.newID(Incident.self)
            let incident = Incident(
                id: id, ref: "i-\(id)", draft, state: state, by: camille, at: transaction.now)
            let line = IncidentLine(
                id: transaction.newID(), of: id, at: start + 900, "Édition suspendue.", by: camille,
                on: transaction.now)
            let action = IncidentAction(
                id: transaction.newID(), ref: "a-\(id)", of: id, what: "Comparer dix bulletins avant l’envoi",
                owner: owner, due: today + 10, at: transaction.now)
            var page = Postmortem(
                id: transaction.newID(), of: id,
                .init(
                    summary: "Une mise à jour a retiré la rubrique du net.",
                    factors: ["Aucun essai ne comparait deux mois."]), by: camille, at: transaction.now)
            if isOver, published { page.publishedOn = today }
            try transaction.add(incident, Activity(.opened))
            try transaction.add(line, Activity(.created))
            try transaction.add(action, Activity(.agreed))
            if withPostmortem { try transaction.add(page, Activity(.created)) }
            return IncidentScene(id: id, line: line.id, action: action.id, postmortem: page.id)
        }
    }
}
