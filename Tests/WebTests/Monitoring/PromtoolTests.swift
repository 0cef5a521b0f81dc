import Foundation
import Newsroom
import Operations
import TestSupport
import Testing

@testable import Web

@Suite(
    "Prometheus accepts the metrics and the alerts", .timeLimit(.minutes(5)),
    .enabled(if: Promtool.isHere, "needs promtool: apt-get install --no-install-recommends prometheus"))
struct PromtoolTests {
    /// What promtool says. Throws nothing if it finds faults.
    private func promtool(_ arguments: String..., input: String = "") throws -> (status: Int32, text: String) {
        let (process, pipe, file) = (Process(), Pipe(), URL.temporary("prom"))
        try input.write(to: file, atomically: true, encoding: .utf8)
        process.executableURL = URL(filePath: Promtool.path)
        process.currentDirectoryURL = MonitoringDocumentTests.root
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return (process.terminationStatus, text)
    }

    @Test("The output of a busy site parses, and its names follow the conventions")
    func metrics() async throws {
        let newspaper = try await MetricsTests.site()
        try await ServedSite.run(newspaper) { port in
            for line in ["GET /", "GET /", "POST /sign-in", "GET /nothing", "DELETE /desk", "GET  /"] {
                _ = try await onAThread { try BareSocket.answer(to: line, port: port) }
            }
        }
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        _ = await reader.post("/sign-in", ["email": "a\"\\\n", "password": "wrong"])
        try await newspaper.site.newspaper.performJobs()
        let (status, said) = try promtool("check", "metrics", input: await MetricsTests.metrics(newspaper))
        #expect(status == 0 && said.isEmpty, "\(said)")
    }

    @Test("The alerts are valid, and each is raised by its fault and not without it")
    func rules() throws {
        let check = try promtool("check", "rules", "deploy/prometheus/alerts.yml")
        #expect(check.status == 0, "\(check.text)")
        let test = try promtool("test", "rules", "Tests/Prometheus/alerts.test.yml")
        #expect(test.status == 0, "\(test.text)")
    }

    @Test("The sample configuration is valid")
    func configuration() throws {
        let folder = URL.temporary("prometheus")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["prometheus.yml", "alerts.yml"] {
            try FileManager.default.copyItem(
                at: MonitoringDocumentTests.root.appending(path: "deploy/prometheus/\(name)"),
                to: folder.appending(path: name))
        }
        try "a-secret-of-the-monitor".write(
            to: folder.appending(path: "credentials"), atomically: true, encoding: .utf8)
        let check = try promtool("check", "config", folder.appending(path: "prometheus.yml").path)
        #expect(check.status == 0, "\(check.text)")
    }

    @Test("The expressions of the dashboard are valid")
    func dashboard() throws {
        let file = MonitoringDocumentTests.root.appending(path: "deploy/prometheus/grafana-dashboard.json")
        let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
        let panels = try #require(object?["panels"] as? [[String: Any]])
        let expressions = panels.flatMap { $0["targets"] as? [[String: Any]] ?? [] }.compactMap {
            $0["expr"] as? String
        }
        let rules = expressions.enumerated().map { number, expression in
            ["record": "a:rule_\(number)", "expr": expression.replacing("$instance", with: ".*")]
        }
        let written = URL.temporary("json")
        try JSONSerialization.data(
            withJSONObject: ["groups": [["name": "a", "rules": rules]]], options: .withoutEscapingSlashes
        ).write(to: written)
        let check = try promtool("check", "rules", written.path)
        #expect(check.status == 0 && expressions.count > 30, "\(check.text)")
    }
}

private enum Promtool {
    static let path = "/usr/bin/promtool"

    static let isHere = FileManager.default.isExecutableFile(atPath: path)
}
