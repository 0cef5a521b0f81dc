package import Logging
import Synchronization

/// How lines of the log are written.
package enum LogFormat: String, Sendable, CaseIterable {
    case text
    /// One JSON object on each line.
    case json
}

/// The level and the format of the log. They may change while the program runs; all loggers follow.
package final class LogControl: Sendable {
    private let levelIndex: Atomic<Int>
    private let isJSON: Atomic<Bool>

    package init(level: Logger.Level = .notice, format: LogFormat = .text) {
        levelIndex = Atomic(Self.index(of: level))
        isJSON = Atomic(format == .json)
    }

    /// The lowest level of lines that are written.
    package var level: Logger.Level {
        get { Logger.Level.allCases[levelIndex.load(ordering: .relaxed)] }
        set { levelIndex.store(Self.index(of: newValue), ordering: .relaxed) }
    }

    package var format: LogFormat {
        get { isJSON.load(ordering: .relaxed) ? .json : .text }
        set { isJSON.store(newValue == .json, ordering: .relaxed) }
    }

    private static func index(of level: Logger.Level) -> Int { Logger.Level.allCases.firstIndex(of: level) ?? 0 }
}
