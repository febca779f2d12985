import HTML

extension Layout {
    /// What somebody with an account and no place in the department reads where the department’s pages would be.
    package static func forMembers(_ visit: Visit, _ page: Page) -> Answer {
        let title = visit.say(page.words)
        let lack = Phrase(fr: "Vous n’avez pas encore de place ici.", en: "You have no place here yet.")
        let way = Phrase(
            fr: "Cette page est ouverte aux personnes du département. Un ou une responsable d’équipe vous y rattache.",
            en: "This page is open to the people of the department. A team’s lead gives you a place in it.")
        let body: HTML = """
            <h1>\(title)</h1><div class="empty"><h2>\(visit.say(lack))</h2><p>\(visit.say(way))</p></div>
            """
        return Layout.page(visit, title: title, page: page, body)
    }
}
