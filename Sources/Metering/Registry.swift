package import CoreMetrics
import Synchronization

/// The metrics that are counted as things happen, by name and labels. Looking one up takes a lock, so code
/// that runs for every request keeps what it found.
///
/// As the factory of swift-metrics, it also collects what libraries measure.
package final class Registry: Sendable {
    fileprivate enum Meter {
        case tally(Tally)
        case level(Level)
        case histogram(Histogram)

        func samples(_ labels: [Label]) -> [Sample] {
            switch self {
            case .tally(let tally): [Sample(Double(tally.value), labels)]
            case .level(let level): [Sample(level.value, labels)]
            case .histogram(let histogram): histogram.samples(labels)
            }
        }
    }

    private struct Known {
        let metric: Metric
        var meters: [[Label]: Meter] = [:]
    }

    private let known = Mutex<[String: Known]>([:])

    package init() {}

    /// The count with these labels. It begins at 0.
    package func tally(_ metric: Metric, _ labels: Label...) -> Tally { tally(metric, labels) }

    private func tally(_ metric: Metric, _ labels: [Label]) -> Tally {
        known.withLock { known in
            if case .tally(let tally)? = known[metric.name]?.meters[labels] { return tally }
            let tally = Tally()
            known[metric.name, default: Known(metric: metric)].meters[labels] = .tally(tally)
            return tally
        }
    }

    private func level(_ metric: Metric, _ labels: [Label]) -> Level {
        known.withLock { known in
            if case .level(let level)? = known[metric.name]?.meters[labels] { return level }
            let level = Level()
            known[metric.name, default: Known(metric: metric)].meters[labels] = .level(level)
            return level
        }
    }

    private func histogram(_ metric: Metric, _ labels: [Label], _ buckets: Histogram.Buckets) -> Histogram {
        known.withLock { known in
            if case .histogram(let histogram)? = known[metric.name]?.meters[labels] { return histogram }
            let histogram = Histogram(buckets)
            known[metric.name, default: Known(metric: metric)].meters[labels] = .histogram(histogram)
            return histogram
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
        tally(.ofLibrary(.counter, label, "_total"), Self.labels(dimensions))
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        level(.ofLibrary(.gauge, label), Self.labels(dimensions))
    }

    package func makeRecorder(
        label: String, dimensions: [(String, String)], aggregate: Bool
    ) -> any RecorderHandler {
        guard aggregate else { return level(.ofLibrary(.gauge, label), Self.labels(dimensions)) }
        let buckets = Histogram.Buckets.numbers(1, 10, 100, 1_000, 10_000, 100_000, 1_000_000)
        return histogram(.ofLibrary(.histogram, label), Self.labels(dimensions), buckets)
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(.ofLibrary(.histogram, label, "_seconds"), Self.labels(dimensions), .durations)
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    private func forget(_ handler: AnyObject) {
        known.withLock { known in
            for name in known.keys {
                let others = known[name]?.meters.filter { $0.value.object !== handler }
                known[name]?.meters = others ?? [:]
            }
        }
    }

    private static func labels(_ dimensions: [(String, String)]) -> [Label] {
        dimensions.map { Label(String.identifier($0.0), $0.1) }
    }
}

extension Registry.Meter {
    fileprivate var object: AnyObject {
        switch self {
        case .tally(let tally): tally
        case .level(let level): level
        case .histogram(let histogram): histogram
        }
    }
}

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
