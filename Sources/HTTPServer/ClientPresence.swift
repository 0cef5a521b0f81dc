import Synchronization

/// Whether the client of a connection is still there, so that nobody begins expensive work for a client that has left.
package final class ClientPresence: Sendable {
    private let left = Atomic(false)

    package init() {}

    /// True once the connection is closed, or the client has said that it sends nothing more.
    package var hasLeft: Bool { left.load(ordering: .relaxed) }

    package func leave() { left.store(true, ordering: .relaxed) }
}
