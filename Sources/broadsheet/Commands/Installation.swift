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
        let place = try await Installation(plan(), isBegun: false)
        if !isAnyKey { try await place.requireKeys() }
        place.sayPlace()
        return place
    }

    /// Opens the newspaper, and creates it if there is none.
    func begin() async throws -> Installation {
        let place = try await Installation(plan(), isBegun: true)
        _ = try await place.keys()
        try await place.pictureStore.look()
        place.sayPlace()
        return place
    }
}

/// An open newspaper: its data folder, its database and its pictures.
struct Installation {
    let folder: NewspaperFolder
    /// Whether opening it created the newspaper.
    let isNew: Bool
    let database: Database
    let settings: Settings
    /// The address of the PostgreSQL database; `nil` for the SQLite file in the folder.
    let address: PostgreSQLAddress?
    /// Whether processes on other machines may use the same database.
    var isShared: Bool { address != nil }

    /// The place where pictures are stored.
    let pictures: PictureStoreAddress
    let pictureStore: any PictureStore

    /// The darkroom works in the folder of the pictures, so that it can move a finished picture into place in
    /// one step. For a bucket, it works in the data folder.
    var darkroom: Darkroom {
        switch pictures {
        case .folder(let folder): Darkroom(pictureStore: pictureStore, workspace: folder)
        case .bucket: Darkroom(pictureStore: pictureStore, workspace: folder.url)
        }
    }

    /// Fetches link cards. Anybody on the internet may have chosen the address of a page or of its picture, so only
    /// public addresses are allowed.
    var fetchCard: CardFetch {
        CardFetcher(client: GuardedClient(allowing: .publicOnly), darkroom: darkroom).card
    }

    /// The operations for commands. A server has its own `Newspaper`, which shows every change to readers.
    var newspaper: Newspaper { Newspaper(database, rules: settings.rules, clock: .system) }

    /// Opens the newspaper of a plan. Throws if there is none, or creates it if `isBegun`.
    ///
    /// Only a server has `log`: its statements have a time limit, its reads may go to replicas, and it waits for a
    /// database that is unavailable.
    init(_ plan: InstallationPlan, isBegun: Bool, log: ServerLog? = nil) async throws {
        folder = plan.folder
        settings = try plan.sources.settings()
        var address = settings.database
        if log == nil { address?.patience = nil }
        self.address = address
        log?.begin(settings, plan)
        guard log == nil || settings.replicas.isEmpty || address != nil else {
            throw CommandFault.replicasOfNothing
        }
        let chosen = settings.pictures
        pictures = chosen ?? .folder(folder.pictures)
        pictureStore =
            try chosen?.open(environment: ProcessInfo.processInfo.environment)
            ?? FolderPictureStore(folder: folder.pictures, isOwn: true)
        let presence = Presence(folder: folder, address: address, isBegun: isBegun)
        let isThere = try presence.before()
        do {
            // A shared folder is never created: if it is missing, it is probably not mounted.
            try OwnerOnly.makeFolder(folder.url)
            if chosen == nil { try OwnerOnly.makeFolder(folder.pictures) }
        } catch { throw PathFault(error, at: folder.path) ?? error }
        try FolderLock.share(folder.url)
        let opened = try Self.opened(folder, address, replicas: log == nil ? [] : settings.replicas)
        database = opened
        let patience = log.flatMap { log in address.map { Patience(address: $0, logger: log.logger) } }
        isNew = try await Patience.waiting(patience) {
            var isThere = isThere
            if isThere == nil { isThere = try await presence.in(opened) }
            try await Migrations.run(on: opened)
            guard try await opened.write({ tx in try tx.shareNewspaper() }) else {
                throw FolderFault.beingMoved(path: address?.shown ?? plan.folder.path)
            }
            return isThere == false
        }
        guard try await !database.read({ tx in try tx.isUnfinishedMove }) else {
            throw CommandFault.unfinishedMove
        }
    }

    /// A sentence that says that the newspaper was created, and where; `nil` if it was there before.
    var creation: String? {
        isNew ? "Created a new newspaper in \(folder.path)\(address.map { " and in \($0.shown)" } ?? "")." : nil
    }

    /// The database for display, without a password.
    var shownDatabase: String { address?.shown ?? folder.database.path }

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
