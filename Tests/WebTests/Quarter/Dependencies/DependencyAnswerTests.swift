import Rouage
import Storage
import TestSupport
import Testing

@Suite("Answering a dependency")
struct DependencyAnswerTests {
    /// `D4`: DSN waits for Bulletins, which has not answered. `D2`: Bulletins has a counter-proposal of Identité.
    private func open(_ site: TestSite, _ ref: String) throws -> (id: Identifier<Dependency>, path: String) {
        let id = try site.id(of: Dependency.self, "ref", ref)
        return (id, "/dependencies/\(id)")
    }

    private func state(_ site: TestSite, _ id: Identifier<Dependency>) throws -> Dependency.State {
        try site.store.readNow { try $0.get(id).state }
    }

    @Test("the giver commits at once to what was only pointed out", arguments: TestDatabase.all)
    func commits(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get(path).says("Je m'engage"))
        let page = try await camille.submit(
            "\(path)/commitment",
            ["version": "1", "committed_for": "2026-04-02", "effort_days": "6", "contact": "camille.aubrac"])
        #expect(page.status == 200)
        #expect(page.says("Engagée"))
        #expect(page.says("Camille Aubrac s'engage pour le 2 avr."))
        #expect(page.says("elle sera notée rompue"))
        #expect(try state(site, id) == .committed)
    }

    @Test("acknowledged, claimed, contested, claimed again and received", arguments: TestDatabase.all)
    func delivers(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let malo = try await site.signIn(as: "malo.fauvel")
        _ = try await camille.submit("\(path)/acknowledgement", ["contact": "aziz.charvin"])
        #expect(try state(site, id) == .acknowledged)
        // The contact that was named answers too.
        let aziz = try await site.signIn(as: "aziz.charvin")
        _ = try await aziz.submit("\(path)/commitment", ["committed_for": "2026-04-03", "effort_days": "4"])
        #expect(try state(site, id) == .committed)
        #expect(try await aziz.submit("\(path)/claim").says("Annoncée livrée le 5 mars"))
        #expect(
            try await malo.submit("\(path)/claim-refusal", ["reason": "Il manque les codes."]).says(
                "Il manque les codes."))
        _ = try await aziz.submit("\(path)/claim")
        let page = try await malo.submit("\(path)/receipt")
        #expect(page.says("Malo Fauvel confirme la réception"))
        #expect(try state(site, id) == .delivered)
    }

    @Test("a counter-proposal is refused, made again and accepted", arguments: TestDatabase.all)
    func counters(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D2")
        let camille = try await site.signIn(as: "camille.aubrac")
        let yanis = try await site.signIn(as: "yanis.corbel")
        #expect(try await camille.get(path).says("J'accepte le 29 avr."))
        _ = try await camille.submit("\(path)/counter-proposal-refusal", ["reason": "L’essai commence le 20."])
        #expect(try state(site, id) == .acknowledged)
        _ = try await yanis.submit(
            "\(path)/counter-proposal", ["counter_date": "2026-04-22", "reason": "La bascule est avancée."])
        let page = try await camille.submit("\(path)/counter-proposal-acceptance")
        #expect(page.says("Camille Aubrac accepte le 22 avr."))
        #expect(page.says("d'abord le 15 avr."))
        #expect(try state(site, id) == .committed)
    }

    @Test("declined: a fallback, one more request, and no second one", arguments: TestDatabase.all)
    func declines(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let malo = try await site.signIn(as: "malo.fauvel")
        let refused = ["code": "capacity", "reason": "Deux absences en avril."] as KeyValuePairs
        #expect(try await camille.submit("\(path)/decline", refused).says("Refusée"))
        #expect(
            try await malo.submit("\(path)/mitigation", ["mitigation": "Un export à la main."]).says(
                "Un export à la main."))
        _ = try await malo.submit("\(path)/new-request", ["what": "La table, sans l’historique", "reason": "Moins"])
        #expect(try state(site, id) == .pointedOut)
        _ = try await camille.submit("\(path)/decline", refused)
        let again = try await malo.submit("\(path)/new-request", ["what": "Encore moins", "reason": "Encore"])
        #expect(again.status == 413)
        #expect(again.says("Vous avez déjà redemandé ce trimestre"))
        #expect(again.says("Encore moins"))
        _ = try await malo.submit("\(path)/withdrawal", ["reason": "Nous faisons sans."])
        #expect(try state(site, id) == .withdrawn)
    }

    @Test("a promise taken back is broken, and promised anew when the asker agrees", arguments: TestDatabase.all)
    func breaks(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D1")
        let wassim = try await site.signIn(as: "wassim.ferhat")
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await wassim.submit("\(path)/withdrawn-promise", ["reason": "Incident de paie."]).says("Rompue"))
        _ = try await wassim.submit("\(path)/counter-proposal", ["counter_date": "2026-04-20", "reason": "Repris."])
        #expect(try await camille.submit("\(path)/counter-proposal-acceptance").says("rompue 1 fois"))
        #expect(try state(site, id) == .committed)
    }

    @Test("a refused answer comes back open, with what was typed and the reason beside it", arguments: TestDatabase.all)
    func comesBack(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-05-02", "effort_days": "6"])
        #expect(page.status == 422)
        #expect(page.value(of: "committed_for") == "2026-05-02")
        #expect(page.value(of: "effort_days") == "6")
        #expect(page.has("open><summary class=\"btn pri\">"))
        #expect(page.has("aria-invalid=\"true\""))
        #expect(try state(site, id) == .pointedOut)
        let words = try await camille.submit(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-04-02", "effort_days": "peu"])
        #expect(words.status == 422)
        #expect(words.says("Écrivez un nombre entier"))
        let bare = try await camille.submit("\(path)/decline", ["version": "1", "code": "capacity", "reason": " "])
        #expect(bare.status == 422)
        #expect(try state(site, id) == .pointedOut)
    }

    @Test("of two givers who answer at once one wins, the other reads what was said", arguments: TestDatabase.all)
    func twoGivers(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        _ = try await camille.submit(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-04-02", "effort_days": "6"])
        let late = try await fabrice.submit(
            "\(path)/decline", ["version": "1", "code": "priority", "reason": "Pas ce trimestre."])
        #expect(late.status == 409)
        #expect(late.says("Quelqu'un a déjà répondu"))
        #expect(late.says("Camille Aubrac s'engage pour le 2 avr."))
        #expect(late.says("Pas ce trimestre."))
        #expect(try state(site, id) == .committed)
    }

    @Test("of two givers who promise at the same moment one does, the other reads it", arguments: TestDatabase.all)
    func sameMoment(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let fabrice = try await site.signIn(as: "fabrice.delmotte")
        async let one = camille.attempt(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-04-02", "effort_days": "6"])
        async let two = fabrice.attempt(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-04-01", "effort_days": "4"])
        let pages = try await [one, two]
        #expect(Set(pages.map(\.status)) == [303, 409])
        let late = try #require(pages.first { $0.status == 409 })
        #expect(late.says("Quelqu'un a déjà répondu") && late.says("s'engage pour le"))
        #expect(try state(site, id) == .committed)
    }

    @Test(
        "who may not answer reads who may", arguments: TestDatabase.all,
        ["lison.perrault", "thea.nogaret", "nour.castel", "malo.fauvel"])
    func wrongRole(database: TestDatabase, code: String) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let somebody = try await site.signIn(as: code)
        let page = try await somebody.submit(
            "\(path)/commitment", ["version": "1", "committed_for": "2026-04-02", "effort_days": "6"])
        #expect(page.status == 403)
        #expect(page.says("La réponse revient à Camille Aubrac"))
        #expect(try state(site, id) == .pointedOut)
    }

    @Test("an answer given in the table leads back to the same table", arguments: TestDatabase.all)
    func leadsBack(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (id, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(try await camille.get("/dependencies?side=giving").says("Je contre-propose"))
        let answer = try await camille.submit(
            "\(path)/acknowledgement",
            ["back": "table", "query": "side=giving&sort=-what\r\nX-Evil: 1", "contact": "camille.aubrac"],
            follow: false)
        #expect(answer.location == "/dependencies?side=giving#d-\(id)")
        let briefing = try await camille.submit(
            "\(path)/commitment", ["back": "briefing", "committed_for": "2026-04-02", "effort_days": "6"], follow: false
        )
        #expect(briefing.location?.hasPrefix("/briefings/") == true)
    }

    @Test("what people write is shown as they wrote it, never as markup", arguments: TestDatabase.all)
    func escapes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let (_, path) = try open(site, "D4")
        let camille = try await site.signIn(as: "camille.aubrac")
        let evil = "<script>alert(1)</script>'; DROP TABLE dependency; --"
        let page = try await camille.submit("\(path)/decline", ["code": "other", "reason": evil])
        #expect(page.says(evil))
        #expect(!page.has("<script>alert"))
    }
}
