package import NIOCore

/// A place in a shared page that is filled in for some visitors. The shared bytes have no mark there.
package struct Slot: Sendable, Hashable {
    package let name: String
    /// The offset of the slot in the bytes of the identity representation.
    package let place: Int
    /// Bytes for filling the slot. No representation contains them.
    package let content: [UInt8]

    package init(name: String, place: Int, content: [UInt8]) {
        self.name = name
        self.place = place
        self.content = content
    }
}

extension CachedPage {
    /// The bytes of the page for one visitor, with these contents in its slots. Caches must not store a
    /// filled page.
    package func filled(_ content: (Slot) -> [UInt8]?) -> ByteBuffer { identity.body.filled(slots, content) }
}

extension ByteBuffer {
    /// A copy of these bytes with contents in the slots, which must be sorted by their places.
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
