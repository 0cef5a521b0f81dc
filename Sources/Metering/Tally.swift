import CoreMetrics
import Synchronization

/// A number that only grows. Adding takes no lock.
package final class Tally: CounterHandler {
    private let count = Atomic(0)

    package init() {}

    package var value: Int { count.load(ordering: .relaxed) }

    package func add(_ number: Int = 1) { count.wrappingAdd(number, ordering: .relaxed) }

    package func increment(by amount: Int64) { add(Int(amount)) }

    package func reset() { count.store(0, ordering: .relaxed) }
}
