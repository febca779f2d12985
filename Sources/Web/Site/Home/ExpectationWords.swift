package import Rouage
package import WebCore
import WebNews
import WebOps
import WebOrganisation
import WebPlaybooks
import WebQuarter

extension Expectation.Task {
    /// What is expected in words, which each noun says beside its pages.
    package func words(_ visit: Visit) -> ExpectationWords {
        switch self {
        case .answer(let need), .promise(let need), .settle(let need), .confirm(let need), .deliver(let need),
            .promiseAgain(let need), .mitigate(let need):
            need.expectationWords(visit)
        case .submit(let page), .prepare(let page), .tellOutcome(let page): page.expectationWords(visit)
        case .decide(_, let ready, let aligning): .deciding(ready: ready, aligning: aligning)
        case .lookBack(let cycle, let team): .lookingBack(on: cycle, of: team)
        case .prepareSlot(let show, let team): show.slotWords(of: team, visit)
        case .present(let show, let team): show.presentWords(for: team, visit)
        case .rework(let rework): rework.expectationWords(visit)
        case .takeUp(let meeting): meeting.takeUpWords(visit)
        case .meet(let meeting): meeting.meetWords(visit)
        case .writeView(let meeting, let team): meeting.viewWords(for: team, visit)
        case .writeMinutes(let meeting): meeting.minutesWords(visit)
        case .finishAction(let action): action.expectationWords()
        case .answerRelay(let relay): relay.expectationWords(visit)
        case .firstWord(let count): OpsRequest.firstWordWords(count: count)
        case .unblock(let requests): OpsRequest.unblockingWords(requests, visit)
        case .decideHotPotato(let request): request.decidingWords(visit)
        case .takeBack(let request): request.takingBackWords(visit)
        case .rate(let request): request.ratingWords(visit)
        case .planBrainstorm(let cycle): Brainstorm.planningWords(cycle)
        case .takePart(let session): session.expectationWords(visit)
        case .setTable(let mercato): mercato.settingWords
        case .vote(let mercato, let answered): mercato.votingWords(answered: answered)
        case .rule(let mercato): mercato.rulingWords
        case .wish(let cycle): .wishing(cycle)
        case .confirmSharing(_, let cycle): .confirmingSharing(cycle)
        case .takeOver(let project): project.takingOverWords(visit)
        case .agreeToTakeOver(let project): project.agreeingWords(visit)
        case .sayIfConcerned(let project): project.concernWords(visit)
        case .settleProject(let project): project.settlingWords(visit)
        case .answerAxis(let axis): axis.expectationWords(visit)
        case .consent(let playbook, let consent): playbook.consentWords(consent)
        case .reviewPlaybook(let playbook): playbook.reviewWords
        case .lookAt(let playbook, let relapse): playbook.relapseWords(relapse, visit)
        case .answerFeedback(let playbook, let voices): playbook.feedbackWords(voices)
        case .coordinate(let incident): incident.coordinationWords(visit)
        case .follow(let incident): incident.followingWords(visit)
        case .settleAction(let action, let incident): incident.actionWords(action, visit)
        case .writePostmortem(let incident): incident.postmortemWords(visit)
        }
    }
}
