import Rouage
import Storage
import TestSupport
import Testing

@Suite("The page of a meeting")
struct MeetingPageTests {
    @Test("planned, begun, answered, minuted and ended: what moved is its outcome", arguments: TestDatabase.all)
    func held(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let planned = try await camille.submit(
            "/meetings",
            [
                "teams": "bulletins,identite", "cycle": "2026-Q2", "mode": "sync", "starts_on": "2026-03-10",
                "starts_at": "14:00", "length": "30", "place": "Salle Moulin",
            ])
        let path = planned.path
        #expect(planned.says("mar. 10 mars, 14 h 00") && planned.says("Salle Moulin"))
        #expect(planned.says("Lien de consultation sans mot de passe"))
        #expect(try await camille.submit(path + "/opening").says("En cours"))
        let id = try site.id(of: Dependency.self, "ref", "D2")
        let answered = try await camille.submit(
            "/dependencies/\(id)/counter-proposal-acceptance", ["version": "1", "back": path])
        #expect(answered.path.hasPrefix(path) && answered.says("Ce qui a bougé depuis le début"))
        #expect(answered.says("contre-proposition acceptée, Camille Aubrac"))
        #expect(answered.says("Tout est réglé"))
        let yanis = try await site.signIn(as: "yanis.corbel")
        _ = try await yanis.submit(
            path + "/decisions",
            ["decision": "Le lien ouvre le dernier bulletin.", "reason": "C’est assez pour l’essai."])
        let acted = try await yanis.submit(
            path + "/actions", ["what": "Prévenir le support", "owner": "camille.aubrac", "due": "2026-03-12"])
        #expect(acted.says("Prévenir le support") && acted.says("jeu. 12 mars"))
        let version = "\(try site.store.readNow { try $0.records(Meeting.self)[0].version })"
        let ended = try await camille.submit(path + "/closing", ["version": version, "minutes": ""])
        #expect(ended.says("Tenue") && ended.says("Ce qui a bougé"))
        let meeting: Meeting = try site.store.readNow { try $0.records()[0] }
        #expect(meeting.state == .held && meeting.moved == [id])
        let log = try await site.signIn(as: "thea.nogaret").get("/decisions")
        #expect(log.says("Le lien ouvre le dernier bulletin.") && log.says("Yanis Corbel"))
        let action: MeetingAction = try site.store.readNow { try $0.records()[0] }
        #expect(try await camille.submit("/meeting-actions/\(action.id)/completion").says("Faite"))
    }

    @Test("a form that is refused comes back with what was typed, and says what is wrong", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            "/meetings",
            [
                "teams": "bulletins,identite", "mode": "sync", "starts_on": "2026-03-04", "starts_at": "14:00",
                "length": "500", "place": "Salle Rivière",
            ])
        #expect(page.status == 422 && page.value(of: "place") == "Salle Rivière")
        #expect(page.says("La rencontre n'est pas prévue."))
        #expect(try await camille.submit("/meetings", ["team": "bulletins", "mode": "sync"]).status == 422)
        #expect(try await camille.submit("/meetings", ["teams": "dsn,identite", "mode": "sync"]).status == 403)
        let id = try site.callMeeting()
        let early = try await camille.submit("/meetings/\(id)/closing", ["minutes": "Vu."])
        #expect(early.status == 409)
        _ = try await camille.submit("/meetings/\(id)/opening")
        let long = String(repeating: "a", count: Meeting.minutesLimit + 1)
        let over = try await camille.submit("/meetings/\(id)/minutes", ["minutes": long])
        #expect(over.status == 422 && over.has(long))
        #expect(try await camille.submit("/meetings/\(id)/cancellation", ["reason": ""]).status == 422)
    }

    @Test("two people who end it at once: one does, the other sees that it is done", arguments: TestDatabase.all)
    func twice(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.callMeeting()
        let camille = try await site.signIn(as: "camille.aubrac")
        let yanis = try await site.signIn(as: "yanis.corbel")
        _ = try await camille.submit("/meetings/\(id)/opening")
        let version = "\(try site.meeting(id).version)"
        _ = try await camille.submit("/meetings/\(id)/closing", ["version": version, "minutes": "Le mien."])
        let second = try await yanis.submit("/meetings/\(id)/closing", ["version": version, "minutes": "Le sien."])
        #expect(second.status == 409)
        #expect(try site.meeting(id).minutes == "Le mien.")
    }
}
