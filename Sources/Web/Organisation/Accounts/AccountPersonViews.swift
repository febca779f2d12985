import HTML
import Rouage
import WebCore

/// Name, language and light of the account page.
enum AccountPersonViews {
    static func section(_ visit: Visit, _ person: Person) -> HTML {
        let say = visit.say
        let chosen = visit.typed("locale", or: person.locale.rawValue)
        let languages = Language.allCases.map { language in
            option("locale", language.rawValue, language == .french ? "Français" : "English", chosen, language)
        }
        let light = visit.typed("theme", or: visit.exchange.cookies["theme"] ?? "system")
        let themes = [
            ("system", Phrase(fr: "Comme l’ordinateur", en: "As the computer")),
            ("light", Phrase(fr: "Clair", en: "Light")), ("dark", Phrase(fr: "Sombre", en: "Dark")),
        ].map { option("theme", $0.0, say($0.1), light, nil) }
        let form: HTML = """
            <form method="post" action="/account" class="stack">\(Part.csrf(visit))
            <div class="field"><label for="name">\(say(Phrase(fr: "Nom", en: "Name")))</label>
            <input class="in" id="name" name="name" autocomplete="name" value="\(visit.typed("name", or: person.name))">\
            \(Part.flaw(visit, "name"))</div>
            <fieldset class="field"><legend>\(say(Phrase(fr: "Langue", en: "Language")))</legend>\(languages)</fieldset>
            <fieldset class="field"><legend>\(say(Phrase(fr: "Clair ou sombre", en: "Light or dark")))</legend>\(themes)</fieldset>
            <div class="acts"><button class="btn pri">\(say(Phrase(fr: "Enregistrer", en: "Save")))</button></div></form>
            """
        return AccountViews.section(
            "person", Phrase(fr: "Moi", en: "Me"),
            Phrase(fr: "La langue vaut sur tous vos écrans.", en: "The language holds on all your screens."), visit,
            form)
    }

    private static func option(
        _ name: String, _ value: String, _ label: String, _ chosen: String, _ language: Language?
    ) -> HTML {
        let lang: HTML = language.map { " lang=\"\($0.rawValue)\"" } ?? ""
        return """
            <label class="opt"\(lang)><input type="radio" name="\(name)" value="\(value)"\
            \(" checked", if: value == chosen)> <span>\(label)</span></label>
            """
    }
}
