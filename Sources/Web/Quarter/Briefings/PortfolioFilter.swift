import Rouage
import Storage
import WebCore

/// What the visitor wants to see of the portfolio, as the address says it.
struct PortfolioFilter {
    enum View: String, CaseIterable {
        case all, mine, unsettled, late
    }

    enum Order: String, CaseIterable {
        case title, team, owner, state, dependencies
    }

    let view: View
    let order: Order
    let isDescending: Bool
    let state: Briefing.State?
    let team: Identifier<Rouage.Unit>?
    let tribe: Identifier<Rouage.Unit>?
    /// Those under one axis, or under none.
    let axis: Under?
    let words: String
    private let query: Fields

    enum Under: Equatable {
        case none
        case axis(Identifier<Axis>)
    }

    init(_ visit: Visit) throws {
        query = visit.exchange.query
        view = query["view"].flatMap(View.init(rawValue:)) ?? .all
        let sort = query["sort"] ?? ""
        isDescending = sort.hasPrefix("-")
        order = Order(rawValue: isDescending ? String(sort.dropFirst()) : sort) ?? .team
        state = query["state"].flatMap(Briefing.State.init(rawValue:))
        team = query["team"].flatMap { visit.organisation.unitsByCode[$0] }
        tribe = query["tribe"].flatMap { visit.organisation.unitsByCode[$0] }
        axis = try Self.under(query["axis"] ?? "", visit)
        words = query.text("q")
    }

    var isOpen: Bool { view == .all && state == nil && team == nil && tribe == nil && axis == nil && words.isEmpty }

    private static func under(_ code: String, _ visit: Visit) throws -> Under? {
        switch code {
        case "": nil
        case "none": Under.none
        case _: try visit.names.axis(code).id.map { .axis($0) }
        }
    }

    /// The address of the same list with one thing changed; nothing takes it out.
    func address(_ name: String, _ value: String?) -> String {
        var pairs = ["cycle", "view", "sort", "state", "team", "tribe", "axis", "q", "as_of"].compactMap {
            key -> (String, String)? in
            guard key != name else { return nil }
            return query[key].flatMap { $0.isEmpty ? nil : (key, $0) }
        }
        if let value { pairs.append((name, value)) }
        return "/briefings" + (pairs.isEmpty ? "" : "?") + pairs.map { "\($0)=\($1.inAddress)" }.joined(separator: "&")
    }
}

extension String {
    /// The text as a value of an address.
    var inAddress: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                text += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return text
    }
}
