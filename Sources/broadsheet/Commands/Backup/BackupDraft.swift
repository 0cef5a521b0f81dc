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
        do { try OwnerOnly.makeFolder(parent) } catch { throw PathFault(error, at: parent.path) ?? error }
        for name in (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
        where Self.isOne(name) && FolderLock.isFree(parent.appending(path: name)) {
            try? FileManager.default.removeItem(at: parent.appending(path: name))
        }
        folder = parent.appending(path: Self.prefix + UUID().uuidString, directoryHint: .isDirectory)
        do { try OwnerOnly.makeFolder(folder) } catch { throw PathFault(error, at: folder.path) ?? error }
        try FolderLock.takeAlone(folder)
    }

    static func isOne(_ name: String) -> Bool {
        name.hasPrefix(prefix) && UUID(uuidString: String(name.dropFirst(prefix.count))) != nil
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// Copies the files of a folder that exist, and the files in its folder of pictures. Returns what was copied.
    func copy(_ names: [String], from source: URL, pictures: URL?) throws -> [BackupManifest.File] {
        var files: [BackupManifest.File] = []
        for name in names {
            if let file = try copy(source.appending(path: name), as: name) { files.append(file) }
        }
        guard let pictures else { return files }
        let own = folder.appending(path: "pictures")
        try OwnerOnly.makeFolder(own)
        for name in try FileManager.default.contentsOfDirectory(atPath: pictures.path).sorted() {
            let file = pictures.appending(path: name)
            // Unfinished pictures are in a hidden folder.
            guard !name.hasPrefix("."), try Place.look(at: file.path) == .file else { continue }
            if let file = try copy(file, as: "pictures/\(name)") { files.append(file) }
        }
        try FileCopy.sync(own)
        return files
    }

    private func copy(_ source: URL, as name: String) throws -> BackupManifest.File? {
        try FileCopy.copy(source, to: folder.appending(path: name)).map {
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
