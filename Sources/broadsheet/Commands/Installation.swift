import ArgumentParser
import Configuration
import Darkroom
import Database
import Foundation
import LinkCards
import Logging
import Newsroom
import Operations
import Outbound
import Storage
import SystemPackage
import Web

/// The options that say where an installation is and how it is configured.
struct InstallationOptions: ParsableArguments {
    @Option(help: "The data folder of the newspaper.") var data: String
    @Option(help: "A JSON configuration file. By default, broadsheet.json in the data folder.") var config: String?

    @Option(help: "A PostgreSQL database (postgres://…). By default, an SQLite file in the data folder.")
    var database: String?
    @Option(help: "A shared folder or a bucket (s3://…) for pictures. By default, pictures in the data folder.")
    var pictures: String?

    /// Opens the newspaper in the data folder: reads the settings and migrates the database. Throws
    /// `noNewspaper` if there is none, so that a mistyped folder name creates nothing.
    func open() async throws -> Installation { try await open(isBegun: false, serving: nil) }

    /// Opens the newspaper, and creates it if there is none.
    func begin() async throws -> Installation { try await open(isBegun: true, serving: nil) }

    /// Opens or creates the newspaper for a server: every statement has a time limit, reads may go to
    /// replicas, and the server waits for a database that is unavailable. Without `replicas`, those in the
    /// settings are used.
    func serve(replicas: [String], _ log: ServerLog) async throws -> Installation {
        let replicas = try replicas.map { try PostgreSQLAddress.accept($0, as: "--database-read") }
        return try await open(isBegun: true, serving: Installation.Serving(replicas: replicas, log: log))
    }

    var folder: URL { URL(filePath: data, directoryHint: .isDirectory).absoluteURL }

    private func open(isBegun: Bool, serving: Installation.Serving?) async throws -> Installation {
        let file = config.map { URL(filePath: $0) } ?? folder.appending(path: "broadsheet.json")
        if config != nil, !FileManager.default.fileExists(atPath: file.path) {
            throw CommandFault.noConfigurationFile(path: file.path)
        }
        return try await Installation(
            folder: folder, configurationFile: file,
            database: database.map { try PostgreSQLAddress.accept($0, as: "--database") },
            pictures: pictures.map { try PictureStoreAddress.accept($0) }, isBegun: isBegun, serving: serving)
    }
}

/// An open data folder, with `broadsheet.sqlite`, `pictures/`, `secret.key` and `broadsheet.json`.
struct Installation {
    let folder: URL
    /// Whether opening it created the newspaper.
    let isNew: Bool
    let database: Database
    let settings: Settings
    /// Each setting as it was written, or its default.
    let texts: [Setting: String]
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
        let replicas: [PostgreSQLAddress]
        let log: ServerLog
    }

    init(
        folder: URL, configurationFile: URL, database address: PostgreSQLAddress?,
        pictures storeAddress: PictureStoreAddress?,
        isBegun: Bool, serving: Serving?
    ) async throws {
        self.folder = folder
        (settings, texts) = try await Self.settings(from: configurationFile)
        var address = address ?? settings.database
        if serving == nil { address?.patience = nil }
        self.address = address
        serving?.log.begin(settings, texts, folder, address)
        isNew = !Self.isThere(folder, address)
        guard isBegun || !isNew else {
            throw CommandFault.noNewspaper(path: folder.path)
        }
        let replicas = try Self.replicas(of: serving, or: settings.replicas, of: address)
        let ownPictures = folder.appending(path: "pictures", directoryHint: .isDirectory)
        let chosen = storeAddress ?? settings.pictures
        pictures = chosen ?? .folder(ownPictures)
        pictureStore =
            try chosen?.open(environment: ProcessInfo.processInfo.environment)
            ?? FolderPictureStore(folder: ownPictures, isOwn: true)
        do {
            // A shared folder is never created: if it is missing, it is probably not mounted.
            try OwnerOnly.makeFolder(folder)
            if chosen == nil { try OwnerOnly.makeFolder(ownPictures) }
            database = Database(engine: try Self.engine(in: folder, address, replicas: replicas))
        } catch {
            throw CommandFault.folderNotOpened(path: folder.path, reason: OperatorSentence.of(error))
        }
        if let serving, let address {
            try await Self.migrate(database, waitingFor: address, serving.log.logger)
        } else {
            try await Self.migrate(database)
        }
        guard try await !database.read({ tx in try tx.isUnfinishedMove }) else {
            throw CommandFault.unfinishedMove
        }
    }

    private static func engine(
        in folder: URL, _ address: PostgreSQLAddress?, replicas: [PostgreSQLAddress]
    ) throws -> any Engine {
        guard let address else { return try SQLiteEngine(file: folder.appending(path: "broadsheet.sqlite")) }
        return PostgreSQLEngine(address, replicas: replicas)
    }

    /// Whether the newspaper exists: for SQLite the database file must exist, for PostgreSQL the data folder.
    private static func isThere(_ folder: URL, _ address: PostgreSQLAddress?) -> Bool {
        guard address != nil else {
            return FileManager.default.fileExists(atPath: folder.appending(path: "broadsheet.sqlite").path)
        }
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The replicas to read from. Only a server reads from replicas. Throws if there are replicas but no
    /// PostgreSQL database.
    private static func replicas(
        of serving: Serving?, or known: [PostgreSQLAddress], of address: PostgreSQLAddress?
    ) throws -> [PostgreSQLAddress] {
        guard let serving else { return [] }
        let replicas = serving.replicas.isEmpty ? known : serving.replicas
        guard replicas.isEmpty || address != nil else {
            throw CommandFault.replicasOfNothing
        }
        return replicas
    }

    /// Environment variables override the file; the file overrides defaults.
    static func settings(from file: URL) async throws -> (settings: Settings, texts: [Setting: String]) {
        let environment = EnvironmentVariablesProvider().prefixKeys(with: "broadsheet")
        do {
            let written = try await FileProvider<JSONSnapshot>(
                filePath: FilePath(file.path), allowMissing: true)
            let reader = ConfigReader(providers: [environment, written])
            return (try Settings(from: reader), Setting.texts(in: reader))
        } catch let fault as SettingFault {
            throw fault
        } catch {
            throw CommandFault.unreadableConfiguration(path: file.path, reason: OperatorSentence.of(error))
        }
    }
}
