import HTML
package import Rouage

extension Layout {
    /// The rooms of the product, in the order of the work. A room is seen once it has a page.
    package enum Room: CaseIterable {
        case spine, quarter, ops, playbooks, impact, news, teams

        package var words: Phrase {
            switch self {
            case .spine: Phrase(fr: "Colonne", en: "Spine")
            case .quarter: Phrase(fr: "Trimestre", en: "Quarter")
            case .ops: Phrase(fr: "Product Ops", en: "Product Ops")
            case .playbooks: Phrase(fr: "Process", en: "Playbooks")
            case .impact: Phrase(fr: "Impact", en: "Impact")
            case .news: Phrase(fr: "Nouvelles", en: "News")
            case .teams: Phrase(fr: "Équipes", en: "Teams")
            }
        }

        /// Which playbooks say how the work of this room is done.
        var category: Playbook.Category? {
            switch self {
            case .quarter: .alignment
            case .ops: .mercato
            case .teams: .onboarding
            case .spine, .playbooks, .impact, .news: nil
            }
        }

        package var pages: [Page] { Page.allCases.filter { $0.room == self } }
    }

    /// Whom a page is for.
    package enum Audience {
        /// Whoever has an account.
        case everybody
        /// Those who have a place in the department.
        case members
        /// They, and who keeps teams and accounts in order.
        case directory
        case administrators

        func admits(_ actor: Actor) -> Bool {
            switch self {
            case .everybody: true
            case .members: actor.isMember
            case .directory: actor.readsDirectory
            case .administrators: actor.may(.administerAccounts)
            }
        }

        /// Whether people of the department may find it closed: the page then carries a lock.
        var isNarrow: Bool { self == .administrators }
    }

    /// Every page that one can go to from anywhere, in the order of its room: the masthead, the palette and the foot of the
    /// screens read this list. A screen that belongs to one of them says which.
    package enum Page: CaseIterable {
        case spine
        case briefings, dependencies, alignment, decisions, presentations, report, calendar
        case requests, topics, brainstorms, mercato, shareOut, projects
        case playbooks, incidents, reliance
        case value
        case decisionLog
        case people, axes
        // Beside the name, and in its menu.
        case inbox, account, accounts

        private var declared: (room: Room?, address: String, icon: String, audience: Audience, words: Phrase) {
            switch self {
            case .spine: (.spine, "/", "spine", .everybody, Room.spine.words)
            case .briefings:
                (.quarter, "/briefings", "doc", .members, Phrase(fr: "Briefings", en: "Briefings"))
            case .dependencies:
                (.quarter, "/board", "board", .members, Phrase(fr: "Dépendances", en: "Dependencies"))
            case .alignment:
                (.quarter, "/alignment", "link", .members, Phrase(fr: "Alignement", en: "Alignment"))
            case .decisions:
                (.quarter, "/decisions/pending", "check", .members, Phrase(fr: "Décisions", en: "Decisions"))
            case .presentations:
                (.quarter, "/presentations", "flag", .members, Phrase(fr: "Présentation", en: "Presentation"))
            case .report: (.quarter, "/reports", "doc", .members, Phrase(fr: "Bilan", en: "Report"))
            case .calendar: (.quarter, "/calendar", "cal", .members, Phrase(fr: "Calendrier", en: "Calendar"))
            case .requests: (.ops, "/requests", "comment", .members, Phrase(fr: "Demandes", en: "Requests"))
            case .topics: (.ops, "/topics", "flag", .members, Phrase(fr: "Sujets", en: "Topics"))
            case .brainstorms:
                (.ops, "/brainstorms", "pencil", .members, Phrase(fr: "Brainstorming", en: "Brainstorm"))
            case .mercato: (.ops, "/mercato", "ballot", .members, Phrase(fr: "Mercato", en: "Mercato"))
            case .shareOut:
                (.ops, "/projects/share-out", "swap", .members, Phrase(fr: "Répartition", en: "Sharing out"))
            case .projects: (.ops, "/projects", "cog", .members, Phrase(fr: "Projets", en: "Projects"))
            case .playbooks:
                (.playbooks, "/playbooks", "doc", .members, Phrase(fr: "Bibliothèque", en: "Library"))
            case .incidents:
                (.playbooks, "/incidents", "alert", .members, Phrase(fr: "Incidents", en: "Incidents"))
            case .reliance:
                (
                    .playbooks, "/playbooks/reliance", "oil", .members,
                    Phrase(fr: "Sans Product Ops", en: "Without Product Ops")
                )
            case .value:
                (.impact, "/projects/value", "check", .members, Phrase(fr: "Preuves de valeur", en: "Proof of value"))
            case .decisionLog:
                (.news, "/decisions", "doc", .members, Phrase(fr: "Journal des décisions", en: "Decision log"))
            case .people:
                (.teams, "/people", "people", .directory, Phrase(fr: "Équipes et personnes", en: "Teams and people"))
            case .axes: (.teams, "/axes", "spine", .members, Phrase(fr: "Axes", en: "Axes"))
            case .inbox:
                (nil, "/inbox", "tray", .members, Phrase(fr: "Ce que l’on attend de moi", en: "Expected of me"))
            case .account: (nil, "/account", "info", .everybody, Phrase(fr: "Mon compte", en: "My account"))
            case .accounts: (nil, "/accounts", "people", .administrators, Phrase(fr: "Comptes", en: "Accounts"))
            }
        }

        package var room: Room? { declared.room }
        /// The other addresses under which the same page is seen in another way.
        var views: [String] { self == .dependencies ? ["/dependencies", "/board/matrix"] : [] }
        package var address: String { declared.address }
        package var words: Phrase { declared.words }
        var icon: String { declared.icon }

        package func isOpen(to actor: Actor) -> Bool { declared.audience.admits(actor) }

        /// Its words, with a lock when only some may open it.
        func name(_ language: Language) -> HTML {
            "\(declared.audience.isNarrow ? Part.icon("lock") : "")\(words(language))"
        }
    }
}
