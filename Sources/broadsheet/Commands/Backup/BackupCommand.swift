import ArgumentParser
import Darkroom
import Database
import Foundation
import Newsroom
import Storage
import Web

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Back up the newspaper into a new folder. The newspaper may keep running.",
        discussion: """
            The backup appears under its name only when it is complete and verified. With --keep, TARGET is a folder \
            for several backups, each in a folder named after its time in UTC.
            """)

    @OptionGroup var installation: InstallationOptions
    @Option(help: "Keep this many backups in TARGET, and delete older ones.") var keep: Int?
    @Argument(help: "The folder to create. It must not exist yet, except with --keep.") var target: String

    func validate() throws {
        if let keep, keep < 1 { throw ValidationError("--keep must be at least 1, not \(keep).") }
        if target.isEmpty { throw ValidationError("TARGET is empty. Name a folder.") }
    }

    func run() async throws {
        guard try installation.plan().sources.settings().database == nil else { throw BackupFault.ofPostgreSQL }
        let place = try await installation.open()
        let named = URL(filePath: target, directoryHint: .isDirectory).absoluteURL.standardizedFileURL
        let shelf = keep.map { _ in BackupShelf(folder: named) }
        var folder = try await shelf?.freeName() ?? named
        guard try Place.look(at: folder.path) == nil else { throw BackupFault.exists(path: folder.path) }
        let data = place.folder.standardizedFileURL.resolvingSymlinksInPath().path
        guard !"\(folder.resolvingSymlinksInPath().path)/".hasPrefix("\(data)/") else {
            throw BackupFault.insideData(path: folder.path)
        }
        let draft = try BackupDraft(in: folder.deletingLastPathComponent())
        let manifest: BackupManifest
        do {
            manifest = try await write(place, to: draft)
            folder = try await finish(draft, as: folder, on: shelf)
        } catch {
            draft.remove()
            throw error
        }
        await place.database.close()
        report(manifest, in: folder)
        guard manifest.missingPictures.isEmpty else { throw ExitCode(ExitStatus.failure) }
        if let shelf, let keep { for name in try shelf.prune(to: keep) { print("Deleted the backup \(name).") } }
    }

    /// The database is copied before the pictures. A picture is stored before the row that names it, so the backup has
    /// the picture of every row.
    private func write(_ place: Installation, to draft: BackupDraft) async throws -> BackupManifest {
        let now = Clock.system.now
        let database = NewspaperFolder(url: draft.folder).database
        do { try await place.database.backUp(to: database.path) } catch DatabaseFault.storageFailed(let words)
            where words.contains("disk is full")
        {
            // It is the disk of the backup that is full, not that of the newspaper.
            throw PathFault.full(path: draft.folder.deletingLastPathComponent().path)
        }
        let (pictures, bucket): (URL?, String?) =
            switch place.pictures {
            case .folder(let folder): (folder.resolvingSymlinksInPath(), nil)
            case .bucket(let bucket): (nil, "\(bucket)")
            }
        var files = try draft.copy(["secret.key", "broadsheet.json"], from: place.folder, pictures: pictures)
        var findings = try await draft.verified(hasPictures: pictures != nil)
        // A picture that was removed after the database was copied is not missing.
        let named = Set(try await place.database.read { tx in try tx.pictureFileNames() })
        findings.missingPictures.removeAll { !named.contains($0) }
        guard findings.faults.isEmpty else {
            throw BackupFault.unsound(path: draft.folder.path, faults: findings.faults)
        }
        try FileCopy.sync(database)
        let digest = try FileCopy.digest(of: database)
        files.insert(
            BackupManifest.File(name: database.lastPathComponent, bytes: digest.bytes, sha256: digest.sha256), at: 0)
        let manifest = BackupManifest(
            madeAt: now, bucket: bucket, stories: findings.stories, comments: findings.comments,
            missingPictures: findings.missingPictures, files: files)
        let changed = try manifest.faults(in: draft.folder)
        guard changed.isEmpty else { throw BackupFault.unsound(path: draft.folder.path, faults: changed) }
        try manifest.write(in: draft.folder)
        return manifest
    }

    /// Returns the final folder. On a shelf, a run that ended in the same second may have taken the name.
    private func finish(_ draft: BackupDraft, as wanted: URL, on shelf: BackupShelf?) async throws -> URL {
        var folder = wanted
        try FileCopy.sync(draft.folder.appending(path: BackupManifest.name))
        try FileCopy.sync(draft.folder)
        while rename(draft.folder.path, folder.path) != 0 {
            let number = errno
            guard let shelf, [EEXIST, ENOTEMPTY].contains(number) else { throw PathFault(number, at: folder.path) }
            folder = try await shelf.freeName()
        }
        try FileCopy.sync(folder.deletingLastPathComponent())
        return folder
    }

    private func report(_ manifest: BackupManifest, in folder: URL) {
        let counts = "\(manifest.stories) stories, \(manifest.comments) comments"
        if let bucket = manifest.bucket {
            print("The backup is in \(folder.path). It has no pictures: they stay in \(bucket).")
        } else {
            print("The backup is in \(folder.path).")
        }
        print("It was verified: \(counts), \(manifest.pictures) picture files.")
        for name in manifest.missingPictures.prefix(20) { print("fault: the picture file \(name) is missing") }
        if !manifest.missingPictures.isEmpty {
            print("Picture files were missing in the newspaper, so no older backup was deleted: it may have them.")
        }
    }
}
