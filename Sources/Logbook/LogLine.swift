package import Foundation
package import Logging

/// A line of the log: its time, its level, a message, and facts about it.
package struct LogLine: Sendable {
    package enum Value: Sendable {
        case text(String)
        case integer(Int)
        /// A duration in nanoseconds, which is written in seconds.
        case seconds(nanoseconds: Int)
    }

    package struct Fact: Sendable {
        let name: String
        let value: Value

        package init(_ name: String, _ value: Value) {
            self.name = name
            self.value = value
        }

        package init(_ name: String, _ text: String) { self.init(name, .text(text)) }
    }

    private let time: Date
    private let level: Logger.Level
    private let message: String
    private let facts: [Fact]

    package init(_ time: Date, _ level: Logger.Level, _ message: String, _ facts: [Fact]) {
        self.time = time
        self.level = level
        self.message = message
        self.facts = facts
    }

    package func written(as format: LogFormat) -> String {
        switch format {
        case .text: text
        case .json: json
        }
    }

    /// `2026-11-23T10:15:00.250Z notice signed in staff=3`. A value with spaces or signs is in quotes.
    private var text: String {
        var line = "\(LogTime.text(of: time)) \(level) "
        line.append(escaping: message, quotes: false)
        for fact in facts {
            line += " "
            line.append(escaping: fact.name, quotes: false)
            line += "="
            switch fact.value {
            case .text(let text) where text.isPlainWord: line += text
            case .text(let text): line.append(quoting: text)
            case .integer(let number): line += "\(number)"
            case .seconds(let nanoseconds): line += Self.seconds(nanoseconds)
            }
        }
        return line
    }

    /// Seconds to the microsecond.
    private static func seconds(_ nanoseconds: Int) -> String {
        let microseconds = max(0, nanoseconds) / 1_000
        return "\(microseconds / 1_000_000).\(String(1_000_000 + microseconds % 1_000_000).dropFirst())"
    }

    private var json: String {
        var line = "{\"time\":\"\(LogTime.text(of: time))\",\"level\":\"\(level)\",\"message\":"
        line.append(quoting: message)
        for fact in facts {
            line += ","
            line.append(quoting: Self.reserved.contains(fact.name) ? "\(fact.name)_" : fact.name)
            line += ":"
            switch fact.value {
            case .text(let text): line.append(quoting: text)
            case .integer(let number): line += "\(number)"
            case .seconds(let nanoseconds): line += Self.seconds(nanoseconds)
            }
        }
        return line + "}"
    }

    private static let reserved = ["time", "level", "message"]
}

extension String {
    /// Whether a value needs no quotes.
    fileprivate var isPlainWord: Bool {
        !isEmpty && utf8.count <= 1_000 && utf8.allSatisfy { 0x21 <= $0 && $0 <= 0x7e && !"\"=\\".utf8.contains($0) }
    }

    fileprivate mutating func append(quoting text: String) {
        self += "\""
        append(escaping: text, quotes: true)
        self += "\""
    }

    /// Appends a text without anything that could end the line, or change what a terminal shows.
    fileprivate mutating func append(escaping text: String, quotes: Bool) {
        // Lines of the journal end after 48 KB.
        guard text.utf8.count <= 8_192 else {
            return append(escaping: String(text.unicodeScalars.prefix(2_000)) + "…", quotes: quotes)
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"" where quotes: self += "\\\""
            case "\\": self += "\\\\"
            case "\n": self += "\\n"
            case "\r": self += "\\r"
            case "\t": self += "\\t"
            case _ where scalar.isUnsafe: self += "\\u" + scalar.fourDigits
            default: unicodeScalars.append(scalar)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Controls, separators of lines, and marks that change the direction of the text. None is above U+FFFF.
    fileprivate var isUnsafe: Bool {
        switch value {
        case 0x00...0x1f, 0x7f...0x9f, 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069, 0xfeff: true
        default: false
        }
    }

    fileprivate var fourDigits: String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
