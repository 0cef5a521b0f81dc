import ArgumentParser
import Darkroom
import Database
import Foundation
import Logging
import Markup
import Newsroom
import Storage
import ServiceLifecycle
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the newspaper.")

    @OptionGroup var installation: InstallationOptions
    @Option(help: "A replica of the PostgreSQL database, for reading; may be given several times.")
    var databaseRead: [String] = []
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 takes a free one.") var port = 8080

    func run() async throws {
        let connections = OpenFiles.allowAll().map(ConnectionLimit.init)
        // The port is known before the site is put together, because its own address stands in its pages.
        let port = port == 0 ? try FreePort.find(host: host) : port
        var logger = Logger(label: "broadsheet", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .notice
        let place = try await installation.serve(replicas: databaseRead, logger)
        let base = try place.settings.publicURL ?? ownAddress(port)
        try await look(at: place.shelf, logger)
        let keys = try await place.keys()
        for hint in [try await place.storiesLeftBehind(), OwnerOnly.exposure(of: place.folder)] {
            if let hint { logger.warning("\(hint)") }
        }
        let site = Site(
            database: place.database, settings: place.settings.keepingListeners(within: connections, logger),
            base: base, keys: keys,
            clock: .system, shelf: place.shelf, logger: logger)
        let server = WebServer(site: site, host: host, port: port, connections: connections, logger: logger) { port in
            print("Broadsheet serves http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
            fflush(nil)
            ProcessMemory.giveBackCode()
            // Once more when what runs beside the server has begun too.
            Task {
                try? await Task.sleep(for: .milliseconds(500))
                ProcessMemory.giveBackCode()
            }
        }
        let services = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Housekeeping(site: site)),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await services.run()
        await place.database.close()
    }

    /// Refuses to begin with a shelf that has to be set otherwise. One that is only away at the moment keeps nobody from reading.
    private func look(at shelf: any Shelf, _ logger: Logger) async throws {
        do { try await shelf.look() } catch let fault as ShelfFault where !fault.isLasting {
            logger.error("no pictures", metadata: ["error": "\(fault)"])
        }
    }

    private func ownAddress(_ port: Int) throws -> SafeURL {
        let shown = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
        guard let url = SafeURL("http://\(shown.contains(":") ? "[\(shown)]" : shown):\(port)") else {
            throw CommandFault.wrongHost(host)
        }
        return url
    }
}

extension Settings {
    /// As many listeners as the system allows, where more are set.
    fileprivate func keepingListeners(within connections: ConnectionLimit?, _ logger: Logger) -> Settings {
        guard let most = connections?.listeners, listenerLimits.all > most else { return self }
        logger.warning("fewer listeners than are set, for want of open files", metadata: ["listeners": "\(most)"])
        var settings = self
        settings.listenerLimits.all = most
        return settings
    }
}
