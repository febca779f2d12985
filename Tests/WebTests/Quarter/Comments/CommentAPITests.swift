import Rouage
import Storage
import TestSupport
import Testing

@Suite("Comments by programs")
struct CommentAPITests {
    @Test("what is refused names its field; who removes it hears what is gone", arguments: TestDatabase.all)
    func comments(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let path = "/briefings/\(try site.id(of: Briefing.self, "ref", "B1"))/comments"
        let yanis = try await APIClient(site, as: "yanis.corbel")
        for body in ["{}", #"{"text": " "}"#, #"{"text": 3}"#] {
            let refused = try await yanis.post(path, body)
            #expect(refused.status == 422 && refused.flawedFields == ["text"], "\(body)")
        }
        let said = try await yanis.post(path, #"{"text": "D’où vient ce chiffre ?"}"#)
        #expect(said.status == 201 && said.json["author"] as? String == "yanis.corbel")
        let removal = "/comments/\(try site.id(of: Rouage.Comment.self, "text", "D’où vient ce chiffre ?"))/removal"
        #expect(try await yanis.post(removal, headers: ["If-Match": "\"7\""]).status == 412)
        let gone = try await yanis.post(removal, headers: ["If-Match": "\"1\""])
        #expect(gone.status == 200 && gone.json["kind"] as? String == "comment" && gone.json["version"] as? Int == 2)
        #expect(try await yanis.post(removal).status == 404)
    }
}
