/// Draws from a seed: SplitMix64 (Steele, Lea, Flood, 2014). Only whole numbers and exact arithmetic, so that one seed gives the
/// same site on every machine.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Draws of its own for the part of a site with this number.
    init(seed: UInt64, part: Int) {
        var mixing = Draw(seed: seed ^ (UInt64(truncatingIfNeeded: part) &* 0xD1B5_4A32_D192_ED03))
        state = mixing.next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// From 0 to below `bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
    }

    /// From 0 to below 1, in steps of 2⁻⁵³.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func happens(oneIn count: Int) -> Bool { below(count) == 0 }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    /// Log-normal: the logarithm to base 2 is near a normal curve around that of `median`, with this deviation.
    mutating func logNormal(median: Double, deviation: Double) -> Double {
        var sum = 0.0
        for _ in 0..<12 { sum += fraction() }
        return median * powerOfTwo((sum - 6) * deviation)
    }

    /// 2 to the power of `exponent`; between whole powers along a parabola, which is within 0.4 %.
    private func powerOfTwo(_ exponent: Double) -> Double {
        let whole = exponent.rounded(.down)
        let rest = exponent - whole
        return Double(sign: .plus, exponent: Int(whole), significand: 1 + rest * (0.6565 + 0.3435 * rest))
    }

    /// 64 hexadecimal digits, as long as what the product keeps of an address or a browser.
    mutating func digest() -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(unsafeUninitializedCapacity: 64) { buffer in
            for group in 0..<4 {
                var bits = next()
                for place in 0..<16 {
                    buffer[group * 16 + place] = digits[Int(bits & 15)]
                    bits >>= 4
                }
            }
            return 64
        }
    }
}
