import Foundation

/// The list of the files in a backup: `backup.json`. A folder that has it is a backup.
struct BackupManifest: Codable, Equatable {
    static let name = "backup.json"
    private static let form = "broadsheet backup 1"

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
    let files: [File]

    func has(picture name: String) -> Bool { files.contains { $0.name == "pictures/\(name)" } }

    var pictures: Int { files.count { $0.name.hasPrefix("pictures/") } }

    init(madeAt: Date, bucket: String?, stories: Int, comments: Int, missingPictures: [String], files: [File]) {
        self.madeAt = madeAt
        self.bucket = bucket
        self.stories = stories
        self.comments = comments
        self.missingPictures = missingPictures
        self.files = files
    }

    /// Reads the list in a folder; `nil` if there is none. Throws if it is damaged or has another form.
    static func read(in folder: URL) throws -> BackupManifest? {
        let file = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .iso8601
        guard let data = FileManager.default.contents(atPath: file.path),
            let manifest = try? decoder.decode(BackupManifest.self, from: data), manifest.form == form
        else { throw BackupFault.unknownForm(path: file.path) }
        return manifest
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
            guard FileManager.default.fileExists(atPath: place.path) else { return "\(file.name) is missing" }
            let copy = try FileCopy.digest(of: place)
            return copy.bytes == file.bytes && copy.sha256 == file.sha256 ? nil : "\(file.name) has changed"
        }
    }
}
