import Foundation

/// The list of the files in a backup: `backup.json`. A folder that has it is a backup.
struct BackupManifest: Codable, Equatable {
    static let name = "backup.json"
    private static let form = "broadsheet backup 1"
    /// Limits against a list that somebody else has made.
    private static let (mostBytes, mostFiles) = (1 << 30, 10_000_000)

    struct File: Codable, Equatable {
        /// The path below the folder of the backup.
        let name: String
        let bytes: Int
        /// In hexadecimal.
        let sha256: String
    }

    private var form = Self.form
    /// When the copy of the database was made, in UTC.
    let madeAt: Date
    /// Where the pictures are, if they are in a bucket and so not in the backup.
    let bucket: String?
    let stories: Int
    let comments: Int
    /// Pictures that were missing already when the backup was made.
    let missingPictures: [String]
    /// Pictures that were damaged already when the backup was made. Older backups do not say.
    var damagedPictures: [String]?
    let files: [File]

    var pictures: Int { files.count { $0.name.hasPrefix(Self.pictures) } }

    init(
        madeAt: Date, bucket: String?, stories: Int, comments: Int, missingPictures: [String],
        damagedPictures: [String], files: [File]
    ) {
        self.madeAt = madeAt
        self.bucket = bucket
        self.stories = stories
        self.comments = comments
        self.missingPictures = missingPictures
        self.damagedPictures = damagedPictures
        self.files = files
    }

    /// The pictures that the newspaper did not have whole when the backup was made.
    var lostPictures: [String] { missingPictures + (damagedPictures ?? []) }

    /// Reads the list in a folder; `nil` if there is none. Throws if it is damaged or has another form.
    static func read(in folder: URL) throws -> BackupManifest? {
        let file = folder.appending(path: name)
        guard let data = try FileCopy.content(of: file, most: mostBytes) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let manifest = try? decoder.decode(BackupManifest.self, from: data), manifest.form == form,
            manifest.files.count <= mostFiles, manifest.hasGoodNames
        else { throw BackupFault.unknownForm(path: file.path) }
        return manifest
    }

    /// Whether every file that is listed is one of a newspaper, and listed once. A name such as `../x` would lead out
    /// of the folder.
    private var hasGoodNames: Bool {
        let names = Set(files.map(\.name))
        return names.count == files.count && names.contains(NewspaperFolder.databaseName)
            && names.allSatisfy { name in
                if NewspaperFolder.backedUp.contains(name) { return true }
                guard name.hasPrefix(Self.pictures) else { return false }
                let file = name.dropFirst(Self.pictures.count).utf8
                return (1...255).contains(file.count) && file.first != UInt8(ascii: ".")
                    && !file.contains(UInt8(ascii: "/")) && !file.contains(0)
            }
    }

    private static let pictures = "\(NewspaperFolder.picturesName)/"

    /// The files of the newspaper in a folder that are not listed, each as a fault.
    func unlisted(in folder: URL) throws -> [String] {
        let listed = Set(files.map(\.name))
        let files = FileManager.default
        let own = try files.contentsOfDirectory(atPath: folder.path)
        var present = own.filter { NewspaperFolder.backedUp.contains($0) || NewspaperFolder.logs.contains($0) }
        if own.contains(NewspaperFolder.picturesName) {
            let place = NewspaperFolder(url: folder).pictures.path
            guard try files.attributesOfItem(atPath: place)[.type] as? FileAttributeType == .typeDirectory else {
                return ["pictures is not a folder"]
            }
            present += try files.contentsOfDirectory(atPath: place).filter { !$0.hasPrefix(".") }.map {
                Self.pictures + $0
            }
        }
        return present.filter { !listed.contains($0) }.sorted().prefix(20).map { "\($0) is not in \(Self.name)" }
    }

    func write(in folder: URL) throws {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .iso8601
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(self).write(to: folder.appending(path: Self.name))
    }

    /// What is wrong with the files in a folder; empty if all are as they were.
    func faults(in folder: URL) throws -> [String] {
        try files.compactMap { file in
            let place = folder.appending(path: file.name)
            let copy: FileCopy.Digest
            do { copy = try FileCopy.digest(of: place) } catch PathFault.missing {
                return "\(file.name) is missing"
            } catch BackupFault.notRegular {
                return "\(file.name) is not a regular file"
            }
            return copy.bytes == file.bytes && copy.sha256 == file.sha256 ? nil : "\(file.name) has changed"
        }
    }
}
