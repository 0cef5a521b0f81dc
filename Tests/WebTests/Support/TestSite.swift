import Configuration
import Crypto
import Darkroom
import Database
import Foundation
import Markup
import Newsroom
import Operations
import Storage
import TestSupport
import Testing

@testable import Web

/// Swift Testing declares a `Comment` too.
typealias Comment = Newsroom.Comment

extension PasswordQueue {
    /// For tests that are not about passwords: the hash itself is the password. A real hash takes seconds
    /// here.
    static var quick: PasswordQueue { PasswordQueue { password, hash in password == hash } }
}

/// Another site, for stories with cards.
protocol CardSource: Sendable {
    func card(of address: String) async throws -> LinkCard?
}

/// A newspaper with three stories, a picture and a staff member of each role, under full control of the test.
struct TestSite: Sendable {
    let site: Site
    let database: Database
    let clock: TestClock
    let log: TestLog
    let stories: TestStories
    /// Where the darkroom works.
    let workspace: URL
    /// Session tokens of the staff and of a reader.
    let tokens: [Role: String]

    static let base = "http://news.example"

    init(
        on engine: TestedEngine = .standard, base: String = Self.base,
        pictureStore: any PictureStore = FolderPictureStore(folder: TestStories.pictures),
        otherSite: (any CardSource)? = nil, mailRelay: TestRelay? = nil, passwordQueue: PasswordQueue = .quick,
        writingTo written: RequestLogTests.WrittenLog? = nil, set: (inout Settings) -> Void = { _ in }
    ) async throws {
        database = try await engine.open(prepared: Migrations.run)
        clock = TestClock()
        log = TestLog()
        workspace = URL.temporary("darkroom")
        site = try Self.site(
            on: database, base: base, darkroom: Darkroom(pictureStore: pictureStore, workspace: workspace),
            clock: clock, log: log, otherSite: otherSite, mailRelay: mailRelay, passwordQueue: passwordQueue,
            writingTo: written, set: set)
        stories = try await TestStories(in: database)
        tokens = try await Self.staff(in: database, until: clock.now.addingTimeInterval(12 * 3_600))
    }

    /// Another process on the same database, with the same keys and clock. Nothing else is shared.
    func another(otherSite: (any CardSource)? = nil, set: (inout Settings) -> Void = { _ in }) throws -> Site {
        try Self.site(
            on: database, base: Self.base,
            darkroom: Darkroom(
                pictureStore: FolderPictureStore(folder: TestStories.pictures), workspace: workspace),
            clock: clock, log: log, otherSite: otherSite, set: set)
    }

    /// Writes as another process does, and waits until this one has noticed.
    func writeFromElsewhere(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await database.write(body)
        await site.changes.catchUp()
    }

    static func settings(_ values: [AbsoluteConfigKey: ConfigValue] = [:]) throws -> Settings {
        try Settings(from: ConfigReader(provider: InMemoryProvider(values: values)))
    }

    private static func site(
        on database: Database, base: String, darkroom: Darkroom, clock: TestClock, log: TestLog,
        otherSite: (any CardSource)? = nil, mailRelay: TestRelay? = nil, passwordQueue: PasswordQueue = .quick,
        writingTo written: RequestLogTests.WrittenLog? = nil, set: (inout Settings) -> Void
    ) throws -> Site {
        var settings = try settings()
        settings.closing = ClosingRule(days: nil)
        set(&settings)
        var fetchCard: CardFetch?
        if let otherSite { fetchCard = { address in try await otherSite.card(of: address) } }
        return Site(
            database: database, settings: settings, base: try #require(SafeURL(base)),
            keys: Keys(secret: SymmetricKey(data: Data(repeating: 7, count: 32))), clock: clock.clock,
            pictureStore: darkroom.pictureStore, darkroom: darkroom, fetchCard: fetchCard,
            deliverMail: mailRelay.map { $0.deliver }, logger: written?.logger ?? log.logger,
            monitoring: written.map { Monitoring(settings.monitoring, log: $0.control, output: $0.output) },
            passwordQueue: passwordQueue)
    }

    /// Begins a session now, for tests that advance the clock far.
    func session(of role: Role) async throws -> String {
        let now = clock.now
        let token = "another token of the \(role.rawValue)"
        try await database.write { tx in
            guard let staff = try tx.staff(email: "\(role.rawValue)@example.org")?.staff else { return }
            let session = NewSession(
                tokenHash: Keys.hash(token), now: now, expiresAt: now.addingTimeInterval(3_600))
            try tx.begin(session, of: staff.id)
        }
        return token
    }

    private static func staff(in database: Database, until end: Date) async throws -> [Role: String] {
        var tokens: [Role: String] = [:]
        for role in [Role.moderator, .editor, .admin, .reporter] {
            let token = "a token of the \(role.rawValue)"
            tokens[role] = token
            try await database.write { tx in
                let staff = try tx.addStaff(
                    email: "\(role.rawValue)@example.org", name: "The \(role.rawValue)", role: role,
                    passwordHash: "-", now: .noon)
                try tx.begin(NewSession(tokenHash: Keys.hash(token), now: .noon, expiresAt: end), of: staff.id)
            }
        }
        let token = "a token of the reader"
        tokens[.reader] = token
        try await database.write { tx in
            let reader = try tx.addReader(
                email: "reader@example.org", name: try AccountName.accept("Reader One"), now: .noon)
            try tx.begin(NewSession(tokenHash: Keys.hash(token), now: .noon, expiresAt: end), of: reader.id)
        }
        return tokens
    }
}
