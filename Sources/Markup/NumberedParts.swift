/// Markup in parts, with the same number between each two of them: what stands around every comment of a page, written by one
/// appending.
package struct NumberedParts: Sendable {
    private let bytes: [UInt8]
    /// Where each part ends.
    private let ends: [Int]

    package init(_ parts: HTML...) {
        var (bytes, ends): ([UInt8], [Int]) = ([], [])
        for part in parts {
            bytes += part.bytes
            ends.append(bytes.count)
        }
        (self.bytes, self.ends) = (bytes, ends)
    }

    /// These parts, and right behind them the others.
    package static func + (one: NumberedParts, other: NumberedParts) -> NumberedParts {
        NumberedParts(
            bytes: one.bytes + other.bytes,
            ends: Array(one.ends.dropLast()) + other.ends.map { one.bytes.count + $0 })
    }

    private init(bytes: [UInt8], ends: [Int]) {
        self.bytes = bytes
        self.ends = ends
    }

    fileprivate func append(_ number: Int64, to out: inout [UInt8]) {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 20 * (ends.count + 1)) { place in
            let digits = UnsafeMutableBufferPointer(rebasing: place.suffix(20))
            let number = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(digits)[number.writeDigits(to: digits)...])
            var (length, start) = (0, 0)
            bytes.withUnsafeBufferPointer { bytes in
                for (index, end) in ends.enumerated() {
                    if index > 0 { length = place[length...].initialize(fromContentsOf: number) }
                    length = place[length...].initialize(fromContentsOf: bytes[start..<end])
                    start = end
                }
            }
            out.append(contentsOf: UnsafeBufferPointer(place)[..<length])
        }
    }
}

extension HTML {
    package mutating func write(_ parts: NumberedParts, around number: Int64) { parts.append(number, to: &line) }
}
