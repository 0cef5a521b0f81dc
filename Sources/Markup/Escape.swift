/// Escapes text for HTML and XML, both in content and in double-quoted attributes.
enum Escape {
    /// Appends text, with the five special characters as references. Characters that are not allowed in HTML
    /// or XML 1.0 (controls other than tab and line ends, U+FFFE, U+FFFF) become U+FFFD.
    static func append(_ text: String, to out: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &out) }
    }

    /// The same for valid UTF-8. Runs that need no escaping are copied whole.
    static func append(_ utf8: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
        mayNeedReplacement.withUnsafeBufferPointer { mayNeedReplacement in
            var start = 0
            var index = 0
            while true {
                index = utf8.firstIndex(from: index, in: mayNeedReplacement)
                guard index < utf8.count else { break }
                guard let (length, new) = replacement(at: index, in: utf8) else {
                    index += 1
                    continue
                }
                out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
                out.append(new)
                index += length
                start = index
            }
            out.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
        }
    }

    /// The replacement of the character that begins at `index` of valid UTF-8, and the length of that
    /// character in bytes. `nil` if the character needs none.
    static func replacement(at index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> (Int, StaticString)? {
        switch utf8[index] {
        case UInt8(ascii: "&"): (1, "&amp;")
        case UInt8(ascii: "<"): (1, "&lt;")
        case UInt8(ascii: ">"): (1, "&gt;")
        case UInt8(ascii: "\""): (1, "&quot;")
        case UInt8(ascii: "'"): (1, "&#39;")
        case 0x09, 0x0A, 0x0D: nil
        case ..<0x20, 0x7F: (1, "\u{FFFD}")
        case 0xC2 where utf8[index + 1] < 0xA0: (2, "\u{FFFD}")
        case 0xEF where utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE: (3, "\u{FFFD}")
        default: nil
        }
    }

    /// For each byte value, whether `replacement` must look at it.
    static let mayNeedReplacement: [Bool] = (0...UInt8.max).map { byte in
        switch byte {
        case ..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"),
            0x7F, 0xC2, 0xEF:
            true
        default: false
        }
    }

    private static let addressAttributes: [StaticString] = [
        " href=\"", " src=\"", " action=\"", " formaction=\"", " srcset=\"", " poster=\"", " data=\"", " cite=\"",
    ]

    static func endsInAddressAttribute(_ bytes: [UInt8]) -> Bool {
        guard bytes.last == UInt8(ascii: "\"") else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            addressAttributes.contains { attribute in
                let start = bytes.count - attribute.utf8CodeUnitCount
                return start >= 0 && attribute.withUTF8Buffer { bytes[start...].elementsEqual($0) }
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The index, at or after `start`, of the first byte that is `true` in the table of 256 entries, or
    /// `count` if there is none.
    @inline(__always)
    func firstIndex(from start: Int, in table: UnsafeBufferPointer<Bool>) -> Int {
        var index = start
        // Four at a time takes half as long as one at a time.
        while index + 3 < count, !table[Int(self[index])], !table[Int(self[index + 1])], !table[Int(self[index + 2])],
            !table[Int(self[index + 3])]
        {
            index += 4
        }
        while index < count, !table[Int(self[index])] { index += 1 }
        return index
    }
}
