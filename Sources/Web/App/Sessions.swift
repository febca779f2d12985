/// The cookie that holds a browser's token.
enum Sessions {
    static let cookie = "rouage"
    static let days = 14

    static func setCookie(_ token: String, secure: Bool) -> String {
        "\(cookie)=\(token); Path=/; HttpOnly; SameSite=Lax; Max-Age=\(days * 86_400)\(secure ? "; Secure" : "")"
    }

    static let forgetCookie = "\(cookie)=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"
}
