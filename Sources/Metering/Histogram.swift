import CoreMetrics
import Synchronization

/// Counts values in buckets. Observing one takes no lock.
package final class Histogram: TimerHandler, RecorderHandler {
    /// The upper bounds of the buckets, and the unit of the observed values.
    package struct Buckets: Sendable {
        let bounds: [Int]
        /// How many observed units are one unit of the output.
        let unit: Double

        /// Durations in nanoseconds, which are shown in seconds.
        package static func seconds(_ bounds: Double...) -> Buckets {
            Buckets(bounds: bounds.map { Int(($0 * 1e9).rounded()) }, unit: 1e9)
        }

        /// Whole numbers.
        package static func numbers(_ bounds: Int...) -> Buckets { Buckets(bounds: bounds, unit: 1) }

        /// From half a millisecond to ten seconds.
        package static let durations = seconds(
            0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)
    }

    private static let most = 16

    private let buckets: Buckets
    /// One count for each bucket, then one for all higher values.
    private let counts = InlineArray<16, Atomic<Int>> { _ in Atomic(0) }
    private let sum = Atomic(0)

    package init(_ buckets: Buckets) {
        precondition(buckets.bounds.count < Self.most, "too many buckets")
        self.buckets = buckets
    }

    /// Adds a value in the unit of the buckets.
    package func observe(_ value: Int) {
        var index = 0
        let bounds = buckets.bounds
        while index < bounds.count, value > bounds[index] { index += 1 }
        counts[index].wrappingAdd(1, ordering: .relaxed)
        sum.wrappingAdd(value, ordering: .relaxed)
    }

    package func observe(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        observe(Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000))
    }

    package func recordNanoseconds(_ duration: Int64) { observe(Int(duration)) }

    package func record(_ value: Int64) { observe(Int(value)) }

    package func record(_ value: Double) { observe(Int(value)) }

    /// The samples of this histogram: the cumulative buckets, the sum and the number of values.
    package func samples(_ labels: [Label] = []) -> [Sample] {
        var (samples, total) = ([Sample](), 0)
        for (index, bound) in buckets.bounds.enumerated() {
            total += counts[index].load(ordering: .relaxed)
            let label = Label("le", Sample.text(of: Double(bound) / buckets.unit))
            samples.append(Sample(Double(total), labels + [label], suffix: "_bucket"))
        }
        total += counts[buckets.bounds.count].load(ordering: .relaxed)
        samples.append(Sample(Double(total), labels + [Label("le", "+Inf")], suffix: "_bucket"))
        let sum = Double(sum.load(ordering: .relaxed)) / buckets.unit
        return samples + [
            Sample(sum, labels, suffix: "_sum"), Sample(Double(total), labels, suffix: "_count"),
        ]
    }
}
