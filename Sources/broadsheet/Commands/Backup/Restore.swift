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
        if RealPath.isInside(target.url, source) { throw BackupFault.insideBackup(path: target.path) }
        // Others wait outside from here on. A folder that does not exist is locked when it is made.
        try FolderLock.takeAlone(target.url)
        try requireEmpty(target)
        let manifest = try checked(source)
        let isMade = try RealPath.make(target.url)
        if isMade { try FolderLock.takeAlone(target.url) }
        do {
            try await restore(source, manifest, to: target)
        } catch {
            if isMade { rmdir(target.path) }
            throw error
        }
    }

    private func restore(_ source: URL, _ manifest: BackupManifest?, to target: NewspaperFolder) async throws {
        // Two runs that have both found no folder may be here one after the other.
        try FolderLock.takeAlone(target.url)
        try requireEmpty(target)
        try RestoreTrace(in: target.url).undo()
        let draft = try BackupDraft(in: target.url)
        do {
            let findings = try await copy(source, manifest, to: draft)
            try place(draft, in: target)
            report(findings, manifest, from: source, to: target)
        } catch {
            draft.remove()
            throw error
        }
    }

    /// Copies the backup and verifies the copy. Throws if anything is wrong with it.
    private func copy(
        _ source: URL, _ manifest: BackupManifest?, to draft: BackupDraft
    ) async throws -> BackupDraft.Findings {
        let pictures = NewspaperFolder(url: source).pictures
        let hasPictures = try manifest?.bucket == nil && Place.look(at: pictures.path) == .folder
        let names = NewspaperFolder.backedUp + (manifest == nil ? NewspaperFolder.logs : [])
        let copied = try draft.copy(names, from: source, pictures: hasPictures ? pictures : nil)
        if manifest == nil { try requireNewspaper(draft, of: source) }
        let changed = try manifest?.faults(in: draft.folder) ?? []
        var findings = try await draft.verified(hasPictures: hasPictures, isOlder: true)
        let known = Set(manifest?.lostPictures ?? [])
        findings.missingPictures.removeAll { known.contains($0) }
        findings.faults += changed + findings.missingPictures.prefix(20).map { "the picture file \($0) is missing" }
        findings.faults += copied.damagedPictures.filter { !known.contains($0) }.prefix(20).map {
            "the picture file \($0) is damaged"
        }
        if let manifest, (manifest.stories, manifest.comments) != (findings.stories, findings.comments) {
            findings.faults.append("\(BackupManifest.name) counts other stories or comments")
        }
        guard findings.faults.isEmpty else { throw BackupFault.unsound(path: source.path, faults: findings.faults) }
        return findings
    }

    /// Brings the changes in a copied write-ahead log into the copied database. Throws unless that is a newspaper.
    private func requireNewspaper(_ draft: BackupDraft, of source: URL) throws {
        let (copy, original) = (NewspaperFolder(url: draft.folder), NewspaperFolder(url: source))
        do { try SQLiteFile.endLog(of: copy.database) } catch DatabaseFault.damaged(let words) {
            throw FolderFault.damaged(path: original.database.path, words: words)
        }
        guard try copy.content() == .newspaper else { throw BackupFault.noBackup(path: source.path) }
    }

    private func report(
        _ findings: BackupDraft.Findings, _ manifest: BackupManifest?, from source: URL, to target: NewspaperFolder
    ) {
        print("The newspaper of \(source.path) is restored in \(target.path).")
        print("It was checked: \(findings.counts).")
        if let lost = manifest?.lostPictures, !lost.isEmpty {
            let number = Counted.of([(lost.count, "picture file", "picture files")])
            print(
                "note: When the backup was made, \(number) of the newspaper were missing or damaged, such as \(lost[0])."
            )
        }
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
        try target.requireUsable(toRestore: true)
        return target
    }

    private func requireEmpty(_ target: NewspaperFolder) throws {
        guard RestoreTrace(in: target.url).isAllThereIs else { throw BackupFault.targetFilled(path: target.path) }
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
            // The data folder of a newspaper. Files that change while they are copied would not fit together.
            try FolderLock.takeAlone(source)
            return nil
        }
        let faults = try manifest.unlisted(in: source) + manifest.faults(in: source)
        guard faults.isEmpty else { throw BackupFault.unsound(path: source.path, faults: faults) }
        return manifest
    }

    /// Moves the files into the data folder, the database last: a folder without it is no newspaper yet. They get the
    /// owner of the folder.
    private func place(_ draft: BackupDraft, in target: NewspaperFolder) throws {
        try FileOwner.giveAll(in: draft.folder, toOwnerOf: target.url)
        for name in RestoreTrace.names {
            let (file, place) = (draft.folder.appending(path: name), target.url.appending(path: name))
            guard FileManager.default.fileExists(atPath: file.path) else { continue }
            if name == NewspaperFolder.databaseName { try FileCopy.sync(target.url) }
            guard rename(file.path, place.path) == 0 else { throw PathFault(errno, at: place.path) }
        }
        draft.remove()
        try FileCopy.sync(target.url)
    }
}
