package import Darkroom
package import Database
import Foundation
package import Logging
package import Markup
package import Newsroom
import Pages
package import Storage
import Synchronization

/// One newspaper on the web, put together: what every action needs.
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
    let press: Press
    let digest: ContentDigest
    let listeners: Listeners
    let ticker: Ticker
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
        digest = ContentDigest(seed: keys.seed)
        press = Press(store: PageStore(room: settings.pagesMegabytes << 20, keepsOld: database.mayGoAway))
        listeners = Listeners(limits: settings.listenerLimits)
        ticker = Ticker(database: database, pages: press.store, listeners: listeners, logger: logger)
        let rules = settings.postingRules
        postings = JointWrites(on: database) { postings, tx in try tx.post(postings, rules: rules) }
        publicHost = URLComponents(string: base.text)?.hostAndPort
        database.watchCommits { [weak ticker] tx in ticker?.watch(tx) }
        database.giveWay { [weak press] in press?.store.answers ?? 0 }
        ticker.renewing.begin { [weak self] address in await self?.printAhead(address) }
    }

    /// Whether readers come over TLS: then cookies and headers say so.
    var isSecure: Bool { edition.base.text.hasPrefix("https:") }
}

extension Site {
    /// Reads for a page. Before the values are given, every kept page that is older than they are has been dropped, so
    /// that nobody meets an older state after a newer one.
    func read<T: Sendable>(
        _ sight: Sight = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> T {
        let (values, latest) = try await readAsOf(sight, body)
        await ticker.reach(latest)
        return try values.get()
    }

    /// Reads, and says which change was the latest then. A refusal tells of a state as well; what is refused on a
    /// replica, such as a comment that has not come there, is asked of the primary.
    func readAsOf<T: Sendable>(
        _ sight: Sight = .everything, _ body: @escaping @Sendable (Transaction) throws -> T
    ) async throws -> (Result<T, any Error>, latest: Int64) {
        ReadingRoom.assertIsNoDoorway()
        return try await database.read(sight) { tx in
            let values = Result { try body(tx) }
            if tx.isOfReplica { _ = try values.get() }
            return (values, try tx.latestChange())
        }
    }

    /// Writes what pages show. Returns after the commit is on disk and every page that shows the change has been
    /// dropped.
    @discardableResult
    func write<T: Sendable>(_ body: @escaping @Sendable (Transaction) throws -> T) async throws -> T {
        let value = try await database.write(body)
        await ticker.settle()
        return value
    }

    /// The same for a comment; those that come at the same moment are stored together.
    func post(_ posting: Posting) async throws -> PostedComment {
        let posted = try await postings.write(posting)
        await ticker.settle()
        return posted
    }

    /// Does what is due and no other program has done; called now and then. Gives what was done here.
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
