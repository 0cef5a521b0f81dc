package import Logbook
package import Logging
import Newsroom

/// The settings of the metrics and of the log. They may change while the server runs; see `LiveSettings`.
package struct MonitoringSettings: Sendable {
    /// The secret that allows reading `/metrics`; empty if the address does not exist.
    package var metricsToken: String
    package var logLevel: Logger.Level
    package var logFormat: LogFormat
    package var logRequests: RequestLogging
}

/// Whether each request gets a line in the log, and how the line is written.
package enum RequestLogging: String, Sendable, CaseIterable {
    case off, text, json
}

extension SettingReader {
    /// The least length of a secret that a program sends.
    private static let shortestSecret = 16

    func monitoring() throws(SettingFault) -> MonitoringSettings {
        MonitoringSettings(
            metricsToken: try secret(.metricsToken),
            logLevel: try choice(.logLevel, of: Logger.Level.allCases),
            logFormat: try choice(.logFormat, of: LogFormat.allCases),
            logRequests: try choice(.logRequests, of: RequestLogging.allCases))
    }

    /// A secret of visible ASCII, or the empty text.
    private func secret(_ setting: Setting) throws(SettingFault) -> String {
        let written = text(setting)
        guard written.isEmpty || written.utf8.count >= Self.shortestSecret,
            written.utf8.allSatisfy({ 0x21 <= $0 && $0 <= 0x7e })
        else { throw .wrongSecret(name: name(of: setting), least: Self.shortestSecret) }
        return written
    }

    private func choice<Choice: RawRepresentable<String>>(
        _ setting: Setting, of choices: [Choice]
    ) throws(SettingFault) -> Choice {
        guard let choice = Choice(rawValue: text(setting)) else {
            throw fault(setting, .oneOf(choices.map(\.rawValue)))
        }
        return choice
    }
}
