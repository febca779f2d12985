import HTML
import Rouage

/// The tray beside the name: the way to what is expected of the visitor, with its quiet number.
enum Tray {
    static func html(_ visit: Visit, isHere: Bool) -> HTML {
        guard visit.opens(.inbox) else { return "" }
        let count = visit.waiting
        let label = visit.say(Layout.Page.inbox.words) + (count > 0 ? "\(visit.colon)\(count)" : "")
        let number: HTML = count > 0 ? "<b>\(count)</b>" : ""
        return """
            <a class="box" id="tray" data-live-part href="\(Layout.Page.inbox.address)" aria-label="\(label)"\
            \(" aria-current=\"page\"", if: isHere)>\(Part.icon(Layout.Page.inbox.icon))\(number)</a>
            """
    }
}
