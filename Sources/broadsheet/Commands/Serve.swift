import ArgumentParser
import Darkroom
import Database
import Foundation
import HTTPServer
import Logbook
import Logging
import Markup
import Newsroom
import PageCache
import ServiceLifecycle
import Storage
import UnixSignals
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the newspaper.")

    @OptionGroup var installation: InstallationOptions
    @Option(help: "The address of a PostgreSQL replica to read from. Repeat the option for several replicas.")
    var databaseRead: [String] = []
    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 chooses a free port.") var port = 8080

    func run() async throws {
        let connections = OpenFiles.allowAll().map { ConnectionLimit(openFiles: $0, reserved: MemoryFiles.most) }
        // The site needs the port, because its pages contain its own address.
        let port = port == 0 ? try FreePort.find(host: host) : port
        let log = ServerLog(version: "unknown", host: host, port: port)
        let logger = log.logger
        let place = try await installation.serve(replicas: databaseRead, log)
        let base = try place.settings.publicURL ?? ownAddress(port)
        try await look(at: place.pictureStore, logger)
        let keys = try await place.keys()
        for hint in [try await place.storiesLeftBehind(), OwnerOnly.exposure(of: place.folder)] {
            if let hint { logger.warning("\(hint)") }
        }
        let site = Site(
            database: place.database, settings: place.settings.keepingListeners(within: connections, logger),
            base: base, keys: keys,
            clock: .system, pictureStore: place.pictureStore, darkroom: place.darkroom, fetchCard: place.fetchCard,
            logger: logger, monitoring: log.monitoring(place.settings.monitoring))
        let invitation = await invitation(to: site, logger)
        let server = WebServer(site: site, host: host, port: port, connections: connections) { port in
            log.output.open()
            print("Broadsheet serves http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
            if let invitation {
                print("There is no staff yet. Create the first admin within an hour at \(invitation)")
            }
            fflush(nil)
        }
        let services = ServiceGroup(
            configuration: .init(
                services: [
                    .init(service: server, successTerminationBehavior: .gracefullyShutdownGroup),
                    .init(service: Housekeeping(site: site)),
                ], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await services.run()
        await place.database.close()
        log.output.drain()
    }

    /// The address for the first admin. A database that fails at this moment does not keep the server from
    /// starting.
    private func invitation(to site: Site, _ logger: Logger) async -> String? {
        do { return try await site.inviteFirstAdmin() } catch {
            logger.error("no address for the first admin", metadata: ["error": "\(error)"])
            return nil
        }
    }

    /// Throws if the settings of the picture store are wrong. The server starts even if the store is only
    /// unavailable.
    private func look(at pictureStore: any PictureStore, _ logger: Logger) async throws {
        do { try await pictureStore.look() } catch let fault as PictureStoreFault where !fault.isLasting {
            logger.error("picture store unavailable", metadata: ["error": "\(fault)"])
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
    /// These settings, with no more listeners than the system's limit on open files allows.
    fileprivate func keepingListeners(within connections: ConnectionLimit?, _ logger: Logger) -> Settings {
        guard let most = connections?.streams, listenerLimits.all > most else { return self }
        logger.warning(
            "the limit on open files allows fewer listeners than configured", metadata: ["listeners": "\(most)"])
        var settings = self
        settings.listenerLimits.all = most
        return settings
    }
}
