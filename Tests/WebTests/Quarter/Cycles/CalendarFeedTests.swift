import Rouage
import Storage
import TestSupport
import Testing

@Suite("Meetings as a calendar reads them")
struct CalendarFeedTests {
    /// The address that the account page shows once.
    private func address(_ browser: Browser) async throws -> String {
        let page = try await browser.submit("/account/calendar", follow: false)
        let text = try #require(
            page.html.firstMatch(of: #/value="[a-z]+://[^"\/]*(\/meetings\/feed\/[0-9a-f]+\.ics)"/#))
        return String(text.1)
    }

    @Test(
        "holds the meetings of one's teams as RFC 5545 asks: CR LF, folded, escaped, with its time zone",
        arguments: TestDatabase.all)
    func feed(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let id = try site.callMeeting()
        _ = try site.callMeeting(.async, by: "malo.fauvel", teams: ["dsn", "moteur"])
        let address = try await address(site.signIn(as: "camille.aubrac"))
        let answer = try await site.visitor().request("GET", address)
        #expect(answer.status == 200 && answer.header("Content-Type") == "text/calendar; charset=utf-8")
        let text = answer.html
        #expect(text.hasPrefix("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n") && text.hasSuffix("END:VCALENDAR\r\n"))
        #expect(!text.replacing("\r\n", with: "").contains("\n") && !text.replacing("\r\n", with: "").contains("\r"))
        #expect(text.replacing("\r\n", with: "\n").split(separator: "\n").allSatisfy { $0.utf8.count <= 75 })
        let unfolded = text.replacing("\r\n ", with: "")
        let lines = unfolded.replacing("\r\n", with: "\n").split(separator: "\n").map(String.init)
        #expect(lines.count { $0 == "BEGIN:VEVENT" } == 1)
        #expect(lines.contains("UID:\(id)@rouage") && lines.contains("SEQUENCE:0"))
        #expect(lines.contains("DTSTART;TZID=Europe/Paris:20260310T140000"))
        #expect(lines.contains("DTEND;TZID=Europe/Paris:20260310T143000"))
        #expect(lines.contains("SUMMARY:Alignement\u{A0}: Bulletins\\, Identité et accès"))
        #expect(lines.contains("LOCATION:Salle Moulin\\, 2e étage") && lines.contains("STATUS:CONFIRMED"))
        #expect(lines.contains("BEGIN:VTIMEZONE") && lines.contains("TZOFFSETTO:+0100"))
        #expect(lines.contains("DTSTART:20251026T030000"))
    }

    @Test(
        "a change counts up, a meeting called off stays as such, one in writing is a day", arguments: TestDatabase.all)
    func changes(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let address = try await address(camille)
        let id = try site.callMeeting()
        _ = try await camille.submit("/meetings/\(id)/date", ["starts_on": "2026-03-11", "starts_at": "10:00"])
        var text = try await site.visitor().request("GET", address).html
        #expect(text.contains("SEQUENCE:1\r\n") && text.contains("DTSTART;TZID=Europe/Paris:20260311T100000"))
        _ = try await camille.submit("/meetings/\(id)/cancellation", ["reason": "Réglé hier."])
        text = try await site.visitor().request("GET", address).html
        #expect(
            text.contains("SEQUENCE:2\r\n") && text.contains("STATUS:CANCELLED") && text.contains("UID:\(id)@rouage"))
        _ = try site.callMeeting(.async)
        text = try await site.visitor().request("GET", address).html
        #expect(text.contains("DTSTART;VALUE=DATE:20260311\r\n") && text.contains("DTEND;VALUE=DATE:20260312\r\n"))
    }

    @Test(
        "the address is secret: kept as a hash, replaced, revoked, and closed with its account",
        arguments: TestDatabase.all)
    func secret(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let camille = try await site.signIn(as: "camille.aubrac")
        let first = try await address(camille)
        let kept = try site.store.readNow { try $0.all("SELECT token FROM calendar_feed") { $0.text(0) } }
        #expect(kept.count == 1 && !first.contains(kept[0]))
        #expect(try await !camille.get("/account").has(first))
        let second = try await address(camille)
        #expect(try await site.visitor().request("GET", first).status == 404)
        #expect(try await site.visitor().request("GET", second).status == 200)
        _ = try await camille.submit("/account/calendar/revocation")
        #expect(try await site.visitor().request("GET", second).status == 404)
        #expect(try await camille.submit("/account/calendar/revocation").status == 404)
        let third = try await address(camille)
        let id = try site.id(of: Person.self, "code", "camille.aubrac")
        _ = try await site.signIn(as: "loic.perdrix").submit("/accounts/\(id)/closure")
        #expect(try await site.visitor().request("GET", third).status == 404)
        for wrong in [
            "/meetings/feed/.ics", "/meetings/feed/\(String(repeating: "a", count: 64)).ics", "/meetings/feed/a",
        ] {
            #expect(try await site.visitor().request("GET", wrong).status == 404)
        }
    }
}
