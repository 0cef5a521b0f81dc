import CZlib
package import Foundation

/// Writes a ZIP archive piece by piece, so that its size does not matter for the memory (APPNOTE.TXT 6.3,
/// sections 4.3 and 4.4). Each file is deflated. Its length and its checksum follow it, because they are
/// unknown before.
///
/// There is no ZIP64: a file or an archive of 4 GiB or more is refused.
package final class ZipWriter {
    package enum Fault: Error, Hashable {
        /// The archive would have 4 GiB or more.
        case tooLong
        case compression
    }

    private struct Entry {
        let name: [UInt8]
        let start: UInt32
        var checksum: UInt32 = 0
        var compressed = 0
        var length = 0
    }

    /// Version 2.0 (deflate), made on Unix.
    private static let version: UInt16 = 20
    private static let madeBy: UInt16 = 3 << 8 | version
    /// Lengths and checksum follow the file (bit 3), and its name is UTF-8 (bit 11).
    private static let flags: UInt16 = 1 << 3 | 1 << 11
    private static let deflated: UInt16 = 8
    /// A file that only its owner can read.
    private static let attributes: UInt32 = 0o100600 << 16

    private let time: (time: UInt16, date: UInt16)
    private var entries: [Entry] = []
    private var written = 0
    private var current: (entry: Entry, stream: Deflater)?

    /// All files get this time, in UTC.
    package init(madeAt date: Date) { time = Self.dosTime(of: date) }

    /// Begins a file. Returns the next bytes of the archive.
    package func begin(_ name: String) throws -> [UInt8] {
        let entry = Entry(name: Array(name.utf8), start: try UInt32(within: written))
        current = (entry, try Deflater())
        var header = LittleEndianBytes()
        header.add(0x0403_4b50 as UInt32)
        header.add(Self.version, Self.flags, Self.deflated, time.time, time.date)
        header.add(0 as UInt32, 0, 0)
        header.add(UInt16(entry.name.count), 0)
        return count(header.bytes + entry.name)
    }

    /// Adds bytes to the file that was begun. Returns the next bytes of the archive; there may be none.
    package func add(_ bytes: [UInt8]) throws -> [UInt8] { try compress(bytes, isLast: false) }

    /// Ends the file that was begun. Returns the next bytes of the archive.
    package func endFile() throws -> [UInt8] {
        let rest = try compress([], isLast: true)
        guard let entry = current?.entry else { return rest }
        current = nil
        entries.append(entry)
        var descriptor = LittleEndianBytes()
        descriptor.add(
            0x0807_4b50, entry.checksum, try UInt32(within: entry.compressed), try UInt32(within: entry.length))
        return rest + count(descriptor.bytes)
    }

    /// The directory at the end of the archive.
    package func end() throws -> [UInt8] {
        let start = try UInt32(within: written)
        var directory = LittleEndianBytes()
        for entry in entries { try add(entry, to: &directory) }
        let length = UInt32(directory.bytes.count)
        directory.add(0x0605_4b50 as UInt32)
        directory.add(0, 0, UInt16(entries.count), UInt16(entries.count))
        directory.add(length, start)
        directory.add(0 as UInt16)
        return count(directory.bytes)
    }

    private func add(_ entry: Entry, to directory: inout LittleEndianBytes) throws {
        directory.add(0x0201_4b50 as UInt32)
        directory.add(Self.madeBy, Self.version, Self.flags, Self.deflated, time.time, time.date)
        directory.add(entry.checksum, try UInt32(within: entry.compressed), try UInt32(within: entry.length))
        directory.add(UInt16(entry.name.count), 0, 0, 0, 0)
        directory.add(Self.attributes, entry.start)
        directory.bytes += entry.name
    }

    private func compress(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8] {
        guard case (var entry, let stream)? = current else { return [] }
        let compressed = try stream.compress(bytes, isLast: isLast)
        if !bytes.isEmpty {
            entry.checksum = UInt32(truncatingIfNeeded: crc32(UInt(entry.checksum), bytes, UInt32(bytes.count)))
        }
        entry.length += bytes.count
        entry.compressed += compressed.count
        current = (entry, stream)
        return count(compressed)
    }

    private func count(_ bytes: [UInt8]) -> [UInt8] {
        written += bytes.count
        return bytes
    }

    /// The time in the form of MS-DOS, in steps of two seconds since 1980.
    private static func dosTime(of date: Date) -> (time: UInt16, date: UInt16) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        let year = min(max((parts.year ?? 1980) - 1980, 0), 127)
        let (month, day) = (parts.month ?? 1, parts.day ?? 1)
        let (hour, minute, second) = (parts.hour ?? 0, parts.minute ?? 0, parts.second ?? 0)
        return (UInt16(hour << 11 | minute << 5 | second / 2), UInt16(year << 9 | month << 5 | day))
    }
}

/// Numbers with the lowest byte first.
private struct LittleEndianBytes {
    var bytes: [UInt8] = []

    mutating func add(_ numbers: UInt16...) { for number in numbers { append(number) } }
    mutating func add(_ numbers: UInt32...) { for number in numbers { append(number) } }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

extension UInt32 {
    fileprivate init(within length: Int) throws {
        guard length < UInt32.max else { throw ZipWriter.Fault.tooLong }
        self = UInt32(length)
    }
}
