import Foundation
import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

/// Everything that can be expected of somebody, made to happen once, and looked for where they look: on their home, in
/// their inbox, through their programs. A task without a row here does not compile.
@Suite("Everything that is expected of somebody")
struct ExpectationWalkTests {
    private typealias Name = Rouage.Expectation.Task.Name

    /// Of whom it is expected, and what they read.
    private struct Row {
        let person: String
        let words: String

        init(_ person: String, _ words: String) {
            self.person = person
            self.words = words
        }
    }

    @Test(
        "stands on their home, in their inbox and in their list for programs", arguments: TestDatabase.all,
        Rouage.Expectation.Task.Name.allCases)
    func everywhere(database: TestDatabase, name: Rouage.Expectation.Task.Name) async throws {
        let site = try TestSite(database)
        let row = try stage(name, on: site)
        let client = try await APIClient(site, as: row.person)
        let items = try await client.get("/expectations").items
        let item = try #require(items.first { $0["task"] as? String == name.rawValue }, "\(items)")
        #expect(item["since"] as? String ?? "" <= site.today.description)
        let browser = try await site.signIn(as: row.person)
        let inbox = try await browser.request("GET", "/inbox")
        #expect(inbox.says(row.words) && !inbox.says("Personne n'attend rien de vous"), "\(inbox)")
        let home = try await browser.request("GET", "/")
        #expect(!home.says("Personne n'attend rien de vous"))
        // The home shows the first five, and says that there are others.
        let place = items.firstIndex { $0["task"] as? String == name.rawValue } ?? 0
        #expect(home.says(row.words) || (place >= 5 && home.says("autre")), "\(home)")
    }

    @Test("is nothing for somebody of whom nothing is expected", arguments: TestDatabase.all)
    func nothing(database: TestDatabase) async throws {
        let site = try TestSite(database)
        #expect(try await APIClient(site, as: "mehdi.rahal").get("/expectations").items.isEmpty)
        let mehdi = try await site.signIn(as: "mehdi.rahal")
        #expect(try await mehdi.request("GET", "/").says("Personne n'attend rien de vous."))
        #expect(try await mehdi.request("GET", "/inbox").says("Personne n'attend rien de vous."))
    }

    // MARK: The rows

    private func stage(_ name: Name, on site: TestSite) throws -> Row {
        switch name {
        case .answer: return Row("camille.aubrac", "Répondre à DSN : table unique des libellés")
        case .promise:
            try change("D4", on: site) { $0.state = .acknowledged }
            return Row("camille.aubrac", "S'engager envers DSN")
        case .settle: return Row("camille.aubrac", "Accepter ou refuser la date d'Identité et accès")
        case .deliver: return Row("camille.aubrac", "Livrer à DSN : reprise des corrections 2025")
        case .submit: return Row("camille.aubrac", "Déposer « Le bulletin d'un départ en cours de mois »")
        case .prepare: return Row("malo.fauvel", "Amener « Une DSN prête avant le 5 du mois » jusqu'au gel")
        case .decide: return Row("hana.diallo", "Décider de 2 initiatives")
        case .confirm:
            try change("D1", on: site) { $0.claimedOn = site.today - 1 }
            return Row("camille.aubrac", "Confirmer la réception : étiquette lisible")
        case .promiseAgain:
            try change("D5", on: site) { $0.state = .broken }
            return Row("camille.aubrac", "Proposer une nouvelle date à DSN")
        case .mitigate:
            try change("D2", on: site) { need in
                need.state = .declined
                need.decline = .init(code: .capacity, reason: "Personne avant mai.")
            }
            return Row("camille.aubrac", "Dire comment faire sans Identité et accès")
        case .tellOutcome:
            site.move(to: Day(2026, 4, 1))
            return Row("malo.fauvel", "Dire comment finit « Les rejets expliqués »")
        case .lookBack:
            site.move(to: Day(2026, 4, 1))
            return Row("malo.fauvel", "Revenir sur le T1 avec DSN")
        case .prepareSlot, .present, .rework: return try show(name, on: site)
        case .takeUp, .meet, .writeView, .writeMinutes, .finishAction: return try meet(name, on: site)
        case .answerRelay:
            try InboxTests.addRelay(to: site)
            return Row("hana.diallo", "Relais : l'équipe Bulletins, briefings à temps")
        case .firstWord, .unblock, .decideHotPotato, .takeBack, .rate: return try ask(name, on: site)
        case .planBrainstorm, .takePart, .setTable, .vote, .rule, .wish, .confirmSharing:
            return try share(name, on: site)
        case .takeOver, .agreeToTakeOver, .sayIfConcerned, .settleProject: return try carry(name, on: site)
        case .consent, .reviewPlaybook, .lookAt, .answerFeedback: return try run(name, on: site)
        case .coordinate, .follow, .settleAction, .writePostmortem: return try repair(name, on: site)
        case .answerAxis:
            _ = try site.axis("Moins de reprises", by: "thea.nogaret")
            return Row("nour.castel", "Répondre à l'axe proposé « Moins de reprises »")
        }
    }

    private func change(_ ref: String, on site: TestSite, _ verb: (inout Dependency) -> Void) throws {
        let id = try site.id(of: Dependency.self, "ref", ref)
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(id) { (need: inout Dependency) in
                verb(&need)
                return Activity(.edited)
            }
        }
    }

    /// A final presentation with a slot of Bulletins.
    private func show(_ name: Name, on site: TestSite) throws -> Row {
        site.move(to: Day(2026, 3, 25))
        let cycle = try site.id(of: Cycle.self, "label", "2026-Q2")
        let team = try site.id(of: Rouage.Unit.self, "code", "bulletins")
        let page = try site.id(of: Briefing.self, "ref", "B1")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
            let presentation = Presentation(
                id: transaction.newID(), cycle: cycle, runOfShow: [.init(team: team, initiatives: [page])])
            try transaction.add(presentation, Activity(.created))
            let rework = Rework(
                id: transaction.newID(), of: presentation.id, team: team, mean: 2.4, due: site.today + 3)
            try transaction.add(rework, Activity(.opened))
        }
        switch name {
        case .prepareSlot: return Row("lison.perrault", "Préparer le passage de Bulletins à la présentation")
        case .present: return Row("lison.perrault", "Présenter pour Bulletins à la présentation finale")
        default: return Row("hana.diallo", "Dire ce qui change pour Bulletins")
        }
    }

    private func meet(_ name: Name, on site: TestSite) throws -> Row {
        switch name {
        case .takeUp:
            _ = try site.callMeeting(by: "thea.nogaret")
            return Row("yanis.corbel", "Retenir ou non la réunion : Bulletins, Identité et accès")
        case .meet:
            _ = try site.callMeeting()
            return Row("yanis.corbel", "Réunion : Bulletins, Identité et accès")
        case .writeView:
            _ = try site.callMeeting(.async)
            return Row("yanis.corbel", "Écrire le point de vue d'Identité et accès")
        case .writeMinutes:
            _ = try site.callMeeting(by: "yanis.corbel")
            site.move(to: Day(2026, 3, 11))
            return Row("yanis.corbel", "Clore la réunion : Bulletins, Identité et accès")
        default:
            _ = try site.meetingWithAction()
            return Row("camille.aubrac", "Envoyer le jeu d'essai")
        }
    }

    private func ask(_ name: Name, on site: TestSite) throws -> Row {
        switch name {
        case .firstWord:
            _ = try site.dutyWeek()
            try site.request()
            return Row("thea.nogaret", "Donner un premier mot à 1 demande")
        case .unblock:
            try site.request()
            site.move(to: Day(2026, 3, 13))
            return Row("nour.castel", "Qui valide un accès à la base ?")
        case .decideHotPotato:
            try site.request(.inHand, isHot: true)
            return Row("hana.diallo", "Vous décidez : « Qui valide un accès à la base ? »")
        case .takeBack:
            let id = try site.request(.inHand, isHot: true)
            let ops = try site.actor("thea.nogaret")
            try site.store.writeNow(as: ops.id, at: site.clock.now()) { transaction -> Void in
                _ = try transaction.close(
                    id, .init(.answered, answer: "Tranché."), by: Deed(by: ops, on: site.today), .french)
            }
            return Row("camille.aubrac", "Reprendre la patate chaude")
        default:
            try site.request(.closed)
            return Row("camille.aubrac", "Dire si « Qui valide un accès à la base ? » vous a aidé")
        }
    }

    private func share(_ name: Name, on site: TestSite) throws -> Row {
        switch name {
        case .planBrainstorm:
            site.move(to: Day(2026, 2, 26))
            return Row("thea.nogaret", "Préparer le brainstorming du T2")
        case .takePart:
            try site.brainstorm(.writing)
            return Row("thea.nogaret", "Écrire vos idées pour le T2")
        case .setTable:
            let id = try site.id(of: Cycle.self, "label", "2026-Q2")
            try site.store.writeNow(as: nil, at: site.clock.now()) { transaction in
                var (mercato, activity) = Mercato.prepare(
                    for: try transaction.get(id), id: transaction.newID(), .french, at: transaction.now)
                mercato.opensAt = transaction.now + 86_400
                mercato.closesAt = transaction.now + 5 * 86_400
                mercato.publishesAt = transaction.now + 6 * 86_400
                try transaction.add(mercato, activity)
            }
            return Row("thea.nogaret", "Mettre des sujets sur la table du mercato")
        case .vote:
            let mercato = try site.openMercato()
            try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
                try transaction.change(mercato.id) { (mercato: inout Mercato) in
                    mercato.closesAt = transaction.now + 86_400
                    return Activity(.shifted)
                }
            }
            return Row("hana.diallo", "Voter au mercato")
        case .rule:
            let mercato = try site.openMercato()
            try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
                try transaction.change(mercato.id) { (mercato: inout Mercato) in
                    mercato.state = .closed
                    mercato.quorumMissed = true
                    return Activity(.closed)
                }
            }
            return Row("nour.castel", "Décider de ce que le mercato laisse ouvert")
        case .wish:
            _ = try site.topicsToShare()
            return Row("thea.nogaret", "Dire vos souhaits pour la répartition")
        default:
            try site.shareOut()
            return Row("thea.nogaret", "Confirmer la répartition")
        }
    }

    private func carry(_ name: Name, on site: TestSite) throws -> Row {
        switch name {
        case .takeOver, .agreeToTakeOver:
            let lison = try site.personID("lison.perrault")
            _ = try site.project(.handingOver, "Une page partout") { project in
                project.receiver = lison
                if name == .agreeToTakeOver { project.ownerAcceptance = .init(by: lison, on: site.today) }
            }
            return Row(name == .takeOver ? "lison.perrault" : "hana.diallo", "Reprendre « Une page partout »")
        case .sayIfConcerned:
            _ = try site.project(.discovery, "Qui appeler la nuit") { $0.problemState = .proposed }
            return Row("malo.fauvel", "« Qui appeler la nuit » : est-ce votre problème ?")
        default:
            _ = try site.project(.discovery, "Une page partout")
            site.move(to: Day(2026, 4, 2))
            return Row("thea.nogaret", "Régler « Une page partout »")
        }
    }

    private func run(_ name: Name, on site: TestSite) throws -> Row {
        let scene = try PlaybookScene(on: site, carriedBy: name == .consent ? .handingOver : .organisation)
        switch name {
        case .consent: return Row("hana.diallo", "Passation : « Relire un bulletin »")
        case .answerFeedback: return Row("lison.perrault", "Répondre à un avis sur « Relire un bulletin »")
        default: break
        }
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(scene.playbook) { (playbook: inout Playbook) in
                if name == .reviewPlaybook {
                    playbook.state = .toReview
                    playbook.reviewOn = site.today - 2
                }
                if name == .lookAt { playbook.relapsedOn = site.today }
                return Activity(.relapsed)
            }
            guard name == .lookAt else { return }
            // Twice in a row it was not held as written.
            for days in [2, 1] {
                let missed = Occurrence(
                    id: transaction.newID(), of: scene.playbook, edition: 2, on: site.today - days,
                    ranBy: try site.personID("lison.perrault"), doneSteps: [], teams: [], note: "", ok: false,
                    by: try site.personID("lison.perrault"), at: transaction.now)
                try transaction.add(missed, Activity(.held))
            }
        }
        return name == .lookAt
            ? Row("lison.perrault", "« Relire un bulletin » glisse")
            : Row("camille.aubrac", "Relire « Relire un bulletin »")
    }

    private func repair(_ name: Name, on site: TestSite) throws -> Row {
        let aziz = try site.personID("aziz.charvin")
        let isOver = name == .writePostmortem || name == .settleAction
        let scene = try site.incident(isOver ? .resolved : .open, withPostmortem: false, owner: "aziz.charvin")
        try site.store.writeNow(as: nil, at: site.clock.now()) { transaction -> Void in
            try transaction.change(scene.id) { (incident: inout Incident) in
                incident.lead = aziz
                return Activity(.edited)
            }
        }
        switch name {
        case .coordinate: return Row("aziz.charvin", "Incident de gravité 1 en cours : vous le coordonnez")
        case .follow: return Row("nour.castel", "Incident de gravité 1 en cours")
        case .settleAction: return Row("aziz.charvin", "Comparer dix bulletins avant l'envoi")
        default: return Row("aziz.charvin", "Publier le post-mortem")
        }
    }
}
