import Foundation
import TestSupport
import Testing

@Suite("The server as a process", .serialized)
struct ServeTests {
    /// A server on a free port, with what it said when it was ready.
    private func serve(_ address: String) throws -> (Process, greeting: String, port: Int) {
        let (process, out, _) = try Ran.start(["serve", "--port", "0"], environment: ["ROUAGE_DATABASE": address])
        var said = ""
        while !said.contains("Ctrl+C") {
            let part = out.fileHandleForReading.availableData
            if part.isEmpty { break }
            said += String(decoding: part, as: UTF8.self)
        }
        let port = try #require(said.firstMatch(of: #/http:\/\/127\.0\.0\.1:(\d+)/#).flatMap { Int($0.1) }, "\(said)")
        return (process, said, port)
    }

    @Test("says where it is, who can enter and how it is stopped", arguments: TestDatabase.all)
    func greeting(database: TestDatabase) throws {
        let address = try database.address()
        let (empty, first, _) = try serve(address)
        #expect(first.contains("Nobody can sign in yet") && first.contains("rouage user add CODE"))
        empty.terminate()
        empty.waitUntilExit()
        #expect(empty.terminationStatus == 0)
        let demo = try database.address()
        #expect(try Ran.rouage("demo", environment: ["ROUAGE_DATABASE": demo]).code == 0)
        let (process, said, _) = try serve(demo)
        #expect(said.contains("One click signs you in as: Camille Aubrac"))
        process.terminate()
        process.waitUntilExit()
    }

    @Test("ends when it is asked to, with pages that listen", arguments: TestDatabase.all)
    func stops(database: TestDatabase) async throws {
        let address = try database.address()
        #expect(try Ran.rouage("demo", environment: ["ROUAGE_DATABASE": address]).code == 0)
        let (process, _, port) = try serve(address)
        let listening = try Wire(port)
        try listening.send("GET /live?subjects=briefing:* HTTP/1.1", ["Cookie: \(try enter(port))"])
        #expect(try listening.heard(until: "retry").contains("retry"))
        process.terminate()
        // It ends by itself: a page that listens would keep it for ever.
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    private func enter(_ port: Int) throws -> String {
        let wire = try Wire(port)
        try wire.send(
            "POST /sign-in HTTP/1.1",
            ["Content-Type: application/x-www-form-urlencoded", "Content-Length: 17"], "as=camille.aubrac")
        let answer = try wire.heard(until: "\r\n\r\n")
        return String(try #require(answer.firstMatch(of: #/[Ss]et-[Cc]ookie: (rouage=[0-9a-f]+)/#)?.1))
    }

    @Test("says in a sentence that its port is taken", arguments: TestDatabase.all)
    func portTaken(database: TestDatabase) throws {
        let address = try database.address()
        let (process, _, port) = try serve(address)
        defer { process.terminate() }
        let ran = try Ran.rouage("serve", "--port", String(port), environment: ["ROUAGE_DATABASE": address])
        #expect(ran.code == 1)
        #expect(ran.err.hasPrefix("Port \(port) is taken by another program."), "\(ran.err)")
    }
}
