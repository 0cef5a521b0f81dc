import Glibc

/// How much of the machine's memory the program holds.
enum ProcessMemory {
    /// Gives back the code that only the start needed; what is used again is mapped again from the file, at the cost of a fault.
    ///
    /// Only mappings that are executable and cannot be written are given back: they hold nothing but the bytes of their files, so
    /// that dropping their pages loses nothing (madvise(2), MADV_DONTNEED; proc_pid_maps(5)).
    static func giveBackCode() {
        for mapping in mappings() {
            let fields = mapping.split(separator: " ", omittingEmptySubsequences: true)
            guard fields.count == 6, fields[1] == "r-xp", fields[5].hasPrefix("/") else { continue }
            let range = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
            guard range.count == 2, let start = UnsafeMutableRawPointer(bitPattern: range[0]) else { continue }
            madvise(start, Int(range[1] - range[0]), MADV_DONTNEED)
        }
    }

    /// A line for each. Foundation reads such a file, which has no size, only as far as its first page.
    private static func mappings() -> [String] {
        guard let file = fopen("/proc/self/maps", "r") else { return [] }
        defer { fclose(file) }
        var (line, room, mappings) = (nil as UnsafeMutablePointer<CChar>?, 0, [] as [String])
        defer { free(line) }
        while getline(&line, &room, file) > 0, let line { mappings.append(String(cString: line)) }
        return mappings
    }
}
