import Foundation
import HTTPServer
import Newsroom
import Testing

@testable import Web

@Suite("Limits for connections and request bodies", .timeLimit(.minutes(5)))
struct RoomTests {
    @Test("A client that exceeds the shared budget for bodies learns when to try again")
    func turnedAway() async throws {
        let head =
            "POST \(TestStories.bridgePath)/comments HTTP/1.1\r\nHost: a\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n"
        let refused = try await ServedSite.run(try await TestSite()) { port in
            try await onAThread {
                let sockets = try (1...9).map { _ in try BareSocket(port: port) }
                for socket in sockets {
                    socket.send("\(head)Content-Length: 4000000\r\n\r\n" + String(repeating: "a", count: 3_900_000))
                }
                // The threads of the connections decide which request is one too many. It gets a response,
                // and the others wait.
                for _ in 1...300 {
                    if let told = sockets.map({ $0.listen(milliseconds: 20).text }).first(where: { !$0.isEmpty }) {
                        return told
                    }
                }
                return ""
            }
        }
        #expect(refused.hasPrefix("HTTP/1.1 503"))
        #expect(refused.lowercased().contains("retry-after: 5\r\n") && refused.contains("Please try again"))
        #expect(refused.lowercased().contains("connection: close\r\n"))
    }

    @Test("A repeated warning is logged once per interval, with a count")
    func warnings() {
        let pace = WarningPace(interval: 10)
        let start = Date(timeIntervalSince1970: 1_000)
        let counts = [0, 1, 9, 10, 11, 30].map { pace.count(at: start.addingTimeInterval($0)) }
        #expect(counts == [1, nil, nil, 3, nil, 2])
    }

    @Test("At the limit of connections, the next client is served once another leaves")
    func connections() async throws {
        let limit = ConnectionLimit(openFiles: 66, reserved: 0)
        #expect(limit.all == 2 && limit.streams == 1)
        let answer = try await ServedSite.run(try await TestSite(), connections: limit) { port in
            try await onAThread {
                let first = try BareSocket(port: port)
                first.send(Self.sign)
                _ = first.listen(until: "alive\n")
                var second: BareSocket? = try BareSocket(port: port)
                second?.send(Self.sign)
                _ = second?.listen(until: "alive\n")
                let third = try BareSocket(port: port)
                third.send(Self.sign)
                first.send(Self.sign)
                _ = first.listen(until: "alive\n")
                let before = third.listen(milliseconds: 0).text
                second = nil
                return [before, third.listen(until: "alive\n")]
            }
        }
        #expect(answer[0].isEmpty && answer[1].hasSuffix("alive\n"))
    }

    private static let sign = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"
}
