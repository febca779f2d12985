import Rouage
import Storage
import WebCore

/// What can be done to an axis.
extension Axis {
    static let acts = Acts<Axis>(
        at: "/axes",
        [
            .making(
                "createAxis", "Writes an axis: the CPO and the VPs set it, Product Ops and the directors propose it.",
                .init("Enregistrer cet axe", "Save this axis", done: "L’axe est enregistré.", "The axis is saved."),
                of: Axis.Content(), body: "NewAxis", notes: notes, example: example, .axis(.propose)
            ) { content, call in
                let (axis, activity) = try Axis.create(
                    content, id: call.transaction.newID(), apartFrom: call.transaction.axisCodes(), by: call.deed)
                try call.transaction.add(axis, activity)
                return axis.id
            },
            .editing(
                "editAxis", "Changes its words; what is left out stays.",
                .init("Enregistrer", "Save", done: "C’est enregistré.", "It is saved."),
                \.content, body: "AxisChange", notes: notes, example: ["to": "2026-Q4"], { .axis(.edit($0)) }
            ) { axis, content, call in
                try axis.edit(content, by: call.deed)
            },
            .act(
                "acceptance", "acceptAxis", "The leadership takes what was proposed.",
                .init("Retenir cet axe", "Take this axis", done: "L’axe est retenu.", "The axis is taken.", .first),
                undo: "reopening", { _ in .axis(.set) }, { try $0.accept(by: $1) }),
            .act(
                "refusal", "declineAxis", "The leadership does not take it, with the reason.",
                .init("Ne pas le retenir", "Do not take it", done: "L’axe n’est pas retenu.", "The axis is not taken."),
                of: AxisRefusal(), body: "AxisRefusal",
                example: ["reason": "Il recoupe un axe en cours."], undo: "reopening", { _ in .axis(.set) },
                { try $0.decline(reason: $1.reason, by: $2) }),
            .act(
                "withdrawal", "withdrawAxis", "Who proposed it takes it back.",
                .init(
                    "Retirer cette proposition", "Withdraw this proposal", done: "La proposition est retirée.",
                    "The proposal is withdrawn.", .grave),
                undo: "reopening", { .axis(.edit($0)) }, { try $0.withdraw(by: $1) }),
            .act(
                "reopening", "reopenAxis", "What was answered or withdrawn waits for an answer again.",
                .init(
                    "Rouvrir la proposition", "Reopen the proposal", done: "La proposition attend une réponse.",
                    "The proposal waits for an answer."),
                { .axis(.reopen($0)) }, { try $0.reopen(by: $1) }),
            .work(
                "conditions", "addAxisCondition",
                "Says what has to be there so that it can be carried out, and which playbook or project brings it.",
                .init(
                    "Ajouter une condition", "Add a condition", done: "La condition est ajoutée.",
                    "The condition is added."),
                of: Condition(), body: "AxisCondition", example: ["text": "Chaque équipe sait qui prévenir."],
                { .axis(.condition($0)) },
                suits: { axis, _ in axis.isAlive && (axis.conditions ?? []).count < mostConditions }
            ) { axis, condition, call in
                if let id = condition.playbook, try call.transaction.find(id) == nil {
                    throw Refusal.invalid("playbook", .unknown)
                }
                if let id = condition.project, try call.transaction.find(id) == nil {
                    throw Refusal.invalid("project", .unknown)
                }
                try call.change(axis) { try $0.require(condition, by: call.deed) }
            },
            .act(
                "release", "removeAxisCondition", "Takes a condition off the list.",
                .init(
                    "Retirer", "Remove", done: "La condition est retirée.", "The condition is removed."),
                of: AxisRelease(), body: "AxisRelease", notes: ["place": "Its place in the list, from 1."],
                example: ["place": 1], { .axis(.condition($0)) }, { try $0.release($1.place, by: $2) }),
        ])

    private static let notes = [
        "owner": "The code of a person.", "from": "The first quarter in which it holds, such as `2026-Q2`.",
        "to": "The last one; nothing until further notice.",
    ]

    private static let example: JSONValue = [
        "title": "Une heure rendue à chaque gestionnaire",
        "why": "Onze heures par mois à recopier et à relancer. Nous en visons dix.", "owner": "nour.castel",
        "from": "2026-Q2", "to": "2026-Q4",
    ]
}

/// Why the leadership does not take an axis.
struct AxisRefusal: Drafted {
    enum Name: String, CaseIterable, Sendable { case reason }
    static let fields: [Field<AxisRefusal>] = [.text(.reason, \.reason, upTo: Axis.whyLimit, required: true)]

    var reason = ""
}

/// Which condition is taken off the list.
struct AxisRelease: Drafted {
    enum Name: String, CaseIterable, Sendable { case place }
    static let fields: [Field<AxisRelease>] = [.number(.place, \.place, in: 1...Axis.mostConditions, required: true)]

    var place: Int?
}
