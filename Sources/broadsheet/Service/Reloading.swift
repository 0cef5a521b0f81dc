import HTTPServer
import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// Reads the settings again on SIGHUP, and lets the site take over those that can change while it runs.
///
/// Wrong settings are logged and change nothing.
struct Reloading: Service {
    let site: Site
    let mailRoom: MailRoom
    /// The settings with which the process started.
    let started: SettingSources
    let connections: ConnectionLimit?
    let serviceManager: ServiceManager?
    let logger: Logger
    /// The signals since the process began.
    let signals: UnixSignalsSequence
    let read: @Sendable () throws -> SettingSources

    func run() async throws {
        for await _ in signals.cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        serviceManager?.tell(.reloading)
        var status = "Serving, with reloaded settings"
        defer { serviceManager?.tell(.ready(status: status)) }
        do {
            let sources = try read()
            let settings = try sources.settings().keepingListeners(within: connections, logger)
            mailRoom.adopt(settings)
            await site.adopt(settings)
            let waiting = sources.differences(from: started).filter(\.needsRestart).map(\.rawValue)
            logger.notice("settings reloaded")
            guard !waiting.isEmpty else { return }
            logger.warning(
                "some changed settings need a restart", metadata: ["settings": "\(waiting.joined(separator: ", "))"])
        } catch {
            status = "Serving, with the earlier settings, because the new ones are wrong"
            logger.error("settings not reloaded", metadata: ["error": "\(OperatorSentence.of(error))"])
        }
    }
}

/// The log of the service group describes its services.
extension Reloading: CustomStringConvertible {
    var description: String { "reloading of settings" }
}
