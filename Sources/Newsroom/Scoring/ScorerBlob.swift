package import Foundation

/// A scorer as bytes: 262,184 of them, whatever it has learned.
///
/// In order, with the lowest byte first: `mark`, the version and the number of examples (32 bits each), the slope and
/// the intercept (64 bits each), a weight in each byte, and a checksum of everything before it (64 bits).
package enum ScorerBlob {
    /// Goes up when the format or the features change. Scorers of other versions are trained again.
    package static let version: UInt32 = 1

    /// Why bytes are not a scorer that this program can use.
    package enum Failure: Error, Hashable, Sendable {
        /// They are something else.
        case foreign
        case version(UInt32)
        /// Some are missing, added or changed.
        case damaged
    }

    fileprivate static let mark = Array("BSSCORER".utf8)
    private static let headLength = 32
    static let length = headLength + CommentFeatures.count + 8

    fileprivate static func bytes(of scorer: CommentScorer) -> Data {
        var bytes = Data(capacity: length)
        bytes.append(contentsOf: mark)
        bytes.append(number: version)
        bytes.append(number: UInt32(clamping: scorer.examples))
        bytes.append(number: scorer.slope.bitPattern)
        bytes.append(number: scorer.intercept.bitPattern)
        bytes.append(contentsOf: scorer.weights.lazy.map { UInt8(bitPattern: $0) })
        bytes.append(number: checksum(bytes))
        return bytes
    }

    fileprivate static func scorer(from data: Data) throws(Failure) -> CommentScorer {
        let bytes = [UInt8](data)
        guard bytes.starts(with: mark) else { throw .foreign }
        guard bytes.count >= headLength else { throw .damaged }
        let found = UInt32(truncatingIfNeeded: number(bytes[8..<12]))
        guard found == version else { throw .version(found) }
        guard bytes.count == length, checksum(bytes.dropLast(8)) == number(bytes.suffix(8)) else { throw .damaged }
        let slope = Double(bitPattern: number(bytes[16..<24]))
        let intercept = Double(bitPattern: number(bytes[24..<32]))
        // A checksum does not prove that the numbers make sense.
        guard slope.isFinite, slope >= 0, intercept.isFinite else { throw .damaged }
        let weights = bytes[headLength..<length - 8].map { Int8(bitPattern: $0) }
        return CommentScorer(
            weights: weights, slope: slope, intercept: intercept, examples: Int(number(bytes[12..<16])))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// FNV-1a with 64 bits (draft-eastlake-fnv). It finds damage, not forgery.
    static func checksum(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}

extension CommentScorer {
    /// The scorer as bytes, for storing it. The scorer that is read from them gives exactly the same scores.
    package var blob: Data { ScorerBlob.bytes(of: self) }

    /// Reads a scorer from its bytes.
    package init(blob: Data) throws(ScorerBlob.Failure) { self = try ScorerBlob.scorer(from: blob) }
}

extension Data {
    fileprivate mutating func append(number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.littleEndian) { append(contentsOf: $0) }
    }
}
