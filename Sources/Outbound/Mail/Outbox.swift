package import Foundation
import Glibc

/// The folder for mails while there is no relay: a file for each, which only its owner can read. Mail programs open
/// such files.
package struct Outbox: Sendable {
    package let folder: URL

    package init(folder: URL) { self.folder = folder }

    /// Stores a message, and returns the name of its file, which begins with the time. The same message always gets
    /// the same name. The file is whole and on disk before it has its name.
    package func write(_ message: [UInt8], date: Date, identifier: String) throws -> String {
        if mkdir(folder.path, 0o700) != 0, errno != EEXIST { throw fault("create") }
        let name = "\(Self.time(date))-\(identifier.prefix(12)).eml"
        let (draft, file) = (folder.appending(path: ".\(name)").path, folder.appending(path: name).path)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw fault("write to") }
        defer { close(descriptor) }
        var rest = message[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 || errno == EINTR else {
                let fault = fault("write to")
                unlink(draft)
                throw fault
            }
            if count > 0 { rest = rest.dropFirst(count) }
        }
        guard fsync(descriptor) == 0, rename(draft, file) == 0 else { throw fault("write to") }
        let opened = open(folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if opened >= 0 {
            fsync(opened)
            close(opened)
        }
        return name
    }

    private func fault(_ verb: String) -> MailFault {
        MailFault("cannot \(verb) the folder \(folder.path): \(String(cString: strerror(errno)))")
    }

    /// A time in UTC that sorts by its name, such as `2026-11-30T143005.123Z`.
    private static func time(_ date: Date) -> String {
        Date.ISO8601FormatStyle(timeSeparator: .omitted, includingFractionalSeconds: true).format(date)
    }
}
