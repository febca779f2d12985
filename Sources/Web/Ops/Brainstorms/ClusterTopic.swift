import Rouage
import WebCore

/// The topic that a group says: its title, its ideas as the problem, its most frequent source.
struct ClusterTopic {
    let content: Topic.Content

    init(_ scene: BrainstormScene, _ cluster: Brainstorm.Cluster, _ ideas: [Idea]) {
        let mix = SourceMix(ideas.map(\.source))
        var lines: [String] = []
        var room = Topic.problemLimit - 40
        for idea in ideas {
            room -= idea.text.count + 3
            guard room >= 0 else { break }
            lines.append("• \(idea.text)")
        }
        let left = ideas.count - lines.count
        if left > 0 { lines.append(scene.say("… et \(left) autres au mur.", "… and \(left) more on the wall.")) }
        let notes = scene.say(
            "\(scene.title), « \(cluster.title) » : \(scene.words(mix))",
            "\(scene.title), “\(cluster.title)”: \(scene.words(mix))")
        let isOpen = scene.visit.openCycles.contains { $0.id == scene.cycle.id }
        content = Topic.Content(
            title: cluster.title, problem: lines.joined(separator: "\n"), source: mix.main ?? .ops,
            sourceNotes: String(notes.prefix(Topic.notesLimit)), cycle: isOpen ? scene.cycle.id : nil)
    }
}
