extension Expectation {
    /// What is to be done, and for which record.
    package enum Task: Sendable, Equatable {
        /// Somebody asked: say that it was seen, and who to talk to.
        case answer(Dependency)
        /// It was seen; nobody has promised it yet.
        case promise(Dependency)
        /// Another date or a smaller scope was proposed: take it or not.
        case settle(Dependency)
        /// It is said to be delivered: say whether it is.
        case confirm(Dependency)
        /// It is promised for these days.
        case deliver(Dependency)
        /// A promise was broken: propose a new day.
        case promiseAgain(Dependency)
        /// It was declined: write how to live without it, or drop it.
        case mitigate(Dependency)
        /// A draft waits to be submitted.
        case submit(Briefing)
        /// An initiative in alignment has to be ready at the freeze.
        case prepare(Briefing)
        /// Its quarter is over: say what came of it.
        case tellOutcome(Briefing)
        /// Initiatives of a quarter wait for a decision.
        case decide(Cycle, ready: Int, aligning: Int)
        /// A team says what helped, what slowed it down and what it changes.
        case lookBack(Cycle, Unit)
        /// A team prepares its slot of the final presentation.
        case prepareSlot(Presentation, Unit)
        /// It is presented today, or on the next working day.
        case present(Presentation, Unit)
        /// Too few believed in what was announced: say what changes.
        case rework(Rework)
        /// Product Ops propose a meeting: take it up or not.
        case takeUp(Meeting)
        /// A meeting of one's team in the coming days.
        case meet(Meeting)
        /// A team writes its view before it reads the others'.
        case writeView(Meeting, Unit)
        /// A meeting is over: write what came of it.
        case writeMinutes(Meeting)
        /// Something agreed on at a meeting is due.
        case finishAction(MeetingAction)
        /// What a team left undone was handed to its director.
        case answerRelay(Relay)
        /// On duty: requests wait for their first word.
        case firstWord(count: Int)
        /// Requests wait past their day: the CPO may move on.
        case unblock([OpsRequest])
        /// A hot potato that Product Ops hold: decide on its content.
        case decideHotPotato(OpsRequest)
        /// A hot potato comes back.
        case takeBack(OpsRequest)
        /// A request was closed: say how happy one is with it.
        case rate(OpsRequest)
        /// Nobody has called this quarter's brainstorm.
        case planBrainstorm(Cycle)
        /// A brainstorm to take part in, soon or now.
        case takePart(Brainstorm)
        /// The mercato opens soon, and no topic is on its table.
        case setTable(Mercato)
        /// The mercato is open: give a ballot, or finish it.
        case vote(Mercato, answered: Int)
        /// The mercato is counted and leaves something open: say what is taken on.
        case rule(Mercato)
        /// Topics are about to be shared out: say what one would like.
        case wish(Cycle)
        /// A sharing out waits for the word of its leads.
        case confirmSharing(ShareOut, Cycle)
        /// Product Ops propose a project to who would own it.
        case takeOver(OpsProject)
        /// The director of who would own it agrees.
        case agreeToTakeOver(OpsProject)
        /// Whether the problem of a project is one's own.
        case sayIfConcerned(OpsProject)
        /// A project is left of a quarter that is over.
        case settleProject(OpsProject)
        /// An axis is proposed to the leadership: take it or not.
        case answerAxis(Axis)
        /// Somebody's word is needed for a playbook to be handed over.
        case consent(Playbook, Playbook.Consent)
        /// Its review day has come.
        case reviewPlaybook(Playbook)
        /// It slips since Product Ops gave it back.
        case lookAt(Playbook, Relapse)
        /// What people said of a playbook waits for an answer.
        case answerFeedback(Playbook, [PlaybookFeedback])
        /// A serious incident that goes on, and that one coordinates.
        case coordinate(Incident)
        /// A grave incident that goes on, and that one answers for.
        case follow(Incident)
        /// Something agreed on after an incident is due.
        case settleAction(IncidentAction, Incident)
        /// An incident is over: write what was learnt.
        case writePostmortem(Incident)
    }
}

extension Expectation.Task {
    /// What is to be done, without what it is about: as programs read it.
    package enum Name: String, Codable, Sendable, CaseIterable {
        case answer, promise, settle, confirm, deliver, mitigate, submit, prepare, decide, present, rework, meet, rate
        case vote, rule, wish, consent, coordinate, follow, unblock
        case promiseAgain = "promise_again"
        case tellOutcome = "tell_outcome"
        case lookBack = "look_back"
        case prepareSlot = "prepare_slot"
        case takeUp = "take_up"
        case writeView = "write_view"
        case writeMinutes = "write_minutes"
        case finishAction = "finish_action"
        case answerRelay = "answer_relay"
        case firstWord = "first_word"
        case decideHotPotato = "decide_hot_potato"
        case takeBack = "take_back"
        case planBrainstorm = "plan_brainstorm"
        case takePart = "take_part"
        case setTable = "set_table"
        case confirmSharing = "confirm_sharing"
        case takeOver = "take_over"
        case answerAxis = "answer_axis"
        case agreeToTakeOver = "agree_to_take_over"
        case sayIfConcerned = "say_if_concerned"
        case settleProject = "settle_project"
        case reviewPlaybook = "review_playbook"
        case lookAt = "look_at"
        case answerFeedback = "answer_feedback"
        case settleAction = "settle_action"
        case writePostmortem = "write_postmortem"
    }

    /// Its name, what it is about, and how long it takes, roughly, in minutes.
    private var facts: (name: Name, subject: Expectation.Subject, minutes: Int) {
        switch self {
        case .answer(let need): (.answer, .init(need), 5)
        case .promise(let need): (.promise, .init(need), 10)
        case .settle(let need): (.settle, .init(need), 5)
        case .confirm(let need): (.confirm, .init(need), 2)
        case .deliver(let need): (.deliver, .init(need), 2)
        case .promiseAgain(let need): (.promiseAgain, .init(need), 10)
        case .mitigate(let need): (.mitigate, .init(need), 10)
        case .submit(let page): (.submit, .init(page), 15)
        case .prepare(let page): (.prepare, .init(page), 15)
        case .tellOutcome(let page): (.tellOutcome, .init(page), 5)
        case .decide(let cycle, _, _): (.decide, .init(cycle), 15)
        case .lookBack(let cycle, _): (.lookBack, .init(cycle), 15)
        case .prepareSlot(let show, _): (.prepareSlot, .init(show), 15)
        case .present(let show, let team): (.present, .init(show), show.slot(of: team.id)?.minutes ?? 6)
        case .rework(let rework): (.rework, .init(rework), 15)
        case .takeUp(let meeting): (.takeUp, .init(meeting), 2)
        case .meet(let meeting): (.meet, .init(meeting), meeting.length)
        case .writeView(let meeting, _): (.writeView, .init(meeting), 10)
        case .writeMinutes(let meeting): (.writeMinutes, .init(meeting), 10)
        case .finishAction(let action): (.finishAction, .init(action), 15)
        case .answerRelay(let relay): (.answerRelay, .init(relay), 15)
        case .firstWord(let count): (.firstWord, .init(several: .request), 3 * count)
        case .unblock(let requests): (.unblock, .init(several: .request), 5 * requests.count)
        case .decideHotPotato(let request): (.decideHotPotato, .init(request), 15)
        case .takeBack(let request): (.takeBack, .init(request), 5)
        case .rate(let request): (.rate, .init(request), 1)
        case .planBrainstorm: (.planBrainstorm, .init(several: .brainstorm), 10)
        case .takePart(let session): (.takePart, .init(session), session.minutes)
        case .setTable(let mercato): (.setTable, .init(mercato), 15)
        case .vote(let mercato, _): (.vote, .init(mercato), 5)
        case .rule(let mercato): (.rule, .init(mercato), 15)
        case .wish: (.wish, .init(several: .sharePreference), 10)
        case .confirmSharing(let plan, _): (.confirmSharing, .init(plan), 5)
        case .takeOver(let project): (.takeOver, .init(project), 10)
        case .agreeToTakeOver(let project): (.agreeToTakeOver, .init(project), 5)
        case .sayIfConcerned(let project): (.sayIfConcerned, .init(project), 1)
        case .settleProject(let project): (.settleProject, .init(project), 15)
        case .answerAxis(let axis): (.answerAxis, .init(axis), 15)
        case .consent(let playbook, _): (.consent, .init(playbook), 5)
        case .reviewPlaybook(let playbook): (.reviewPlaybook, .init(playbook), 15)
        case .lookAt(let playbook, _): (.lookAt, .init(playbook), 10)
        case .answerFeedback(let playbook, let voices): (.answerFeedback, .init(playbook), 5 * voices.count)
        case .coordinate(let incident): (.coordinate, .init(incident), 30)
        case .follow(let incident): (.follow, .init(incident), 5)
        case .settleAction(let action, _): (.settleAction, .init(action), 15)
        case .writePostmortem(let incident): (.writePostmortem, .init(incident), 60)
        }
    }

    package var name: Name { facts.name }
    package var subject: Expectation.Subject { facts.subject }
    package var minutes: Int { facts.minutes }

    /// What weighs most of one day, from 0.
    var weight: Int {
        switch dependency?.criticality {
        case .blocking: 0
        case .slowing: 1
        case .comfort: 3
        case nil: name == .coordinate || name == .follow ? 0 : 2
        }
    }

    /// The dependency that it is about, when it is about one.
    package var dependency: Dependency? {
        switch self {
        case .answer(let need), .promise(let need), .settle(let need), .confirm(let need), .deliver(let need),
            .promiseAgain(let need), .mitigate(let need):
            need
        default: nil
        }
    }
}
