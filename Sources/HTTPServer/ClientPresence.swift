import Synchronization

/// Reports whether a connection's client is still there, so that no expensive work begins for a client that
/// has left.
package final class ClientPresence: Sendable {
    private let left = Atomic(false)

    package init() {}

    /// True once the connection is closed, or the client has closed its sending side.
    package var hasLeft: Bool { left.load(ordering: .relaxed) }

    package func leave() { left.store(true, ordering: .relaxed) }
}
