import Foundation
package import Logging

/// Writes the lines of a logger. The metadata provider adds what belongs to the current request.
package struct LogbookHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var metadataProvider: Logger.MetadataProvider?
    private let control: LogControl
    private let output: LogOutput

    package init(_ output: LogOutput, control: LogControl, provider: Logger.MetadataProvider? = nil) {
        self.output = output
        self.control = control
        metadataProvider = provider
    }

    /// The level of all loggers; a single logger has none of its own.
    package var logLevel: Logger.Level {
        get { control.level }
        set { control.level = newValue }
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var facts = metadataProvider?.get() ?? [:]
        facts.merge(metadata) { $1 }
        if let others = event.metadata { facts.merge(others) { $1 } }
        if let error = event.error { facts["error"] = facts["error"] ?? "\(error)" }
        let line = LogLine(
            .now, event.level, "\(event.message)",
            facts.sorted { $0.key < $1.key }.map { LogLine.Fact($0.key, "\($0.value)") })
        output.add(line, event.level, as: control.format)
    }
}
