import ArgumentParser
import Foundation
import Rouage
import Storage
import Web
import WebCore

struct User: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Adds people and lets them in.",
        discussion: "Example: rouage user add thea --name \"Théa Nogaret\" --email thea@emargo.example --role admin",
        subcommands: [Add.self, Invite.self, Password.self, List.self])

    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a person, and prints the link with which they choose their password.",
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
        @OptionGroup var link: LinkOptions
        @OptionGroup var database: DatabaseOptions

        func validate() throws {
            if code.isBlank || name.isBlank { throw ValidationError("CODE and --name are not to be empty.") }
            guard email.contains("@"), !email.contains(where: \.isWhitespace) else {
                throw ValidationError("\(email) is not an e-mail address.")
            }
        }

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let secret = Secret.new()
            try store.writeNow(as: nil, at: WebCore.Clock().now()) { transaction in
                let known: [Person] = try transaction.records()
                guard !known.contains(where: { $0.code == code }) else { throw Stop("\(code) is there already.") }
                guard !known.contains(where: { $0.email?.lowercased() == email.lowercased() }) else {
                    throw Stop("\(email) belongs to somebody already.")
                }
                let person = Person(
                    id: transaction.newID(), code: code, name: name, email: email, craft: craft, locale: locale)
                try transaction.add(person, Activity(.created))
                try transaction.invite(person.id, hash: Secret.hash(secret))
                if let role {
                    try transaction.add(
                        RoleGrant(id: transaction.newID(), person: person.id, role: role), Activity(.created))
                }
            }
            print(link.text(email, secret))
        }
    }

    struct Invite: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints a link with which a person chooses a new password, once.",
            discussion: "Example: rouage user invite camille.aubrac --at https://rouage.emargo.example")

        @Argument(help: "The person's code or e-mail address.") var person: String
        @OptionGroup var link: LinkOptions
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let store = try database.open()
            defer { store.close() }
            let secret = Secret.new()
            let email = try store.writeNow(as: nil, at: WebCore.Clock().now()) { transaction in
                let found = try transaction.person(called: person)
                guard let email = found.email else { throw Stop("\(person) has no e-mail address to sign in with.") }
                guard found.active else { throw Stop("The account of \(found.name) is closed.") }
                try transaction.invite(found.id, hash: Secret.hash(secret))
                return email
            }
            print(link.text(email, secret))
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
            let email = try store.writeNow(as: nil, at: WebCore.Clock().now()) { transaction in
                let found = try transaction.person(called: person)
                guard let email = found.email else { throw Stop("\(person) has no e-mail address to sign in with.") }
                try transaction.set(passwordHash: hash, of: found.id)
                try transaction.change(found.id) { (person: inout Person) in person.notePassword() }
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

/// Where the link leads.
struct LinkOptions: ParsableArguments {
    @Option(help: "The address at which people find this Rouage.") var at = "http://127.0.0.1:8080"

    func text(_ email: String, _ secret: String) -> String {
        var base = at
        while base.hasSuffix("/") { base.removeLast() }
        return """
            \(email) chooses a password here, once, within \(Invitation.days) days:
            \(base)/welcome/\(secret)
            """
    }
}

extension Reading {
    /// The person of a code or an e-mail address.
    func person(called name: String) throws -> Person {
        if let found = try records(Person.self, where: "code = \(name)").first { return found }
        guard let found = try person(email: name) else { throw Stop("Nobody is called \(name).") }
        return found
    }
}

extension Craft: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension AccessToken.Scope: ExpressibleByArgument {}
