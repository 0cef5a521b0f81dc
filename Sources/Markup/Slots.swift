import Foundation

/// A place of a page where some visitors see something of their own. The page is shared; its slots are filled for each
/// visitor.
///
/// Markup holds a slot as a pair of comments, which no text can forge because `<` is escaped. `separateSlots` takes them
/// out before anybody gets the page.
package struct Slot: Sendable, Hashable {
    /// Says what belongs there: a word, and a number if there are several.
    package let name: String
    /// Where the slot is among the bytes of the page.
    package let place: Int
    /// Markup that stands on nobody's page until the slot is filled with it.
    package let content: [UInt8]
}

extension HTML {
    /// A slot. `content` stays out of the shared page.
    package static func slot(_ word: StaticString, _ number: Int64? = nil, content: HTML = "") -> HTML {
        var out: HTML = "<!--slot "
        out.write(word)
        if let number {
            out.write(" ")
            out.write(number)
        }
        out.write("-->")
        out.append(content)
        out.write("<!--/slot-->")
        return out
    }

    /// The page without its slots, and the slots.
    package func separated() -> (page: HTML, slots: [Slot]) {
        let bytes = bytes
        let (parts, slots) = bytes.withUnsafeBytes(Slot.separate)
        return (HTML(bytes: parts.flatMap { bytes[$0] }), slots)
    }
}

extension Slot {
    private static let opening = Array("<!--slot ".utf8)
    private static let end = Array("-->".utf8)
    private static let closing = Array("<!--/slot-->".utf8)

    /// Finds the slots among the bytes of a page. Gives the parts of the page around them, in their order.
    package static func separate(_ bytes: UnsafeRawBufferPointer) -> (parts: [Range<Int>], slots: [Slot]) {
        var (parts, slots, length, start) = ([Range<Int>](), [Slot](), 0, 0)
        while let opened = find(opening, in: bytes, from: start),
            let named = find(end, in: bytes, from: opened + opening.count),
            let closed = find(closing, in: bytes, from: named)
        {
            parts.append(start..<opened)
            length += opened - start
            slots.append(
                Slot(
                    name: String(decoding: bytes[(opened + opening.count)..<named], as: UTF8.self), place: length,
                    content: Array(bytes[(named + end.count)..<closed])))
            start = closed + closing.count
        }
        parts.append(start..<bytes.count)
        return (parts, slots)
    }

    /// Looks for the second byte, which is rare in markup, with the system's fast search for one byte.
    private static func find(_ wanted: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = bytes.baseAddress else { return nil }
        var from = start
        while from < bytes.count, let hit = memchr(base + from, Int32(wanted[1]), bytes.count - from) {
            let place = base.distance(to: UnsafeRawPointer(hit)) - 1
            if place >= start, bytes.count - place >= wanted.count,
                bytes[place..<(place + wanted.count)].elementsEqual(wanted)
            {
                return place
            }
            from = place + 2
        }
        return nil
    }
}
