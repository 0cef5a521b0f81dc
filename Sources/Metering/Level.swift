import CoreMetrics
import Synchronization

/// A number that rises and falls.
package final class Level: MeterHandler, RecorderHandler {
    /// The bits of a `Double`.
    private let bits = Atomic(Double.zero.bitPattern)

    package init() {}

    package var value: Double { Double(bitPattern: bits.load(ordering: .relaxed)) }

    package func set(_ value: Double) { bits.store(value.bitPattern, ordering: .relaxed) }

    package func set(_ value: Int64) { set(Double(value)) }

    package func record(_ value: Int64) { set(Double(value)) }

    package func record(_ value: Double) { set(value) }

    package func increment(by amount: Double) {
        var old = bits.load(ordering: .relaxed)
        while true {
            let new = (Double(bitPattern: old) + amount).bitPattern
            let (isExchanged, found) = bits.compareExchange(expected: old, desired: new, ordering: .relaxed)
            if isExchanged { return }
            old = found
        }
    }

    package func decrement(by amount: Double) { increment(by: -amount) }
}
