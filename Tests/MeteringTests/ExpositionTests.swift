import CoreMetrics
import Testing

@testable import Metering

@Suite("The text format of Prometheus", .timeLimit(.minutes(1)))
struct ExpositionTests {
    private static let pages = Metric(.counter, "a_pages_total", "Pages.")

    @Test("A family has its help, its type and a line for each sample")
    func family() {
        let family = Family(Self.pages, [Sample(3, Label("kind", "story")), Sample(0, Label("kind", "front"))])
        #expect(
            Exposition.text(of: [family]) == """
                # HELP a_pages_total Pages.
                # TYPE a_pages_total counter
                a_pages_total{kind="story"} 3
                a_pages_total{kind="front"} 0

                """)
    }

    @Test("Quotes, backslashes and line ends in values are escaped, so that no value adds a line")
    func escapes() {
        let metric = Metric(.gauge, "a", "Back\\slash,\nline.")
        let text = Exposition.text(of: [Family(metric, [Sample(1, Label("b", "a\"b\\c\nd"))])])
        #expect(
            text == """
                # HELP a Back\\\\slash,\\nline.
                # TYPE a gauge
                a{b="a\\"b\\\\c\\nd"} 1

                """)
    }

    @Test(
        "Numbers are written as Prometheus reads them",
        arguments: [
            (0.0, "0"), (12, "12"), (-3, "-3"), (0.5, "0.5"), (1e16, "1e+16"), (.infinity, "+Inf"),
            (-.infinity, "-Inf"), (.nan, "NaN"),
        ])
    func numbers(value: Double, text: String) { #expect(Sample.text(of: value) == text) }

    @Test("A histogram counts each value in its bucket and in all higher ones")
    func histogram() {
        let histogram = Histogram(.seconds(0.001, 0.01))
        for duration: Duration in [.microseconds(10), .milliseconds(1), .milliseconds(2), .seconds(3)] {
            histogram.observe(duration)
        }
        let text = Exposition.text(of: [Family(Metric(.histogram, "a_seconds", "A."), histogram.samples())])
        #expect(
            text.split(separator: "\n").dropFirst(2) == [
                "a_seconds_bucket{le=\"0.001\"} 2", "a_seconds_bucket{le=\"0.01\"} 3",
                "a_seconds_bucket{le=\"+Inf\"} 4", "a_seconds_sum 3.00301", "a_seconds_count 4",
            ])
    }

    @Test("Counts by threads at once are all counted")
    func threads() async {
        let (tally, level, histogram) = (Tally(), Level(), Histogram(.numbers(1)))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<1_000 {
                        tally.add()
                        level.increment(by: 2)
                        level.decrement(by: 1)
                        histogram.observe(1)
                    }
                }
            }
        }
        #expect(tally.value == 8_000 && level.value == 8_000)
        #expect(histogram.samples().first?.value == 8_000)
    }

    @Test("The registry lists metrics by name and labels, and finds each again")
    func registry() {
        let registry = Registry()
        registry.tally(Self.pages, Label("kind", "b")).add(2)
        registry.tally(Self.pages, Label("kind", "b")).add()
        _ = registry.tally(Self.pages, Label("kind", "a"))
        _ = registry.tally(Metric(.counter, "a_first_total", "First."))
        #expect(registry.families.map(\.metric.name) == ["a_first_total", "a_pages_total"])
        #expect(registry.families[1].samples.map(\.value) == [0, 3])
    }

    @Test("What libraries measure with swift-metrics is listed under names that Prometheus accepts")
    func libraries() {
        let registry = Registry()
        let counter = Counter(label: "a.library/requests", dimensions: [("the-kind", "x")], factory: registry)
        counter.increment(by: 3)
        Timer(label: "2nd.wait", dimensions: [], factory: registry).recordNanoseconds(2_000_000)
        Gauge(label: "size", dimensions: [], factory: registry).record(1.5)
        let text = Exposition.text(of: registry.families)
        #expect(text.contains("# TYPE a_library_requests_total counter\na_library_requests_total{the_kind=\"x\"} 3\n"))
        #expect(text.contains("_2nd_wait_seconds_sum 0.002\n"))
        #expect(text.contains("# TYPE size gauge\nsize 1.5\n"))
        counter.destroy()
        #expect(!Exposition.text(of: registry.families).contains("the_kind"))
    }
}
