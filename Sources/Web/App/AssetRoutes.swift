import Hummingbird
import Storage

/// Style sheets, scripts and icons out of the binary.
enum AssetRoutes {
    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    static func add(to router: Router<Site.Context>) {
        for asset in Asset.all where asset.path.hasPrefix("Public/") {
            let body = ByteBuffer(bytes: asset.bytes)
            let tag = "\"\(Secret.hash(asset.text).prefix(16))\""
            let type = types[String(asset.path.split(separator: ".").last ?? "")] ?? "application/octet-stream"
            router.get(RouterPath("/assets/" + asset.path.dropFirst("Public/".count))) { request, _ in
                var headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "no-cache"]
                headers[.xContentTypeOptions] = "nosniff"
                if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
                return Response(status: .ok, headers: headers, body: .init(byteBuffer: body))
            }
        }
    }
}
