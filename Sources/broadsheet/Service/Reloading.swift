import Logging
import ServiceLifecycle
import UnixSignals
import Web

/// Reads the settings again on SIGHUP, and lets the site take over those that can change while it runs.
///
/// Wrong settings are logged and change nothing.
struct Reloading: Service {
    let site: Site
    /// The settings with which the process started, as they were written.
    let texts: [Setting: String]
    let serviceManager: ServiceManager?
    let logger: Logger
    let read: @Sendable () async throws -> (settings: Settings, texts: [Setting: String])

    func run() async throws {
        for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() { await reload() }
    }

    private func reload() async {
        serviceManager?.tell(.reloading)
        var status = "Serving, with reloaded settings"
        defer { serviceManager?.tell(.ready(status: status)) }
        do {
            let (settings, new) = try await read()
            await site.adopt(settings)
            let waiting = Setting.allCases.filter { $0.needsRestart && new[$0] != texts[$0] }.map(\.rawValue)
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
