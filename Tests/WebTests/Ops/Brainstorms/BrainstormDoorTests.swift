import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is sent to a brainstorm")
struct BrainstormDoorTests {
    private static let path = "/brainstorms/2026-Q2"

    @Test("a program hears of each field that cannot be taken, and nothing is kept", arguments: TestDatabase.all)
    func fields(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let planned = try site.brainstorm(.planned)
        let (thea, camille) = (
            try await APIClient(site, as: "thea.nogaret"), try await APIClient(site, as: "camille.aubrac")
        )
        for (path, body, wrong) in [
            ("/brainstorms", "{}", ["cycle"]), ("/brainstorms", #"{"cycle":"2031-Q9"}"#, ["cycle"]),
            (
                Self.path + "/plan", #"{"held_on":"demain","minutes":"vingt","invited":["nobody"],"guest":[]}"#,
                ["guest", "held_on", "invited", "minutes"]
            ),
            (Self.path + "/plan", #"{"minutes":null}"#, ["minutes"]), (Self.path + "/writing", "{}", []),
        ] as [(String, String, [String])] {
            let answer = try await thea.post(path, body)
            #expect(answer.status == (wrong.isEmpty ? 409 : 422) && answer.flawedFields.sorted() == wrong, "\(body)")
        }
        #expect(try site.session() == planned)
        #expect(try await thea.post(Self.path + "/beginning").status == 200)
        for (body, wrong) in [
            ("{}", ["text"]), (#"{"text":7,"source":"rumour"}"#, ["source", "text"]),
            (#"{"text":"a\u0000b"}"#, ["text"]), (#"{"text":"a","colour":"red"}"#, ["colour"]),
        ] {
            let answer = try await camille.post(Self.path + "/ideas", body)
            #expect(answer.status == 422 && answer.flawedFields.sorted() == wrong, "\(body)")
        }
        #expect(try site.store.readNow { try $0.ideaCount(in: planned.id) } == 0)
        #expect(try await camille.post(Self.path + "/ideas", #"{"text":"Une astreinte."}"#).json["ideas"] as? Int == 1)
        let own = try site.ownIdea()
        let edited = try await camille.send("PATCH", "\(Self.path)/ideas/\(own)", #"{"source":"incident"}"#)
        let idea = try site.store.readNow { try $0.ownIdea(own, of: planned.invited[0]) }
        #expect(edited.status == 200 && idea.text == "Une astreinte." && idea.source == .incident)
        #expect(try await thea.send("PATCH", "\(Self.path)/ideas/\(own)", #"{"text":"À moi"}"#).status == 404)
    }

    @Test("on the wall an idea, a group and a topic that are not there are named", arguments: TestDatabase.all)
    func wall(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let session = try site.brainstorm()
        let camille = try await APIClient(site, as: "camille.aubrac")
        for (noun, body, wrong) in [
            ("moves", #"{"to":"new"}"#, ["ideas"]), ("moves", #"{"ideas":["x"],"to":"y"}"#, ["ideas", "to"]),
            ("moves", #"{"ideas":["5@","5@"],"to":"1"}"#, ["ideas"]), ("clusters/1", #"{"title":" "}"#, ["title"]),
            ("clusters/1/merger", #"{"into":"deux"}"#, ["into"]), ("clusters/1/topic", #"{"topic":null}"#, ["topic"]),
        ] {
            let answer = try await camille.post("\(Self.path)/\(noun)", body)
            #expect(answer.status == 422 && answer.flawedFields.sorted() == wrong, "\(noun) \(body)")
        }
        #expect(try site.session() == session)
        let present = try await camille.get(Self.path)
        let tag = try #require(present.header("ETag"))
        #expect(
            try await camille.post(
                Self.path + "/clusters/1", #"{"title":"Les décisions"}"#, headers: ["If-Match": tag]
            ).status == 200)
        let late = try await camille.post(
            Self.path + "/clusters/2", #"{"title":"Qui"}"#, headers: ["If-Match": tag])
        #expect(late.status == 412, "what was read is another one by now")
    }

    @Test("a sentence says what was done; the wall holds no button to a version", arguments: TestDatabase.all)
    func told(database: TestDatabase) async throws {
        let site = try TestSite(database)
        try site.brainstorm(.planned)
        let thea = try await site.signIn(as: "thea.nogaret")
        #expect(try await thea.submit(Self.path + "/beginning").says("L'écriture a commencé."))
        #expect(try await thea.submit(Self.path + "/ideas", ["text": "Une idée"]).says("Votre idée est gardée."))
        #expect(try await thea.submit(Self.path + "/wall").says("Les idées sont au mur."))
        let page = try await thea.get(Self.path)
        _ = try await thea.submit(Self.path + "/moves", ["ideas": "1@", "to": "new"])
        #expect(page.has("action=\"\(Self.path)/closing\"") && !page.has("action=\"\(Self.path)/beginning\""))
        #expect(try await thea.submit(Self.path + "/closing").says("La séance est close."))
    }
}
