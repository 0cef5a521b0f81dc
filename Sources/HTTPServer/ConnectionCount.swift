import Synchronization

/// How many connections are open.
package final class ConnectionCount: Sendable {
    private let count = Atomic(0)

    package init() {}

    package var open: Int { count.load(ordering: .relaxed) }

    func opened() { count.wrappingAdd(1, ordering: .relaxed) }

    func closed() { count.wrappingSubtract(1, ordering: .relaxed) }
}
