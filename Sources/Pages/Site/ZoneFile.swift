import Foundation
import Newsroom

/// A zone in the system's time zone database: which offset and abbreviation apply at which time (TZif, RFC
/// 8536).
struct ZoneFile: Sendable {
    /// An offset and an abbreviation that apply in a zone for some time.
    struct Clock: Sendable, Hashable {
        /// The offset in seconds east of Greenwich.
        let offset: Int
        /// `EST`, or `-03` if the database has no letters for it.
        let abbreviation: String
    }

    /// The changes in order: moments in seconds since 1970, each with the clock that begins there.
    let changes: [(moment: Int, clock: Clock)]
    /// The clock before the first change.
    let first: Clock
    /// The rule after the last change.
    let rule: ZoneRule?

    private static let folder = "/usr/share/zoneinfo/"
    private static let longest = 64 * 1_024

    /// Reads the file of a zone. `nil` if the file is missing or invalid.
    init?(zone: TimeZone) {
        let parts = zone.identifier.split(separator: "/", omittingEmptySubsequences: false)
        let isName = { (part: Substring) in
            part.utf8.first?.isASCIILetter == true
                && part.utf8.allSatisfy { $0.isASCIIAlphanumeric || "_+-".utf8.contains($0) }
        }
        guard parts.count <= 4, parts.allSatisfy(isName),
            let file = try? FileHandle(forReadingFrom: URL(filePath: Self.folder + zone.identifier))
        else { return nil }
        defer { try? file.close() }
        guard let data = try? file.read(upToCount: Self.longest + 1), data.count <= Self.longest else { return nil }
        self.init(bytes: [UInt8](data))
    }

    /// Reads the bytes of a file. `nil` if they are not a valid zone file or count leap seconds.
    init?(bytes: [UInt8]) {
        var reader = ZoneFileReader(bytes)
        guard let narrow = reader.head(), narrow.version >= UInt8(ascii: "2"), reader.skip(narrow.length(timeSize: 4)),
            let head = reader.head(), head.leaps == 0, head.types > 0, head.letters > 0,
            let body = reader.take(head.length(timeSize: 8)), let clocks = Self.clocks(head, body)
        else { return nil }
        var changes: [(moment: Int, clock: Clock)] = []
        for index in 0..<head.times {
            let moment = ZoneFileReader.number(body, at: index * 8, size: 8)
            let type = Int(body[body.startIndex + head.times * 8 + index])
            guard type < clocks.count, changes.last.map({ $0.moment < moment }) ?? true else { return nil }
            changes.append((moment, clocks[type]))
        }
        self.changes = changes
        first = clocks[0]
        let footer = reader.footer() ?? ""
        rule = ZoneRule(footer)
        if rule == nil, !footer.isEmpty { return nil }
    }

    private static func clocks(_ head: ZoneFileReader.Head, _ body: ArraySlice<UInt8>) -> [Clock]? {
        let records = head.times * 9
        let letters = body.dropFirst(records + head.types * 6).prefix(head.letters)
        var clocks: [Clock] = []
        for index in 0..<head.types {
            let offset = ZoneFileReader.number(body, at: records + index * 6, size: 4)
            let place = Int(body[body.startIndex + records + index * 6 + 5])
            guard abs(offset) <= ZoneRule.widest, place < letters.count else { return nil }
            let text = letters.dropFirst(place).prefix { $0 != 0 }
            clocks.append(Clock(offset: offset, abbreviation: String(decoding: text, as: UTF8.self)))
        }
        return clocks
    }

    /// The clocks from one moment to another, each with the moment at which it ends. The last one ends with
    /// `end`.
    func clocks(from start: Int, to end: Int) -> [(end: Int, clock: Clock)] {
        var found: [(end: Int, clock: Clock)] = []
        var clock = changes.last { $0.moment <= start }?.clock ?? first
        let known = changes.filter { $0.moment > start && $0.moment < end }
        let last = changes.last?.moment ?? .min
        if last <= start, let rule { clock = rule.clock(at: start) }
        for change in known + (rule?.changes(from: max(start, last), to: end) ?? []) {
            found.append((change.moment, clock))
            clock = change.clock
        }
        return found + [(end, clock)]
    }
}
