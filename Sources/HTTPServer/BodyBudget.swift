import Synchronization

/// The memory budget of the request bodies on all connections, from their arrival to the response.
final class BodyBudget: Sendable {
    /// Bytes of each body that do not count, so that ordinary forms always fit.
    static let free = 16 << 10
    private static let limit = 32 << 20

    private let left: Atomic<Int>

    /// `bytes` is the limit for all bodies together, beyond their free bytes.
    init(bytes: Int = limit) { left = Atomic(bytes) }

    /// The part of the budget that one body takes, freed with the last reference to it.
    final class Share: Sendable {
        private let budget: BodyBudget
        private let taken = Atomic(0)

        init(of budget: BodyBudget) { self.budget = budget }

        deinit { budget.left.add(taken.load(ordering: .relaxed), ordering: .relaxed) }

        /// Takes more bytes; `false` if the budget is exceeded. The bytes count until the share is freed,
        /// even then.
        func grow(by bytes: Int) -> Bool {
            taken.add(bytes, ordering: .relaxed)
            return budget.left.subtract(bytes, ordering: .relaxed).newValue >= 0
        }
    }
}
