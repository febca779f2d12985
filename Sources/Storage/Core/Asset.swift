import Assets

/// A file that is part of the binary: a migration, a style sheet, a page of the demo company.
package struct Asset: Sendable {
    /// The path below the assets' folder, such as `Public/css/base.css`.
    package let path: String
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }

    package static let all: [Asset] = {
        var assets: [Asset] = []
        var next = rouage_assets()!
        while let path = next.pointee.path {
            let bytes = UnsafeBufferPointer(start: next.pointee.bytes, count: next.pointee.length)
            assets.append(Asset(path: String(cString: path), bytes: Array(bytes)))
            next += 1
        }
        return assets
    }()
}
