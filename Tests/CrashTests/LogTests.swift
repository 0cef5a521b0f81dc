import Foundation
import TestSupport
import Testing

@Suite("The log of a server", .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct LogTests {
    /// Serves with these settings, asks for each path, and returns the lines of the log.
    private func lines(
        _ settings: [String: String] = [:], asking paths: [String] = [], shell: String = ":"
    ) async throws -> [String] {
        let data = try await DataFolder()
        defer { data.remove() }
        return try await onAThread {
            let log = URL.temporary("log")
            let program = try data.serve(settings: settings, shell: "exec 2>'\(log.path)'; \(shell)")
            let port = try #require(program.port())
            for path in paths { _ = try Line(port: port).get(path) }
            program.askToStop()
            #expect(program.end().status == 0)
            return try String(contentsOf: log, encoding: .utf8).split(separator: "\n").map(String.init)
        }
    }

    @Test("The first line names the version, the database, the folder, the address and the number of settings")
    func first() async throws {
        let first = try #require(try await lines(["BROADSHEET_HOUSE_NAME": "The Gazette"]).first)
        #expect(first.wholeMatch(of: /\d{4}-\d\d-\d\dT[\d:.]+Z notice starting .*/) != nil)
        for fact in [
            /address=127\.0\.0\.1:\d+/, /database=\S+\/broadsheet\.sqlite/, /folder=\S+/, /version=\S+/,
            /settings=[1-9]\d*/,
        ] { #expect(first.contains(fact), "\(first)") }
    }

    @Test("With JSON, every line is an object, also those of requests")
    func json() async throws {
        let settings = ["BROADSHEET_LOG_FORMAT": "json", "BROADSHEET_LOG_REQUESTS": "json"]
        let lines = try await lines(settings, asking: ["/", "/", "/nothing-here"])
        let objects = lines.compactMap {
            try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
        }
        #expect(objects.count == lines.count && objects.first?["message"] as? String == "starting")
        let requests = objects.filter { $0["message"] as? String == "request" }
        #expect(requests.map { $0["status"] as? Int } == [200, 200, 404])
    }

    @Test("A log that nobody reads does not stop the server")
    func unread() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        try await onAThread {
            // A pipe that is open and never read.
            let pipe = URL.temporary("pipe").path
            let program = try data.serve(
                settings: ["BROADSHEET_LOG_REQUESTS": "text", "BROADSHEET_METRICS_TOKEN": "a-secret-of-the-monitor"],
                shell: "mkfifo '\(pipe)'; exec 9<>'\(pipe)' 2>&9")
            let port = try #require(program.port())
            let line = try Line(port: port)
            for _ in 1...8_000 { #expect(try line.get("/").status == 200) }
            program.askToStop()
            #expect(program.end().status == 0)
        }
    }
}
