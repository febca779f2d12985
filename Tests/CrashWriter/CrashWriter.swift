import Foundation
import Rouage
import Storage

/// Writes into a database until it is killed, and says after each write what was acknowledged: id and version.
@main
struct CrashWriter {
    static func main() throws {
        let store = try Store.open(CommandLine.arguments[1])
        for _ in 0..<3 { Thread { while true { write(store) } }.start() }
        while true { Thread.sleep(forTimeInterval: 1) }
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
