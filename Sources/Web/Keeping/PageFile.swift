import CMemoryFile
import NIOCore
import Synchronization
import SystemPackage

/// A long form of a page in a file of the system's memory, from where it is sent without a copy (sendfile(2)): a page of a megabyte
/// goes out a third more often than from the program's own.
final class PageFile: Sendable {
    let descriptor: CInt
    let length: Int
    private let files: PageFiles

    fileprivate init(_ descriptor: CInt, length: Int, _ files: PageFiles) {
        self.descriptor = descriptor
        self.length = length
        self.files = files
    }

    deinit {
        try? FileDescriptor(rawValue: descriptor).close()
        files.giveBack()
    }
}

/// Lays pages in files: a few at a time, because each takes one of those that the process may have open.
final class PageFiles: Sendable {
    /// Shorter ones gain nothing by it, in bytes.
    static let shortest = 64 << 10
    static let most = 32

    private let open = Atomic(0)

    /// `nil` where all files are taken, or the system has none.
    func lay(_ bytes: ByteBuffer) -> PageFile? {
        let isLeft = open.add(1, ordering: .relaxed).newValue <= Self.most
        let descriptor = isLeft ? memory_file() : -1
        guard descriptor >= 0 else {
            giveBack()
            return nil
        }
        let file = PageFile(descriptor, length: bytes.readableBytes, self)
        let isLaid = bytes.withUnsafeReadableBytes { bytes in
            (try? FileDescriptor(rawValue: descriptor).writeAll(bytes)) == bytes.count
        }
        return isLaid ? file : nil
    }

    fileprivate func giveBack() { open.subtract(1, ordering: .relaxed) }
}
