import Rouage

extension Action {
    /// What happened, after the name of who did it.
    var phrase: Phrase {
        switch self {
        case .created: Phrase(fr: "création", en: "created")
        case .imported: Phrase(fr: "import", en: "imported")
        case .edited, .revised: Phrase(fr: "modification", en: "edited")
        case .removed: Phrase(fr: "suppression", en: "removed")
        case .opened: Phrase(fr: "ouverture", en: "opened")
        case .shifted: Phrase(fr: "dates déplacées", en: "dates moved")
        case .advanced: Phrase(fr: "changement de phase", en: "moved to the next phase")
        case .submitted: Phrase(fr: "dépôt", en: "submitted")
        case .alignmentStarted: Phrase(fr: "début de l’alignement", en: "alignment started")
        case .declaredReady: Phrase(fr: "déclarée prête", en: "declared ready")
        case .validated: Phrase(fr: "validée", en: "validated")
        case .postponed: Phrase(fr: "reportée", en: "postponed")
        case .dropped: Phrase(fr: "écartée", en: "dropped")
        case .presented: Phrase(fr: "présentée", en: "presented")
        case .started: Phrase(fr: "démarrée", en: "started")
        case .finished: Phrase(fr: "terminée", en: "done")
        case .abandoned: Phrase(fr: "abandonnée", en: "abandoned")
        case .slowed: Phrase(fr: "ralentie", en: "slowed")
        case .resumed: Phrase(fr: "reprise", en: "back on track")
        case .pointedOut: Phrase(fr: "dépendance signalée", en: "dependency pointed out")
        case .acknowledged: Phrase(fr: "prise en compte", en: "acknowledged")
        case .committed: Phrase(fr: "engagement", en: "committed")
        case .replanned: Phrase(fr: "contre-proposition", en: "counter-proposed")
        case .declined: Phrase(fr: "refus", en: "declined")
        case .withdrawn: Phrase(fr: "retrait", en: "withdrawn")
        case .counterAccepted: Phrase(fr: "contre-proposition acceptée", en: "counter-proposal accepted")
        case .counterRefused: Phrase(fr: "contre-proposition refusée", en: "counter-proposal refused")
        case .reasked: Phrase(fr: "nouvelle demande", en: "asked again")
        case .claimed: Phrase(fr: "annoncée livrée", en: "said to be delivered")
        case .delivered: Phrase(fr: "livraison confirmée", en: "delivery confirmed")
        case .deliveredBySilence:
            Phrase(
                fr: "comptée comme livrée, sans réponse depuis dix jours",
                en: "counted as delivered, ten days without an answer")
        case .claimRefused: Phrase(fr: "livraison contestée", en: "delivery not accepted")
        case .broken: Phrase(fr: "engagement rompu", en: "promise broken")
        case .mitigated: Phrase(fr: "solution de repli écrite", en: "fallback written")
        case .closed: Phrase(fr: "fermeture", en: "closed")
        case .moved: Phrase(fr: "changement de rattachement", en: "moved")
        case .ended: Phrase(fr: "fin", en: "ended")
        case .handedOver: Phrase(fr: "reprise par une autre équipe", en: "handed over to another team")
        case .proposed: Phrase(fr: "proposition", en: "proposed")
        case .planned: Phrase(fr: "rencontre prévue", en: "planned")
        case .heard: Phrase(fr: "vue écrite", en: "view written")
        case .revealed: Phrase(fr: "vues ouvertes", en: "views opened")
        case .agreed: Phrase(fr: "accord noté", en: "agreed")
        case .held: Phrase(fr: "rencontre tenue", en: "held")
        case .cancelled: Phrase(fr: "annulation", en: "called off")
        case .commented: Phrase(fr: "commentaire", en: "commented")
        case .reviewed: Phrase(fr: "revue", en: "reviewed")
        case .reminded: Phrase(fr: "rappel", en: "reminded")
        case .offered: Phrase(fr: "aide proposée", en: "help offered")
        case .handedOn: Phrase(fr: "relais à la direction", en: "relayed to the director")
        case .dismissed: Phrase(fr: "équipe écartée", en: "team dismissed")
        case .passwordChanged: Phrase(fr: "mot de passe changé", en: "password changed")
        }
    }
}
