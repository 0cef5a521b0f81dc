import Dispatch
import Foundation
package import Newsroom
import Synchronization

/// Asks the operating system for addresses (`getaddrinfo`, RFC 3493).
package struct SystemResolver: HostResolver {
    package init() {}

    /// Looks up the addresses on a separate thread, because `getaddrinfo` blocks its thread and cannot be
    /// stopped. A canceled caller does not wait for it.
    package func addresses(of name: String) async throws -> [NetworkAddress] {
        let lookup = Lookup()
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                lookup.begin(continuation)
                DispatchQueue.global().async { lookup.end(.success(Self.lookUp(name))) }
            }
        } onCancel: {
            lookup.end(.failure(CancellationError()))
        }
    }

    private static func lookUp(_ name: String) -> [NetworkAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        return sequence(first: first, next: { $0?.pointee.ai_next }).compactMap { $0.flatMap { text(of: $0.pointee) } }
            .compactMap { NetworkAddress($0) }
    }

    private static func text(of entry: addrinfo) -> String? {
        var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let size = socklen_t(text.count)
        guard getnameinfo(entry.ai_addr, entry.ai_addrlen, &text, size, nil, 0, NI_NUMERICHOST) == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// One lookup. It ends once: with its addresses, or when the caller is canceled.
private final class Lookup: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<[NetworkAddress], any Error>)
        case over(Result<[NetworkAddress], any Error>)
    }

    private let state = Mutex(State.idle)

    func begin(_ continuation: CheckedContinuation<[NetworkAddress], any Error>) {
        state.withLock { state in
            if case .over(let result) = state {
                continuation.resume(with: result)
            } else {
                state = .waiting(continuation)
            }
        }
    }

    func end(_ result: Result<[NetworkAddress], any Error>) {
        state.withLock { state in
            if case .over = state { return }
            if case .waiting(let continuation) = state { continuation.resume(with: result) }
            state = .over(result)
        }
    }
}
