import Foundation

/// Finds the web and e-mail addresses of a paragraph, whose marks stay. Places are asked for in order.
struct AddressSearch {
    private let text: UnsafeBufferPointer<UInt8>
    /// Whether the paragraph may have an address at all. Most have none.
    private let mayFind: Bool
    /// The run of characters without spaces that was searched last, and the addresses in it from `next` on.
    private var word = 0..<0
    private var addresses: [Range<Int>] = []
    private var next = 0

    init(in text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        mayFind = text.contains(":/") || text.contains("@") || text.contains("www.")
    }

    mutating func contains(_ place: Int) -> Bool {
        guard mayFind else { return false }
        if !word.contains(place) {
            word = text.word(around: place)
            addresses = Self.addresses(in: word, of: text)
            next = 0
        }
        while next < addresses.count, addresses[next].upperBound <= place { next += 1 }
        return next < addresses.count && addresses[next].contains(place)
    }

    private static func addresses(in word: Range<Int>, of text: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = word.lowerBound
        while let sign = text[place..<word.upperBound].firstIndex(where: \.mayMarkAddress) {
            let rest = text[sign..<word.upperBound]
            let before = text[place..<sign].reversed()
            place = sign + 1
            if rest.starts(with: "://".utf8) || text[sign] == UInt8(ascii: "@") {
                let start = sign - before.prefix { $0.isAddressName }.count
                if start < sign, rest.count > 1 { found.append(start..<end(of: rest)) }
            } else if rest.starts(with: "www.".utf8), before.first.map({ !$0.isAddressName }) ?? true {
                found.append(sign..<end(of: rest))
            }
            place = max(place, found.last?.upperBound ?? 0)
        }
        return found
    }

    /// The end of an address, without the punctuation that follows it.
    private static func end(of rest: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        let address = rest.prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") }
        let stops = address.reversed().prefix { "'.,;:!?)]-".utf8.contains($0) }
        return address.endIndex - stops.count
    }
}

extension UInt8 {
    fileprivate var mayMarkAddress: Bool {
        self == UInt8(ascii: ":") || self == UInt8(ascii: "@") || self == UInt8(ascii: "w")
    }

    /// Whether it may be in the name of a scheme or of a mailbox.
    fileprivate var isAddressName: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || "+-._'".utf8.contains(self)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func contains(_ other: StaticString) -> Bool {
        guard let baseAddress else { return false }
        var place = 0
        while let found = memchr(baseAddress + place, Int32(other.utf8Start.pointee), count - place) {
            place = UnsafeRawPointer(found) - UnsafeRawPointer(baseAddress)
            guard place + other.utf8CodeUnitCount <= count else { return false }
            if memcmp(found, other.utf8Start, other.utf8CodeUnitCount) == 0 { return true }
            place += 1
        }
        return false
    }

    /// The characters without spaces around a place.
    fileprivate func word(around place: Int) -> Range<Int> {
        let start = self[..<place].lastIndex { $0 <= 0x20 }.map { $0 + 1 } ?? 0
        return start..<(self[place...].firstIndex { $0 <= 0x20 } ?? count)
    }
}
