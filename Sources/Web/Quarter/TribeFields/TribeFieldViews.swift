import HTML
package import Rouage
import Storage
package import WebCore

/// The small page on which a tribe's lead says what its briefings tell beside the four fields.
enum TribeFieldViews {
    static func page(_ visit: Visit) throws -> Answer {
        let tribe = try TribeFieldRoutes.tribe(visit)
        let actor = try visit.signedIn()
        guard actor.isMember else { throw Refusal.notFound }
        let mayEdit = actor.may(.editTribeFields(of: tribe.id))
        let fields = try visit.reading.tribeFields(of: tribe.id)
        let say = visit.say
        let title = say(Phrase(fr: "Champs de la Tribe \(tribe.name)", en: "Fields of the \(tribe.name) tribe"))
        let lede = Phrase(
            fr:
                "Ce que les briefings de la Tribe disent en plus : jusqu’à \(TribeField.most) champs et \(TribeField.charactersOfAll) caractères en tout, pour que la page reste une page.",
            en:
                "What the tribe’s briefings say besides: up to \(TribeField.most) fields and \(TribeField.charactersOfAll) characters in all, so that the page stays one page."
        )
        let body: HTML = """
            <div class="head"><div><h1>\(title)</h1><p class="lede">\(say(lede))</p></div></div>
            \(problem(visit, tribe))\(fields.isEmpty ? empty(visit) : "")
            \(try fields.map { try one(visit, tribe, $0, fields, mayEdit) })\(mayEdit ? try new(visit, tribe, fields) : "")
            """
        return Layout.page(visit, title: title, page: .briefings, body)
    }

    private static func problem(_ visit: Visit, _ tribe: Rouage.Unit) -> HTML {
        guard visit.refusal == .notAllowed else { return Part.refusal(visit) }
        let lead = tribe.lead.map { visit.nameAndJob($0) } ?? tribe.name
        let who = Phrase(fr: "\(lead) définit ces champs.", en: "\(lead) defines these fields.")
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(Part.icon("halt"))<div><p><b>\(visit.say(.refused(.notAllowed)))</b></p>\
            <p>\(visit.say(who))</p></div></div>
            """
    }

    private static func empty(_ visit: Visit) -> HTML {
        let text = Phrase(
            fr: "Aucun champ en plus : les quatre champs du briefing suffisent à cette Tribe.",
            en: "No field besides: the four fields of the briefing are enough for this tribe.")
        return "<div class=\"empty\"><h2>\(visit.say(text))</h2></div>"
    }

    private static func one(
        _ visit: Visit, _ tribe: Rouage.Unit, _ field: TribeField, _ all: [TribeField], _ mayEdit: Bool
    ) throws -> HTML {
        let say = visit.say
        let fact: HTML = """
            <p class="note">\(field.labelFr) <span class="q">fr</span>, \(field.labelEn) <span class="q">en</span>, \
            \(say(field.sort.phrase)), \(say(Phrase(fr: "\(field.limit) caractères", en: "\(field.limit) characters")))</p>
            """
        guard mayEdit else {
            return "<section class=\"sec\"><header><h2>\(field.label(visit.language))</h2></header>\(fact)</section>"
        }
        let address = "/tribes/\(tribe.code.inAddress)/fields/\(field.key.inAddress)"
        let isSent = visit.exchange.path == address && visit.isAgain
        let room = TribeField.room(beside: all.filter { $0.id != field.id })
        return """
            <section class="sec" aria-labelledby="h-\(field.key)"><header><h2 id="h-\(field.key)">\(field.label(visit.language))</h2></header>\
            \(fact)<details class="disc"\(" open", if: isSent)><summary>\(Part.icon("down"))\(say(Phrase(fr: "Modifier", en: "Edit")))</summary>\
            <form class="stack" method="post" action="\(address)">\(Part.csrf(visit))\
            \(Part.version(field.version))\
            \(try inputs(visit, field.key, field.definition, room, isSent: isSent))\
            <div class="acts"><button class="btn">\(TribeField.acts.sending("", field, visit).words)</button></div></form>\
            <form method="post" action="\(address)/removal">\(Part.csrf(visit))<button class="btn bad s">\
            \(TribeField.acts.sending("removal", field, visit).words)</button> <span class="note">\
            \(say(Phrase(fr: "Ce qui y est écrit reste dans les briefings.", en: "What is written in it stays in the briefings.")))</span></form></details></section>
            """
    }

    private static func new(_ visit: Visit, _ tribe: Rouage.Unit, _ fields: [TribeField]) throws -> HTML {
        let say = visit.say
        let room = TribeField.room(beside: fields)
        let title = TribeField.acts.making(visit)
        guard room > 0 else {
            let full = Phrase(
                fr:
                    "Les \(TribeField.most) champs ou les \(TribeField.charactersOfAll) caractères sont pris : raccourcissez ou retirez un champ pour en ajouter un.",
                en:
                    "The \(TribeField.most) fields or \(TribeField.charactersOfAll) characters are taken: shorten or remove a field to add one."
            )
            return
                "<section class=\"sec\"><header><h2>\(title)</h2></header><p class=\"note\">\(say(full))</p></section>"
        }
        let isSent = visit.exchange.path == "/tribes/\(tribe.code.inAddress)/fields" && visit.isAgain
        return """
            <section class="sec" aria-labelledby="h-new"><header><h2 id="h-new">\(title)</h2></header>\
            <form class="stack" method="post" action="/tribes/\(tribe.code.inAddress)/fields">\(Part.csrf(visit))\
            \(try inputs(visit, "new", TribeField.Definition(limit: min(100, room)), room, isSent: isSent))\
            <div class="acts"><button class="btn pri">\(title)</button></div></form></section>
            """
    }

    private static func inputs(_ visit: Visit, _ id: String, _ now: TribeField.Definition, _ room: Int, isSent: Bool)
        throws -> HTML
    {
        let form = try FieldForm(visit, now, prefix: id, isSent: isSent)
        let left = Phrase(fr: "Il en reste \(room).", en: "\(room) are left.")
        return """
            \(form.control(.labelFr))\(form.control(.labelEn))\(form.select(.kind, \TribeField.Sort.phrase))\
            \(form.parts.text(
                "limit", TribeField.Definition.Name.limit.label, hint: left, stored: now.limit.map(String.init) ?? "",
                more: " inputmode=\"numeric\"", isShort: true))
            """
    }
}

extension TribeField.Definition.Name: Worded {
    package var label: Phrase {
        switch self {
        case .labelFr: Phrase(fr: "Nom en français", en: "Name in French")
        case .labelEn: Phrase(fr: "Nom en anglais", en: "Name in English")
        case .kind: Phrase(fr: "Nature", en: "Kind")
        case .limit: Phrase(fr: "Caractères au plus", en: "Characters at most")
        }
    }

    package var hint: Phrase? { nil }
}
