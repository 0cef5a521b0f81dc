import Database
import Foundation
import CoreMetrics
import Glibc
import Logbook
import Logging
import Metering
import Synchronization
import Web

/// The log of a server, on standard error. Its level and format follow the settings once they are read.
struct ServerLog: Sendable {
    let control = LogControl()
    let output: LogOutput
    let logger: Logger

    private let version: String
    /// The host and the port of the server.
    private let address: String

    init(version: String, host: String, port: Int) {
        self.version = version
        address = "\(host.contains(":") ? "[\(host)]" : host):\(port)"
        let (control, output) = (control, LogOutput.standardError(control))
        self.output = output
        logger = Logger(label: "broadsheet") { _ in
            LogbookHandler(output, control: control, provider: RequestTrace.metadata)
        }
        // The last lines are written even if an error ends the program.
        Self.last.withLock { $0 = output }
        atexit { ServerLog.last.withLock { $0 }?.drain() }
    }

    private static let last = Mutex<LogOutput?>(nil)

    /// The monitoring of the site. What libraries measure is part of it.
    func monitoring(_ settings: MonitoringSettings) -> Monitoring {
        let registry = Registry()
        MetricsSystem.bootstrap(registry)
        return Monitoring(
            settings, log: control, output: output, registry: registry,
            version: version)
    }
}

extension ServerLog {
    /// Follows the settings, and prepares the first line of a server: which program serves which newspaper. If the
    /// server cannot start, only the reason is printed.
    func begin(_ settings: Settings, _ texts: [Setting: String], _ folder: URL, _ database: PostgreSQLAddress?) {
        control.take(settings.monitoring)
        let changed = texts.count { $0.value != $0.key.standard }
        let facts: [LogLine.Fact] = [
            .init("version", version),
            .init("database", database?.shown ?? folder.appending(path: "broadsheet.sqlite").path),
            .init("folder", folder.path), .init("address", address), .init("settings", .integer(changed)),
        ]
        if control.level <= .notice { output.begin(with: LogLine(.now, .notice, "starting", facts), .notice) }
    }
}
