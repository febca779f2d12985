import HTML
import Rouage
import WebCore

/// The fields in which passwords are typed.
enum PasswordFields {
    /// The two of a new password.
    static func new(_ visit: Visit) -> HTML {
        let hint = Phrase(
            fr: "\(Passwords.shortest) caractères au moins ; une phrase se retient mieux.",
            en: "At least \(Passwords.shortest) characters; a sentence is easier to remember.")
        return """
            \(field(visit, "password", Phrase(fr: "Nouveau mot de passe", en: "New password"), hint))
            \(field(visit, "again", Phrase(fr: "Le même, une seconde fois", en: "The same, once more"), nil))
            """
    }

    static func current(_ visit: Visit) -> HTML {
        let label = Phrase(fr: "Mot de passe actuel", en: "Current password")
        return field(visit, "current_password", label, nil, complete: "current-password")
    }

    private static func field(
        _ visit: Visit, _ name: String, _ label: Phrase, _ hint: Phrase?, complete: String = "new-password"
    ) -> HTML {
        let isFlawed = visit.flaw(name) != nil
        let described = [hint.map { _ in "\(name)-hint" }, isFlawed ? "\(name)-error" : nil].compactMap { $0 }
        let hintLine: HTML = hint.map { "<p class=\"hint\" id=\"\(name)-hint\">\(visit.say($0))</p>" } ?? ""
        let about: HTML = described.isEmpty ? "" : " aria-describedby=\"\(described.joined(separator: " "))\""
        return """
            <div class="field"><label for="\(name)">\(visit.say(label))</label>\(hintLine)
            <input class="in" id="\(name)" name="\(name)" type="password" autocomplete="\(complete)" required\(about)\
            \(" aria-invalid=\"true\"", if: isFlawed)>\(Part.flaw(visit, name))</div>
            """
    }
}
