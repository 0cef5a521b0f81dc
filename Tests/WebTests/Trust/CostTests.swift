import Foundation
import HTTPTypes
import Newsroom
import Operations
import Testing

@testable import Web

/// Sends texts that are expensive to normalize or to split into characters, and compares them with letters of
/// the same length. A quadratic cost shows up as a hundred times as much.
@Suite("The cost of a request grows only with its length", .serialized, .timeLimit(.minutes(10)))
struct CostTests {
    private static let kinds = [
        "combining marks": "\u{301}\u{323}", "joiners": "\u{200D}\u{1F469}",
        "regional indicators": "\u{1F1E9}\u{1F1EA}",
        "Hangul Jamo": "\u{1100}\u{1161}\u{11A8}",
    ]
    /// The fields of all forms, and one that no form has.
    private static let fields = [
        "name", "text", "email", "parent", "version", "clause", "sentence", "reason", "decision", "outcome", "password",
        "next", "revision", "ask", "x",
    ]

    /// The length in bytes of a text that reveals a quadratic cost: hundreds of times the cost of 5,000
    /// characters.
    private static let longText = 100_000

    /// A newspaper without rate limits, where no password is right.
    private static func newspaper() async throws -> TestSite {
        let newspaper = try await TestSite(passwordQueue: PasswordQueue { _, _ in false }) { settings in
            settings.commentsPerMinute = 0
            settings.commentsPerHour = 0
            settings.reportsPerHour = 0
            settings.signInsPerFiveMinutes = 0
            settings.signInsToAccountPerFiveMinutes = 0
            settings.signInsOfAllPerFiveMinutes = 0
        }
        var reader = TestBrowser(newspaper)
        _ = await reader.report(await reader.commentNumber("A word."))
        return newspaper
    }

    private static func repeated(_ unit: String, bytes: Int) -> [UInt8] {
        Array(String(repeating: unit, count: bytes / unit.utf8.count).utf8)
    }

    /// The processor time of `body`, in seconds.
    private func cost(_ body: () async -> Void) async -> Double {
        let start = Self.processorTime()
        await body()
        return Self.processorTime() - start
    }

    private static func processorTime() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// Sends each kind of text, and letters of the same length. Other work of the process counts too, so the
    /// lowest of several measurements counts. The limit is eight times the cost of the letters plus a fifth
    /// of a second.
    private func expectLinear(_ what: String, _ send: (_ unit: String) async -> Void) async {
        let letters = await cost { await send("a") }
        for (kind, unit) in Self.kinds {
            let limit = 8 * letters + 0.2
            var least = await cost { await send(unit) }
            for _ in 0..<4 where least > limit { least = min(least, await cost { await send(unit) }) }
            #expect(least <= limit, "\(kind) in \(what): \(least) s, letters \(letters) s")
        }
    }

    @Test(
        "A long text in any form field, or in all of them, has linear cost",
        arguments: RouteTable.standard.routes.filter { $0.bodyLimit > 0 && $0.bodyKind == .form })
    func forms(route: Route) async throws {
        let newspaper = try await Self.newspaper()
        let path = route.path.replacing("{story}", with: "1").replacing("{slug}", with: "a-bridge-opens")
            .replacing("{comment}", with: "1").replacing("{case}", with: "1").replacing("{picture}", with: "1")
        var browser = TestBrowser(newspaper, as: route.isForStaff ? .admin : .visitor)
        let rest = "&name=A+reader&text=A+word.&email=a%40example.org&clause=abuse&outcome=uphold&decision=close"
        let size = min(Self.longText, route.bodyLimit - 200)
        for fields in Self.fields.map({ [$0] }) + [Self.fields] {
            let size = fields.count == 1 ? size : (route.bodyLimit - 400) / fields.count
            await expectLinear("\(fields) of \(path)") { unit in
                let typed = fields.map { Array("\($0)=".utf8) + Self.repeated(unit, bytes: size) }
                let body = Array(typed.joined(separator: [UInt8(ascii: "&")])) + Array(rest.utf8)
                let type = "application/x-www-form-urlencoded"
                let reply = await browser.send(.post, path, type: type, body: body)
                #expect(reply.status < 500)
            }
        }
    }

    @Test("A form with many long names has linear cost")
    func names() async throws {
        var browser = TestBrowser(try await Self.newspaper())
        await expectLinear("names") { unit in
            let names = (0..<60).map { Self.repeated(unit, bytes: 60_000) + Array("\($0)=1".utf8) }
            _ = await browser.send(
                .post, TestStories.bridgePath + "/comments", type: "application/x-www-form-urlencoded",
                body: Array(names.joined(separator: [UInt8(ascii: "&")])))
        }
    }

    @Test(
        "A long header field has linear cost",
        arguments: [
            "Cookie", "Origin", "Sec-Fetch-Site", "Content-Type", "X-Forwarded-For", "Accept-Encoding",
            "If-None-Match", "Last-Event-ID",
        ])
    func heads(name: String) async throws {
        let newspaper = try await Self.newspaper()
        for path in [TestStories.bridgePath, "/desk"] {
            for method in [HTTPRequest.Method.get, .post] {
                await expectLinear(name) { unit in
                    var browser = TestBrowser(newspaper)
                    browser.address = "127.0.0.1"
                    let text = String(decoding: Self.repeated(unit, bytes: 60_000), as: UTF8.self)
                    browser.headers = [name: name == "Cookie" ? "\(text)=\(text); session=\(text)" : text]
                    _ = await browser.send(method, method == .get ? path : "/sign-in", type: nil)
                }
            }
        }
    }

    @Test("A long value in any path or query has linear cost")
    func targets() async throws {
        let newspaper = try await Self.newspaper()
        for route in RouteTable.standard.routes where route.method == .get && !route.path.hasSuffix("live") {
            await expectLinear(route.path) { unit in
                let text = TestBrowser.segment(String(decoding: Self.repeated(unit, bytes: 20_000), as: UTF8.self))
                let query = route.parameters.map { "\($0.rawValue)=\(text)" }.joined(separator: "&")
                let paths = [
                    route.path.replacing(/\{[a-z]+\}/, with: text),
                    route.path.replacing("{story}", with: "1").replacing(/\{[a-z]+\}/, with: text),
                    route.path.replacing("{story}", with: "1").replacing("{slug}", with: "a-bridge-opens")
                        .replacing(/\{[a-z]+\}/, with: "1") + "?\(query)",
                ]
                var browser = TestBrowser(newspaper, as: .admin)
                for path in paths { _ = await browser.get(path) }
            }
        }
    }
}
