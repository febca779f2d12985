import HTML
import Rouage
import Storage
import WebCore

/// The wall: every idea, without its author, and the groups that the people of the session make of them.
struct BrainstormWall {
    let scene: BrainstormScene
    let ideas: [Int: Idea]
    private let topics: [Identifier<Topic>: Topic]
    /// Topics that a group may be joined to.
    private let openTopics: [Topic]

    init(_ scene: BrainstormScene) throws {
        self.scene = scene
        let reading = scene.visit.reading
        ideas = Dictionary(
            try reading.wall(of: scene.session, for: scene.actor.id).map { ($0.number ?? 0, $0) },
            uniquingKeysWith: { first, _ in first })
        let linked: [Topic] = try reading.records(scene.session.clusters.compactMap(\.topic))
        topics = Dictionary(linked.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        openTopics = isSorting(scene) ? try reading.topics(in: [.idea, .ready]) : []
    }

    private var isOpen: Bool { isSorting(scene) }

    var html: HTML {
        """
        <div id="wall" data-live-part\(" data-behaviour=\"wall\"", if: isOpen)>\(head)\(groups)</div>\(isOpen ? sorting : "")
        """
    }

    // MARK: What hangs there

    private var head: HTML {
        let mix = SourceMix(ideas.values.map(\.source))
        let bars = Part.bars(mix.counts) { source, _ in "<span>\(scene.visit.say(source.phrase))</span>" }
        let groups = scene.visit.say(
            Phrase(
                count: scene.session.clusters.count, fr: ("% groupe", "% groupes"), en: ("% group", "% groups")))
        let note = scene.say(
            "Sans nom : une idée se juge pour elle-même. Qui l’a écrite peut la signer, personne d’autre ne sait de qui elle est.",
            "Without names: an idea is judged for itself. Who wrote it may sign it; nobody else knows whose it is.")
        let again: HTML =
            scene.session.reopening.isEmpty
            ? ""
            : """
            <p class="note">\(scene.say("Reprise", "Taken up again"))\(scene.visit.colon)<q>\(scene.session.reopening)</q></p>
            """
        return """
            <section class="sec" aria-labelledby="h-wall"><header><h2 id="h-wall">\(scene.say("Le mur", "The wall"))</h2>\
            <p>\(scene.ideas(ideas.count)), \(groups)</p></header><p class="note">\(note)</p>\(again)\(bars)</section>
            """
    }

    private var groups: HTML {
        let session = scene.session
        let taken = session.clusters.filter { $0.topic != nil }
        let rest = session.clusters.filter { $0.topic == nil }
        guard session.state == .closed else {
            return "\(loose)<div class=\"clusters\">\(session.clusters.map(cluster))</div>"
        }
        let first: HTML =
            taken.isEmpty
            ? ""
            : """
            <h2 class="bpart">\(scene.say("Devenu sujet", "Became a topic"))</h2><div class="clusters">\(taken.map(cluster))</div>
            """
        let second: HTML =
            rest.isEmpty
            ? ""
            : """
            <h2 class="bpart">\(scene.say("Non repris", "Not taken up"))</h2><div class="clusters">\(rest.map(cluster))</div>
            """
        return "\(first)\(second)\(loose)"
    }

    private var loose: HTML {
        let numbers = scene.session.loose.filter { ideas[$0] != nil }
        guard !numbers.isEmpty else {
            return isOpen
                ? "<p class=\"note loose\" data-drop=\"\">\(scene.say("Toutes les idées sont dans un groupe.", "All ideas are in a group."))</p>"
                : ""
        }
        return """
            <section class="loose" data-drop="" aria-labelledby="h-loose"><header><h3 id="h-loose">\(scene.say("Hors groupe", "In no group"))</h3>\
            <p>\(scene.ideas(numbers.count))</p></header><ul class="notes wide">\(numbers.map { note($0, in: nil) })</ul></section>
            """
    }

    private func cluster(_ cluster: Brainstorm.Cluster) -> HTML {
        let mix = SourceMix(cluster.ideas.compactMap { ideas[$0]?.source })
        let notes = cluster.ideas.map { note($0, in: cluster.key) }
        return """
            <section class="cluster" id="c-\(cluster.key)" data-drop="\(cluster.key)" aria-labelledby="h-c-\(cluster.key)"><header>\
            <h3 id="h-c-\(cluster.key)">\(cluster.title)</h3><p>\(scene.ideas(notes.count))\(mix.counts.isEmpty ? "" : ", ")\(scene.words(mix))</p></header>\
            \(outcome(cluster))<ul class="notes">\(notes)</ul>\(isOpen ? changes(cluster) : "")</section>
            """
    }

    private func outcome(_ cluster: Brainstorm.Cluster) -> HTML {
        if let topic = cluster.topic.flatMap({ topics[$0] }) {
            return """
                <p class="came">\(Part.icon("flag"))<span>\(scene.say("Sujet", "Topic"))\(scene.visit.colon)\
                <a href="/topics/\(topic.id.description)">\(scene.visit.title(of: topic))</a></span></p>
                """
        }
        guard isOpen else { return "" }
        let topic = scene.sending("clusters/:key/topic", String(cluster.key))
        return """
            <form class="noprint" method="post" action="\(topic.to)">\(Part.csrf(scene.visit))\
            <button class="btn s" aria-label="\(scene.say("En faire un sujet : \(cluster.title)", "Make it a topic: \(cluster.title)"))">\
            \(Part.icon("flag"))\(topic.words)</button></form>
            """
    }

    private func note(_ number: Int, in key: Int?) -> HTML {
        guard let idea = ideas[number] else { return "" }
        let visit = scene.visit
        let moved = Brainstorm.Moved(idea: number, from: key).text
        let source = visit.say(idea.source.phrase)
        let isOwn = idea.author != nil && idea.author == scene.actor.id
        let by: HTML
        if idea.isSigned {
            by = "<small>\(source), \(visit.name(idea.author))</small>"
        } else if isOwn {
            let sign = scene.sending("ideas/:id/signature", idea.id.description)
            by = """
                <small>\(source), \(scene.say("de vous", "yours"))</small><form class="noprint" method="post" \
                action="\(sign.to)" data-behaviour="inplace">\(Part.csrf(visit))\
                <button class="btn s low" aria-label="\(scene.say("Signer : \(idea.text)", "Sign: \(idea.text)"))">\(sign.words)</button></form>
                """
        } else {
            by = "<small>\(source)</small>"
        }
        let text: HTML =
            isOpen
            ? """
            <label class="opt"><input type="checkbox" form="sorting-form" name="ideas" value="\(moved)"> <span>\(idea.text)</span></label>
            """ : "<p>\(idea.text)</p>"
        return """
            <li id="i-\(number)"\(" draggable=\"true\"", if: isOpen) data-idea="\(moved)">\(text)\(by)</li>
            """
    }

    // MARK: Putting in order

    /// The form to which the ticks on the wall belong. Dragging sends the same form.
    private var sorting: HTML {
        let parts = FormParts(scene.visit, prefix: "sorting", isSent: scene.visit.isRefused("moves"))
        let options =
            [("new", scene.say("un nouveau groupe", "a new group"))]
            + scene.session.clusters.map { (String($0.key), $0.title) }
        let field = parts.select(
            "to", Phrase(fr: "Mettre les idées cochées dans", en: "Put the ticked ideas into"), options,
            empty: Phrase(fr: "aucun groupe", en: "no group"))
        let title = parts.text(
            "title", Phrase(fr: "Titre du nouveau groupe", en: "Title of the new group"),
            more: " maxlength=\"\(Brainstorm.titleLimit)\" autocomplete=\"off\"")
        let hint = scene.say(
            "À la souris, glissez une idée sur un groupe, ou une idée sur une autre. Au clavier, cochez puis rangez.",
            "With the mouse, drag an idea onto a group, or one idea onto another. With the keyboard, tick, then put.")
        let moves = scene.sending("moves")
        return """
            <form id="sorting-form" class="bsort noprint" method="post" action="\(moves.to)" data-behaviour="inplace">\
            \(Part.csrf(scene.visit))<div id="sorting" data-live-part class="brow">\(field)\(title)\
            <button class="btn">\(moves.words)</button></div><p class="note">\(hint)</p></form>
            """
    }

    /// Its title, another group, a topic that is there already.
    private func changes(_ cluster: Brainstorm.Cluster) -> HTML {
        let visit = scene.visit
        let title = scene.sending("clusters/:key", String(cluster.key))
        let isBack = visit.isAgain && visit.exchange.path.hasPrefix(title.to)
        func form(_ noun: String, as words: String? = nil, _ field: (FormParts) -> HTML) -> HTML {
            let act = scene.sending("clusters/:key\(noun)", String(cluster.key))
            let parts = FormParts(
                visit, prefix: "c\(cluster.key)\(noun.dropFirst())",
                isSent: visit.isAgain && visit.exchange.path == act.to)
            return """
                <form class="brow" method="post" action="\(act.to)" data-behaviour="inplace">\(Part.csrf(visit))\(field(parts))\
                <button class="btn s">\(words ?? act.words)</button></form>
                """
        }
        let others = scene.session.clusters.filter { $0.key != cluster.key }.map { (String($0.key), $0.title) }
        var forms = [
            form("") {
                $0.text(
                    "title", Phrase(fr: "Titre", en: "Title"), stored: cluster.title,
                    more: " maxlength=\"\(Brainstorm.titleLimit)\" autocomplete=\"off\"")
            }
        ]
        if cluster.topic == nil, !others.isEmpty {
            forms.append(
                form("/merger") {
                    $0.select(
                        "into", Phrase(fr: "Réunir avec", en: "Join with"), others,
                        empty: Phrase(fr: "Choisir un groupe", en: "Choose a group"))
                })
        }
        if cluster.topic == nil, !openTopics.isEmpty {
            forms.append(
                form("/topic", as: scene.say("Rattacher", "Add")) {
                    $0.select(
                        "topic", Phrase(fr: "Rattacher à un sujet existant", en: "Add to a topic that is there"),
                        openTopics.map { ($0.id.description, visit.title(of: $0)) },
                        empty: Phrase(fr: "Choisir un sujet", en: "Choose a topic"))
                })
        }
        return """
            <details class="disc noprint"\(" open", if: isBack)><summary aria-label="\(scene.say("Changer le groupe : \(cluster.title)", "Change the group: \(cluster.title)"))">\
            \(scene.say("Changer", "Change"))\(Part.icon("down"))</summary>\(forms)</details>
            """
    }
}

/// Whether who asks may put ideas in order now.
private func isSorting(_ scene: BrainstormScene) -> Bool { scene.session.state == .clustering && scene.takesPart }
