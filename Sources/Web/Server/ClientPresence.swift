import Synchronization

/// Whether the client of a connection is still there: expensive work that nobody waits for any more is not begun.
package final class ClientPresence: Sendable {
    private let left = Atomic(false)

    package init() {}

    /// Once the connection is closed, or the client says that nothing more comes from it.
    var hasLeft: Bool { left.load(ordering: .relaxed) }

    func leave() { left.store(true, ordering: .relaxed) }
}
