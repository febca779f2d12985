import HTML
import Hummingbird
import Rouage
import Storage
import WebCore

/// The link with which a person sets their password, once, and enters.
enum WelcomeRoutes {
    static func add(to routes: Routes) {
        let site = routes.site
        routes.page("/welcome/:token", show)
        routes.open(
            "/welcome/:token", learn: { try newPassword($0) }, make: { try await site.passwords.hash($0) },
            { try enter($0, $1, $2) }, again: show)
    }

    private static func hash(_ visit: Visit) -> String { Secret.hash(visit.exchange.parameters["token"] ?? "") }

    /// Whom the link is for.
    private static func invited(_ visit: Visit) throws -> Person {
        guard let invitation = try visit.reading.invitation(hash: hash(visit), at: visit.now) else {
            throw Refusal.notFound
        }
        let person = try visit.reading.get(invitation.person)
        guard person.active else { throw Refusal.notFound }
        return person
    }

    private static func newPassword(_ visit: Visit) throws -> String {
        _ = try invited(visit)
        let password = visit.exchange.form["password"] ?? ""
        if let flaw = Passwords.flaw(password, again: visit.exchange.form["again"] ?? "") {
            throw Refusal.invalid([flaw])
        }
        return password
    }

    private static func enter(_ visit: Visit, _ transaction: Transaction, _ password: String) throws -> Answer {
        let person = try invited(visit)
        try transaction.useInvitation(hash: hash(visit))
        try transaction.set(passwordHash: password, of: person.id)
        try transaction.change(person.id) { (person: inout Person) in person.notePassword() }
        if let email = person.email { try transaction.forgetFailures(of: [.account(email)]) }
        return .seeOther("/", cookies: try visit.open(person, transaction).cookies)
    }

    private static func show(_ visit: Visit) throws -> Answer {
        let person: Person
        do { person = try invited(visit) } catch Refusal.notFound { return used(visit) }
        let title = visit.say(Phrase(fr: "Choisir un mot de passe", en: "Choose a password"))
        let lede = Phrase(
            fr: "Pour \(person.name), qui entrera avec \(person.email ?? "").",
            en: "For \(person.name), who will sign in as \(person.email ?? "").")
        let body: HTML = """
            <div class="signin"><h1>\(title)</h1><p class="lede">\(visit.say(lede))</p>\(Part.refusal(visit))
            <form method="post" class="stack"><input type="hidden" name="email" autocomplete="username" \
            value="\(person.email ?? "")">\(PasswordFields.new(visit))
            <div class="acts"><button class="btn pri">\(visit.say(Phrase(fr: "Entrer", en: "Enter")))</button></div>
            </form></div>
            """
        return Layout.page(visit, title: title, body)
    }

    private static func used(_ visit: Visit) -> Answer {
        let title = visit.say(Phrase(fr: "Ce lien ne sert plus", en: "This link no longer works"))
        let text = Phrase(
            fr:
                "Un lien sert une fois, pendant \(Invitation.days) jours. Demandez-en un autre à l’administration de Rouage.",
            en: "A link works once, for \(Invitation.days) days. Ask your Rouage administrator for another one.")
        let link = visit.say(Phrase(fr: "Se connecter", en: "Sign in"))
        return Layout.page(
            visit, title: title,
            "<h1>\(title)</h1><p class=\"lede\">\(visit.say(text))</p><p><a class=\"btn\" href=\"/sign-in\">\(link)</a></p>"
        )
    }
}
