import Rouage
import Storage
import WebCore

/// Reads what is said of a project from a form.
struct ProjectForm {
    let visit: Visit
    private var form: Fields { visit.exchange.form }

    init(_ visit: Visit) { self.visit = visit }

    func text(_ name: String) -> String { form.text(name) }
    func flag(_ name: String) -> Bool { !(form[name] ?? "").isEmpty }
    func number(_ name: String) -> Int? { Int(text(name).replacing("−", with: "-")) }
    func choice<Choice: RawRepresentable<String>>(_ name: String, _: Choice.Type = Choice.self) -> Choice? {
        form[name].flatMap(Choice.init)
    }
    func person(_ name: String) throws -> Identifier<Person>? { try visit.person(in: name) }
    func unit(_ name: String) -> Identifier<Rouage.Unit>? { form[name].flatMap { visit.organisation.unitsByCode[$0] } }
    var version: Int? { form.version }

    /// A day that may be left out; what is no day is refused.
    func day(_ name: String) throws -> Day? {
        let text = text(name)
        if text.isEmpty { return nil }
        guard let day = Day(text) else { throw Refusal.invalid(name, .notADay) }
        return day
    }

    /// A figure that may be left out; what is no number is refused.
    func figure(_ name: String) throws -> Int? {
        if text(name).isEmpty { return nil }
        guard let number = number(name) else { throw Refusal.invalid(name, .notANumber) }
        return number
    }

    /// The teams ticked.
    func teams() throws -> [Identifier<Rouage.Unit>] {
        try form.all("team").filter { !$0.isEmpty }.map { code in
            guard let unit = visit.organisation.unitsByCode[code] else { throw Refusal.invalid("teams", .unknown) }
            return unit
        }
    }

    /// The co-builders kept, and the one added.
    func coBuilders() throws -> [Identifier<Person>] {
        try form.all("co_builder").filter { !$0.isEmpty }.map { code in
            guard let person = try visit.person(named: code) else { throw Refusal.invalid("co_builders", .unknown) }
            return person.id
        }
    }

    /// The urgent request that a form or an address names.
    func request(_ reading: Reading) throws -> OpsRequest? {
        let named = form["request"] ?? visit.exchange.query["request"]
        return try named.flatMap(Identifier<OpsRequest>.init).flatMap { try reading.find($0) }
    }

    /// What the project comes from.
    func origin(_ reading: Reading) throws -> OpsProject.Origin {
        if !text("request").isEmpty {
            guard let request = try request(reading) else { throw Refusal.invalid("request", .unknown) }
            return .request(request)
        }
        let topic: Topic? = try form["topic"].flatMap(Identifier<Topic>.init).flatMap { try reading.find($0) }
        guard let topic else { throw Refusal.invalid("topic", .unknown) }
        return .topic(topic)
    }

    /// The playbook that it leaves behind; an empty name takes it away.
    func playbook(_ reading: Reading) throws -> Playbook? {
        guard form["playbook"] != nil else { throw Refusal.invalid("playbook", .missing) }
        let name = text("playbook")
        guard !name.isEmpty else { return nil }
        guard let known: Playbook = try Identifier<Playbook>(name).flatMap({ try reading.find($0) }) else {
            throw Refusal.invalid("playbook", .unknown)
        }
        return known
    }

    func beginning(_ reading: Reading) throws -> OpsProject.Beginning {
        var beginning = OpsProject.Beginning(
            mode: try form.choice("mode", or: .product), endsOn: try day("ends_on"), lead: try person("lead"),
            buddy: try person("buddy"))
        let swap = text("swap")
        guard !swap.isEmpty else { return beginning }
        guard let other = Identifier<OpsProject>(swap), try reading.find(other) != nil else {
            throw Refusal.invalid("swap", .unknown)
        }
        beginning.swap = .init(project: other, ends: text("swap_ends") == "stop", reason: text("swap_reason"))
        return beginning
    }

    /// What is left out stays.
    func frame(of project: OpsProject) throws -> OpsProject.Frame {
        var frame = project.frame
        if form["mode"] != nil {
            guard let mode: OpsProject.Mode = choice("mode") else { throw Refusal.invalid("mode", .unknown) }
            frame.mode = mode
        }
        if form["ends_on"] != nil { frame.endsOn = try day("ends_on") }
        if form["metric"] != nil { frame.metric.name = text("metric") }
        if form["unit"] != nil { frame.metric.unit = text("unit") }
        if form["before"] != nil { frame.metric.before = try figure("before") }
        if form["after"] != nil { frame.metric.after = try figure("after") }
        if form["burden"] != nil { frame.burdenDelta = try figure("burden") }
        return frame
    }

    func experiment() throws -> OpsProject.Experiment {
        guard let threshold = number("threshold") else { throw Refusal.invalid("threshold", .notANumber) }
        guard let from = try day("from") else { throw Refusal.invalid("from", .missing) }
        guard let to = try day("to") else { throw Refusal.invalid("to", .missing) }
        return OpsProject.Experiment(
            hypothesis: text("hypothesis"), measure: text("measure"), aim: try form.choice("aim", or: .atLeast),
            threshold: threshold, teams: try teams(), from: from, to: to)
    }
}
