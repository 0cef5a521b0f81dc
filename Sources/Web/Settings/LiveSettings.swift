package import Logbook
import Synchronization

/// The settings that may change while the server runs. Everything that depends on them asks here each time.
package final class LiveSettings: Sendable {
    private let values: Mutex<MonitoringSettings>
    private let isLogging: Atomic<Bool>
    private let log: LogControl

    package init(_ settings: MonitoringSettings, log: LogControl = LogControl()) {
        values = Mutex(settings)
        isLogging = Atomic(settings.logRequests != .off)
        self.log = log
        log.take(settings)
    }

    /// Replaces the settings. The next request and the next line of the log follow them.
    package func take(_ settings: MonitoringSettings) {
        values.withLock { $0 = settings }
        isLogging.store(settings.logRequests != .off, ordering: .relaxed)
        log.take(settings)
    }

    var metricsToken: String { values.withLock { $0.metricsToken } }

    /// Whether each request gets a line in the log. Takes no lock.
    var logsRequests: Bool { isLogging.load(ordering: .relaxed) }

    var logRequests: RequestLogging { values.withLock { $0.logRequests } }
}

extension LogControl {
    /// Follows the settings.
    package func take(_ settings: MonitoringSettings) {
        level = settings.logLevel
        format = settings.logFormat
    }
}
