import Dispatch
import Glibc

/// A raw connection for requests that no browser sends. It blocks, so it needs its own thread: see
/// `onAThread`.
final class BareSocket: Sendable {
    struct Fault: Error {}

    private let descriptor: Int32

    /// `receiveBuffer` is the number of bytes that the system stores before they are read.
    init(port: Int, receiveBuffer: Int32? = nil) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        if var receiveBuffer {
            setsockopt(descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, socklen_t(MemoryLayout<Int32>.size))
        }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let isConnected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { throw Fault() }
    }

    deinit { close(descriptor) }

    /// Sends the whole text. Returns `false` if the other end has closed.
    @discardableResult
    func send(_ text: String) -> Bool { send(Array(text.utf8)) }

    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// Sends as much as the other end accepts, up to `bytes`. Stops once it has accepted nothing for a while.
    func push(_ bytes: Int) -> Int {
        let part = [UInt8](repeating: 97, count: 65_536)
        var sent = 0
        while sent < bytes {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            guard poll(&waiting, 1, 500) > 0 else { break }
            let count = Glibc.send(
                descriptor, part, min(part.count, bytes - sent), Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            guard count > 0 else { break }
            sent += count
        }
        return sent
    }

    /// Closes the sending side. Reading is still possible.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    /// Reads until the other end closes or has been silent for this time.
    func listen(milliseconds: Int32 = 60_000) -> (text: String, isClosed: Bool) {
        var heard: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while isReadable(within: milliseconds) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { return (String(decoding: heard, as: UTF8.self), true) }
            heard += buffer[..<count]
        }
        return (String(decoding: heard, as: UTF8.self), false)
    }

    /// Reads until the text contains `end` or the other end closes.
    func listen(until end: String) -> String {
        var heard = ""
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while !heard.contains(end), isReadable(within: 60_000) {
            let count = recv(descriptor, &buffer, buffer.count, 0)
            guard count > 0 else { break }
            heard += String(decoding: buffer[..<count], as: UTF8.self)
        }
        return heard
    }

    /// Sends one character at a time with pauses. Returns the number sent before the other end closed.
    func trickle(_ text: String) -> Int {
        for (index, character) in text.enumerated() {
            guard send(String(character)) else { return index }
            if isReadable(within: 50), listen(milliseconds: 0).isClosed { return index }
        }
        return text.count
    }

    private func isReadable(within milliseconds: Int32) -> Bool {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&waiting, 1, milliseconds) > 0
    }
}

/// Runs blocking code on a separate thread.
func onAThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
    try await withCheckedThrowingContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(with: Result(catching: body)) }
    }
}

extension String {
    /// The responses without the lines that differ each time: dates and identifiers of requests.
    var withoutDates: String {
        split(separator: "\r\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("Date: ") && !$0.hasPrefix("X-Request-Id: ") }.joined(separator: "\r\n")
    }
}
