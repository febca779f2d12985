package import HTML
package import Hummingbird
import Storage

/// Style sheets, scripts and icons out of the binary, under an address that changes with their content: a browser
/// fetches them once.
package enum AssetRoutes {
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    private static let files = Asset.all.filter { $0.path.hasPrefix("Public/") }

    /// What all files together are, in twelve digits.
    private static let stamp = String(Secret.hash(files.map { $0.path + $0.text }.joined()).prefix(12))

    /// Before the path of a file below `Public`.
    package static let base = HTML("/assets/\(stamp)/")

    /// All style sheets as one, the order of the first three given, the others one subject each.
    private static let sheet: [UInt8] = {
        let sheets = files.filter { $0.path.hasSuffix(".css") }
        let first = ["tokens", "base", "components"].map { "Public/css/\($0).css" }
        let others = sheets.map(\.path).filter { !first.contains($0) }.sorted()
        return (first + others).flatMap { path in sheets.first { $0.path == path }?.bytes ?? [] }
    }()

    package static func add(to router: Router<Site.Context>) {
        for asset in files where !asset.path.hasSuffix(".css") {
            add(String(asset.path.dropFirst("Public/".count)), asset.bytes, to: router)
        }
        add("rouage.css", sheet, to: router)
    }

    private static func add(_ path: String, _ bytes: [UInt8], to router: Router<Site.Context>) {
        let body = ByteBuffer(bytes: bytes)
        let type = types[String(path.split(separator: ".").last ?? "")] ?? "application/octet-stream"
        router.get(RouterPath("/assets/:stamp/\(path)")) { _, context in
            var headers: HTTPFields = [.contentType: type, .xContentTypeOptions: "nosniff"]
            // A page of another version, shown while nodes are renewed, asks for the files of that version.
            let isCurrent = context.parameters.get("stamp") == stamp
            headers[.cacheControl] = isCurrent ? "public, max-age=31536000, immutable" : "no-cache"
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
        }
    }
}
