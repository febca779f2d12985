import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is sent to a vote")
struct MercatoDoorTests {
    private static let path = "/mercatos/2026-Q2"

    @Test("a ballot names what it cannot take, and no score is told back", arguments: TestDatabase.all)
    func ballot(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let mercato = try site.openMercato()
        let hana = try await APIClient(site, as: "hana.diallo")
        let saved = try await hana.send(
            "PUT", Self.path + "/ballot",
            #"{"scores":{"S1":"3","S2":"1"},"words":{"S1":"Avant tout."},"concerned":["S2"]}"#)
        #expect(saved.status == 200 && saved.json["ballots"] as? Int == 1 && !saved.html.contains("Avant tout"))
        for (body, wrong) in [
            (#"{"scores":{"S9":"3"}}"#, ["scores"]), (#"{"scores":{"S1":"4"}}"#, ["scores"]),
            (#"{"scores":{"S1":3}}"#, ["scores"]),
            (#"{"words":{"S9":"a"},"concerned":["S9"]}"#, ["concerned", "words"]),
            (#"{"words":{"S1":"a\u0000b"}}"#, ["words"]), (#"{"ballot":"3"}"#, ["ballot"]),
        ] {
            let answer = try await hana.send("PUT", Self.path + "/ballot", body)
            #expect(answer.status == 422 && answer.flawedFields.sorted() == wrong, "\(body)")
        }
        let me = try site.id(of: Person.self, "code", "hana.diallo")
        func own() throws -> Ballot? { try site.store.readNow { try $0.ownBallot(of: me, in: mercato) } }
        #expect(try own()?.scores == [.must, .notNow, nil, nil] && own()?.conflicts == [1])
        // What is left out stays; what is empty is taken back.
        let tag = try #require(try await hana.get(Self.path).header("ETag"))
        let again = try await hana.send(
            "PUT", Self.path + "/ballot", #"{"scores":{"S1":"","S3":"0"}}"#, headers: ["If-Match": tag])
        #expect(again.status == 200)
        #expect(try own()?.scores == [nil, .notNow, .noOpinion, nil] && own()?.words.first == "Avant tout.")
        let ops = try await APIClient(site, as: "thea.nogaret")
        #expect(try await ops.send("PUT", Self.path + "/ballot", #"{"scores":{"S1":"3"}}"#).status == 403)
    }

    @Test("rules, table and dates name every field that cannot be taken", arguments: TestDatabase.all)
    func preparing(database: TestDatabase) async throws {
        let site = try TestSite(database)
        site.move(to: Day(2026, 3, 3))
        _ = try site.topic("Un sujet prêt", .ready)
        try site.turn()
        let thea = try await APIClient(site, as: "thea.nogaret")
        let before = try site.mercato()
        for (noun, body, wrong) in [
            (
                "settings",
                #"{"cpo_votes":"oui","visibility":"nobody","session_quorum":5,"craft_minimum":null,"item_quorum":"x"}"#,
                ["cpo_votes", "craft_minimum", "item_quorum", "session_quorum", "visibility"]
            ), ("table", "{}", ["topics"]), ("table", #"{"topics":["S9"]}"#, ["topics"]),
            ("dates", #"{"opens":"2026-02-30"}"#, ["opens", "reason"]), ("dates", #"{"opens":""}"#, ["reason"]),
        ] {
            let answer = try await thea.post("\(Self.path)/\(noun)", body)
            #expect(answer.status == 422 && answer.flawedFields.sorted() == wrong, "\(noun) \(body)")
        }
        #expect(try site.mercato() == before)
        let page = try await site.signIn(as: "thea.nogaret").submit(
            "/mercato/2026-Q2/settings", ["version": "\(before.version)", "session_quorum": "70"])
        #expect(page.path == "/mercato/2026-Q2/table" && page.says("Les règles sont changées."))
    }
}
