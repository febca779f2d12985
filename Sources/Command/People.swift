import ArgumentParser
import Foundation
import Rouage
import Storage
import Web

struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds people and sets their passwords.",
        discussion: "Example: rouage user add thea --name \"Théa Nogaret\" --email thea@emargo.example --role admin",
        subcommands: [Add.self, Password.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a person, and prints the password to give them.",
            discussion:
                "Example: rouage user add camille --name \"Camille Aubrac\" --email camille@emargo.example --craft product"
        )

        @Argument(help: "Their stable name in files, such as a login.") var code: String
        @Option(help: "Their name.") var name: String
        @Option(help: "The e-mail address they sign in with.") var email: String
        @Option(help: "\(Craft.allCases.map(\.rawValue).joined(separator: ", ")).") var craft = Craft.other
        @Option(help: "A role held everywhere: \(Role.allCases.map(\.rawValue).joined(separator: ", ")).") var role:
            Role?
        @Option(help: "fr or en.") var locale = Language.french
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let password = Secret.password()
            let hash = try Passwords.hash(password)
            try store.writeNow(as: nil, at: Web.Clock().now()) { transaction in
                let known: [Person] = try transaction.records()
                guard !known.contains(where: { $0.code == code }) else { throw Stop("\(code) is there already.") }
                guard !known.contains(where: { $0.email?.lowercased() == email.lowercased() }) else {
                    throw Stop("\(email) belongs to somebody already.")
                }
                let person = Person(
                    id: transaction.newID(), code: code, name: name, email: email, craft: craft, locale: locale)
                try transaction.add(person, Activity(.created))
                try transaction.set(passwordHash: hash, of: person.id)
                if let role {
                    try transaction.add(
                        RoleGrant(id: transaction.newID(), person: person.id, role: role), Activity(.created))
                }
            }
            print("\(email) may sign in with \(password)")
        }
    }

    struct Password: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets a new password, closes the person's sessions, and prints it.",
            discussion: "Example: rouage user password camille.aubrac")

        @Argument(help: "The person's code or e-mail address.") var person: String
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let password = Secret.password()
            let hash = try Passwords.hash(password)
            let email = try store.writeNow(as: nil, at: Web.Clock().now()) { transaction in
                let found = try transaction.person(called: person)
                guard let email = found.email else { throw Stop("\(person) has no e-mail address to sign in with.") }
                try transaction.set(passwordHash: hash, of: found.id)
                try transaction.closeSessions(of: found.id)
                return email
            }
            print("\(email) may sign in with \(password)")
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists people and whether they can sign in.", discussion: "Example: rouage user list")

        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let lines = try store.readNow { reading in
                try reading.records(Person.self).sorted { $0.name < $1.name }.map { person in
                    let may = try reading.passwordHash(of: person.id) != nil && person.active
                    return "\(person.code)\t\(person.name)\t\(person.email ?? "")\t\(may ? "signs in" : "no password")"
                }
            }
            print(lines.joined(separator: "\n"))
        }
    }
}

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
        @Option(help: "What it is for.") var name: String
        @Option(help: "read or write.") var scope = AccessToken.Scope.read
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let secret = Secret.new()
            try store.writeNow(as: nil, at: Web.Clock().now()) { transaction in
                let found = try transaction.person(called: person)
                try transaction.add(
                    AccessToken(
                        id: Identifier(
                            at: transaction.now, random: .random(in: .min ... .max), .random(in: .min ... .max)),
                        person: found.id, name: name, scope: scope), hash: Secret.hash(secret))
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
            let ended = try store.writeNow(as: nil, at: Web.Clock().now()) { try $0.revoke(id) }
            guard ended else { throw Stop("There is no such token.") }
            print("Revoked.")
        }
    }
}

extension Reading {
    /// The person of a code or an e-mail address.
    fileprivate func person(called name: String) throws -> Person {
        if let found = try records(Person.self, where: "code = \(name)").first { return found }
        guard let found = try person(email: name) else { throw Stop("Nobody is called \(name).") }
        return found
    }
}

extension Craft: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension AccessToken.Scope: ExpressibleByArgument {}
