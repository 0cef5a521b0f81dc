import Foundation

/// A place on a shared page that is filled separately for each visitor.
///
/// In markup, a slot is a pair of HTML comments. Text cannot forge them, because `<` is escaped. The slots
/// are taken out before the page is sent to anybody.
package struct Slot: Sendable, Hashable {
    /// The name of the content: a word, followed by a number if there are several such slots.
    package let name: String
    /// The slot's offset in the bytes of the page.
    package let place: Int
    /// Markup that appears only when the slot is filled with it.
    package let content: [UInt8]
}

extension HTML {
    /// A slot. Its `content` stays out of the shared page.
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

extension Template {
    /// A slot without content, whose number is written into a hole.
    package static func slot(_ word: StaticString, numberedBy hole: UInt8) -> Template {
        var out = StringInterpolation(literalCapacity: 0, interpolationCount: 1)
        out.appendLiteral("<!--slot ")
        out.appendLiteral(word)
        out.appendLiteral(" ")
        out.appendInterpolation(hole: hole)
        out.appendLiteral("--><!--/slot-->")
        return Template(stringInterpolation: out)
    }
}

extension Slot {
    private static let opening = Array("<!--slot ".utf8)
    private static let end = Array("-->".utf8)
    private static let closing = Array("<!--/slot-->".utf8)

    /// Finds the slots in the bytes of a page. Returns the parts of the page around them, in order.
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

    /// Finds a string by its second byte, which is rare in markup, using the system's fast search for one
    /// byte.
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
