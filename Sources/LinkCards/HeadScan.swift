/// Reduces a page to the few tags that a card needs: `meta` and `title`, without everything between them.
///
/// So the HTML parser gets a short and flat text, however long or deeply nested the page is. The time is
/// proportional to the length of the page. Comments, scripts and styles may contain texts like tags, and are left
/// out. The scan ends where the body begins.
struct HeadScan {
    /// The maximum length of a tag, and of a title, in bytes.
    private static let longest = 4_096
    /// The maximum length of the result, in bytes.
    private static let mostBytes = 65_536

    private let page: ArraySlice<UInt8>
    private(set) var kept: [UInt8] = []

    init(_ page: [UInt8]) {
        self.page = page[...]
        scan()
    }

    private mutating func scan() {
        var index = page.startIndex
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")), kept.count < Self.mostBytes {
            let rest = page[(open + 1)...]
            if rest.starts(with: "!--".utf8) {
                index = end(of: "-->", from: open + 4)
                continue
            }
            let letters = rest.prefix(9).prefix { $0.isLetter }
            guard (4...8).contains(letters.count) else {
                index = open + 1
                continue
            }
            let name = String(decoding: letters, as: UTF8.self).lowercased()
            switch name {
            case "body": return
            case "script", "style", "noscript", "template": index = end(of: "</" + name, from: open + 1)
            case "title":
                let end = end(of: "</title", from: open + 1)
                keep(page[open..<end].prefix(Self.longest), closing: "</title>")
                index = end
            case "meta": index = keepTag(at: open)
            default: index = open + 1
            }
        }
    }

    /// Keeps a tag, up to the `>` that stands in no quotation marks. Leaves out a tag that is too long.
    private mutating func keepTag(at open: Int) -> Int {
        var quote: UInt8?
        let window = page[open...].prefix(Self.longest)
        for index in window.indices {
            let byte = page[index]
            if let opened = quote {
                if byte == opened { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: ">") {
                keep(page[open...index], closing: "")
                return index + 1
            }
        }
        return window.endIndex
    }

    private mutating func keep(_ part: ArraySlice<UInt8>, closing: String) {
        kept += part
        kept += Array(closing.utf8)
    }

    /// The index of a text, whatever the case of its letters, or the end of the page.
    private func end(of text: String, from start: Int) -> Int {
        let wanted = Array(text.utf8)
        var index = min(start, page.endIndex)
        while let found = page[index...].firstIndex(of: wanted[0]) {
            let candidate = page[found...].prefix(wanted.count)
            if candidate.elementsEqual(wanted, by: { $0 == $1 || ($0.isLetter && $0 | 0x20 == $1) }) {
                return found
            }
            index = found + 1
        }
        return page.endIndex
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
