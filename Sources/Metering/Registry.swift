package import CoreMetrics
import Synchronization

/// The metrics that are counted as things happen, by name and labels. Looking one up takes a lock, so code
/// that runs for every request keeps what it found.
///
/// As the factory of swift-metrics, it also collects what libraries measure.
package final class Registry: Sendable {
    private struct Known {
        let metric: Metric
        var meters: [[Label]: any Meter] = [:]
    }

    private let known = Mutex<[String: Known]>([:])

    package init() {}

    /// The count with these labels. It begins at 0.
    package func tally(_ metric: Metric, _ labels: Label...) -> Tally { meter(metric, labels, Tally()) }

    private func meter<Found: Meter>(_ metric: Metric, _ labels: [Label], _ make: @autoclosure () -> Found) -> Found {
        known.withLock { known in
            if let found = known[metric.name]?.meters[labels] as? Found { return found }
            let made = make()
            known[metric.name, default: Known(metric: metric)].meters[labels] = made
            return made
        }
    }

    /// All metrics with their samples, in the order of their names and labels.
    package var families: [Family] {
        known.withLock { known in
            known.values.sorted { $0.metric.name < $1.metric.name }.map { known in
                let meters = known.meters.sorted { $0.key.order < $1.key.order }
                return Family(known.metric, meters.flatMap { $0.value.samples($0.key) })
            }
        }
    }
}

extension [Label] {
    fileprivate var order: String { map { "\($0.name)=\($0.value)" }.joined(separator: ",") }
}

/// Libraries name their metrics freely, and say nothing about them.
extension Registry: MetricsFactory {
    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        meter(.ofLibrary(.counter, label, "_total"), Self.labels(dimensions), Tally())
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        meter(.ofLibrary(.gauge, label), Self.labels(dimensions), Level())
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        guard aggregate else { return meter(.ofLibrary(.gauge, label), Self.labels(dimensions), Level()) }
        let buckets = Histogram.Buckets.numbers(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
        return meter(.ofLibrary(.histogram, label), Self.labels(dimensions), Histogram(buckets))
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        meter(.ofLibrary(.histogram, label, "_seconds"), Self.labels(dimensions), Histogram(.durations))
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    private func forget(_ handler: AnyObject) {
        known.withLock { known in
            for name in known.keys {
                let others = known[name]?.meters.filter { $0.value !== handler }
                known[name]?.meters = others ?? [:]
            }
        }
    }

    private static func labels(_ dimensions: [(String, String)]) -> [Label] {
        dimensions.map { Label(String.identifier($0.0), $0.1) }
    }
}

/// A metric's values with certain labels.
private protocol Meter: AnyObject, Sendable {
    func samples(_ labels: [Label]) -> [Sample]
}

extension Tally: Meter {
    fileprivate func samples(_ labels: [Label]) -> [Sample] { [Sample(Double(value), labels)] }
}

extension Level: Meter {
    fileprivate func samples(_ labels: [Label]) -> [Sample] { [Sample(value, labels)] }
}

extension Histogram: Meter {}

extension Metric {
    fileprivate static func ofLibrary(_ kind: Kind, _ label: String, _ ending: String = "") -> Metric {
        let name = String.identifier(label)
        return Metric(kind, name.hasSuffix(ending) ? name : name + ending, "Measured by a library.")
    }
}

extension String {
    /// A label of a library as a Prometheus name: letters, digits and underscores.
    fileprivate static func identifier(_ text: String) -> String {
        let name = String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return name.first?.isNumber != false ? "_\(name)" : name
    }
}
