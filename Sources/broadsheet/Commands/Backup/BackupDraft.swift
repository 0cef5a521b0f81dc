import Darkroom
import Database
import Foundation
import Newsroom
import Operations
import Storage

/// The files of a newspaper in a folder that is not finished: a backup that is being made, or a newspaper that is
/// being restored. The folder gets its final name, or its files get their places, only when everything is verified.
struct BackupDraft {
    private static let prefix = ".broadsheet-unfinished-"

    let folder: URL

    /// Removes the drafts of runs that were killed, and makes a new one beside the final folders.
    init(in parent: URL) throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        where Self.isOne(name) && (try? FolderLock.takeAlone(parent.appending(path: name))) != nil {
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
        folder = try Self.make(in: parent)
    }

    /// Another run may take a new draft for the one of a killed run, until it is locked. Then there is another try.
    private static func make(in parent: URL) throws -> URL {
        for _ in 0..<5 {
            let folder = parent.appending(path: Self.prefix + UUID().uuidString, directoryHint: .isDirectory)
            guard mkdir(folder.path, 0o700) == 0 else { throw PathFault(errno, at: parent.path) }
            if (try? FolderLock.takeAlone(folder)) != nil, try Place.look(at: folder.path) == .folder { return folder }
            rmdir(folder.path)
        }
        throw FolderFault.inUse(place: parent.path)
    }

    static func isOne(_ name: String) -> Bool {
        name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The files that were copied, and the pictures whose content does not fit their names.
    struct Copied {
        var files: [BackupManifest.File] = []
        var damagedPictures: [String] = []
    }

    /// Copies the files of a folder that exist, and the files in its folder of pictures. `followingLinks` is for the
    /// files beside the pictures.
    func copy(_ names: [String], from source: URL, pictures: URL?, followingLinks: Bool = false) throws -> Copied {
        var copied = Copied()
        for name in names {
            let file = try copy(source.appending(path: name), as: name, followingLinks)
            if let file { copied.files.append(file) }
        }
        guard let pictures else { return copied }
        let own = NewspaperFolder(url: folder).pictures
        try OwnerOnly.makeFolder(own)
        for name in try FileManager.default.contentsOfDirectory(atPath: pictures.path).sorted() {
            let file = pictures.appending(path: name)
            // Unfinished pictures are in a hidden folder.
            guard !name.hasPrefix("."), !isFolder(file),
                let file = try copy(file, as: "\(NewspaperFolder.picturesName)/\(name)", false)
            else { continue }
            copied.files.append(file)
            if StoredName.isDamaged(name, sha256: file.sha256) { copied.damagedPictures.append(name) }
        }
        try FileCopy.sync(own)
        return copied
    }

    private func isFolder(_ place: URL) -> Bool {
        var found = stat()
        return lstat(place.path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    private func copy(_ source: URL, as name: String, _ followingLinks: Bool) throws -> BackupManifest.File? {
        try FileCopy.copy(source, to: folder.appending(path: name), followingLinks: followingLinks).map {
            BackupManifest.File(name: name, bytes: $0.bytes, sha256: $0.sha256)
        }
    }

    /// What a database holds, and what is wrong with it and with the files beside it.
    struct Findings {
        var faults: [String]
        var stories = 0
        var comments = 0
        /// The pictures that the database names and the folder does not have.
        var missingPictures: [String] = []

        var counts: String { Counted.of([(stories, "story", "stories"), (comments, "comment", "comments")]) }
    }

    /// Verifies the copied database, its key and its pictures. `isOlder` brings a database that an older version may
    /// have made to the schema of this version first.
    func verified(hasPictures: Bool, isOlder: Bool = false) async throws -> Findings {
        let place = NewspaperFolder(url: folder)
        let database = try place.opened()
        if isOlder { try await Migrations.run(on: database) }
        var findings = Findings(faults: await Soundness.faults(of: database))
        let counts = try? await database.read { tx in
            (try tx.rowCounts(), try tx.fingerprint, try tx.pictureFileNames())
        }
        await database.close()
        // A single file is easier to copy, and can be read where nothing can be written.
        try SQLiteFile.endLog(of: place.database)
        guard let (rows, claim, names) = counts else { return findings }
        (findings.stories, findings.comments) = rows
        let key = try Keys.existing(in: place.key)?.fingerprint
        if let claim, claim != key {
            findings.faults.append(key == nil ? "secret.key is missing" : "secret.key is another one")
        }
        guard hasPictures else { return findings }
        let present = Set(try FileManager.default.contentsOfDirectory(atPath: place.pictures.path))
        findings.missingPictures = names.filter { !present.contains($0) }
        return findings
    }
}
