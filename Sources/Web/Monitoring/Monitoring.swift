import Database
import HTTPServer
package import Logbook
package import Metering
import Newsroom
import Operations
import Storage
import Synchronization

/// Everything that operators see of a running site: its metrics, and the log of its requests.
package final class Monitoring: Sendable {
    /// The settings that may change while the server runs.
    package let live: LiveSettings
    package let registry: Registry
    /// The log; `nil` in tests, where no requests are logged.
    let output: LogOutput?
    /// The version of the program.
    let version: String
    let routes = RouteMeters(.standard)
    let connections = ConnectionCount()
    /// How many connections may be open; 0 for no limit.
    let mostConnections = Atomic(0)
    let incidents: Tally
    /// Renderings of pages before the changes that touch them are announced.
    let renderingsAhead = Tally()
    /// The query of the waiting work that is in progress.
    let look = Mutex<Task<WaitingWork?, Never>?>(nil)

    package init(
        _ settings: MonitoringSettings, log: LogControl = LogControl(), output: LogOutput? = nil,
        registry: Registry = Registry(), version: String = "unknown"
    ) {
        live = LiveSettings(settings, log: log)
        self.registry = registry
        self.output = output
        self.version = version
        incidents = registry.tally(.incidents)
        for outcome in SignInOutcome.allCases { _ = registry.tally(.signIns, Label("outcome", outcome.rawValue)) }
        for outcome in MailReport.Outcome.allCases { _ = registry.tally(.mails, Label("outcome", outcome.rawValue)) }
    }

    func count(_ outcome: SignInOutcome) { registry.tally(.signIns, Label("outcome", outcome.rawValue)).add() }

    /// Counts a refusal for lack of capacity, or because of a limit.
    func count(_ code: Refusal.Code, status: Int) {
        registry.tally(.refusals, Label("code", code.name), Label("status", String(status))).add()
    }

    func count(_ report: MailReport) {
        registry.tally(.mails, Label("outcome", report.outcome.rawValue)).add()
    }

    func count(_ report: JobReport) {
        registry.tally(.jobAttempts, Label("kind", report.kind.rawValue), Label("outcome", report.outcome.rawValue))
            .add()
    }
}

/// The outcome of an attempt to sign in.
enum SignInOutcome: String, CaseIterable {
    case succeeded
    case wrong
    /// Refused because of a limit, before the password was checked.
    case limited
    /// Too many passwords are being checked, or the database is unavailable.
    case unavailable
    /// The form was invalid.
    case invalid

    init(_ kind: Refusal.Kind, isWrong: Bool) {
        switch kind {
        case .tooSoon: self = .limited
        case .unavailable: self = .unavailable
        default: self = isWrong ? .wrong : .invalid
        }
    }
}
