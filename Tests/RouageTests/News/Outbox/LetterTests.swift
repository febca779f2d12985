import Testing

@testable import Rouage

@Suite("A letter that does not arrive")
struct LetterTests {
    private let now = Instant("2026-03-05T09:00:00.000Z")!

    private func letter(tries: Int) -> Letter {
        Letter(
            id: Identifier("019c0000-0000-7000-8000-000000000000")!, by: .test, to: "théa", "Le T2 est gelé.",
            tries: tries)
    }

    @Test("is tried again after a minute, then after twice as long, at most six hours")
    func waits() {
        let minutes = (1...11).map { (letter(tries: $0).next(after: now).milliseconds - now.milliseconds) / 60_000 }
        #expect(minutes == [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360])
    }

    @Test("is given up after more than a day")
    func ends() {
        #expect(!letter(tries: Letter.mostTries - 1).isLastTry && letter(tries: Letter.mostTries).isLastTry)
        var moment = now
        for tries in 1..<Letter.mostTries { moment = letter(tries: tries).next(after: moment) }
        #expect(moment > now + 24 * 3_600)
    }
}
