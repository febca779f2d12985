import HTTPTypes
import Rouage
import Storage
import WebCore

/// What is done to a presentation: prepared, run on its day, and kept.
extension Presentation {
    static let acts = Acts<Presentation>(
        at: "/presentations", by: "label", called: { $1.label($0.cycle) }, find: { try Show($0).presentation() },
        landing: PresentationRoutes.landing, preparing + running + keeping)

    private static let preparing: [Act<Presentation>] = [
        .work(
            "order", "orderPresentation", "Sets the order of all teams, and how long each has.",
            .init("Enregistrer les durées", "Save the timing", done: "L’ordre est enregistré.", "The order is saved."),
            over: { _, _ in Order() }, form: PresentationForms.order, body: "RunOfShow",
            notes: [
                "teams": "Codes of all teams, in order.",
                "minutes": "1 to \(Slot.most), in the order of the teams; left out, each keeps its own.",
            ], needsRequired: true, example: ["teams": ["dsn", "bulletins"]], { _ in .orderPresentation },
            suits: { presentation, _ in presentation.state != .published }
        ) { presentation, order, call in
            try call.change(presentation) {
                try $0.order(order.timings(over: $0.runOfShow), by: call.deed)
            }
        },
        .act(
            "beginning", "setBeginning", "Sets when it begins.",
            .init("Enregistrer l’heure", "Save the time", done: "L’heure est enregistrée.", "The time is saved."),
            over: { Beginning(hour: $0.startsHour, minute: $0.startsMinute) }, body: "Beginning",
            notes: ["starts": "Such as `10:00`."], example: ["starts": "14:30"], { _ in .orderPresentation },
            { try $0.begin(atHour: $1.hour, minute: $1.minute, by: $2) }),
        .work(
            "slots/:team", "prepareSlot", "A team prepares its own slot; replaces what it had said.",
            .init("Enregistrer", "Save", done: "Le passage est enregistré.", "The slot is saved."),
            over: { presentation, visit in
                let slot = try SlotPage.slot(visit, of: presentation)
                return SlotContent(initiatives: slot.initiatives, notes: slot.notes)
            }, form: PresentationForms.slot, body: "SlotContent",
            notes: [
                "minutes": "1 to \(Slot.most).", "presenters": "Codes of at most three people.",
                "notes": "For those who present.",
                "initiatives": "All of its initiatives, in the order in which they are shown.",
            ],
            needsRequired: true,
            example: ["minutes": 5, "presenters": ["lison.perrault"], "notes": "Les appels d’abord.", "ready": true],
            { _ in nil }, suits: { _, _ in true }
        ) { presentation, content, call in
            let slot = try SlotPage.slot(call.visit, of: presentation)
            // A form is held to the slot that it showed: what other teams save, and the show itself, are not its matter.
            let stamp = call.visit.exchange.form.version
            if let stamp, stamp != slot.stamp { throw Refusal.outdated }
            try call.transaction.change(presentation.id, version: stamp == nil ? call.version : nil) {
                (presentation: inout Presentation) in
                try presentation.prepare(content, of: slot.team, by: call.deed)
            }
        }.by(.put),
        .act(
            "readiness", "declarePresentationReady", "Says that everything is ready.",
            .init(
                "Dire que tout est prêt", "Say that everything is ready", done: "Tout est prêt.", "Everything is ready."
            ),
            { .runPresentation($0) }, { try $0.declareReady(by: $1) }),
        .work(
            "guest-link", "renewGuestLink", "Replaces the link of guests: the old one opens nothing any more.",
            .init(
                "Remplacer le lien : l’ancien n’ouvrira plus rien", "Replace the link: the old one will open nothing",
                done: "Le lien est remplacé.", "The link is replaced.", .quiet),
            { .runPresentation($0) }, suits: { _, _ in true }
        ) { try $1.transaction.renewGuestLink(of: $0, by: $1.deed) },
    ]

    private static let running: [Act<Presentation>] = [
        .work(
            "start", "startPresentation", "Goes live, on its day.",
            .init(Phrase(fr: "Commencer la présentation", en: "Begin the presentation"), done: nil, .first),
            { .runPresentation($0) },
            suits: { presentation, visit in
                (presentation.state == .preparing || presentation.state == .ready) && !presentation.runOfShow.isEmpty
                    && visit.cycles.contains {
                        $0.id == presentation.cycle && visit.today >= $0.phases.presentation
                    }
            }
        ) { try $1.transaction.start($0.id, version: $1.version, by: $1.deed) },
        .act(
            "position", "movePresentation", "Goes one slide on or back, holds the clock, or goes to a team.",
            .init(Phrase(fr: "Équipe suivante", en: "Next team"), done: nil), of: Position(), body: "Position",
            notes: ["team": "The code of a team."], example: ["go": "next"], { .runPresentation($0) },
            { try $0.move(to: $1, by: $2) }),
        .work(
            "publication", "publishPresentation", "Ends it and keeps what was shown.",
            .init(
                "Terminer et publier", "End and publish", done: "La présentation est publiée.",
                "The presentation is published.", .first),
            { .runPresentation($0) }, suits: { presentation, _ in presentation.state == .live }
        ) { try $1.transaction.publish($0.id, version: $1.version, by: $1.deed) },
    ]

    private static let keeping: [Act<Presentation>] = [
        .act(
            "recording", "setRecording", "Says where it can be seen again.",
            .init(
                "Enregistrer l’adresse", "Save the address", done: "L’adresse est enregistrée.", "The address is saved."
            ),
            over: { Recording($0.recording) }, body: "Recording",
            example: ["recording": "https://video.emargo.example/t2"], { .runPresentation($0) },
            { try $0.record($1.address, by: $2) }),
        .work(
            "answers", "answerQuestion", "Marks a question as answered.",
            .init(
                "Répondue", "Answered", done: "La question est marquée comme répondue.",
                "The question is marked as answered."),
            of: AudienceQuestion.Chosen(), body: "AnsweredQuestion", { .runPresentation($0) }, suits: { _, _ in true }
        ) { presentation, answered, call in
            guard let id = answered.question else { throw Refusal.invalid("question", .missing) }
            guard let question = try call.transaction.find(id), question.presentation == presentation.id else {
                throw Refusal.notFound
            }
            try call.transaction.change(id) { try $0.answer(by: call.deed, in: presentation) }
        },
    ]
}

/// What too few believed in: its director says what changes.
extension Rework {
    static let acts = Acts<Rework>(
        at: "/reworks",
        landing: { visit, _, rework in
            "/presentations/\(visit.label(try visit.reading.get(rework.presentation).cycle))#r-\(rework.id)"
        },
        [
            .act(
                "answer", "answerRework", "Says what changes.",
                .init("Répondre", "Answer", done: "La réponse est publiée.", "The answer is published.", .first),
                of: Content(), body: "ReworkAnswer", example: ["answer": "Nous livrons en deux fois."],
                { .answerRework($0) }, { try $0.answer($1.answer, by: $2) })
        ])
}

/// Asking, by a program; the page that follows has a form of its own, which guests send too.
extension AudienceQuestion {
    static let acts = Acts<AudienceQuestion>(
        at: "/questions",
        [
            .making(
                below: "/presentations/:label/questions", of: Following.init, "askQuestion",
                "Asks while it is live, of the team on stage or of all.",
                .init("Demander", "Ask", done: "La question est posée.", "The question is asked."), of: Content(),
                body: "NewQuestion", example: ["text": "Et pour les apprentis ?", "about": "stage"], { _ in nil }
            ) { following, content, call in
                try following.ask(content, call.transaction)
            }
        ])
}
