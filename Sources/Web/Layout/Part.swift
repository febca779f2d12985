import HTML
import Rouage
import Storage

/// Small parts that several pages share.
enum Part {
    static func icon(_ name: String) -> HTML {
        "<svg class=\"i\" aria-hidden=\"true\"><use href=\"/assets/icons.svg#i-\(name)\"/></svg>"
    }

    static func status(_ phrase: String, _ dial: (icon: String, tone: String)) -> HTML {
        "<span class=\"st \(dial.tone)\">\(icon(dial.icon))\(phrase)</span>"
    }

    static func csrf(_ visit: Visit) -> HTML {
        "<input type=\"hidden\" name=\"csrf\" value=\"\(visit.session?.csrf ?? "")\">"
    }

    /// Text as paragraphs: an empty line begins a new one.
    static func prose(_ text: String) -> HTML {
        let paragraphs = text.split(separator: "\n\n").map { paragraph -> HTML in
            "<p>\(paragraph.split(separator: "\n").map { HTML(String($0)) }.joined("<br>"))</p>"
        }
        return "<div class=\"prose\">\(paragraphs)</div>"
    }

    /// The summary of what was refused, on top of a form that comes back.
    static func refusal(_ visit: Visit) -> HTML {
        guard let refusal = visit.refusal else { return "" }
        return """
            <div class="banner stop" role="alert" tabindex="-1">\(icon("alert"))<div><b>\(visit.say(.refused(refusal)))</b>
            <p>\(visit.say(refusal.explanation))</p></div></div>
            """
    }

    static func flaw(_ visit: Visit, _ field: String) -> HTML {
        guard let flaw = visit.flaw(field) else { return "" }
        return "<p class=\"err\" id=\"\(field)-error\">\(icon("alert"))\(visit.say(flaw.reason.phrase))</p>"
    }
}
