import HTML
import Rouage
import Storage
import WebCore

/// Who gave what: for the electors, the CPO and Product Ops, after the close, as was said before the vote.
enum NamedBallots {
    static func show(_ visit: Visit) throws -> Answer {
        let scene = try MercatoScene(visit)
        guard scene.readsWords, scene.mercato.origin == .native else { throw Refusal.notFound }
        guard scene.readsBallots else { return try nameless(scene) }
        let ballots = try visit.reading.ballots(of: scene.mercato)
        let electors = scene.mercato.electors
        let heads = electors.map { elector -> HTML in
            let person = visit.organisation.people[elector.person]
            let name = person?.name ?? ""
            return "<th scope=\"col\" class=\"num\"><abbr title=\"\(name)\">\(person?.initials ?? "")</abbr></th>"
        }
        let rows = scene.mercato.topics.enumerated().map { place, topic -> HTML in
            let cells = electors.map { elector -> HTML in
                let ballot = ballots.first { $0.voter == .person(elector.person) }
                let score = ballot.flatMap { $0.scores.indices.contains(place) ? $0.scores[place] : nil }
                let sign = ballot == nil ? "" : score?.value.map { String($0) } ?? "–"
                let isConcerned = ballot?.conflicts.contains(place) == true
                return """
                    <td class="num" data-l="\(visit.name(elector.person))">\(sign)\
                    \("*", if: isConcerned)</td>
                    """
            }
            return "<tr><th scope=\"row\">\(scene.written(topic.title, topic))</th>\(cells)</tr>"
        }
        let title = scene.say("Les bulletins nommés", "The named ballots")
        let lede = scene.say(
            "Lus par les votants, la CPO et les Ops, comme annoncé avant le vote. Une étoile : la personne a un lien avec le sujet.",
            "Read by the electors, the CPO and Product Ops, as was said before the vote. A star: the person has a stake in the topic."
        )
        let body: HTML = """
            \(legend(scene, ballots))\
            <div class="scroll" role="region" tabindex="0" aria-label="\(title)"><table class="t named fold">\
            <caption class="vh">\(title)</caption><thead><tr><th scope="col">\(scene.say("Sujet", "Topic"))</th>\(heads)</tr></thead>\
            <tbody>\(rows)</tbody></table></div>\(words(scene, ballots))
            """
        return scene.page(title, lede: HTML(lede), .result, body)
    }

    /// The names behind the initials, and who gave no ballot.
    private static func legend(_ scene: MercatoScene, _ ballots: [Ballot]) -> HTML {
        let people = scene.mercato.electors.compactMap { scene.visit.organisation.people[$0.person] }
        let names = people.map { "<span><b>\($0.initials)</b> \($0.name)</span>" as HTML }
        let voters = Set(ballots.compactMap(\.voter.person))
        let absent = people.filter { !voters.contains($0.id) }.map(\.name).joined(separator: ", ")
        let missing: HTML =
            absent.isEmpty
            ? "" : "<p class=\"note\">\(scene.say("Sans bulletin : \(absent).", "Without a ballot: \(absent)."))</p>"
        return "<div class=\"legend\">\(names)</div>\(missing)"
    }

    /// Where ballots stay without names: what was said beside the topics, and by nobody.
    private static func nameless(_ scene: MercatoScene) throws -> Answer {
        let ballots = try scene.visit.reading.ballots(of: scene.mercato)
        let rows = scene.mercato.topics.enumerated().flatMap { place, topic -> [HTML] in
            let said = ballots.compactMap { $0.words.indices.contains(place) ? $0.words[place] : nil }
            return said.filter { !$0.isEmpty }.sorted().map { words in
                "<li><p><b>\(scene.written(topic.title, topic))</b></p>\(Part.prose(words, in: scene.visit.language))</li>"
            }
        }
        let title = scene.say("Ce qui a été dit", "What was said")
        let lede = scene.say(
            "Lu par les votants, la CPO et les Ops, sans les noms, comme annoncé avant le vote.",
            "Read by the electors, the CPO and Product Ops, without names, as was said before the vote.")
        let nothing = scene.say("Personne n’a ajouté de mot.", "Nobody added a word.")
        let body: HTML =
            rows.isEmpty ? "<p class=\"note\">\(nothing)</p>" : "<ul class=\"plain said\">\(rows)</ul>"
        return scene.page(title, lede: HTML(lede), .result, body)
    }

    private static func words(_ scene: MercatoScene, _ ballots: [Ballot]) -> HTML {
        let said = ballots.flatMap { ballot in
            ballot.words.enumerated().filter { !$0.element.isEmpty }.map {
                (ballot.voter.person, $0.offset, $0.element)
            }
        }
        guard !said.isEmpty else { return "" }
        let rows = said.map { person, place, words -> HTML in
            let topic = scene.mercato.topics[place]
            let language = scene.visit.language(of: person)
            return """
                <li><p><b>\(scene.visit.name(person))</b>, \(scene.written(topic.title, topic))</p>\
                \(Part.prose(words, in: language))</li>
                """
        }
        return """
            <section class="sec" aria-labelledby="h-words"><header><h2 id="h-words">\(scene.say("Ce qui a été dit", "What was said"))</h2></header>\
            <ul class="plain said">\(rows)</ul></section>
            """
    }
}
