import Foundation

/// The order of a JPEG's segments (ITU-T T.81, annex B). libvips opens a file without the last bytes if it has
/// all pixels, and exiftool reports nothing.
enum JPEGStructure {
    private static let endOfImage: UInt8 = 0xD9

    /// Whether the end of the image comes after its scans. Later bytes do not matter: phones append other images.
    static func isComplete(_ file: Data) -> Bool {
        file.withUnsafeBytes { bytes in
            var place = 2
            while let marker = marker(in: bytes, from: &place) {
                if marker == endOfImage { return true }
                guard !isAlone(marker) else { continue }
                guard place + 2 <= bytes.count else { return false }
                // The length includes its own two bytes. The data of a scan follows its segment.
                place += max(2, Int(bytes[place]) << 8 | Int(bytes[place + 1]))
            }
            return false
        }
    }

    /// The next marker, and the place after it. In the data of a scan, 0xFF is followed by 0, or by a restart marker.
    private static func marker(in bytes: UnsafeRawBufferPointer, from place: inout Int) -> UInt8? {
        while place < bytes.count, let next = bytes[place...].firstIndex(of: 0xFF) {
            place = next + 1
            while place < bytes.count, bytes[place] == 0xFF { place += 1 }
            guard place < bytes.count else { return nil }
            place += 1
            if bytes[place - 1] != 0 { return bytes[place - 1] }
        }
        return nil
    }

    /// Markers without a segment: restarts, TEM and the start of an image.
    private static func isAlone(_ marker: UInt8) -> Bool { (0xD0...0xD8).contains(marker) || marker == 0x01 }
}
