import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// When people come together: a meeting of two teams, the final presentation, the look back.
extension QuarterReplay {
    private static let stage = "/presentations/2026-Q2"

    /// Two teams meet: called, begun, and ended with its minutes.
    func meet() async throws -> Bool {
        let number = count(.minutes)
        let teams = department.teams
        let one = teams[number % teams.count]
        let other = teams[(number + 1 + number % (teams.count - 1)) % teams.count]
        let person = department.speaker(of: one.id)
        let page = try await send(
            .minutes, by: person, "/meetings",
            [
                "teams": "\(one.code),\(other.code)", "cycle": "2026-Q2", "mode": "sync",
                "starts_on": "\(WorkCalendar.french.adding(workingDays: 1, to: day))", "starts_at": "14:00",
                "length": "30",
                "place": "Salle \(number)",
            ])
        let meeting = page.location ?? ""
        try await send(.minutes, by: person, "\(meeting)/opening")
        try await send(.minutes, by: person, "\(meeting)/closing", ["minutes": "Ce que la réunion \(number) a réglé."])
        return true
    }

    private var slots: [Presentation.Slot] {
        get throws { try presentation?.runOfShow ?? [] }
    }

    var presentation: Presentation? {
        get throws { try site.store.readNow { try $0.records(Presentation.self).first } }
    }

    /// A team writes what it will say.
    func polish() async throws -> Bool {
        let (slots, number) = (try slots, count(.polish))
        guard !slots.isEmpty else { return false }
        let team = slots[number % slots.count].team
        let person = department.speaker(of: team)
        try await send(
            .polish, by: person, "\(Self.stage)/slots/\(team)",
            ["minutes": "6", "notes": "Version \(number) de ce que nous dirons.", "presenter": person, "ready": "true"])
        return true
    }

    /// The show begins, and goes on to the next slide.
    func advance() async throws -> Bool {
        guard let presentation = try presentation, let first = presentation.runOfShow.first else { return false }
        let person = department.speaker(of: first.team)
        if presentation.state != .live {
            try await send(.present, by: person, "\(Self.stage)/start", ["version": "\(presentation.version)"])
            return true
        }
        try await send(
            .present, by: person, "\(Self.stage)/position", ["version": "\(presentation.version)", "go": "next"])
        return true
    }

    func question() async throws -> Bool {
        let number = count(.question)
        try await send(
            .question, by: viewer(number), "\(Self.stage)/follow/questions",
            ["text": "Question \(number) de la salle ?", "about": "whole"])
        return true
    }

    func vote() async throws -> Bool {
        let number = count(.vote)
        try await send(
            .vote, by: viewer(number), "\(Self.stage)/follow/confidence", ["value": "\(3 + number % 3)"])
        return true
    }

    private func viewer(_ number: Int) -> String { department.everyone[number % department.everyone.count] }

    /// The team’s three answers, written by several of it one after the other.
    func lookBack() async throws -> Bool {
        let number = count(.lookBack)
        let team = department.teams[number % department.teams.count]
        try await send(
            .lookBack, by: department.member(of: team.id, number), "/cycles/2026-Q1/retrospectives/\(team.code)",
            [
                "helped": "Ce qui a aidé, \(number).", "slowed": "Ce qui a ralenti, \(number).",
                "changes": "Ce qui change, \(number).",
            ])
        return true
    }
}
