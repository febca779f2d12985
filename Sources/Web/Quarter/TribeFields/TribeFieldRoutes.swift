import HTML
import Hummingbird
import Rouage
import Storage
import WebCore

/// The fields that a tribe adds to its teams' briefings; its lead defines them.
enum TribeFieldRoutes {
    static func add(to routes: Routes) {
        routes.page("/tribes/:code/fields", TribeFieldViews.page)
        routes.form("/tribes/:code/fields", define, again: TribeFieldViews.page)
        routes.form("/tribes/:code/fields/:key", edit, again: TribeFieldViews.page)
        routes.form("/tribes/:code/fields/:key/removal", remove, again: TribeFieldViews.page)
    }

    static func tribe(_ visit: Visit) throws -> Rouage.Unit {
        guard let id = visit.exchange.parameters["code"].flatMap({ visit.organisation.unitsByCode[$0] }),
            let tribe = visit.organisation.units[id], tribe.sort == .tribe || tribe.sort == .transverse
        else { throw Refusal.notFound }
        return tribe
    }

    private static func define(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let tribe = try tribe(visit)
        let others = try transaction.tribeFields(of: tribe.id)
        let form = visit.exchange.form
        let field = TribeField(
            id: transaction.newID(), tribe: tribe.id, key: key(form["label_fr"] ?? "", beside: others),
            labelFr: form.text("label_fr"), labelEn: form.text("label_en"), sort: sort(form),
            limit: try limit(form), position: (others.map(\.position).max() ?? 0) + 1)
        try transaction.add(field, field.define(beside: others, by: visit.deed))
        return .seeOther("/tribes/\(tribe.code)/fields")
    }

    private static func edit(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (tribe, field, others) = try field(visit, transaction)
        let form = visit.exchange.form
        try transaction.change(field.id, version: form.version) { (field: inout TribeField) in
            try field.edit(
                labelFr: form.text("label_fr"), labelEn: form.text("label_en"), sort: sort(form), limit: limit(form),
                beside: others, by: visit.deed)
        }
        return .seeOther("/tribes/\(tribe.code)/fields")
    }

    private static func remove(_ visit: Visit, _ transaction: Transaction) throws -> Answer {
        let (tribe, field, _) = try field(visit, transaction)
        try transaction.remove(field.id) { try $0.remove(by: visit.deed) }
        return .seeOther("/tribes/\(tribe.code)/fields")
    }

    private static func field(_ visit: Visit, _ transaction: Transaction) throws -> (
        Rouage.Unit, TribeField, [TribeField]
    ) {
        let tribe = try tribe(visit)
        let all = try transaction.tribeFields(of: tribe.id)
        guard let field = all.first(where: { $0.key == visit.exchange.parameters["key"] }) else {
            throw Refusal.notFound
        }
        return (tribe, field, all.filter { $0.id != field.id })
    }

    /// A name for files made of the French label: `Risque légal` is `risque_legal`.
    private static func key(_ label: String, beside others: [TribeField]) -> String {
        let plain = String(Folding.fold(label).replacing(" ", with: "_").prefix(40))
        let taken = Set(others.map(\.key))
        return ([plain] + (2...99).map { "\(plain)_\($0)" }).first { !taken.contains($0) } ?? plain
    }

    private static func sort(_ form: Fields) -> TribeField.Sort {
        form["kind"].flatMap(TribeField.Sort.init(rawValue:)) ?? .text
    }

    private static func limit(_ form: Fields) throws -> Int {
        guard let limit = Int(form.text("limit")) else { throw Refusal.invalid("limit", .notANumber) }
        return limit
    }
}
