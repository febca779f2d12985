import Rouage
import Storage
import TestSupport
import Testing
import Web
import WebCore

@Suite("What is written of a playbook, on every door")
struct PlaybookFieldTests {
    @Test("each field that needs another look is named, those of rows by their list", arguments: TestDatabase.all)
    func refused(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let all = try await camille.post(
            "/playbooks",
            """
            {"title": "T", "category": "nonsense", "why": "", "cadence": "often", "review_on": "demain",
            "steps": [{"what": "a", "role": "nobody"}], "burden": [{"role": "designer", "minutes": "beaucoup"}],
            "links": [{"title": "x", "address": "javascript:1"}], "metric_owner": "personne", "teams": ["rien"]}
            """)
        let fields: Set = [
            "category", "why", "cadence", "review_on", "steps", "burden", "links", "metric_owner", "teams",
        ]
        #expect(all.status == 422 && Set(all.flawedFields) == fields)
        #expect(try await Set(camille.post("/playbooks", #"{"title": "T"}"#).flawedFields) == ["category", "why"])
        let rows = [
            #"[{"what": "a", "role": "engineer", "colour": "red"}]"#, #"[{"what": "a"}]"#, #""a""#, "[1]",
            #"[{"what": "a", "role": "engineer", "blocking": "maybe"}]"#,
        ]
        for steps in rows {
            let answer = try await camille.send(
                "PATCH", "/playbooks/\(scene.playbook)", #"{"steps": \#(steps)}"#, headers: ["If-Match": "*"])
            #expect(answer.status == 422 && answer.flawedFields == ["steps"], "\(steps)")
        }
        let twice = #"{"burden": [{"role": "designer", "minutes": 5}, {"role": "designer", "minutes": 6}]}"#
        let answer = try await camille.send(
            "PATCH", "/playbooks/\(scene.playbook)", twice, headers: ["If-Match": "*"])
        #expect(answer.flawedFields == ["burden"])
        for (noun, body, field) in [
            ("state", #"{"state": "none"}"#, "state"), ("state", "{}", "state"),
            ("taking-back", "{}", "reason"), ("feedback", #"{"useful": "5"}"#, "useful"),
            ("occurrences", #"{"held_on": "2026-03-04", "ran_by": "camille.aubrac", "steps": [{"step": 1}]}"#, "steps"),
            (
                "occurrences",
                #"{"held_on": "2026-03-04", "ran_by": "x", "steps": [{"step": 1, "by": "camille.aubrac"}]}"#, "ran_by"
            ),
        ] {
            let answer = try await camille.post("/playbooks/\(scene.playbook)/\(noun)", body)
            #expect(answer.status == 422 && answer.flawedFields == [field], "\(noun) \(body)")
        }
        for (field, value) in [
            ("steps", "{}"), ("burden", "{}"), ("review_on", "{}"), ("review_on", "[]"), ("why", "[]"),
        ] {
            let answer = try await camille.send(
                "PATCH", "/playbooks/\(scene.playbook)", "{\"\(field)\": \(value)}", headers: ["If-Match": "*"])
            #expect(
                answer.status == 422 && answer.flawedFields == [field],
                "a value of another type empties nothing: \(field)")
        }
        let kept = try site.store.readNow { try $0.get(scene.playbook) }
        #expect(kept.version == 1 && kept.content.steps.count == 2)
    }

    @Test("rows that say nothing are left out, an empty list empties", arguments: TestDatabase.all)
    func rows(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        func content() throws -> Playbook.Content { try site.store.readNow { try $0.get(scene.playbook).content } }
        let camille = try await site.signIn(as: "camille.aubrac")
        let page = try await camille.submit(
            scene.address,
            [
                "version": "1", "steps": "", "steps-0-what": "", "steps-0-role": "engineer", "steps-1-what": "Relire",
                "steps-1-role": "engineer", "burden": "", "burden-0-role": "designer", "burden-0-minutes": "",
                "links": "", "links-0-title": "", "links-0-address": "/briefings",
            ])
        #expect(page.status == 200 && page.says("Le process est enregistré."))
        #expect(try content().steps == [.init("Relire", .engineer)] && content().burden.isEmpty)
        #expect(try content().links == [.init("/briefings", "/briefings")])
        let program = try await APIClient(site, as: "camille.aubrac")
        let emptied = try await program.send(
            "PATCH", "/playbooks/\(scene.playbook)", #"{"links": null, "steps": []}"#, headers: ["If-Match": "*"])
        #expect(try emptied.status == 200 && content().links.isEmpty && content().steps.isEmpty)
    }

    @Test("all teams concerned took part, in one word", arguments: TestDatabase.all)
    func allTeams(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await APIClient(site, as: "camille.aubrac")
        let made = try await camille.post(
            "/playbooks/\(scene.playbook)/occurrences",
            #"{"held_on": "2026-03-04", "ran_by": "camille.aubrac", "steps": [{"step": 1, "by": "camille.aubrac"}], "all_teams": true}"#
        )
        #expect(made.status == 201 && made.json["teams"] as? [String] == ["bulletins"])
    }

    @Test("what is done to it is said in a sentence", arguments: TestDatabase.all)
    func sentences(database: TestDatabase) async throws {
        let site = try TestSite(database)
        let scene = try PlaybookScene(on: site)
        let camille = try await site.signIn(as: "camille.aubrac")
        #expect(
            try await camille.submit(scene.address + "/state", ["state": "in_force"]).says("C’est enregistré."))
        #expect(
            try await camille.submit(scene.address + "/feedback", ["useful": "4", "text": ""]).says(
                "Votre avis est gardé."))
        let answered = try await camille.submit("/playbook-feedback/\(scene.feedback)/answer", ["answer": "Cinq."])
        #expect(answered.says("Votre réponse se lit devant tous."))
        let removed = try await camille.submit("/occurrences/\(scene.occurrence)/removal", ["reason": "En double."])
        #expect(removed.path == scene.address && removed.says("L’occurrence est retirée."))
    }
}
