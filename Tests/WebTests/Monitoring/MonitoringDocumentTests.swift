import Foundation
import Metering
import Newsroom
import Testing

@testable import Web

@Suite("Documents, dashboard and alerts match the metrics", .timeLimit(.minutes(5)))
struct MonitoringDocumentTests {
    static let root = URL(filePath: #filePath).appending(path: "../../../..").standardizedFileURL

    /// The names of metrics in a text, without the endings of a histogram's samples.
    private static func names(in text: String) -> Set<String> {
        Set(
            text.matches(of: /\bbroadsheet_[a-z_]+[a-z]/).map { match in
                ["_bucket", "_sum", "_count"].reduce(String(match.output)) { name, ending in
                    name.hasSuffix(ending) ? String(name.dropLast(ending.count)) : name
                }
            })
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    /// The names of the metrics of a site that has done everything that is counted.
    private func metrics() async throws -> [String: Substring] {
        let newspaper = try await MetricsTests.site()
        let lines = await MetricsTests.metrics(newspaper).split(separator: "\n").filter { $0.hasPrefix("# TYPE ") }
        return Dictionary(
            uniqueKeysWithValues: lines.map { line in
                let words = line.split(separator: " ")
                return (String(words[2]), words[3])
            })
    }

    @Test("The dashboard and the alerts use only metrics that exist")
    func used() async throws {
        let metrics = Set(try await metrics().keys)
        for file in ["grafana-dashboard.json", "alerts.yml"] {
            let names = Self.names(in: try text("deploy/prometheus/\(file)"))
            #expect(names.count > 10 && names.subtracting(metrics).isEmpty, "\(names.subtracting(metrics))")
        }
    }

    @Test("The document has a row for each metric, with its kind, and the dashboard shows each")
    func listed() async throws {
        let metrics = try await metrics()
        let rows = try text("docs/running/monitoring.md").split(separator: "\n").filter {
            $0.hasPrefix("| `broadsheet_")
        }
        .map { row in row.split(separator: "|").map { $0.trimmingCharacters(in: CharacterSet(charactersIn: " `")) } }
        #expect(Set(rows.map { $0[0] }) == Set(metrics.keys) && rows.count == metrics.count)
        for row in rows { #expect(metrics[row[0]].map(String.init) == row[1], "\(row[0])") }
        let shown = Self.names(in: try text("deploy/prometheus/grafana-dashboard.json"))
        #expect(Set(metrics.keys).subtracting(shown).isEmpty)
    }

    @Test("The document says what to do about each alert")
    func alerts() throws {
        let names = try text("deploy/prometheus/alerts.yml").matches(of: /alert: (\w+)/).map { String($0.output.1) }
        let rows = try text("docs/running/monitoring.md").matches(of: /\| `(Broadsheet\w+)` \|/)
        #expect(rows.map { String($0.output.1) } == names && names.count > 10)
        for row in try text("deploy/prometheus/alerts.yml").matches(of: #/action: "(.+)"/#) {
            #expect(row.output.1.count > 20)
        }
        #expect(try text("deploy/prometheus/alerts.yml").matches(of: #/action: /#).count == names.count)
    }

    @Test("Every message of the log is in the document about logs")
    func messages() throws {
        let document = try text("docs/running/logs.md")
        let sources = FileManager.default.enumerator(
            at: Self.root.appending(path: "Sources"), includingPropertiesForKeys: nil)
        var messages: Set<String> = []
        for case let file as URL in try #require(sources) where file.pathExtension == "swift" {
            let text = try String(contentsOf: file, encoding: .utf8)
            for call in text.matches(
                of: /[lL]ogger\.(?:log\(|trace\(|debug\(|info\(|notice\(|warning\(|error\(|critical\()/)
            {
                // The literals up to the metadata: a message, or the two messages of a condition.
                let rest = text[call.range.upperBound...].prefix(400)
                let end = rest.firstRange(of: "metadata:")?.lowerBound ?? rest.firstIndex(of: ")") ?? rest.endIndex
                for literal in rest[..<end].matches(of: /"([a-z][^"\\]+)"/) {
                    messages.insert(String(literal.output.1))
                }
            }
        }
        #expect(messages.count > 12)
        for message in messages { #expect(document.contains("`\(message)`"), "\(message)") }
    }
}
