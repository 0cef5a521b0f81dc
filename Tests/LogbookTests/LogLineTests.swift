import Foundation
import Logging
import Testing

@testable import Logbook

@Suite("Lines of the log", .timeLimit(.minutes(1)))
struct LogLineTests {
    private static let time = Date(timeIntervalSince1970: 1_795_428_900.25)

    private func line(_ message: String, _ facts: LogLine.Fact...) -> LogLine {
        LogLine(Self.time, .notice, message, facts)
    }

    @Test("A line of text has the time, the level, the message and the facts")
    func text() {
        let line = line("signed in", .init("staff", "3"), .init("bytes", .integer(7)), .init("agent", "A browser"))
        #expect(
            line.written(as: .text) == "2026-11-23T10:15:00.250Z notice signed in staff=3 bytes=7 agent=\"A browser\"")
    }

    @Test("A line of JSON is one object, which has the same values")
    func json() throws {
        let line = line(
            "signed in", .init("staff", "3"), .init("seconds", .seconds(nanoseconds: 1_500_000_999)),
            .init("bytes", .integer(7)),
            .init("level", "own"))
        let object = try #require(
            JSONSerialization.jsonObject(with: Data(line.written(as: .json).utf8)) as? [String: Any])
        #expect(object["time"] as? String == "2026-11-23T10:15:00.250Z")
        #expect(object["level"] as? String == "notice" && object["message"] as? String == "signed in")
        #expect(object["staff"] as? String == "3" && object["bytes"] as? Int == 7)
        #expect(object["seconds"] as? Double == 1.5 && object["level_"] as? String == "own")
    }

    @Test(
        "No value can begin a new line, imitate another fact or change what a terminal shows",
        arguments: [
            "a\nb", "a\r\nb", "\u{1b}[2J", "a b=c", "\"", "a\\\"", "\u{85}", "\u{2028}", "\u{202e}abc", "\u{0}", "",
            "\u{9b}31m", "tab\there",
        ])
    func injection(value: String) throws {
        let line = line("said", .init("value", value), .init("last", "x"))
        for format in LogFormat.allCases {
            let text = line.written(as: format)
            let unsafe = text.unicodeScalars.filter {
                $0.properties.generalCategory == .control || (0x2028...0x202e).contains($0.value)
            }
            #expect(unsafe.isEmpty, "\(text.debugDescription)")
        }
        let object = try JSONSerialization.jsonObject(with: Data(line.written(as: .json).utf8)) as? [String: Any]
        #expect(object?["value"] as? String == value)
        let quoted = line.written(as: .text).dropFirst("2026-11-23T10:15:00.250Z notice said value=".count)
        let decoded = try JSONSerialization.jsonObject(
            with: Data(quoted.dropLast(" last=x".count).utf8), options: .fragmentsAllowed)
        #expect(decoded as? String == value)
    }

    @Test("A message that contains a line end stays on its line")
    func message() {
        #expect(line("a\nb").written(as: .text).hasSuffix("notice a\\nb"))
    }

    @Test("A very long value is cut, and the line says so")
    func long() {
        let text = line("said", .init("value", String(repeating: "é", count: 100_000))).written(as: .text)
        #expect(text.utf8.count < 20_000 && text.hasSuffix("…\""))
    }
}
