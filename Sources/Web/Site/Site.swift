package import Darkroom
package import Database
import Foundation
import HTTPServer
package import Logging
package import Markup
package import Newsroom
package import Operations
import PageCache
import Pages
import Storage
import Synchronization

/// One newspaper on the web, with everything that an action needs.
package final class Site: Sendable {
    let database: Database
    /// Host and port of the public address, as written in `Origin`.
    let publicHost: String?
    /// Whether readers connect over TLS, which affects cookies and headers.
    let isSecure: Bool
    let keys: Keys
    let clock: Clock
    /// Stores the renditions of pictures.
    let pictureStore: any PictureStore
    let logger: Logger
    package let monitoring: Monitoring
    let notStored = WarningPace()
    let hasWarnedOfProxy = Atomic(false)
    let pages: SharedPages
    let listeners: Listeners
    let unreadCounts = UnreadCounts()
    let changes: ChangeFollower
    /// The topics in the navigation of every page.
    let sections = CurrentSections()
    private let adopted: Mutex<AdoptedSettings>
    /// The names of the cookies that may change how a page looks.
    let identifyingCookies: [String]
    package let routes = RouteTable.standard

    /// `base` is the public address, without a slash at its end.
    package convenience init(
        database: Database, settings: Settings, base: SafeURL, keys: Keys, clock: Clock, pictureStore: any PictureStore,
        darkroom: Darkroom, fetchCard: @escaping CardFetch, deliverMail: @escaping MailDelivery, logger: Logger,
        monitoring: Monitoring
    ) {
        self.init(
            database: database, settings: settings, base: base, keys: keys, clock: clock, pictureStore: pictureStore,
            darkroom: darkroom, fetchCard: fetchCard, deliverMail: deliverMail, logger: logger, monitoring: monitoring,
            passwordQueue: PasswordQueue())
    }

    init(
        database: Database, settings: Settings, base: SafeURL, keys: Keys, clock: Clock, pictureStore: any PictureStore,
        darkroom: Darkroom?, fetchCard: CardFetch?, deliverMail: MailDelivery? = nil, logger: Logger,
        monitoring: Monitoring? = nil, passwordQueue: PasswordQueue
    ) {
        let monitoring = monitoring ?? Monitoring(settings.monitoring)
        self.monitoring = monitoring
        self.database = database
        self.keys = keys
        self.clock = clock
        self.pictureStore = pictureStore
        self.logger = logger
        identifyingCookies = [Cookie.session, .writer].map { $0.name(isSecure: base.text.hasPrefix("https:")) }
        let store = SharedPageStore(limit: settings.pagesMegabytes << 20, keepsStale: database.mayGoAway)
        pages = SharedPages(store: store)
        listeners = Listeners(limits: settings.listenerLimits)
        let renewal = PageRenewal(store: store)
        changes = ChangeFollower(
            database,
            for: SiteChanges(store: store, sections: sections, listeners: listeners, renewal: renewal),
            on: WorkerPool.shared,
            logger: logger)
        let context = SiteContext(
            house: settings.house, base: base, masks: WordMasks(settings.masks), sections: sections)
        let newspaper = Newspaper(
            database, rules: settings.rules(in: context), clock: clock, changes: changes, fetchCard: fetchCard,
            deliverMail: deliverMail, darkroom: darkroom, passwords: passwordQueue,
            watchJobs: { [logger, monitoring] in Self.note($0, logger, monitoring) },
            watchMails: { [logger, monitoring] in Self.note($0, logger, monitoring) })
        adopted = Mutex(AdoptedSettings(settings: settings, context: context, newspaper: newspaper))
        publicHost = URLComponents(string: base.text)?.hostAndPort
        isSecure = base.text.hasPrefix("https:")
        database.giveWay { [weak store] in store?.uses ?? 0 }
        renewal.begin { [weak self] address in await self?.renderAhead(address) }
    }

    var store: SharedPageStore { pages.store }

    /// The settings, and what follows from them. Another reload of the settings may replace them at any moment.
    var current: AdoptedSettings { adopted.withLock { $0 } }

    /// Replaces the settings and everything that follows from them.
    func replace(with settings: AdoptedSettings) { adopted.withLock { $0 = settings } }
}

extension Site {
    /// Reads for a page. Before it returns, every cached page that is older than the values is invalidated,
    /// so that no reader sees an older state after a newer one.
    func read<T: Sendable>(
        _ consistency: ReadConsistency = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let (values, latest) = try await readAsOf(consistency, body)
        await changes.reach(latest)
        return try values.get()
    }

    /// Reads, and returns the latest change in the snapshot. A refusal is returned with that change too,
    /// because it also describes a state. If a replica refuses, for example because a comment has not reached
    /// it, the primary is asked.
    func readAsOf<T: Sendable>(
        _ consistency: ReadConsistency = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> (Result<T, any Error>, latest: Int64) {
        // The connection's thread must not wait for the database.
        guard !WorkerPool.isOnEventLoop else {
            return try await WorkerPool.run { try await self.readAsOf(consistency, body) }
        }
        return try await database.read(consistency) { [sections] tx in
            let values = Result { try body(tx) }
            if tx.isOfReplica { _ = try values.get() }
            let latest = try tx.latestChanges()
            if sections.lack(latest.ofHouse) {
                sections.replace(with: try tx.sections(), asOf: latest.ofHouse)
            }
            return (values, latest.any)
        }
    }
}
