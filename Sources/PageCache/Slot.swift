package import NIOCore

/// A place in a shared page that is filled in for some visitors. The shared bytes have no mark there.
package struct Slot: Sendable, Hashable {
    package let name: String
    /// The offset of the slot in the bytes of the identity representation.
    package let place: Int
    /// Bytes for filling the slot. No representation contains them.
    package let content: [UInt8]
    /// How many bytes of that representation a filling replaces.
    package let length: Int

    package init(name: String, place: Int, content: [UInt8], length: Int = 0) {
        self.name = name
        self.place = place
        self.content = content
        self.length = length
    }
}

extension CachedPage {
    /// The bytes of the page for one visitor, with these contents in its slots. Caches must not store a
    /// filled page.
    package func filled(_ content: (Slot) -> [UInt8]?) -> ByteBuffer { identity.body.filled(slots, content) }
}

extension ByteBuffer {
    /// A copy of these bytes with contents in the slots, which must be sorted by their places. A slot within bytes that a
    /// filling replaces is left out.
    package func filled(_ slots: [Slot], _ content: (Slot) -> [UInt8]?) -> ByteBuffer {
        let contents = slots.compactMap { slot in content(slot).map { (slot, $0) } }
        guard !contents.isEmpty else { return self }
        var (filled, start) = (ByteBuffer(), 0)
        filled.reserveCapacity(contents.reduce(readableBytes) { $0 + $1.1.count })
        let bytes = readableBytesView
        for (slot, content) in contents where slot.place >= start {
            let place = slot.place
            filled.writeBytes(
                bytes[bytes.index(bytes.startIndex, offsetBy: start)..<bytes.index(bytes.startIndex, offsetBy: place)])
            filled.writeBytes(content)
            start = place + slot.length
        }
        filled.writeBytes(bytes[bytes.index(bytes.startIndex, offsetBy: start)...])
        return filled
    }
}
