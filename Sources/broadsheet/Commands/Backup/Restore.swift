import ArgumentParser
import Database
import Foundation
import Storage
import Web

struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Restore a backup into an empty data folder.",
        discussion: """
            The backup is checked before anything is written, and the restored newspaper before it takes its place. \
            Nothing is overwritten: the data folder must be empty or missing.
            """)

    @Argument(help: "The folder of the backup.") var backup: String
    @Option(help: "The data folder. By default, the one that BROADSHEET_DATA names.") var data: String?
    @OptionGroup var environment: EnvironmentOptions

    func run() async throws {
        let source = URL(filePath: backup, directoryHint: .isDirectory).absoluteURL.standardizedFileURL
        let target = try target()
        let manifest = try checked(source)
        let wasMissing = target.isMissing
        do { try OwnerOnly.makeFolder(target.url) } catch { throw PathFault(error, at: target.path) ?? error }
        try FolderLock.takeAlone(target.url)
        try requireEmpty(target)
        let draft = try BackupDraft(in: target.url)
        do {
            let findings = try await copy(source, manifest, to: draft)
            try place(draft, in: target)
            report(findings, manifest, from: source, to: target)
        } catch {
            draft.remove()
            if wasMissing { rmdir(target.path) }
            throw error
        }
    }

    /// Copies the backup and verifies the copy. Throws if anything is wrong with it.
    private func copy(
        _ source: URL, _ manifest: BackupManifest?, to draft: BackupDraft
    ) async throws -> BackupDraft.Findings {
        let pictures = NewspaperFolder(url: source).pictures
        let hasPictures = try manifest?.bucket == nil && Place.look(at: pictures.path) == .folder
        let names = ["broadsheet.sqlite", "secret.key", "broadsheet.json"]
        _ = try draft.copy(names, from: source, pictures: hasPictures ? pictures : nil)
        let changed = try manifest?.faults(in: draft.folder) ?? []
        var findings = try await draft.verified(hasPictures: hasPictures, isOlder: true)
        // Files that were missing in the newspaper already keep nobody from restoring the rest. An earlier version did
        // not list missing originals.
        let lost = findings.missingPictures.filter { name in
            !(manifest?.missingPictures.contains(name) ?? false)
                && !(name.hasPrefix("original-") && !(manifest?.has(picture: name) ?? false))
        }
        findings.faults += changed + lost.prefix(20).map { "the picture file \($0) is missing" }
        guard findings.faults.isEmpty else { throw BackupFault.unsound(path: source.path, faults: findings.faults) }
        return findings
    }

    private func report(
        _ findings: BackupDraft.Findings, _ manifest: BackupManifest?, from source: URL, to target: NewspaperFolder
    ) {
        print("The newspaper of \(source.path) is restored in \(target.path).")
        print("It was checked: \(findings.stories) stories, \(findings.comments) comments.")
        for name in findings.missingPictures.prefix(20) { print("note: the picture file \(name) was missing already") }
        if let database = ProcessInfo.processInfo.environment[Setting.database.environmentName], !database.isEmpty {
            print("The settings name a database, \(Setting.database.shown(database)). It was not changed.")
        }
        if let bucket = manifest?.bucket { print("Its pictures are not in the backup: they are in \(bucket).") }
    }

    private func target() throws -> NewspaperFolder {
        _ = try environment.load(data: data)
        guard let data = data ?? ProcessInfo.processInfo.environment[Setting.dataVariable], !data.isEmpty else {
            throw ValidationError("Name the data folder with --data, or set \(Setting.dataVariable).")
        }
        let target = NewspaperFolder(
            url: URL(filePath: data, directoryHint: .isDirectory).absoluteURL.standardizedFileURL)
        try target.requireUsable()
        guard FolderLock.isFree(target.url) else { throw FolderFault.inUse(place: target.path) }
        try requireEmpty(target)
        return target
    }

    private func requireEmpty(_ target: NewspaperFolder) throws {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: target.path)) ?? []
        guard names.allSatisfy({ $0 == "lost+found" || BackupDraft.isOne($0) }) else {
            throw BackupFault.targetFilled(path: target.path)
        }
    }

    /// Checks the backup where it is, without changing it. An older backup has no list of its files.
    private func checked(_ source: URL) throws -> BackupManifest? {
        let folder = NewspaperFolder(url: source)
        guard try Place.look(at: folder.database.path) != nil else {
            if let newest = try BackupShelf(folder: source).names().last {
                throw BackupFault.severalBackups(path: source.path, newest: newest)
            }
            throw BackupFault.noBackup(path: source.path)
        }
        try Place.requireFile(folder.database.path, R_OK)
        guard let manifest = try BackupManifest.read(in: source) else {
            guard try folder.content() == .newspaper else { throw BackupFault.noBackup(path: source.path) }
            return nil
        }
        let faults = try manifest.faults(in: source)
        guard faults.isEmpty else { throw BackupFault.unsound(path: source.path, faults: faults) }
        return manifest
    }

    /// Moves the files into the data folder, the database last: a folder without it is no newspaper yet. They get the
    /// owner of the folder.
    private func place(_ draft: BackupDraft, in target: NewspaperFolder) throws {
        try FileOwner.giveAll(in: draft.folder, toOwnerOf: target.url)
        for name in ["pictures", "broadsheet.json", "secret.key", "broadsheet.sqlite"] {
            let (file, place) = (draft.folder.appending(path: name), target.url.appending(path: name))
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            guard rename(file.path, place.path) == 0 else { throw PathFault(errno, at: place.path) }
        }
        draft.remove()
        try FileCopy.sync(target.url)
    }
}
