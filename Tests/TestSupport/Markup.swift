/// A strict reader of the product's own pages: balanced tags, quoted attributes, unique ids, labels on fields, nothing
/// that the security policy would stop.
package struct Markup {
    package private(set) var problems: [String] = []
    package private(set) var links: [String] = []
    private var ids: Set<String> = []
    private var labelled: Set<String> = []
    private var references: [(String, String)] = []
    private var fields: [(id: String?, described: String)] = []
    private var open: [String] = []
    private var headings = 0

    private static let void: Set = ["meta", "link", "input", "br", "img", "hr", "wbr", "col"]
    private static let blocks: Set = [
        "div", "p", "ul", "ol", "dl", "table", "section", "article", "header", "footer", "form", "h1", "h2", "h3", "h4",
        "fieldset", "nav", "aside", "details", "figure", "blockquote", "pre",
    ]
    private static let inside: [String: Set<String>] = [
        "ul": ["li", "template"], "ol": ["li", "template"], "tr": ["td", "th"], "thead": ["tr"], "tbody": ["tr"],
        "tfoot": ["tr"], "table": ["caption", "thead", "tbody", "tfoot", "colgroup"], "dl": ["div", "dt", "dd"],
        "select": ["option", "optgroup"],
    ]

    package init(_ html: String) {
        if !html.hasPrefix("<!doctype html>") { problems.append("no doctype") }
        var rest = html[...]
        while let start = rest.firstIndex(of: "<") {
            read(text: rest[..<start])
            guard let end = Self.end(of: rest[start...]) else {
                problems.append("a tag that does not end: \(rest[start...].prefix(60))")
                return
            }
            read(tag: rest[rest.index(after: start)..<end])
            rest = rest[rest.index(after: end)...]
        }
        if !open.isEmpty { problems.append("not closed: \(open.joined(separator: " "))") }
        finish()
    }

    /// The `>` that ends a tag, quoted values skipped.
    private static func end(of tag: Substring) -> Substring.Index? {
        var quoted = false
        return tag.indices.first { index in
            if tag[index] == "\"" { quoted.toggle() }
            return tag[index] == ">" && !quoted
        }
    }

    private mutating func read(text: Substring) {
        if text.utf8.contains(UInt8(ascii: "&")) { read(escaped: text) }
        if let parent = open.last, Self.inside[parent] != nil, !text.allSatisfy(\.isWhitespace) {
            problems.append("text right inside <\(parent)>: \(text.prefix(40))")
        }
    }

    private mutating func read(escaped text: Substring) {
        for start in text.indices where text[start] == "&" {
            let rest = text[start...].dropFirst()
            if !["amp;", "lt;", "gt;", "quot;", "#39;", "nbsp;"].contains(where: rest.hasPrefix) {
                problems.append("a bare & in: \(text[start...].prefix(40))")
            }
        }
        let ends = ["p", "td", "th", "tr", "li", "div", "dt", "dd"].map { "&lt;/\($0)&gt;" }
        if ends.contains(where: text.contains), !open.contains("textarea") {
            problems.append("markup shown as text: \(text.prefix(60))")
        }
    }

    private mutating func read(tag: Substring) {
        if tag.hasPrefix("!") { return }
        if tag.hasPrefix("/") {
            let name = String(tag.dropFirst())
            if open.last == name {
                open.removeLast()
            } else {
                problems.append("</\(name)> closes <\(open.last ?? "")>")
            }
            return
        }
        let isClosed = tag.hasSuffix("/")
        let body = isClosed ? tag.dropLast() : tag
        let name = String(body.prefix { !$0.isWhitespace })
        let attributes = attributes(of: body.dropFirst(name.count), in: name)
        place(name)
        look(at: name, attributes)
        if isClosed && !open.contains("svg") && name != "svg" && !Self.void.contains(name) {
            problems.append("<\(name)/> outside of a drawing")
        }
        if !isClosed && !Self.void.contains(name) { open.append(name) }
    }

    private mutating func attributes(of text: Substring, in name: String) -> [String: String] {
        var found: [String: String] = [:]
        var rest = text.drop(while: \.isWhitespace)
        while !rest.isEmpty {
            let key = String(rest.prefix { !$0.isWhitespace && $0 != "=" })
            rest = rest.dropFirst(key.count)
            var value = ""
            if rest.first == "=" {
                rest = rest.dropFirst()
                guard rest.first == "\"", let close = rest.dropFirst().firstIndex(of: "\"") else {
                    problems.append("\(key) of <\(name)> is not quoted")
                    return found
                }
                value = String(rest.dropFirst()[..<close])
                rest = rest[rest.index(after: close)...]
                if let next = rest.first, !next.isWhitespace { problems.append("no space after \(key) of <\(name)>") }
            }
            if found.updateValue(value, forKey: key) != nil { problems.append("\(key) twice on <\(name)>") }
            rest = rest.drop(while: \.isWhitespace)
        }
        return found
    }

    /// Whether a tag may stand where it stands.
    private mutating func place(_ name: String) {
        if let parent = open.last, let allowed = Self.inside[parent], !allowed.contains(name) {
            problems.append("<\(name)> right inside <\(parent)>")
        }
        if open.contains("p"), Self.blocks.contains(name) { problems.append("<\(name)> inside <p>") }
        for lone in ["a", "button", "form", "label"] where name == lone && open.contains(lone) {
            problems.append("<\(lone)> inside <\(lone)>")
        }
    }

    private mutating func look(at name: String, _ attributes: [String: String]) {
        if let id = attributes["id"], !ids.insert(id).inserted { problems.append("the id \(id) twice") }
        for key in attributes.keys where key == "style" || key.hasPrefix("on") {
            problems.append("\(key) on <\(name)> is stopped by the security policy")
        }
        for key in ["aria-labelledby", "aria-describedby", "aria-controls"] {
            for id in attributes[key]?.split(separator: " ") ?? [] { references.append((key, String(id))) }
        }
        switch name {
        case "html": if attributes["lang"] == nil { problems.append("no language") }
        case "h1": headings += 1
        case "img": if attributes["alt"] == nil { problems.append("a picture without alt") }
        case "label": if let id = attributes["for"] { labelled.insert(id) }
        case "a", "link", "use":
            guard let href = attributes["href"] else { return }
            if href.hasPrefix("#") { references.append(("href", String(href.dropFirst()))) }
            links.append(String(href.replacing("&amp;", with: "&").prefix { $0 != "#" }))
        case "script": if let source = attributes["src"] { links.append(source) }
        case "input", "select", "textarea": field(name, attributes)
        default: break
        }
    }

    private mutating func field(_ name: String, _ attributes: [String: String]) {
        guard !["hidden", "submit", "button"].contains(attributes["type"] ?? "") else { return }
        guard !open.contains("label"), attributes["aria-label"] == nil, attributes["aria-labelledby"] == nil else {
            return
        }
        fields.append((attributes["id"], "<\(name) name=\"\(attributes["name"] ?? "")\">"))
    }

    private mutating func finish() {
        for (key, id) in references where !ids.contains(id) {
            problems.append("\(key) names #\(id), which is not there")
        }
        for field in fields where !(field.id.map(labelled.contains) ?? false) {
            problems.append("\(field.described) has no label")
        }
        for id in labelled where !ids.contains(id) { problems.append("a label for #\(id), which is not there") }
        if headings != 1 { problems.append("\(headings) h1") }
    }
}
