/// A pseudorandom generator: SplitMix64 (Steele, Lea, Flood, 2014). It uses only integers and exact
/// arithmetic, so that a seed gives the same site on every machine.
struct Draw {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// Makes an independent generator for the part of a site with this number.
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

    /// A number in 0..<`bound`.
    mutating func below(_ bound: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
    }

    /// A number from 0 to below 1, a multiple of 2⁻⁵³.
    mutating func fraction() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }

    mutating func happens(oneIn count: Int) -> Bool { below(count) == 0 }

    mutating func pick<T>(_ list: [T]) -> T { list[below(list.count)] }

    /// A log-normal number. Its base-2 logarithm is approximately normal, with this deviation and the base-2
    /// logarithm of `median` as its mean.
    mutating func logNormal(median: Double, deviation: Double) -> Double {
        var sum = 0.0
        for _ in 0..<12 { sum += fraction() }
        return median * powerOfTwo((sum - 6) * deviation)
    }

    /// 2 to the power of `exponent`, by a parabola between whole powers. The error is at most 0.4%.
    private func powerOfTwo(_ exponent: Double) -> Double {
        let whole = exponent.rounded(.down)
        let rest = exponent - whole
        return Double(sign: .plus, exponent: Int(whole), significand: 1 + rest * (0.6565 + 0.3435 * rest))
    }

    /// 64 hexadecimal digits, the length of the digest that Broadsheet stores for an address or a browser.
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
