package import HTTPTypes
import HTML
package import Hummingbird
import Rouage

extension Answer {
    package static let security: HTTPFields = [
        .contentSecurityPolicy:
            "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
        .xContentTypeOptions: "nosniff",
        HTTPField.Name("X-Frame-Options")!: "DENY",
        HTTPField.Name("Referrer-Policy")!: "same-origin",
        HTTPField.Name("Cross-Origin-Opener-Policy")!: "same-origin",
        HTTPField.Name("Cross-Origin-Resource-Policy")!: "same-origin",
        HTTPField.Name("Permissions-Policy")!: "camera=(), geolocation=(), microphone=()",
        .cacheControl: "no-store",
    ]

    /// The same page, with cookies to keep.
    package func with(cookies: [String]) -> Answer {
        guard case .page(let html, let before) = self else { return self }
        return .page(html, cookies: before + cookies)
    }

    package var response: Response {
        switch self {
        case .page(let html, let cookies):
            var headers = Self.security
            for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
            headers[.contentType] = "text/html; charset=utf-8"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: html.bytes)))
        case .seeOther(let address, let cookies):
            var headers = Self.security
            headers[.location] = Exchange.local(address)
            for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
            return Response(status: .seeOther, headers: headers)
        case .json(let bytes, let status, let more):
            var headers = Self.security
            headers[.contentType] = "application/json"
            for field in more { headers[field.name] = field.value }
            return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        case .file(let bytes, let type, let name):
            var headers = Self.security
            headers[.contentType] = type
            if let name { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        case .empty(let status):
            return Response(status: status, headers: Self.security)
        }
    }
}

extension Refusal {
    package var status: HTTPResponse.Status {
        switch self {
        case .notAllowed: .forbidden
        case .notFound: .notFound
        case .outdated, .closed: .conflict
        case .invalid: .unprocessableContent
        case .over: .contentTooLarge
        }
    }
}
