import Newsroom
import Testing

@testable import Web

@Suite("Brief requests run on the thread of their connection", .timeLimit(.minutes(5)))
struct BriefRequestTests {
    private static func posting(_ body: String, fields: String = "") -> String {
        """
        POST \(TestStories.bridgePath)/comments HTTP/1.1\r
        Host: news.example\r
        Content-Type: application/x-www-form-urlencoded\r
        Content-Length: \(body.utf8.count)\r
        \(fields)\r
        \(body)
        """
    }

    /// In test builds, a read on that thread ends the process: see `WorkerPool.assertNotOnEventLoop`.
    @Test("A comment is stored or refused without a read on the connection's thread")
    func comment() async throws {
        let newspaper = try await TestSite()
        let token = try #require(newspaper.tokens[.editor])
        let statuses = try await ServedSite.run(newspaper) { port in
            try await onAThread {
                let socket = try BareSocket(port: port)
                socket.send(Self.posting("name=Ann&text=Said+once.&version=1"))
                socket.send(Self.posting("name=Ann&text=Of+the+version+that+stands+there."))
                socket.send(Self.posting("name=Ann&text=&version=1"))
                socket.send(Self.posting("name=Ann&text=No.&version=1&parent=999"))
                socket.send(
                    Self.posting("name=Ann&text=From+the+desk.&version=1", fields: "Cookie: session=\(token)\r\n"))
                socket.send(Self.posting("name=Ann&version=1&text=\(String(repeating: "long+", count: 20_000))"))
                socket.finish()
                return socket.listen().text.matches(of: /HTTP\/1\.1 (\d{3})/).map { String($0.output.1) }
            }
        }
        #expect(statuses == ["303", "303", "422", "404", "303", "422"])
    }
}
