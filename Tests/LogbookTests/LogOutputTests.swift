import Dispatch
import Foundation
import Logging
import Synchronization
import Testing

@testable import Logbook

@Suite("Writing the log", .timeLimit(.minutes(1)))
struct LogOutputTests {
    /// What was written so far.
    private final class Paper: Sendable {
        private let text = Mutex("")

        var lines: [Substring] { text.withLock { $0 }.split(separator: "\n") }

        func write(_ bytes: [UInt8]) { text.withLock { $0 += String(decoding: bytes, as: UTF8.self) } }
    }

    @Test("All loggers follow the level and the format, also after a change")
    func control() {
        let (paper, control) = (Paper(), LogControl())
        let output = LogOutput(control: control, write: paper.write)
        let logger = Logger(label: "a") { _ in LogbookHandler(output, control: control) }
        logger.info("one")
        logger.notice("two")
        control.level = .trace
        control.format = .json
        logger.trace("three", metadata: ["b": "c"])
        output.drain()
        #expect(paper.lines.count == 2)
        #expect(paper.lines[0].hasSuffix(" notice two"))
        #expect(paper.lines[1].hasPrefix("{") && paper.lines[1].hasSuffix("\"message\":\"three\",\"b\":\"c\"}"))
    }

    @Test("The opening line comes before the first line, or alone, and only once")
    func opening() {
        for isOpened in [true, false] {
            let (paper, control) = (Paper(), LogControl())
            let output = LogOutput(control: control, write: paper.write)
            output.begin(with: LogLine(.now, .notice, "opening", []), .notice)
            output.drain()
            #expect(paper.lines.isEmpty)
            if isOpened { output.open() }
            output.add(LogLine(.now, .error, "one", []), .error, as: .text)
            output.open()
            output.drain()
            #expect(
                paper.lines.map { $0.split(separator: " ")[1...].joined(separator: " ") } == [
                    "notice opening", "error one",
                ])
        }
    }

    @Test("The metadata provider adds to each line")
    func provider() {
        let (paper, control) = (Paper(), LogControl())
        let output = LogOutput(control: control, write: paper.write)
        let logger = Logger(label: "a") { _ in
            LogbookHandler(output, control: control, provider: .init { ["request": "r1"] })
        }
        logger.error("one", metadata: ["a": "b"])
        output.drain()
        #expect(paper.lines.first?.hasSuffix(" error one a=b request=r1") == true)
    }

    @Test("For the journal, lines begin with their priority")
    func priorities() {
        let (paper, control) = (Paper(), LogControl(level: .trace))
        let output = LogOutput(control: control, hasPriorities: true, write: paper.write)
        for level in Logger.Level.allCases { output.add(LogLine(.now, level, "a", []), level, as: .text) }
        output.drain()
        #expect(paper.lines.map { $0.prefix(3) } == ["<7>", "<7>", "<6>", "<5>", "<4>", "<3>", "<2>"])
    }

    @Test("The journal is recognized by its device and inode")
    func journal() {
        #expect(JournalStream.names("9:123", 9, 123))
        for text in ["9:124", "8:123", "", nil] { #expect(!JournalStream.names(text, 9, 123)) }
    }

    @Test("A reader that stops blocks nobody: lines are dropped and counted, and the log says so")
    func slow() {
        let (paper, control, gate) = (Paper(), LogControl(), DispatchSemaphore(value: 0))
        let output = LogOutput(control: control) { bytes in
            gate.wait()
            paper.write(bytes)
        }
        let line = LogLine(.now, .info, String(repeating: "a", count: 1_000), [])
        for _ in 0..<5_000 { output.add(line, .info, as: .text) }
        #expect(output.dropped > 2_000)
        for _ in 0..<10 { gate.signal() }
        output.drain()
        #expect(paper.lines.count + output.dropped == 5_001)
        #expect(paper.lines.contains { $0.contains("log lines dropped") && $0.hasSuffix("count=\(output.dropped)") })
    }
}
