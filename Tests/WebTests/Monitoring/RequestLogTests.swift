import Foundation
import HTTPServer
import HTTPTypes
import Logbook
import Logging
import Newsroom
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite("The request log", .timeLimit(.minutes(5)))
struct RequestLogTests {
    /// The log of a site, as it is written.
    final class WrittenLog: Sendable {
        private let text = Mutex("")
        let control = LogControl()
        private let paper = Mutex<LogOutput?>(nil)

        var output: LogOutput {
            paper.withLock { paper in
                let output =
                    paper
                    ?? LogOutput(control: control) { bytes in
                        self.text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
                    }
                paper = output
                return output
            }
        }

        var lines: [String] {
            output.drain()
            return text.withLock { $0 }.split(separator: "\n").map(String.init)
        }

        var objects: [[String: Any]] {
            lines.compactMap { try? JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
        }

        var logger: Logger {
            Logger(label: "a") { _ in
                LogbookHandler(self.output, control: self.control, provider: RequestTrace.metadata)
            }
        }
    }

    static func site(
        _ log: WrittenLog, logging: RequestLogging = .json, set: (inout Settings) -> Void = { _ in }
    ) async throws -> TestSite {
        try await TestSite(writingTo: log) {
            $0.monitoring.logRequests = logging
            set(&$0)
        }
    }

    /// Sends each line on a connection of its own, and returns the responses.
    private func ask(_ newspaper: TestSite, _ lines: [String], fields: String = "") async throws -> [String] {
        try await ServedSite.run(newspaper) { port in
            var answers: [String] = []
            for line in lines {
                answers.append(try await onAThread { try BareSocket.answer(to: line, port: port, fields: fields) })
            }
            return answers
        }
    }

    @Test("A line has the facts of a request, and neither an address nor a secret")
    func facts() async throws {
        let log = WrittenLog()
        let newspaper = try await Self.site(log)
        let story = TestStories.bridgePath
        _ = try await ask(newspaper, ["GET \(story)?x=1", "GET \(story)"], fields: "User-Agent: A browser\r\n")
        let lines = log.objects
        #expect(lines.count == 2 && !log.lines.joined().contains("127.0.0.1"))
        for (line, cache) in zip(lines, ["miss", "hit"]) {
            #expect(line["message"] as? String == "request" && line["method"] as? String == "GET")
            #expect(line["route"] as? String == "/stories/{story}/{slug}" && line["path"] as? String == story)
            #expect(line["status"] as? Int == 200 && (line["bytes"] as? Int ?? 0) > 1_000)
            #expect(line["cache"] as? String == cache && line["actor"] as? String == "visitor")
            #expect(line["agent"] as? String == "A browser" && (line["seconds"] as? Double ?? -1) >= 0)
            #expect((line["request"] as? String)?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
            #expect((line["source"] as? String)?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
        }
        #expect(lines[0]["source"] as? String == lines[1]["source"] as? String)
        #expect(lines[0]["request"] as? String != lines[1]["request"] as? String)
    }

    @Test("Tokens in addresses, and parameters that no route reads, are left out")
    func secrets() async throws {
        let log = WrittenLog()
        let newspaper = try await Self.site(log)
        let token = "0123456789abcdef0123456789abcdef"
        let targets = [
            "/reports/\(token)", "/reports/\(token)/", "/first-admin?token=\(token)", "/first-admin/\(token)",
            "/sign-in?next=/desk&password=\(token)", "/\(token)", "/sign-in?token=\(token)",
        ]
        _ = try await ask(newspaper, targets.map { "GET \($0)" })
        #expect(!log.lines.joined().contains("0123456789"))
        #expect(
            log.objects.map { $0["path"] as? String } == [
                "/reports/***", "/reports/***/", "/first-admin?token=***", "/first-admin/***",
                "/sign-in?next=/desk", "/***", "/sign-in",
            ])
    }

    @Test("Refused input, and requests of staff and commenters, are logged too")
    func everything() async throws {
        let log = WrittenLog()
        let newspaper = try await Self.site(log)
        let session = "Cookie: session=\(newspaper.tokens[.editor] ?? "")\r\n"
        _ = try await ask(newspaper, ["\u{7}GET /"])
        _ = try await ask(newspaper, ["HEAD /desk", "DELETE /"], fields: session)
        let lines = log.objects
        #expect(lines.map { $0["route"] as? String } == ["malformed", "/desk", "none"])
        #expect(lines.map { $0["status"] as? Int } == [400, 200, 405])
        #expect(lines.map { $0["actor"] as? String } == ["visitor", "editor", "visitor"])
        #expect(lines[1]["bytes"] as? Int == 0)
    }

    @Test("What a client sends cannot forge a line, in either format", arguments: [RequestLogging.text, .json])
    func forgery(format: RequestLogging) async throws {
        let log = WrittenLog()
        let newspaper = try await Self.site(log, logging: format)
        let fields = "User-Agent: a\" status=200 {\"message\":\"\u{2028}forged\"}\r\n"
        _ = try await ask(newspaper, ["GET /?x", "GET /"], fields: fields)
        #expect(log.lines.count == 2)
        #expect(!log.lines.joined().unicodeScalars.contains("\u{2028}"))
        if format == .json { #expect(log.objects.allSatisfy { $0["status"] as? Int == 200 && $0["forged"] == nil }) }
    }

    @Test("The source has another name each day and for each key, and readers of one network share it")
    func sources() async throws {
        let newspaper = try await TestSite()
        let site = newspaper.site
        let address = try #require(NetworkAddress("192.0.2.1"))
        let first = site.logSource(of: address)
        #expect(first == site.logSource(of: address))
        #expect(first != site.logSource(of: NetworkAddress("192.0.2.2")))
        #expect(
            site.logSource(of: NetworkAddress("2001:db8::1")) == site.logSource(of: NetworkAddress("2001:db8::2")))
        newspaper.clock.advance(86_400)
        #expect(first != site.logSource(of: address))
        #expect(!first.contains(ClientSource.mark(address, keys: site.keys).prefix(8)))
    }

    @Test("The request log can be turned on and off while the server runs")
    func change() async throws {
        let log = WrittenLog()
        let newspaper = try await Self.site(log, logging: .off)
        try await ServedSite.run(newspaper) { port in
            for logging in [RequestLogging.off, .json, .off] {
                var settings = newspaper.site.settings.monitoring
                settings.logRequests = logging
                newspaper.site.monitoring.live.take(settings)
                _ = try await onAThread { try BareSocket.answer(to: "GET /", port: port) }
            }
        }
        #expect(log.objects.map { $0["cache"] as? String } == ["hit"])
    }
}
