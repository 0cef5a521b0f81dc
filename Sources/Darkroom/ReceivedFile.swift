import Crypto
package import Foundation
import Newsroom

/// A file that somebody sends, part by part, in a folder of its own. It disappears with the last reference to it.
package final class ReceivedFile: Sendable {
    private let workFolder: WorkFolder
    private let handle: FileHandle

    package var url: URL { workFolder.file("received") }

    init(in workFolder: WorkFolder) throws {
        self.workFolder = workFolder
        let file = workFolder.file("received")
        do {
            try Data().write(to: file)
            handle = try FileHandle(forWritingTo: file)
        } catch {
            workFolder.remove()
            throw error.inWorkspace(workFolder.workspace)
        }
    }

    deinit {
        try? handle.close()
        workFolder.remove()
    }

    /// Adds a part. Drops bytes beyond the limit: the darkroom refuses such a file.
    package func append(_ part: some DataProtocol) throws {
        let isTooLong = try handle.offset() > OriginalFile.largestFile
        guard !isTooLong else { return }
        do { try handle.write(contentsOf: part) } catch { throw error.inWorkspace(workFolder.workspace) }
    }

    /// The SHA-256 digest of the bytes, in hexadecimal, as in `DevelopedPicture`.
    package func digest() throws -> String {
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        var hash = SHA256()
        while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hash.update(data: part) }
        return hash.finalize().hexadecimal
    }
}
