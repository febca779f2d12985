import Rouage

extension Flaw.Reason {
    package var phrase: Phrase {
        switch self {
        case .missing:
            Phrase(fr: "Ce champ est vide.", en: "This field is empty.")
        case .notChosen: Phrase(fr: "Choisissez une réponse.", en: "Choose an answer.")
        case .tooLong(let by):
            Phrase(
                count: by, fr: ("% caractère de trop.", "% caractères de trop."),
                en: ("% character too many.", "% characters too many."))
        case .tooShort(let by):
            Phrase(
                count: by, fr: ("Il manque % caractère.", "Il manque % caractères."),
                en: ("% character is missing.", "% characters are missing."))
        case .wrong: Phrase(fr: "Ce n’est pas le bon mot de passe.", en: "This is not the right password.")
        case .different:
            Phrase(fr: "Les deux textes ne sont pas les mêmes.", en: "The two texts are not the same.")
        case .notANumber: Phrase(fr: "Écrivez un nombre entier.", en: "Write a whole number.")
        case .notADecimal:
            Phrase(fr: "Écrivez un nombre, comme 2 ou 1,5.", en: "Write a number, such as 2 or 1.5.")
        case .notADay: Phrase(fr: "Écrivez une date, comme 2026-04-10.", en: "Write a date, such as 2026-04-10.")
        case .outsideTheCycle:
            Phrase(
                fr: "C’est hors du trimestre : la date tombe après sa fin, ou ce trimestre est passé.",
                en: "This is outside the quarter: the date is after its end, or that quarter is over.")
        case .ambiguous:
            Phrase(
                fr: "Plusieurs portent ce nom : écrivez le code ou l’adresse.",
                en: "Several are called so: write the code or the address.")
        case .unknown: Phrase(fr: "Rouage ne connaît pas ce nom.", en: "Rouage does not know this name.")
        case .taken: Phrase(fr: "C’est déjà pris.", en: "This is taken.")
        case .circular:
            Phrase(fr: "Une unité ne peut pas être au-dessus d’elle-même.", en: "A unit cannot be above itself.")
        case .sameTeam: Phrase(fr: "Une équipe ne dépend pas d’elle-même.", en: "A team does not depend on itself.")
        case .tooEarly(let day):
            Phrase(
                fr: "Au plus tôt le \(DateWords(language: .french).full(day)).",
                en: "No earlier than \(DateWords(language: .english).full(day)).")
        case .tooLate(let day):
            Phrase(
                fr: "Au plus tard le \(DateWords(language: .french).full(day)).",
                en: "No later than \(DateWords(language: .english).full(day)).")
        case .outOfRange(let range):
            Phrase(
                fr: "Entre \(range.lowerBound.spelled(.french)) et \(range.upperBound.spelled(.french)).",
                en: "Between \(range.lowerBound.spelled(.english)) and \(range.upperBound.spelled(.english)).")
        case .noRoom:
            Phrase(
                fr: "Il n’y a plus de place : retirez-en un d’abord.", en: "There is no room left: remove one first.")
        case .noDeadline:
            Phrase(
                fr: "Ce jour n’est pas travaillé (week-end, férié, pont, période creuse) : aucune échéance n’y tombe.",
                en: "Nobody works that day (weekend, holiday, bridge, quiet period): no deadline falls on it.")
        case .passed: Phrase(fr: "Cette date est passée : elle ne bouge plus.", en: "This date has passed and stays.")
        case .notText:
            Phrase(
                fr:
                    "Ce texte contient des caractères illisibles, ou n’est pas de la forme attendue : collez-le de nouveau, sans mise en forme.",
                en:
                    "This text holds unreadable characters, or is not of the shape expected: paste it again, as plain text."
            )
        case .notAnHour: Phrase(fr: "Écrivez une heure, comme 9:30.", en: "Write an hour, such as 9:30.")
        case .notACode:
            Phrase(
                fr: "Des minuscules sans accent, des chiffres et des tirets : equipe-paie.",
                en: "Small letters without accents, digits and hyphens: payroll-team.")
        case .notAnAddress:
            Phrase(
                fr: "Écrivez une adresse comme prenom.nom@entreprise.fr.",
                en: "Write an address such as first.last@company.com.")
        case .notALink:
            Phrase(
                fr: "Écrivez l’adresse d’une page : https://… ou, sur ce site, /…",
                en: "Write the address of a page: https://… or, on this site, /…")
        case .alreadyThere:
            Phrase(fr: "C’est déjà le cas.", en: "This is so already.")
        case .frozen:
            Phrase(
                fr: "Le vote a ouvert : son tableau, ses votants et leurs bulletins ne changent plus.",
                en: "The vote has opened: its table, its electors and their ballots stay as they are.")
        case .noTimeLeft:
            Phrase(
                fr: "Son temps est déjà pris en entier : terminez d’abord une autre place.",
                en: "Their time is taken in whole: end another place first.")
        case .openDependencies(let count):
            Phrase(
                count: count,
                fr: (
                    "% dépendance est encore ouverte : choisissez l’équipe qui la reprend.",
                    "% dépendances sont encore ouvertes : choisissez les équipes qui les reprennent."
                ),
                en: (
                    "% dependency is still open: choose the team that takes it over.",
                    "% dependencies are still open: choose the teams that take them over."
                ))
        case .briefingsUnderWay(let count):
            Phrase(
                count: count,
                fr: (
                    "Un briefing est encore en route : confiez-le à une équipe, ou arrêtez-le.",
                    "% briefings sont encore en route : confiez chacun à une équipe, ou arrêtez-le."
                ),
                en: (
                    "One briefing is still under way: hand it to a team, or end it.",
                    "% briefings are still under way: hand each to a team, or end it."
                ))
        case .unitsBelow(let count):
            Phrase(
                count: count,
                fr: (
                    "% unité est encore ouverte en dessous : déplacez-la ou fermez-la d’abord.",
                    "% unités sont encore ouvertes en dessous : déplacez-les ou fermez-les d’abord."
                ),
                en: (
                    "% unit below is still open: move it or close it first.",
                    "% units below are still open: move or close them first."
                ))
        case .someoneOutsideOps:
            Phrase(
                fr: "Il faut ici une personne hors Product Ops : du département, ou d’une autre équipe Ops.",
                en: "This takes somebody outside Product Ops: of the department, or of another Ops team.")
        case .someoneOfOps:
            Phrase(fr: "Il faut ici une personne de Product Ops.", en: "This takes somebody of Product Ops.")
        case .someoneOfDepartment:
            Phrase(
                fr: "Il faut ici une personne du département, ou d’une autre équipe Ops.",
                en: "This takes somebody of the department, or of another Ops team.")
        case .longerThanQuickHelp:
            Phrase(
                fr: "Un coup de main dure deux jours au plus : au-delà, c’est un sujet, ou un projet urgent.",
                en: "A quick help takes two days at most: beyond that it is a topic, or an urgent project.")
        case .noRoomForUrgencies(let left):
            Phrase(
                count: left,
                fr: (
                    "Il reste % jour dans l’enveloppe d’urgences du trimestre. Au-delà, la CPO choisit ce que l’on arrête à la place.",
                    "Il reste % jours dans l’enveloppe d’urgences du trimestre. Au-delà, la CPO choisit ce que l’on arrête à la place."
                ),
                en: (
                    "% day is left in the quarter’s room for urgencies. Beyond it, the CPO chooses what is dropped instead.",
                    "% days are left in the quarter’s room for urgencies. Beyond it, the CPO chooses what is dropped instead."
                ))
        case .twoWeeksRunning:
            Phrase(
                fr: "Personne n’est de permanence deux semaines de suite.",
                en: "Nobody is on duty two weeks running.")
        case .outOfOrder:
            Phrase(
                fr: "Ce moment vient avant celui qui le précède : début, détection, retour à la normale, fin.",
                en: "This moment comes before the one it follows: start, detection, mitigation, end.")
        case .endsBeforeItBegins:
            Phrase(fr: "La fin vient avant le début.", en: "The end comes before the beginning.")
        case .notYet:
            Phrase(fr: "Ce moment n’est pas encore venu.", en: "This moment has not come yet.")
        case .openActions(let count):
            Phrase(
                count: count,
                fr: (
                    "% action est encore ouverte : faites-la, ou refusez-la avec une raison.",
                    "% actions sont encore ouvertes : faites-les, ou refusez-les avec une raison."
                ),
                en: (
                    "% action is still open: do it, or refuse it with a reason.",
                    "% actions are still open: do them, or refuse them with a reason."
                ))
        case .newInOps(let until):
            Phrase(
                fr:
                    "Cette personne vient d’arriver : pas de permanence avant le \(DateWords(language: .french).short(until)).",
                en: "This person has just joined: no duty before \(DateWords(language: .english).short(until)).")
        case .leavesBefore(let last):
            Phrase(
                fr:
                    "Cette personne quitte Product Ops : son dernier jour est le \(DateWords(language: .french).short(last)).",
                en:
                    "This person leaves Product Ops: their last day is \(DateWords(language: .english).short(last)).")
        case .nothingSaidOfDependencies:
            Phrase(
                fr: "Signalez une dépendance, ou signez qu’il n’y en a aucune.",
                en: "Point out a dependency, or sign that there is none.")
        case .samePerson:
            Phrase(fr: "Il faut deux personnes différentes.", en: "Two different people are needed.")
        case .leadsEnough:
            Phrase(
                fr: "Cette personne pilote déjà deux projets, ou vient d’arriver : choisissez quelqu’un d’autre.",
                en: "This person leads two projects already, or has just arrived: choose somebody else.")
        case .noDaysLeft:
            Phrase(
                fr: "Il n’y a plus assez de jours : mettez autre chose en pause, ou choisissez quelqu’un d’autre.",
                en: "Not enough days are left: pause something else, or choose somebody else.")
        case .beyondCapacity(let days, let capacity):
            Phrase(
                fr: "Ce choix prend \(days) jours sur \(capacity) : retirez un sujet.",
                en: "This choice takes \(days) days of \(capacity): take a topic off.")
        case .refusedIt:
            Phrase(
                fr: "Cette personne a dit non à ce sujet : elle seule peut changer d’avis.",
                en: "This person said no to this topic: only they can change their mind.")
        case .namesSomebody:
            Phrase(
                fr: "Ce texte nomme quelqu’un. Citez l’équipe, ou cochez que la personne est d’accord.",
                en: "This text names somebody. Name the team, or tick that they agree.")
        case .waveUndecided:
            Phrase(
                fr: "La vague précédente attend encore son oui ou son non.",
                en: "The wave before still waits for its go or its no.")
        case .gate(let missing): missing.phrase
        case .causeWithoutDependency:
            Phrase(
                fr: "La cause est une dépendance : dites laquelle, parmi celles de l’initiative.",
                en: "The cause is a dependency: say which, among those of the initiative.")
        }
    }
}
