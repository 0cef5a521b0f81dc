package import NIOCore

/// A place of a shared page that is filled for some visitors. The shared bytes do not show it.
package struct Slot: Sendable, Hashable {
    package let name: String
    /// Where the slot is among the bytes of the identity representation.
    package let place: Int
    /// Bytes that a filling may use, and that no representation contains.
    package let content: [UInt8]

    package init(name: String, place: Int, content: [UInt8]) {
        self.name = name
        self.place = place
        self.content = content
    }
}

extension CachedPage {
    /// The bytes of the page for one visitor: with these contents in its slots. A filled page belongs in no cache.
    package func filled(_ content: (Slot) -> [UInt8]?) -> ByteBuffer { identity.body.filled(slots, content) }
}

extension ByteBuffer {
    /// A copy of these bytes with contents in the slots, which are in the order of their places.
    package func filled(_ slots: [Slot], _ content: (Slot) -> [UInt8]?) -> ByteBuffer {
        let contents = slots.compactMap { slot in content(slot).map { (slot.place, $0) } }
        guard !contents.isEmpty else { return self }
        var (filled, start) = (ByteBuffer(), 0)
        filled.reserveCapacity(contents.reduce(readableBytes) { $0 + $1.1.count })
        let bytes = readableBytesView
        for (place, content) in contents {
            filled.writeBytes(
                bytes[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: place)])
            filled.writeBytes(content)
            start = place
        }
        filled.writeBytes(bytes[bytes.index(bytes.startIndex, offsetBy: start)...])
        return filled
    }
}
