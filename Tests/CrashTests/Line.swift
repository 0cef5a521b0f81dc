import Foundation
import Glibc

/// A connection to the server that carries one request at a time.
final class Line {
    struct Broken: Error {}

    private let descriptor: Int32

    init(port: Int) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw Broken() }
        var patience = timeval(tv_sec: 120, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    }

    deinit { close(descriptor) }

    func send(_ text: String) throws {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
            guard sent > 0 else { throw Broken() }
            rest = rest.dropFirst(sent)
        }
    }

    /// Reads one response. Throws if the connection ends first.
    func answer() throws -> Answer {
        var heard: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            if let answer = Answer(heard) { return answer }
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { throw Broken() }
            heard += buffer[..<count]
        }
    }

    func get(_ path: String, cookie: String = "") throws -> Answer {
        try send("GET \(path) HTTP/1.1\r\nHost: a\r\nCookie: \(cookie)\r\n\r\n")
        return try answer()
    }

    func post(_ path: String, _ form: [String: String], cookie: String = "") throws -> Answer {
        try send(Self.post(path, form, cookie: cookie))
        return try answer()
    }

    /// The bytes of a request that sends a form.
    static func post(_ path: String, _ form: [String: String], cookie: String = "") -> String {
        let body = form.map {
            "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        .joined(separator: "&")
        return """
            POST \(path) HTTP/1.1\r\nHost: a\r\nCookie: \(cookie)\r\n\
            Content-Type: application/x-www-form-urlencoded\r\n\
            Content-Length: \(body.utf8.count)\r\n\r\n\(body)
            """
    }
}

struct Answer {
    let status: Int
    let head: String
    let body: String

    /// Returns `nil` while bytes are missing.
    init?(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let end = text.range(of: "\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else { return nil }
        head = String(text[..<end.lowerBound])
        body = String(text[end.upperBound...])
        let length = head.lowercased().firstMatch(of: /content-length: (\d+)/).flatMap { Int($0.output.1) } ?? 0
        guard body.utf8.count >= length else { return nil }
        self.status = status
    }

    func cookie(_ name: String) -> String? {
        head.firstMatch(of: /(?i)set-cookie: ([^;\r]+)/).map { String($0.output.1) }.flatMap {
            $0.hasPrefix(name) ? $0 : nil
        }
    }
}
