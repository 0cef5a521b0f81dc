import CoreMetrics
import Database
import Foundation
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

    init(version: String) {
        self.version = version
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
    /// Follows the settings, and prepares the first line of the log: which program serves which newspaper. If the
    /// server cannot start, it prints only the reason.
    func begin(_ settings: Settings, _ plan: InstallationPlan) {
        control.take(settings.monitoring)
        let changed = plan.sources.entries.count { $0.value != $0.setting.standard }
        let facts: [LogLine.Fact] = [
            .init("version", version),
            .init("database", settings.database?.shown ?? plan.folder.database.path),
            .init("folder", plan.folder.path),
            .init("address", .authority(settings.host, port: settings.port)),
            .init("settings", .integer(changed)),
        ]
        if control.level <= .notice { output.begin(with: LogLine(.now, .notice, "starting", facts), .notice) }
    }
}
