import Foundation

/// A plain connection to a server on this machine.
struct Wire {
    private let handle: FileHandle
    struct Refused: Error {}

    init(_ port: Int) throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else { throw Refused() }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func send(_ line: String, _ headers: [String], _ body: String = "") throws {
        let head = ([line, "Host: 127.0.0.1"] + headers).joined(separator: "\r\n")
        try handle.write(contentsOf: Data("\(head)\r\n\r\n\(body)".utf8))
    }

    /// What came up to a word, or until the other side closed.
    func heard(until word: String) throws -> String {
        var text = ""
        while !text.contains(word) {
            let part = handle.availableData
            if part.isEmpty { break }
            text += String(decoding: part, as: UTF8.self)
        }
        return text
    }
}
