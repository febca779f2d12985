import ArgumentParser
import Foundation
import Rouage
import Storage
import Web
import WebCore

struct Token: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes, lists and revokes tokens for the API.",
        discussion: "Example: rouage token create camille.aubrac --name reporting --scope read",
        subcommands: [Create.self, List.self, Revoke.self])

    struct Create: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a token that acts as a person, and prints it once.",
            discussion: "Example: rouage token create camille.aubrac --name reporting --scope read")

        @Argument(help: "The person's code or e-mail address.") var person: String
        @Option(help: "What it is for.") var name = "command line"
        @Option(help: "read or write.") var scope = AccessToken.Scope.read
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let secret = AccessToken.secret()
            try store.writeNow(as: nil, at: WebCore.Clock().now()) { transaction in
                let found = try transaction.person(called: person)
                let token = AccessToken(id: transaction.newKey(), person: found.id, name: name, scope: scope)
                try transaction.add(token, hash: Secret.hash(secret))
            }
            print(secret)
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the tokens that work.", discussion: "Example: rouage token list")

        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let lines = try store.readNow { reading in
                try reading.accessTokens().map { token in
                    "\(token.id)\t\(try reading.find(token.person)?.name ?? "")\t\(token.name)\t\(token.scope.rawValue)"
                }
            }
            print(lines.joined(separator: "\n"))
        }
    }

    struct Revoke: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a token.",
            discussion: "Example: rouage token revoke 019c0000-0000-7000-8000-000000000000")

        @Argument(help: "The token's id, as token list prints it.") var id: String
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            guard let id = Identifier<AccessToken>(id) else { throw ValidationError("\(id) is not a token's id.") }
            let store = try database.open()
            defer { store.close() }
            let ended = try store.writeNow(as: nil, at: WebCore.Clock().now()) { try $0.revoke(id) }
            guard ended else { throw Stop("There is no such token.") }
            print("Revoked.")
        }
    }
}
