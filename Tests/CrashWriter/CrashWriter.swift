import Foundation
import Rouage
import Storage

/// Writes into a database until it is killed, and says after each write what was acknowledged: id and version.
/// With `outbox` behind the address, it posts a letter, says its id when it is sent, and never comes to note it.
@main
struct CrashWriter {
    static func main() async throws {
        let store = try Store.open(CommandLine.arguments[1])
        if CommandLine.arguments.last == "outbox" { try await send(store) }
        for _ in 0..<3 { Thread { while true { write(store) } }.start() }
        while true { try await Task.sleep(for: .seconds(1)) }
    }

    private static func send(_ store: Store) async throws {
        try await store.write(as: nil, at: Instant(Date())) { transaction in
            try transaction.post([Letter(id: transaction.newKey(), by: .test, to: "théa", "Le T2 est gelé.")])
        }
        let postman = Postman(
            store,
            doors: [
                .test: { letter in
                    FileHandle.standardOutput.write(Data("\(letter.id)\n".utf8))
                    try await Task.sleep(for: .seconds(600))
                }
            ])
        try await postman.round { Instant(Date()) }
    }

    private static func write(_ store: Store) {
        do {
            let id = try store.writeNow(as: nil, at: Instant(Date())) { transaction in
                let code = UInt64.random(in: .min ... .max)
                let unit = Rouage.Unit(id: transaction.newID(), code: "équipe-\(code)", sort: .team, name: "Bulletins")
                try transaction.add(unit, Activity(.created))
                return unit.id
            }
            acknowledge(id, 1)
            try store.writeNow(as: nil, at: Instant(Date())) { transaction -> Void in
                try transaction.change(id) { (unit: inout Rouage.Unit) in
                    unit.name = "Rubriques"
                    return Activity(.edited)
                }
            }
            acknowledge(id, 2)
        } catch { exit(3) }
    }

    private static func acknowledge(_ id: Identifier<Rouage.Unit>, _ version: Int) {
        FileHandle.standardOutput.write(Data("\(id) \(version)\n".utf8))
    }
}
