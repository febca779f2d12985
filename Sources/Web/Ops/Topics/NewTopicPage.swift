import HTML
import Rouage
import WebCore

/// Raising a topic: a title is enough to begin with.
enum NewTopicPage {
    static func answer(_ visit: Visit) throws -> Answer {
        let title = Phrase(fr: "Proposer un sujet", en: "Raise a topic")
        let lede = Phrase(
            fr:
                "Ce qui grince, ce qui manque, ce qui tourne à vide. Tout le monde peut proposer ; les directions voteront.",
            en: "What grates, what is missing, what turns for nothing. Anybody may raise it; the directors will vote.")
        let form = try TopicForm(visit, Topic.Content())
        let body: HTML = """
            <header class="head"><div><h1>\(visit.say(title))</h1><p class="lede">\(visit.say(lede))</p></div>\
            </header>
            <form class="stack topicform" method="post" action="/topics">\(Part.csrf(visit))\
            \(form.form.summary(Phrase(fr: "Le sujet n’est pas enregistré.", en: "The topic is not saved.")))\
            \(form.html)\
            <div class="acts"><button class="btn pri">\(Topic.acts.making(visit))</button>\
            <a class="btn low" href="/topics">\(visit.say(Phrase(fr: "Annuler", en: "Cancel")))</a></div></form>
            """
        return Layout.page(visit, title: visit.say(title), page: .topics, body)
    }
}
