import ArgumentParser
import Configuration
import Darkroom
import Database
import Foundation
import Logging
import Newsroom
import Operations
import Storage
import SystemPackage
import Web

/// Where an installation is and how it is set.
struct InstallationOptions: ParsableArguments {
    @Option(help: "The folder with everything that the newspaper keeps.") var data: String
    @Option(help: "A configuration file (JSON); by default broadsheet.json in the data folder.") var config: String?

    @Option(help: "A PostgreSQL database (postgres://…) instead of the file in the data folder.") var database: String?
    @Option(
        help: "A folder for pictures that machines share, or a bucket (s3://…); by default pictures in the data folder."
    )
    var pictures: String?

    /// Opens the newspaper of the data folder: reads the settings and brings the database up to date. Throws
    /// `noNewspaper` where there is none, so that nothing begins in a folder that was mistyped.
    func open() async throws -> Installation { try await open(isBegun: false, serving: nil) }

    /// The same, and begins a newspaper where there is none.
    func begin() async throws -> Installation { try await open(isBegun: true, serving: nil) }

    /// The same for a server: the time of every statement is bounded, replicas are read from, those of the settings
    /// where none are given, and a database that is away is waited for.
    func serve(replicas: [String], _ logger: Logger) async throws -> Installation {
        let replicas = try replicas.map { try PostgreSQLAddress.accept($0, as: "--database-read") }
        return try await open(isBegun: true, serving: Installation.Serving(replicas: replicas, logger: logger))
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

/// A data folder, opened: `broadsheet.sqlite`, `pictures/`, `secret.key`, `broadsheet.json`.
struct Installation {
    let folder: URL
    /// Whether it was begun just now: there was none before.
    let isNew: Bool
    let database: Database
    let settings: Settings
    /// Where the database is, if it is not the file in the folder.
    let address: PostgreSQLAddress?
    /// Whether other programs on other machines may have the same database.
    var isShared: Bool { address != nil }

    /// Where pictures are kept.
    let pictures: PictureStoreAddress
    let pictureStore: any PictureStore

    var keyFile: URL { folder.appending(path: "secret.key") }

    /// Pictures are worked on where they are kept, so that they can be moved into place in one step; those for a
    /// bucket in the data folder.
    var darkroom: Darkroom {
        switch pictures {
        case .folder(let folder): Darkroom(pictureStore: pictureStore, workspace: folder)
        case .bucket: Darkroom(pictureStore: pictureStore, workspace: folder)
        }
    }

    /// What commands do with the newspaper. A server has its own, which shows every change.
    var newspaper: Newspaper { Newspaper(database, rules: settings.rules, clock: .system) }

    /// What only a server has.
    struct Serving {
        let replicas: [PostgreSQLAddress]
        let logger: Logger
    }

    init(
        folder: URL, configurationFile: URL, database address: PostgreSQLAddress?,
        pictures storeAddress: PictureStoreAddress?,
        isBegun: Bool, serving: Serving?
    ) async throws {
        self.folder = folder
        settings = try await Self.settings(from: configurationFile)
        var address = address ?? settings.database
        if serving == nil { address?.patience = nil }
        self.address = address
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
            // A folder that machines share is not made: where it is missing, something is not mounted.
            try OwnerOnly.makeFolder(folder)
            if chosen == nil { try OwnerOnly.makeFolder(ownPictures) }
            database = Database(engine: try Self.engine(in: folder, address, replicas: replicas))
        } catch {
            throw CommandFault.folderNotOpened(path: folder.path, reason: OperatorSentence.of(error))
        }
        if let serving, let address {
            try await Self.migrate(database, waitingFor: address, serving.logger)
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

    /// Whether a newspaper has begun: with the file of its database, or, where that is elsewhere, with its folder.
    private static func isThere(_ folder: URL, _ address: PostgreSQLAddress?) -> Bool {
        guard address != nil else {
            return FileManager.default.fileExists(atPath: folder.appending(path: "broadsheet.sqlite").path)
        }
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: folder.path, isDirectory: &isFolder) && isFolder.boolValue
    }

    /// The replicas to read from: none, where nothing is served. Throws where there are replicas and no database.
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

    /// The environment goes before the file, the file before what is standard.
    private static func settings(from file: URL) async throws -> Settings {
        let environment = EnvironmentVariablesProvider().prefixKeys(with: "broadsheet")
        do {
            let written = try await FileProvider<JSONSnapshot>(
                filePath: FilePath(file.path), allowMissing: true)
            return try Settings(from: ConfigReader(providers: [environment, written]))
        } catch let fault as SettingFault {
            throw fault
        } catch {
            throw CommandFault.unreadableConfiguration(path: file.path, reason: "\(error)")
        }
    }
}
