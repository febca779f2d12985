import Storage

extension StorageFailure {
    /// What is said when the database did not do what it was asked.
    package var explanation: Phrase {
        switch cause {
        case .full:
            Phrase(
                fr:
                    "Le disque du serveur est plein. Rien de ce qui était enregistré n’est perdu ; prévenez l’administration.",
                en: "The server’s disk is full. Nothing saved is lost; tell the administrator.")
        case .locked:
            Phrase(
                fr: "Elle est occupée. Ce qui était enregistré n’est pas perdu : réessayez dans une minute.",
                en: "It is busy. What was saved is not lost: try again in a minute.")
        case .unavailable, .newerVersion, .statement:
            Phrase(
                fr: "Ce qui était enregistré n’est pas perdu. Réessayez dans une minute.",
                en: "What was saved is not lost. Try again in a minute.")
        }
    }
}
