import Hummingbird
import Rouage

/// Language and light of the pages, kept in the browser: a link sets one and comes back.
package enum Preference {
    package static func add(to routes: Routes) {
        routes.page("/preferences") { visit in
            let query = visit.exchange.query
            var cookies: [String] = []
            if let language = query["lang"].flatMap(Language.init(rawValue:)) {
                cookies.append(cookie("lang", language.rawValue, visit))
            }
            if let theme = query["theme"], ["light", "dark"].contains(theme) {
                cookies.append(cookie("theme", theme, visit))
            }
            let back = query["back"] ?? "/"
            return .seeOther(back, cookies: cookies)
        }
    }

    package static func address(_ name: String, _ value: String, back: String) -> String {
        "/preferences?\(name)=\(value)&back=\(back.inAddress)"
    }

    package static func cookie(_ name: String, _ value: String, _ visit: Visit) -> String {
        "\(name)=\(value); Path=/; Max-Age=31536000; SameSite=Lax\(visit.isSecure ? "; Secure" : "")"
    }
}
