import Demo
import Foundation
import Rouage
import TestSupport
import Testing

@testable import Storage

@Suite("Export")
struct ExportTests {
    @Test("writes what was loaded", arguments: TestDatabase.all)
    func identity(database: TestDatabase) throws {
        let store = try SmallDepartment.store(database)
        defer { store.close() }
        let files = try export(store)
        #expect(Set(files.keys) == Set(SmallDepartment.files.keys))
        #expect(files["people"] == SmallDepartment.files["people"])
        #expect(files["units"] == SmallDepartment.files["units"])
        #expect(files["cycles"] == SmallDepartment.files["cycles"])
        #expect(files["memberships"] == SmallDepartment.files["memberships"])
        let report = try SmallDepartment.load(into: store, files)
        #expect(report.isClean)
        #expect(report.files.allSatisfy { $0.unchanged == $0.read })
    }

    @Test(
        "into an empty database of each engine and out again gives identical files", arguments: TestDatabase.all,
        TestDatabase.all)
    func roundTrip(from: TestDatabase, to: TestDatabase) throws {
        let first = try SmallDepartment.store(from)
        let second = try to.store()
        defer { [first, second].forEach { $0.close() } }
        let files = try export(first)
        let report = try Importer(second, at: SmallDepartment.now, on: SmallDepartment.today)
            .load(files.mapValues { Array($0.utf8) })
        #expect(report.isClean)
        #expect(try export(second) == files)
    }

    @Test("gives back the demo company on the other engine", arguments: TestDatabase.all, TestDatabase.all)
    func demo(from: TestDatabase, to: TestDatabase) throws {
        let first = try from.store()
        let second = try to.store()
        defer { [first, second].forEach { $0.close() } }
        try DemoCompany.load(into: first, at: SmallDepartment.now, on: SmallDepartment.today)
        let files = try export(first)
        let report = try Importer(second, at: SmallDepartment.now, on: SmallDepartment.today)
            .load(files.mapValues { Array($0.utf8) })
        #expect(report.isClean)
        #expect(try export(second) == files)
    }

    @Test("loses no field of any record", arguments: TestDatabase.all)
    func fields(database: TestDatabase) throws {
        let first = try database.store()
        let second = try database.store()
        defer { [first, second].forEach { $0.close() } }
        try DemoCompany.load(into: first, at: SmallDepartment.now, on: SmallDepartment.today)
        let files = try export(first).mapValues { Array($0.utf8) }
        _ = try Importer(second, at: SmallDepartment.now, on: SmallDepartment.today).load(files)
        let (before, after) = (try contents(first), try contents(second))
        #expect(before.count > 500)
        #expect(before == after)
    }

    /// Every record as a document, with stable names in the place of identifiers.
    private func contents(_ store: Store) throws -> [String] {
        try store.readNow { reading in
            var names: [String: String] = [:]
            for person in try reading.records(Person.self) { names[person.id.description] = person.code }
            for unit in try reading.records(Rouage.Unit.self) { names[unit.id.description] = unit.code }
            for cycle in try reading.records(Cycle.self) { names[cycle.id.description] = cycle.label }
            for axis in try reading.records(Axis.self) { names[axis.id.description] = axis.code }
            for briefing in try reading.records(Briefing.self) { names[briefing.id.description] = briefing.ref }
            for dependency in try reading.records(Dependency.self) { names[dependency.id.description] = dependency.ref }
            for decision in try reading.records(Decision.self) { names[decision.id.description] = decision.ref }
            for topic in try reading.records(Topic.self) { names[topic.id.description] = topic.ref }
            for meeting in try reading.records(Meeting.self) { names[meeting.id.description] = meeting.ref }
            for project in try reading.records(OpsProject.self) { names[project.id.description] = project.ref }
            for incident in try reading.records(Incident.self) { names[incident.id.description] = incident.ref }
            for playbook in try reading.records(Playbook.self) { names[playbook.id.description] = playbook.ref }
            let documents =
                try documents(Person.self, reading) + documents(Rouage.Unit.self, reading)
                + documents(Membership.self, reading) + documents(RoleGrant.self, reading)
                + documents(Axis.self, reading) + documents(TribeField.self, reading) + documents(Cycle.self, reading)
                + documents(Briefing.self, reading) + documents(Dependency.self, reading)
                + documents(Comment.self, reading) + documents(Review.self, reading)
                + documents(Dismissal.self, reading)
                + documents(MeetingAction.self, reading) + documents(Decision.self, reading)
                + documents(Reminder.self, reading) + documents(Relay.self, reading)
                + documents(Presentation.self, reading) + documents(AudienceQuestion.self, reading)
                + documents(Rework.self, reading) + documents(OpsRequest.self, reading)
                + documents(DutyWeek.self, reading) + documents(Topic.self, reading)
                + documents(OpsProject.self, reading) + documents(ShareOut.self, reading)
                + documents(Playbook.self, reading) + documents(PlaybookEdition.self, reading)
                + documents(Occurrence.self, reading) + documents(PlaybookFeedback.self, reading)
                + documents(Mercato.self, reading)
                + documents(Brainstorm.self, reading) + documents(SignalAnswer.self, reading)
                + documents(Incident.self, reading) + documents(IncidentLine.self, reading)
                + documents(Postmortem.self, reading) + documents(IncidentAction.self, reading)
            return documents.map { document in
                document.replacing(#/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/#) { names[String($0.output.0)] ?? "?" }
            }.sorted()
        }
    }

    private func documents<Record: Noun>(_: Record.Type, _ reading: Reading) throws -> [String] {
        try reading.records(Record.self).map { record in
            let data = Data(try RecordEncoder.document(record).utf8)
            var fields = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            for name in ["id", "version", "updatedAt"] { fields[name] = nil }
            let sorted = try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
            return "\(Record.kind.rawValue) \(String(decoding: sorted, as: UTF8.self))"
        }
    }
}
