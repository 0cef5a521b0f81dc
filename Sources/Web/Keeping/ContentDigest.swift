import CXXHash
import NIOCore
import Newsroom

/// What tells the bytes of one page from those of another, as validators need it (RFC 9110, section 8.8.3): 128 bits of XXH3 under a
/// seed of the house, so that nobody can look for two texts with the same one.
struct ContentDigest: Sendable {
    let seed: UInt64

    /// In hexadecimal.
    func of(_ content: ByteBuffer) -> String {
        let digest = content.withUnsafeReadableBytes { XXH3_128bits_withSeed($0.baseAddress, $0.count, seed) }
        return (Self.bytes(digest.high64) + Self.bytes(digest.low64)).hexadecimal
    }

    private static func bytes(_ number: UInt64) -> [UInt8] { withUnsafeBytes(of: number.bigEndian) { Array($0) } }
}
