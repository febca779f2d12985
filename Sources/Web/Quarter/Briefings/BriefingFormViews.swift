import HTML
import Rouage
import Storage
import WebCore

/// Where a briefing is begun: a team, a quarter and a title; everything else is written on the page itself.
enum BriefingStartViews {
    static func page(_ visit: Visit) throws -> Answer {
        let say = visit.say
        let actor = try visit.signedIn()
        let teams = visit.organisation.teams.filter { actor.may(.createBriefing(team: $0.id)) }
        guard !teams.isEmpty else { throw Refusal.notAllowed }
        guard let cycle = visit.cycle else { return Layout.noCycle(visit) }
        let title = say(Phrase(fr: "Écrire un briefing", en: "Write a briefing"))
        let lede = Phrase(
            fr:
                "Un briefing tient sur une page : un problème, sa source, sa taille, une intention. Comptez quarante minutes à deux.",
            en: "A briefing takes one page: a problem, its source, its size, an intention. Allow forty minutes for two."
        )
        let body: HTML = """
            <h1>\(title)</h1><p class="lede">\(say(lede))</p>\(Part.refusal(visit))
            <form class="stack" method="post" action="/briefings">\(Part.csrf(visit))
            <div class="field"><label for="title">\(say(Briefing.Text.Field.title.phrase))</label>
            <p class="hint" id="title-hint">\(say(Briefing.Text.Field.title.hint))</p>
            <input class="in" id="title" name="title" aria-describedby="title-hint" required autofocus \
            value="\(visit.typed("title", or: ""))">\(Part.flaw(visit, "title"))</div>
            <div class="field"><label for="team">\(say(Phrase(fr: "Équipe", en: "Team")))</label>
            <select class="in" id="team" name="team">\(options(teams, visit))</select>\(Part.flaw(visit, "team"))</div>
            \(cycles(visit, cycle))
            <div class="acts"><button class="btn pri">\(Briefing.acts.making(visit))</button></div></form>
            """
        return Layout.page(visit, title: title, page: .briefings, body)
    }

    private static func options(_ teams: [Rouage.Unit], _ visit: Visit) -> [HTML] {
        let mine = visit.actor?.teams.first?.code ?? ""
        let chosen = visit.exchange.form["team"] ?? visit.exchange.query["team"] ?? mine
        return teams.map { team -> HTML in
            "<option value=\"\(team.code)\"\(" selected", if: chosen == team.code)>\(team.name)</option>"
        }
    }

    private static func cycles(_ visit: Visit, _ shown: Cycle) -> HTML {
        let open = visit.cycles.filter { ($0.acceptsText || $0.state == .running) && $0.end >= visit.today }
        let chosen = visit.exchange.form["cycle"] ?? shown.label
        let options = open.map { cycle -> HTML in
            let off = visit.say(Phrase(fr: ", hors cycle", en: ", off cycle"))
            return """
                <option value="\(cycle.label)"\(" selected", if: cycle.label == chosen)>\(cycle.name(visit.language))\
                \(cycle.state == .running ? off : "")</option>
                """
        }
        let hint = Phrase(
            fr:
                "Un briefing du trimestre en cours est « hors cycle » : les mêmes champs, et ses dépendances comptent comme tardives.",
            en:
                "A briefing of the quarter that runs is “off cycle”: the same fields, and its dependencies count as late."
        )
        return """
            <div class="field"><label for="cycle">\(visit.say(Phrase(fr: "Trimestre", en: "Quarter")))</label>
            <p class="hint" id="cycle-hint">\(visit.say(hint))</p>
            <select class="in" id="cycle" name="cycle" aria-describedby="cycle-hint">\(options)</select>\
            \(Part.flaw(visit, "cycle"))</div>
            """
    }
}

/// Where a briefing is written: it saves itself as one types, and is saved by its button without JavaScript.
struct BriefingFormPage {
    let visit: Visit
    let briefing: Briefing
    let fields: [TribeField]
    let axes: [Axis]
    /// What was sent, when somebody else changed the same part meanwhile.
    let clash: BriefingForm?

    init(_ visit: Visit, _ briefing: Briefing) throws {
        self.visit = visit
        self.briefing = briefing
        clash = visit.refusal == .outdated ? try BriefingForm(visit, briefing) : nil
        fields = try clash?.fields ?? visit.reading.tribeFields(of: briefing, in: visit.organisation)
        axes = try clash?.axes ?? visit.reading.records(Axis.self).sorted { $0.title < $1.title }
    }

    private func say(_ phrase: Phrase) -> String { visit.say(phrase) }

    /// What a field shows: what is stored, what was typed when it comes back, or both people's changes together.
    func value(_ part: Briefing.Content.Part) -> String {
        if let clash { return part.value(in: clash.content, visit, axes) }
        return visit.typed(part.name, or: part.value(in: briefing.content, visit, axes))
    }

    /// The version on which the next save builds.
    private var base: String {
        clash == nil ? visit.typed("version", or: String(briefing.version)) : String(briefing.version)
    }

    var answer: Answer {
        let title = visit.title(of: briefing)
        let address = "/briefings/\(briefing.id)"
        let body: HTML = """
            <div class="brf">
            <form class="wr" id="write" method="post" action="\(address)" data-behaviour="autosave"\(words)>
            <div class="head"><div><p class="over">\(visit.place(of: briefing.team))</p>
            <h1>\(title)</h1></div></div>
            \(BriefingRefusal.banner(visit, briefing))\(Part.csrf(visit))
            <input type="hidden" name="version" value="\(base)">
            \(section("texte", Phrase(fr: "La page", en: "The page"), page))
            \(section("equipe", Phrase(fr: "L’équipe", en: "The team"), people))
            \(tribe)
            <div class="dock"><div class="acts"><button class="btn pri">\(say(Phrase(fr: "Enregistrer et relire", en: "Save and read")))</button>
            <a class="btn low" href="\(address)">\(say(Phrase(fr: "Revenir à la page", en: "Back to the page")))</a></div>
            <p class="note" role="status" aria-live="polite" data-status>\(saved)</p></div></form>
            \(advice)</div>
            """
        return Layout.page(visit, title: title, page: .briefings, body)
    }

    private var saved: String {
        let at = visit.moment(briefing.updatedAt)
        return say(Phrase(fr: "Dernier enregistrement : \(at).", en: "Last saved: \(at)."))
    }

    private func section(_ id: String, _ phrase: Phrase, _ content: HTML) -> HTML {
        """
        <section class="sec" aria-labelledby="h-\(id)"><header><h2 id="h-\(id)">\(say(phrase))</h2></header>\(content)</section>
        """
    }

    private var page: HTML {
        """
        \(text(.title))\(text(.problem))\(text(.source))\(sourceKind)
        <div class="g3">\(text(.people))\(text(.frequency))\(text(.cost))</div>\(text(.problemSize))\(text(.intention))
        """
    }

    private var people: HTML {
        "\(owner)\(BriefingPeopleField(visit: visit, briefing: briefing, clash: clash).html)\(appetite)\(axis)"
    }

    private var tribe: HTML {
        guard !fields.isEmpty else { return "" }
        let name = visit.organisation.tribe(of: briefing.team)?.name ?? ""
        let inputs = fields.map { field -> HTML in
            BriefingField(
                visit: visit, part: .tribeField(field.key), label: field.label(visit.language), hint: "",
                value: value(.tribeField(field.key)), limit: field.limit, isLine: field.limit <= 80,
                above: their(.tribeField(field.key))
            ).html
        }
        return section(
            "tribe", Phrase(fr: "Champs de la Tribe \(name)", en: "Fields of the \(name) tribe"), inputs.joined())
    }

    private func text(_ field: Briefing.Text.Field) -> HTML {
        BriefingField(
            visit: visit, part: .text(field), label: say(field.phrase), hint: say(field.hint),
            value: value(.text(field)), limit: field.limit, isLine: field.limit <= 80, above: their(.text(field))
        ).html
    }

    private var sourceKind: HTML {
        let options = Briefing.SourceKind.allCases.map { ($0.rawValue, say($0.phrase)) }
        return select(.sourceKind, Phrase(fr: "Nature de la source", en: "Kind of source"), options)
    }

    private var axis: HTML {
        guard !axes.isEmpty else { return "" }
        let none = ("", say(Phrase(fr: "Aucun", en: "None")))
        return select(
            .axis, Phrase(fr: "Axe stratégique", en: "Strategic axis"),
            [none] + axes.filter { visit.standing(of: $0).isOpen || $0.id == briefing.axis }.map { ($0.code, $0.title) }
        )
    }

    private var owner: HTML {
        var people = visit.organisation.members(of: briefing.team).compactMap { visit.organisation.people[$0.person] }
        if let owner = briefing.owner.flatMap({ visit.organisation.people[$0] }), !people.contains(owner) {
            people.append(owner)
        }
        if let person = visit.person, !people.contains(person), visit.organisation.mayOwn(person.id) {
            people.append(person)
        }
        let none = ("", say(Phrase(fr: "Pas encore choisi", en: "Not chosen yet")))
        let options = people.sorted { $0.name.alphabetical < $1.name.alphabetical }.map {
            ($0.code, visit.nameAndJob($0.id))
        }
        return select(.owner, Phrase(fr: "Responsable", en: "Owner"), [none] + options)
    }

    private var appetite: HTML {
        let hint = Phrase(
            fr: "Le temps que vous voulez y mettre, pas une estimation.",
            en: "The time you want to spend, not an estimate.")
        return BriefingField(
            visit: visit, part: .appetite, label: say(Phrase(fr: "Appétit, en jours", en: "Appetite, in days")),
            hint: say(hint), value: value(.appetite), limit: nil, isLine: true, above: their(.appetite)
        ).html
    }

    private func select(_ part: Briefing.Content.Part, _ phrase: Phrase, _ options: [(code: String, name: String)])
        -> HTML
    {
        let chosen = value(part)
        let list = options.map { option -> HTML in
            "<option value=\"\(option.code)\"\(" selected", if: option.code == chosen)>\(option.name)</option>"
        }
        return """
            <div class="field" data-field="\(part.name)"><label for="\(part.name)">\(say(phrase))</label>\(their(part))\
            <select class="in" id="\(part.name)" name="\(part.name)">\(list)</select>\(Part.flaw(visit, part.name))</div>
            """
    }

    /// What the other person saved in a part that both changed, with a box that takes it.
    private func their(_ part: Briefing.Content.Part) -> HTML {
        guard let clash, clash.clashes.contains(part) else { return "" }
        let last = try? visit.reading.history(of: briefing.id.description, limit: 1).first
        let (hour, minute) = briefing.updatedAt.clock(in: visit.site.clock.zone)
        let at = visit.dates.clock(hour, minute)
        let who = last.map { visit.name($0.actor) } ?? ""
        let label = part.phrase(fields)
        let sentence = Phrase(
            fr: "\(who) a modifié \(label(.french)) à \(at). Votre texte est gardé dans le champ, dessous.",
            en: "\(who) edited \(label(.english)) at \(at). Your text is kept in the field below.")
        let theirs = part.text(in: briefing.content, visit, axes)
        return """
            <div class="versus" role="group" aria-label="\(say(label))"><p><b>\(say(sentence))</b></p>\(Part.prose(theirs))\
            <label class="opt"><input type="checkbox" name="take-\(part.name)" value="1"> <span>\
            \(say(Phrase(fr: "Prendre ce texte à la place du mien", en: "Take this text instead of mine")))</span></label></div>
            """
    }

    private var words: HTML {
        let saved = Phrase(fr: "Enregistré à {at}.", en: "Saved at {at}.")
        let saving = Phrase(fr: "Enregistrement…", en: "Saving…")
        let away = Phrase(
            fr:
                "Pas encore enregistré : le serveur ne répond pas. Votre texte reste ici, nouvel essai dans quelques secondes.",
            en: "Not saved yet: the server does not answer. Your text stays here; trying again in a few seconds.")
        let out = Phrase(
            fr: "Pas enregistré : votre session a expiré. Connectez-vous dans un autre onglet, votre texte reste ici.",
            en: "Not saved: your session has expired. Sign in in another tab; your text stays here.")
        let theirs = Phrase(
            fr: "{by} a modifié {field} à {at}. Votre texte est gardé dans le champ, dessous.",
            en: "{by} edited {field} at {at}. Your text is kept in the field below.")
        let take = Phrase(fr: "Prendre ce texte", en: "Take this text")
        let keep = Phrase(fr: "Garder le mien", en: "Keep mine")
        let choose = Phrase(
            fr: "Quelqu’un a modifié le même champ : choisissez le texte qui reste.",
            en: "Somebody changed the same field: choose the text that stays.")
        return """
             data-saved="\(say(saved))" data-saving="\(say(saving))" data-away="\(say(away))" data-out="\(say(out))" \
            data-theirs="\(say(theirs))" data-take="\(say(take))" data-keep="\(say(keep))" data-choose="\(say(choose))"
            """
    }

    private var advice: HTML {
        let lines = [
            Phrase(
                fr: "Écrivez pour quelqu’un qui ne connaît pas votre produit : il lira cette page seul.",
                en: "Write for somebody who does not know your product: they read this page alone."),
            Phrase(
                fr: "Le problème, pas la solution. Un chiffre vaut mieux qu’un adjectif.",
                en: "The problem, not the solution. A figure is worth more than an adjective."),
            Phrase(
                fr: "Un champ trop long est gardé dans l’ébauche ; il se raccourcit avant le dépôt.",
                en: "A field that is too long is kept in the draft; it is cut before submission."),
        ]
        return """
            <aside class="bside noprint"><section class="sec" aria-labelledby="h-advice"><header><h2 id="h-advice">\
            \(say(Phrase(fr: "Pour être compris", en: "To be understood")))</h2></header>\
            <ul class="plain advice">\(lines.map { line -> HTML in "<li>\(say(line))</li>" })</ul></section></aside>
            """
    }
}
