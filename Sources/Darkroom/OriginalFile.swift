import Crypto
import Foundation
import Newsroom

/// A copy of the original in the work folder. Nobody else can change it while the darkroom works on it.
struct OriginalFile: Sendable {
    static let name = "original"
    /// The beginning of its name in the picture store.
    static let mark = "original-"
    static let largestFile = 40_000_000

    let kind: PictureKind
    /// The SHA-256 digest of the file's bytes, in hexadecimal.
    let digest: String

    /// The name in the picture store. It is not that of a rendition, so no address leads to it.
    var storedName: String { "\(Self.mark)\(digest.prefix(RenditionName.digits)).\(kind.rawValue)" }

    /// Copies the original. Refuses an original that is not a regular file, has more than 40 MB, or begins
    /// with bytes that match no accepted kind.
    init(of original: URL, in workFolder: WorkFolder) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: original.path(percentEncoded: false))
        // A pipe may never end, and a link may lead anywhere.
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw Refusal.notAPicture }
        let source = try FileHandle(forReadingFrom: original)
        defer { try? source.close() }
        let head = try source.read(upToCount: PictureKind.headLength) ?? Data()
        guard let kind = PictureKind(head: Array(head)) else { throw Refusal.notAccepted(head: Array(head)) }
        self.kind = kind
        self.digest = try Self.copy(head, and: source, to: workFolder.file(Self.name))
        if kind == .jpeg,
            !JPEGStructure.isComplete(try Data(contentsOf: workFolder.file(Self.name), options: .alwaysMapped))
        {
            throw Refusal.damagedPicture
        }
    }

    private static func copy(_ head: Data, and rest: FileHandle, to file: URL) throws -> String {
        try Data().write(to: file)
        let copy = try FileHandle(forWritingTo: file)
        defer { try? copy.close() }
        var hash = SHA256()
        var length = 0
        var part = head
        while !part.isEmpty {
            length += part.count
            guard length <= largestFile else { throw Refusal.fileTooLarge }
            hash.update(data: part)
            try copy.write(contentsOf: part)
            part = try rest.read(upToCount: 1 << 20) ?? Data()
        }
        return hash.finalize().hexadecimal
    }
}
