import Rouage
import Storage

/// What the server says of itself when it is ready: where it is, who can enter, how it is stopped.
struct Entrance: Sendable {
    private let address: String
    private let cast: [String]
    private let isEmpty: Bool

    init(_ address: String, cast codes: [String], _ reading: Reading) throws {
        self.address = address
        let people: [Person] = codes.isEmpty ? [] : try reading.records(where: "code IN \(in: codes)")
        let names = Dictionary(people.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
        cast = codes.compactMap { names[$0] }.map { "\($0.name) (\($0.job))" }
        isEmpty = try reading.count("SELECT count(*) FROM account") == 0
    }

    func greeting(_ host: String, _ port: Int) -> String {
        let base = host.contains(":") ? "http://[\(host)]:\(port)" : "http://\(host):\(port)"
        var lines = ["Rouage is at \(base)"]
        if !cast.isEmpty {
            lines.append("One click signs you in as: \(cast.joined(separator: ", ")).")
        } else if isEmpty {
            lines.append("Nobody can sign in yet. Add an administrator:")
            lines.append(
                "  rouage user add CODE --name NAME --email ADDRESS --role admin --at \(base) --database \(address.shown)"
            )
        } else {
            lines.append("Sign in with your e-mail address and password.")
        }
        lines.append("Ctrl+C stops it.")
        return lines.joined(separator: "\n")
    }
}

extension String {
    /// A database address without its password.
    fileprivate var shown: String { replacing(#/:\/\/([^:@\/]+):[^@\/]*@/#) { "://\($0.output.1)@" } }
}
