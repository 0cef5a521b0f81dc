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
    @OptionGroup var options: ServerOptions

    func run() async throws {
        // A signal that arrives during the start must not end the process.
        let hangUps = await UnixSignalsSequence(trapping: .sighup)
        let connections = OpenFiles.allowAll().map { ConnectionLimit(openFiles: $0, reserved: MemoryFiles.most) }
        let log = ServerLog(version: Version.current)
        let logger = log.logger
        let started = try installation.plan(options)
        let place = try await Installation(started, isBegun: true, log: log)
        let host = place.settings.host
        // The site needs the port, because its pages contain its own address.
        let port = place.settings.port == 0 ? try FreePort.find(host: host) : place.settings.port
        if let creation = place.creation { print(creation) }
        let base = try place.settings.publicURL ?? ownAddress(host, port)
        try await look(at: place.pictureStore, logger)
        let keys = try await place.keys()
        for hint in [
            try await place.storiesLeftBehind(), OwnerOnly.exposure(of: place.folder), try await place.picturesLost(),
        ] {
            if let hint { logger.warning("\(hint)") }
        }
        let mailRoom = MailRoom(place.settings, base: base, folder: place.folder)
        let hasRelay = place.settings.mail.relay != nil
        let site = Site(
            database: place.database, settings: place.settings.keepingListeners(within: connections, logger),
            base: base, keys: keys,
            clock: .system, pictureStore: place.pictureStore, darkroom: place.darkroom, fetchCard: place.fetchCard,
            deliverMail: mailRoom.deliver, logger: logger, monitoring: log.monitoring(place.settings.monitoring))
        let invitation = await invitation(to: site, logger)
        let serviceManager = ServiceManager()
        let server = WebServer(site: site, host: host, port: port, connections: connections) { port in
            log.output.open()
            if !hasRelay {
                logger.notice(
                    "no mail relay is set, so mails become files",
                    metadata: ["folder": "\(mailRoom.outboxFolder.path)"])
            }
            let address = "http://\(String.authority(host, port: port))"
            print("Broadsheet serves \(address)")
            if let invitation {
                print("There is no staff yet. Create the first admin within an hour at \(invitation)")
            }
            fflush(nil)
            serviceManager?.tell(.ready(status: "Serving \(address)"))
        }
        let reloading = Reloading(
            site: site, mailRoom: mailRoom, started: started.sources, connections: connections,
            serviceManager: serviceManager,
            logger: logger, signals: hangUps
        ) { [installation, options] in
            let plan = try installation.plan(options)
            try started.requirePlaces(of: plan)
            return plan.sources
        }
        let watchdog = serviceManager.map { [Watchdog(serviceManager: $0)] } ?? []
        let others: [any Service] = [Housekeeping(site: site), reloading] + watchdog
        let services = ServiceGroup(
            configuration: .init(
                services: [.init(service: server, successTerminationBehavior: .gracefullyShutdownGroup)]
                    + others.map { .init(service: $0) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
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

    private func ownAddress(_ host: String, _ port: Int) throws -> SafeURL {
        let shown = ["0.0.0.0", "::"].contains(host) ? "127.0.0.1" : host
        guard let url = SafeURL("http://\(String.authority(shown, port: port))") else {
            throw CommandFault.wrongHost(host)
        }
        return url
    }
}

extension Settings {
    /// These settings, with no more listeners than the system's limit on open files allows.
    func keepingListeners(within connections: ConnectionLimit?, _ logger: Logger) -> Settings {
        guard let most = connections?.streams, listenerLimits.all > most else { return self }
        logger.warning(
            "the limit on open files allows fewer listeners than configured", metadata: ["listeners": "\(most)"])
        var settings = self
        settings.listenerLimits.all = most
        return settings
    }
}
