import Foundation
import Glibc

/// How much of the machine's memory the program holds.
enum ProcessMemory {
    /// Gives back the code that only the start needed; what is used again is mapped again from the file, at the cost of a fault.
    ///
    /// Only mappings that are executable and cannot be written are given back: they hold nothing but the bytes of their files, so
    /// that dropping their pages loses nothing (madvise(2), MADV_DONTNEED; proc_pid_maps(5)).
    static func giveBackCode() {
        guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return }
        for line in maps.split(separator: "\n") {
            let fields = line.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { continue }
            let range = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard range.count == 2, let start = UnsafeMutableRawPointer(bitPattern: range[0]) else { continue }
            madvise(start, Int(range[1] - range[0]), MADV_DONTNEED)
        }
    }
}
