import Crypto
import Darkroom
import Foundation

/// Copies files, and computes the digests of their content.
enum FileCopy {
    private static let portion = 1 << 20

    struct Digest {
        let bytes: Int
        /// In hexadecimal.
        let sha256: String
    }

    /// Copies a file to a new one, which only its owner can read. Returns the digest of what was read; `nil` if there
    /// is no such file. Throws for anything that is not a regular file.
    static func copy(_ source: URL, to target: URL, followingLinks: Bool = false) throws -> Digest? {
        guard let input = try open(source, followingLinks) else { return nil }
        defer { close(input) }
        let output = Foundation.open(target.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard output >= 0 else { throw PathFault(errno, at: target.path) }
        defer { close(output) }
        let digest = try read(input, source) { bytes in
            var rest = bytes
            while !rest.isEmpty {
                let count = write(output, rest.baseAddress, rest.count)
                guard count > 0 else { throw PathFault(count < 0 ? errno : ENOSPC, at: target.path) }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
        guard fsync(output) == 0 else { throw PathFault(errno, at: target.path) }
        return digest
    }

    static func digest(of file: URL) throws -> Digest {
        guard let input = try open(file, false) else { throw PathFault(ENOENT, at: file.path) }
        defer { close(input) }
        return try read(input, file) { _ in }
    }

    /// The content of a file; `nil` if there is none. Throws for one with more than `most` bytes.
    static func content(of file: URL, most: Int) throws -> Data? {
        guard let input = try open(file, false) else { return nil }
        let handle = FileHandle(fileDescriptor: input, closeOnDealloc: true)
        let data = try handle.read(upToCount: most + 1) ?? Data()
        guard data.count <= most else { throw BackupFault.unknownForm(path: file.path) }
        return data
    }

    /// A descriptor of a regular file; `nil` if there is no file.
    private static func open(_ file: URL, _ followingLinks: Bool) throws -> Int32? {
        do { return try RegularFile.open(file.path, followingLinks: followingLinks) } catch {
            switch error {
            case .missing: return nil
            case .notRegular: throw BackupFault.notRegular(path: file.path)
            case .refused(let number): throw PathFault(number, at: file.path)
            }
        }
    }

    private static func read(
        _ input: Int32, _ file: URL, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Digest {
        var (sum, bytes) = (SHA256(), 0)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: portion, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = Foundation.read(input, buffer.baseAddress, buffer.count)
            guard count >= 0 else { throw PathFault(errno, at: file.path) }
            if count == 0 { break }
            let part = UnsafeRawBufferPointer(rebasing: buffer.prefix(count))
            sum.update(bufferPointer: part)
            try body(part)
            bytes += count
        }
        let hash = sum.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return Digest(bytes: bytes, sha256: hash)
    }

    /// Syncs a file, or the names in a folder, to the disk (fsync(2)).
    static func sync(_ place: URL) throws {
        let descriptor = Foundation.open(place.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw PathFault(errno, at: place.path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw PathFault(errno, at: place.path) }
    }
}
