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
    /// How many bytes of the shared page a filling replaces.
    package var length = 0
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

    /// A slot that everyone else sees with this `shared` content, which a filling replaces. It may have other slots inside,
    /// but not at its end and none of this kind.
    package static func slot(_ word: StaticString, inPlaceOf shared: HTML) -> HTML {
        var out: HTML = "<!--part "
        out.write(word)
        out.write("-->")
        out.append(shared)
        out.write("<!--/part-->")
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
    private static let end = Array("-->".utf8)
    private static let closing = Array("<!--/slot-->".utf8)

    private enum Marker: CaseIterable {
        case slot, part, partEnd

        var bytes: [UInt8] {
            switch self {
            case .slot: Self.slotBytes
            case .part: Self.partBytes
            case .partEnd: Self.partEndBytes
            }
        }

        private static let slotBytes = Array("<!--slot ".utf8)
        private static let partBytes = Array("<!--part ".utf8)
        private static let partEndBytes = Array("<!--/part-->".utf8)
    }

    /// Finds the slots in the bytes of a page. Returns the parts of the page around them, in order.
    package static func separate(_ bytes: UnsafeRawBufferPointer) -> (parts: [Range<Int>], slots: [Slot]) {
        var (parts, slots, length, start) = ([Range<Int>](), [Slot](), 0, 0)
        var part: Int?
        while let (marker, place) = nextMarker(in: bytes, from: start) {
            let inner = place + marker.bytes.count
            var after = inner
            var content: [UInt8] = []
            if marker != .partEnd {
                guard let named = find(end, in: bytes, from: inner) else { break }
                after = named + end.count
                if marker == .slot {
                    guard let closed = find(closing, in: bytes, from: named) else { break }
                    content = Array(bytes[after..<closed])
                    after = closed + closing.count
                }
                let name = String(decoding: bytes[inner..<named], as: UTF8.self)
                slots.append(Slot(name: name, place: length + place - start, content: content))
            }
            parts.append(start..<place)
            length += place - start
            start = after
            switch marker {
            case .slot: break
            case .part: part = slots.count - 1
            case .partEnd: if let part { slots[part].length = length - slots[part].place }
            }
        }
        parts.append(start..<bytes.count)
        return (parts, slots)
    }

    /// Finds markers by their second byte, which is rare in markup.
    private static func nextMarker(
        in bytes: UnsafeRawBufferPointer, from start: Int
    ) -> (marker: Marker, place: Int)? {
        var from = start
        while let place = find(opening, in: bytes, from: from) {
            let marker = Marker.allCases.first { marker in
                bytes.count - place >= marker.bytes.count
                    && bytes[place..<(place + marker.bytes.count)].elementsEqual(marker.bytes)
            }
            if let marker { return (marker, place) }
            from = place + opening.count
        }
        return nil
    }

    private static let opening = Array("<!--".utf8)

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
