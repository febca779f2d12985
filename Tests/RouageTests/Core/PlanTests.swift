import Foundation
import Testing

/// Who knows a noun's path in one layer knows it in all: the tree of files is walked as it stands.
@Suite("The plan of the house")
struct PlanTests {
    private static let root = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized.path
    private static let rules = "Sources/Rouage"
    private static let layers = [
        "Sources/Storage", "Sources/Web", "Tests/RouageTests", "Tests/StorageTests", "Tests/WebTests",
    ]
    private static let rooms: Set = ["Organisation", "Quarter", "Standards", "Ops", "Playbooks", "Impact", "News"]
    /// Folders beside the rooms: what all stand on, and what hangs the rooms together.
    private static let others: Set = ["Core", "Site"]
    /// Folders of a room that have no rules of their own: who signs in, and a quarter played again by a test.
    private static let withoutRules: Set = ["Organisation/Accounts", "Quarter/Replay"]
    /// What bears a noun's name and is another matter's.
    private static let namesakes = [
        "CycleReport": "Quarter/Outcome", "CycleFigures": "Quarter/Outcome", "CycleRisks": "Quarter/Risk",
        "DependencyRisk": "Quarter/Risk", "PlaybookOfScreen": "Core/Layout", "PlaybooksRoom": "Playbooks",
    ]
    /// Files that were longer before there was a limit; none is added.
    private static let long: Set = [
        "APIDocumentTests", "MercatoTests", "OrganisationVerbTests", "PermissionMatrixTests", "RequestPageTests",
        "SmallDepartment",
    ]

    private struct File {
        let layer: String
        let folder: String
        let name: String
        let text: String
        var path: String { "\(layer)/\(folder)/\(name).swift" }
    }

    private static func files(_ layer: String) throws -> [File] {
        let all = FileManager.default.enumerator(atPath: "\(root)/\(layer)")?.compactMap { $0 as? String } ?? []
        return try all.filter { $0.hasSuffix(".swift") }.sorted().map { path in
            let url = URL(fileURLWithPath: path)
            return File(
                layer: layer, folder: path.split(separator: "/").dropLast().joined(separator: "/"),
                name: url.deletingPathExtension().lastPathComponent,
                text: try String(contentsOfFile: "\(root)/\(layer)/\(path)", encoding: .utf8))
        }
    }

    @Test("has the rooms in each layer, and in a room the folders that the rules have")
    func folders() throws {
        let known = Set(try Self.files(Self.rules).map(\.folder)).union(Self.withoutRules)
        for layer in [Self.rules] + Self.layers {
            let files = try Self.files(layer)
            #expect(files.count > 10)
            for file in files {
                let parts = file.folder.split(separator: "/").map(String.init)
                guard Self.rooms.contains(parts.first ?? "") else {
                    #expect(Self.others.contains(parts.first ?? ""), "\(file.path) is in no room")
                    continue
                }
                // What hangs the nouns of a room together.
                if parts.count == 1, file.name == "\(parts[0])Room" { continue }
                let noun = parts.prefix(2).joined(separator: "/")
                #expect(known.contains(noun), "\(file.path): the rules know no \(noun)")
            }
        }
    }

    @Test("keeps what bears a noun's name in that noun's folder, in every layer")
    func names() throws {
        var folders = Self.namesakes
        for file in try Self.files(Self.rules) {
            for noun in file.text.matches(of: #/struct (\w+): Noun\b/#) { folders[String(noun.1)] = file.folder }
        }
        #expect(folders.count > 40)
        // The site is made of parts that show what lives in the rooms.
        for file in try ([Self.rules] + Self.layers).flatMap(Self.files) where !file.folder.hasPrefix("Site") {
            let names = folders.keys.filter { file.name.isNamed(after: $0) }
            guard let name = names.max(by: { $0.count < $1.count }), let folder = folders[name] else { continue }
            #expect(file.folder == folder, "\(file.path) is about \(name), which lives in \(folder)")
        }
    }

    @Test("has no file of more than 300 lines")
    func lengths() throws {
        var over: Set<String> = []
        for file in try ["Sources", "Tests", "Benchmarks"].flatMap(Self.files) {
            let lines = file.text.count { $0 == "\n" }
            if lines > 300 { over.insert(file.name) }
            #expect(lines <= 300 || Self.long.contains(file.name), "\(file.path) has \(lines) lines")
        }
        #expect(Self.long.subtracting(over) == [], "these are short now: take them from the list")
    }
}

extension String {
    /// `BriefingRoutes` and `Briefings` are named after `Briefing`; `Briefingless` is not.
    fileprivate func isNamed(after noun: String) -> Bool {
        guard hasPrefix(noun) else { return false }
        let rest = dropFirst(noun.count)
        return rest.isEmpty || rest.first == "s" || rest.first?.isUppercase == true
    }
}
