import Foundation
import Rouage
import Storage
import TestSupport
import Web
import WebCore

/// Plays the simulated quarter through pages and forms, day by day, and remembers what was acknowledged.
final class QuarterReplay {
    /// A page of the quarter that is prepared.
    struct Draft {
        let id: String
        let team: Identifier<Rouage.Unit>
        let owner: String
        var saves = 0
        var version = 1
        var asks = 0
        var isAlone = false
        var isSubmitted = false
        var reviews = 0
        var isDecided = false

        /// Whether it may be submitted: the four fields are there, and whom it needs.
        var isWhole: Bool { saves >= 4 && (asks > 0 || isAlone) }
    }

    /// A dependency of the quarter that is prepared.
    struct Request {
        let id: String
        let asking: Identifier<Rouage.Unit>
        let giving: Identifier<Rouage.Unit>
        let neededBy: Day
    }

    /// What the product refused although the simulated person could do it.
    struct Refused: Error, CustomStringConvertible {
        let action: QuarterAction
        let person: String
        let page: Page
        var description: String { "\(action.rawValue) by \(person): \(page)" }
    }

    let department: QuarterDepartment
    var site: TestSite { department.site }
    private(set) var day = QuarterDepartment.eve
    private var browsers: [String: Browser] = [:]
    /// How often each action was acknowledged.
    private(set) var done: [QuarterAction: Int] = [:]
    /// What could not be done yet, for want of something to do it to: it is done on the next day on which it can.
    private(set) var owed: [QuarterAction: Int] = [:]
    private var turns = 0

    var drafts: [Draft] = []
    var pointedOut: [Request] = []
    var acknowledged: [Request] = []
    var countered: [Request] = []
    var promises: [QuarterDepartment.Promise]
    var claimed: [QuarterDepartment.Promise] = []
    /// Requests to Product Ops that wait for a first word, and those that wait for an answer.
    var asked: [Identifier<OpsRequest>] = []
    var sorted: [Identifier<OpsRequest>] = []
    /// The topics of the quarter, with who raised them.
    var topics: [(id: Identifier<Topic>, author: String)] = []
    let running: [String]
    private let ids: [String: String]

    init(_ department: QuarterDepartment, _ lines: [SimulatedQuarter.Line]) throws {
        self.department = department
        let all = QuarterDepartment.promises(lines, department.teams)
        promises = Array(all.dropFirst(lines.filter { $0.action == "dep.break(detected)" }.reduce(0) { $0 + $1.count }))
        (running, ids) = try department.site.store.readNow { reading in
            let pages = try reading.records(Briefing.self, where: "ref LIKE 'q1-%'").sorted { $0.ref < $1.ref }
            let asked = try reading.records(Dependency.self, where: "ref LIKE 'q1-%'")
            let named = pages.map { ($0.ref, $0.id.description) } + asked.map { ($0.ref, $0.id.description) }
            return (pages.map(\.id.description), Dictionary(uniqueKeysWithValues: named))
        }
    }

    // MARK: Days

    /// Lets a day begin: the clock moves, and what is due by date happens.
    func begin(_ day: Day) throws -> [Clockwork.Stuck] {
        self.day = day
        site.move(to: day)
        // Nobody stays signed in for a quarter.
        if day.weekday == .monday { browsers = [:] }
        // As every minute: what one turn closes, the next may publish.
        let stuck = try Clockwork(site.store).turn(at: site.clock.now(), on: day)
        return try stuck + Clockwork(site.store).turn(at: site.clock.now(), on: day)
    }

    func play(_ action: QuarterAction, times: Int) async throws {
        var left = times + (owed[action] ?? 0)
        owed[action] = nil
        while left > 0, try await act(action) {
            done[action, default: 0] += 1
            left -= 1
        }
        if left > 0 { owed[action] = left }
    }

    /// Looks at a page as somebody does, once in twenty times.
    func visit(_ path: String, times: Int) async throws -> [Int] {
        var statuses: [Int] = []
        for _ in 0..<max(1, times / 20) { statuses.append(try await browser(next()).request("GET", path).status) }
        return statuses
    }

    func suspendOps() async throws {
        let administrator = try await browser("loic.perdrix")
        for code in department.ops {
            let person = try site.id(of: Person.self, "code", code)
            let page = try await administrator.attempt("/accounts/\(person)/closure")
            guard page.status == 303 else { throw Refused(action: .signIn, person: code, page: page) }
        }
    }

    // MARK: People

    /// Whoever's turn it is.
    func next() -> String {
        turns += 1
        return department.everyone[turns * 7 % department.everyone.count]
    }

    func browser(_ code: String) async throws -> Browser {
        if let known = browsers[code] { return known }
        let browser = site.visitor()
        _ = try await browser.begin(as: code)
        browsers[code] = browser
        return browser
    }

    func signIn() async throws -> Bool {
        let code = next()
        let browser = site.visitor()
        let page = try await browser.send("/sign-in", [("as", code)], follow: false)
        guard page.status == 303 else { throw Refused(action: .signIn, person: code, page: page) }
        // One in ten homes is looked at: they change nothing.
        guard turns % 10 == 0 else { return true }
        let home = try await browser.request("GET", "/")
        guard home.status == 200 else { throw Refused(action: .signIn, person: code, page: home) }
        return true
    }

    /// Sends a form; whatever is not acknowledged is an error of the product.
    @discardableResult
    func send(
        _ action: QuarterAction, by code: String, _ path: String, _ fields: [String: String] = [:],
        headers: [String: String] = [:]
    ) async throws -> Page {
        let page = try await browser(code).attempt(path, fields, headers: headers)
        guard page.status == 303 || page.status == 200 else { throw Refused(action: action, person: code, page: page) }
        return page
    }

    func id(_ ref: String) -> String { ids[ref] ?? "" }

    /// How often something was done, of all kinds named.
    func count(_ actions: QuarterAction...) -> Int { actions.reduce(0) { $0 + (done[$1] ?? 0) } }

    /// A number that has not been used: what is written with it is found again.
    func fresh() -> Int {
        turns += 1
        return turns
    }
}
