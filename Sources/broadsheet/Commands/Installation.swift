import ArgumentParser
import Darkroom
import Database
import Foundation
import LinkCards
import Logging
import Newsroom
import Operations
import Outbound
import Storage
import Web

/// The options that say where an installation is and how it is configured.
struct InstallationOptions: ParsableArguments {
    @Option(help: "The data folder of the newspaper. By default, the one that BROADSHEET_DATA names.") var data: String?
    @Option(help: "A JSON configuration file. By default, broadsheet.json in the data folder.") var config: String?

    @Option(help: "A PostgreSQL database (postgres://…). By default, an SQLite file in the data folder.")
    var database: String?
    @Option(help: "A shared folder or a bucket (s3://…) for pictures. By default, pictures in the data folder.")
    var pictures: String?
    @OptionGroup var environment: EnvironmentOptions

    func validate() throws {
        if data == "" { throw ValidationError("--data is empty. Name the data folder.") }
    }

    /// Opens the newspaper in the data folder: reads the settings and migrates the database. Throws if there is no
    /// newspaper, so that a mistyped folder name creates nothing. Says on standard error what it opened.
    ///
    /// `isAnyKey` accepts a newspaper whose key is lost or replaced.
    func open(isAnyKey: Bool = false) async throws -> Installation {
        let place = try await Installation(plan(), isBegun: false, serving: nil)
        if !isAnyKey { try await place.requireKeys() }
        place.sayPlace()
        return place
    }

    /// Opens the newspaper, and creates it if there is none.
    func begin() async throws -> Installation {
        let place = try await Installation(plan(), isBegun: true, serving: nil)
        _ = try await place.keys()
        try await place.pictureStore.look()
        place.sayPlace()
        return place
    }

    /// Opens or creates the newspaper for a server: every statement has a time limit, reads may go to
    /// replicas, and the server waits for a database that is unavailable.
    func serve(_ options: ServerOptions, _ log: ServerLog) async throws -> Installation {
        try await Installation(plan(options), isBegun: true, serving: Installation.Serving(log: log))
    }
}

/// An open data folder, with `broadsheet.sqlite`, `pictures/`, `secret.key` and `broadsheet.json`.
struct Installation {
    let folder: URL
    /// Whether opening it created the newspaper.
    let isNew: Bool
    let database: Database
    /// The settings, and where they come from.
    let settings: Settings
    let sources: SettingSources
    /// The address of the PostgreSQL database; `nil` for the SQLite file in the folder.
    let address: PostgreSQLAddress?
    /// Whether processes on other machines may use the same database.
    var isShared: Bool { address != nil }

    /// The place where pictures are stored.
    let pictures: PictureStoreAddress
    let pictureStore: any PictureStore

    var keyFile: URL { folder.appending(path: "secret.key") }

    /// The darkroom works in the folder of the pictures, so that it can move a finished picture into place in
    /// one step. For a bucket, it works in the data folder.
    var darkroom: Darkroom {
        switch pictures {
        case .folder(let folder): Darkroom(pictureStore: pictureStore, workspace: folder)
        case .bucket: Darkroom(pictureStore: pictureStore, workspace: folder)
        }
    }

    /// Fetches link cards. Anybody on the internet may have chosen the address of a page or of its picture, so only
    /// public addresses are allowed.
    var fetchCard: CardFetch {
        CardFetcher(client: GuardedClient(allowing: .publicOnly), darkroom: darkroom).card
    }

    /// The operations for commands. A server has its own `Newspaper`, which shows every change to readers.
    var newspaper: Newspaper { Newspaper(database, rules: settings.rules, clock: .system) }

    /// The parameters that only a server has.
    struct Serving {
        let log: ServerLog
    }

    init(_ plan: InstallationPlan, isBegun: Bool, serving: Serving?) async throws {
        folder = plan.folder
        let own = NewspaperFolder(url: folder)
        sources = plan.sources
        settings = try sources.settings()
        var address = settings.database
        if serving == nil { address?.patience = nil }
        self.address = address
        serving?.log.begin(settings, sources, folder)
        guard serving == nil || settings.replicas.isEmpty || address != nil else {
            throw CommandFault.replicasOfNothing
        }
        let chosen = settings.pictures
        pictures = chosen ?? .folder(own.pictures)
        pictureStore =
            try chosen?.open(environment: ProcessInfo.processInfo.environment)
            ?? FolderPictureStore(folder: own.pictures, isOwn: true)
        let presence = Presence(folder: own, address: address, isBegun: isBegun)
        let isThere = try presence.before()
        do {
            // A shared folder is never created: if it is missing, it is probably not mounted.
            try OwnerOnly.makeFolder(folder)
            if chosen == nil { try OwnerOnly.makeFolder(own.pictures) }
        } catch { throw PathFault(error, at: folder.path) ?? error }
        try FolderLock.share(folder)
        let opened = try Self.opened(own, address, replicas: serving == nil ? [] : settings.replicas)
        database = opened
        let patience = serving.flatMap { serving in address.map { Patience(address: $0, logger: serving.log.logger) } }
        isNew = try await Patience.waiting(patience) {
            var isThere = isThere
            if isThere == nil { isThere = try await presence.in(opened) }
            try await Self.migrate(opened)
            guard try await opened.write({ tx in try tx.shareNewspaper() }) else {
                throw FolderFault.beingMoved(path: address?.shown ?? plan.folder.path)
            }
            return isThere == false
        }
        guard try await !database.read({ tx in try tx.isUnfinishedMove }) else {
            throw CommandFault.unfinishedMove
        }
    }

    /// Throws if another process serves the newspaper or uses its folder. Until this process ends, none can begin to.
    func requireAlone() async throws {
        try FolderLock.takeAlone(folder)
        guard try await database.write({ tx in try tx.takeNewspaperAlone() }) else {
            throw FolderFault.inUse(place: shownDatabase)
        }
    }

    /// A sentence that says that the newspaper was created, and where; `nil` if it was there before.
    var creation: String? {
        isNew ? "Created a new newspaper in \(folder.path)\(address.map { " and in \($0.shown)" } ?? "")." : nil
    }

    /// The database for display, without a password.
    var shownDatabase: String { address?.shown ?? NewspaperFolder(url: folder).database.path }

    /// Says on standard error which database a command acts on.
    func sayPlace() {
        let place = address == nil ? "" : " and the folder \(folder.path)"
        FileHandle.standardError.write(Data("Using the database \(shownDatabase)\(place).\n".utf8))
    }

    private static func opened(
        _ folder: NewspaperFolder, _ address: PostgreSQLAddress?, replicas: [PostgreSQLAddress]
    ) throws -> Database {
        guard let address else { return try folder.opened() }
        return Database(engine: PostgreSQLEngine(address, replicas: replicas))
    }
}
