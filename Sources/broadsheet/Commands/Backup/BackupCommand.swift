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
        let name = shelf?.name(at: Clock.system.now)
        let folder = name.map { named.appending(path: $0, directoryHint: .isDirectory) } ?? named
        try requireFree(folder, place)
        let isMade = try shelf.map { try RealPath.make($0.folder) } ?? false
        let manifest: BackupManifest
        do { manifest = try await make(folder, of: place) } catch {
            if isMade { rmdir(named.path) }
            throw error
        }
        await place.database.close()
        report(manifest, in: folder)
        guard manifest.lostPictures.isEmpty else { throw ExitCode(ExitStatus.failure) }
        guard let shelf, let keep, let name else { return }
        for sentence in try shelf.prune(to: keep, keeping: name) { print(sentence) }
    }

    /// Throws if the folder of the new backup exists, or if it would be inside what is backed up.
    private func requireFree(_ folder: URL, _ place: Installation) throws {
        guard try Place.look(at: folder.path) == nil else { throw taken(folder) }
        if RealPath.isInside(folder, place.folder.url) { throw BackupFault.insideData(path: folder.path) }
        if case .folder(let pictures) = place.pictures, RealPath.isInside(folder, pictures) {
            throw BackupFault.insidePictures(path: folder.path)
        }
        let parent = folder.deletingLastPathComponent()
        guard try keep != nil || Place.look(at: parent.path) != nil else {
            throw BackupFault.noParent(path: parent.path)
        }
    }

    private func taken(_ folder: URL) -> BackupFault {
        keep == nil ? .exists(path: folder.path) : .sameSecond(path: folder.path)
    }

    private func make(_ folder: URL, of place: Installation) async throws -> BackupManifest {
        let draft = try BackupDraft(in: folder.deletingLastPathComponent())
        do {
            let manifest = try await write(place, to: draft)
            try finish(draft, as: folder)
            return manifest
        } catch {
            draft.remove()
            throw error
        }
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
        let copied = try draft.copy(
            [NewspaperFolder.keyName, NewspaperFolder.settingsName], from: place.folder.url, pictures: pictures,
            followingLinks: true)
        var findings = try await draft.verified(hasPictures: pictures != nil)
        // A picture that was removed after the database was copied is not missing.
        let named = Set(try await place.database.read { tx in try tx.pictureFileNames() })
        findings.missingPictures.removeAll { !named.contains($0) }
        guard findings.faults.isEmpty else {
            throw BackupFault.unsound(path: draft.folder.path, faults: findings.faults)
        }
        try FileCopy.sync(database)
        let digest = try FileCopy.digest(of: database)
        let file = BackupManifest.File(
            name: database.lastPathComponent, bytes: digest.bytes, sha256: digest.sha256)
        let manifest = BackupManifest(
            madeAt: now, bucket: bucket, stories: findings.stories, comments: findings.comments,
            missingPictures: findings.missingPictures, damagedPictures: copied.damagedPictures,
            files: [file] + copied.files)
        let changed = try manifest.faults(in: draft.folder)
        guard changed.isEmpty else { throw BackupFault.unsound(path: draft.folder.path, faults: changed) }
        try manifest.write(in: draft.folder)
        return manifest
    }

    private func finish(_ draft: BackupDraft, as folder: URL) throws {
        try FileCopy.sync(draft.folder.appending(path: BackupManifest.name))
        try FileCopy.sync(draft.folder)
        guard rename(draft.folder.path, folder.path) == 0 else {
            throw [EEXIST, ENOTEMPTY].contains(errno) ? taken(folder) : PathFault(errno, at: folder.path)
        }
        try FileCopy.sync(folder.deletingLastPathComponent())
    }

    private func report(_ manifest: BackupManifest, in folder: URL) {
        let counts = Counted.of([
            (manifest.stories, "story", "stories"), (manifest.comments, "comment", "comments"),
            (manifest.pictures, "picture file", "picture files"),
        ])
        if let bucket = manifest.bucket {
            print("The backup is in \(folder.path). It has no pictures: they stay in \(bucket).")
        } else {
            print("The backup is in \(folder.path).")
        }
        print("It was verified: \(counts).")
        for name in manifest.missingPictures.prefix(20) { print("fault: the picture file \(name) is missing") }
        for name in (manifest.damagedPictures ?? []).prefix(20) {
            print("fault: the picture file \(name) is damaged: its name does not fit its content")
        }
        guard !manifest.lostPictures.isEmpty else { return }
        print(
            "Picture files were missing or damaged in the newspaper, so no older backup was deleted: it may have them.")
    }
}
