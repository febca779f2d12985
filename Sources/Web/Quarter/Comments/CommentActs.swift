import Rouage
import Storage
import WebCore

/// What is said beside a briefing, and taken away again by who said it.
extension Comment {
    static let acts = Acts<Comment>(
        at: "/comments",
        landing: { _, act, comment in
            "/briefings/\(comment.briefing)#\(act.removes ? "comments" : "c-\(comment.id)")"
        },
        [
            .making(
                below: "/briefings/:id/comments", of: BriefingRoutes.readable, "addComment",
                "Says something beside a briefing.",
                .init("Publier", "Publish", done: "Le commentaire est publié.", "The comment is published."),
                of: Content(), body: "NewComment", notes: ["text": "At most \(limit) characters."],
                example: ["text": "D’où vient ce chiffre ?"], { .comment($0) }
            ) { briefing, content, call in
                let (comment, activity) = try write(
                    content.text, id: call.transaction.newID(), on: briefing, by: call.deed)
                try call.transaction.add(comment, activity)
                try call.transaction.mention(
                    comment.mentioned(among: call.visit.organisation.callNames), in: comment)
                return comment.id
            },
            .removing(
                "removeComment", "Takes a comment away; its author may.",
                .init("Retirer", "Remove", done: "Le commentaire est retiré.", "The comment is removed."),
                { _ in nil }, { try $0.remove(by: $2) }),
        ])
}
