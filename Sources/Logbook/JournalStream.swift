import Foundation
import Glibc

/// Whether systemd's journal reads standard error: then `JOURNAL_STREAM` names its device and inode
/// (systemd.exec(5)).
enum JournalStream {
    static var isStandardError: Bool {
        var status = stat()
        guard fstat(STDERR_FILENO, &status) == 0 else { return false }
        return names(
            ProcessInfo.processInfo.environment["JOURNAL_STREAM"], UInt64(status.st_dev), UInt64(status.st_ino))
    }

    static func names(_ text: String?, _ device: UInt64, _ inode: UInt64) -> Bool { text == "\(device):\(inode)" }
}
