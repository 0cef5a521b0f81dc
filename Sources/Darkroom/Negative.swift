import Crypto
import Foundation
import Newsroom

/// The original as it lies on the workbench: a copy that nobody else can change while it is worked on.
struct Negative: Sendable {
    static let name = "original"
    static let largestFile = 40_000_000

    let kind: PictureKind
    /// SHA-256 of its bytes, in hexadecimal.
    let digest: String

    /// Copies the original. Refuses what is no file, is over 40 MB, or does not begin as one of the kinds that are taken.
    init(of original: URL, on bench: Workbench) throws {
        let attributes = try FileManager.default.attributesOfItem(atPath: original.path(percentEncoded: false))
        // A pipe would never end and a link could lead anywhere.
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw Refusal.notAPicture }
        let source = try FileHandle(forReadingFrom: original)
        defer { try? source.close() }
        let head = try source.read(upToCount: PictureKind.headLength) ?? Data()
        guard let kind = PictureKind(head: Array(head)) else { throw Refusal.notAPicture }
        self.kind = kind
        self.digest = try Self.copy(head, and: source, to: bench.file(Self.name))
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
