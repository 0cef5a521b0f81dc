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
package import Storage
import Synchronization

/// One newspaper on the web: everything that an action needs.
package final class Site: Sendable {
    let database: Database
    let settings: Settings
    let edition: Edition
    /// Host and port of the public address, as `Origin` names them.
    let publicHost: String?
    let keys: Keys
    let clock: Clock
    /// Where the renditions of pictures are kept.
    let pictureStore: any PictureStore
    let logger: Logger
    let notStored = WarningPace()
    let hasWarnedOfProxy = Atomic(false)
    let passwordQueue: PasswordQueue
    let pages: SharedPages
    let listeners: Listeners
    package let changes: ChangeFollower
    /// The names of the cookies for which a page may look different.
    let identifyingCookies: [String]
    private let postings: JointWrites<Posting, PostedComment>
    package let routes = RouteTable.standard

    /// `base` is the public address, without a slash at its end.
    package convenience init(
        database: Database, settings: Settings, base: SafeURL, keys: Keys, clock: Clock, pictureStore: any PictureStore,
        logger: Logger
    ) {
        self.init(
            database: database, settings: settings, base: base, keys: keys, clock: clock, pictureStore: pictureStore,
            logger: logger,
            passwordQueue: PasswordQueue())
    }

    init(
        database: Database, settings: Settings, base: SafeURL, keys: Keys, clock: Clock, pictureStore: any PictureStore,
        logger: Logger, passwordQueue: PasswordQueue
    ) {
        self.database = database
        self.settings = settings
        self.keys = keys
        self.clock = clock
        self.pictureStore = pictureStore
        self.logger = logger
        self.passwordQueue = passwordQueue
        edition = Edition(house: settings.house, base: base)
        identifyingCookies = [Cookie.session, .writer].map { $0.name(isSecure: base.text.hasPrefix("https:")) }
        let store = SharedPageStore(limit: settings.pagesMegabytes << 20, keepsStale: database.mayGoAway)
        pages = SharedPages(store: store)
        listeners = Listeners(limits: settings.listenerLimits)
        let renewal = PageRenewal(store: store)
        changes = ChangeFollower(
            database, for: SiteChanges(store: store, listeners: listeners, renewal: renewal), on: WorkerPool.shared,
            logger: logger)
        let rules = settings.postingRules
        postings = JointWrites(on: database) { postings, tx in try tx.post(postings, rules: rules) }
        publicHost = URLComponents(string: base.text)?.hostAndPort
        database.giveWay { [weak store] in store?.uses ?? 0 }
        renewal.begin { [weak self] address in await self?.renderAhead(address) }
    }

    var store: SharedPageStore { pages.store }

    /// Whether readers come over TLS: then cookies and headers say so.
    var isSecure: Bool { edition.base.text.hasPrefix("https:") }
}

extension Site {
    /// Reads for a page. Before it returns, every cached page that is older than the values has been dropped, so that nobody
    /// meets an older state after a newer one.
    func read<T: Sendable>(
        _ consistency: ReadConsistency = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let (values, latest) = try await readAsOf(consistency, body)
        await changes.reach(latest)
        return try values.get()
    }

    /// Reads, and says which change was the latest then; a refusal describes a state as well. If a replica refuses, for example
    /// because a comment has not reached it, the primary is asked.
    func readAsOf<T: Sendable>(
        _ consistency: ReadConsistency = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> (Result<T, any Error>, latest: Int64) {
        WorkerPool.assertNotOnEventLoop()
        return try await database.read(consistency) { tx in
            let values = Result { try body(tx) }
            if tx.isOfReplica { _ = try values.get() }
            return (values, try tx.latestChange())
        }
    }

    /// Writes something that pages show. Returns after the commit is on disk and every page that shows the change has been
    /// dropped.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let value = try await database.write(body)
        await changes.settle()
        return value
    }

    /// The same for a comment; comments that come at the same moment are stored together.
    func post(_ posting: Posting) async throws -> PostedComment {
        let posted = try await postings.write(posting)
        await changes.settle()
        return posted
    }

    /// Performs the duties that are due and that no other process has performed; called now and then. Returns those that it
    /// performed.
    @discardableResult
    package func doDuties() async throws -> [Duty] {
        let (now, closing) = (clock.now, settings.closing)
        var done: [Duty] = []
        let due = try await database.read { tx in
            try Duty.allCases.filter { try tx.isDue($0, closing: closing, now: now) }
        }
        for duty in due {
            if try await write({ tx in try tx.perform(duty, closing: closing, now: now) }) { done.append(duty) }
        }
        return done
    }
}
