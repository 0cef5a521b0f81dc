import Newsroom
import Synchronization

/// Identifiers of requests. The log, the pages of errors and the response name them.
enum RequestIdentifier {
    private static let seed = UInt64.random(in: .min ... .max)
    private static let count = Atomic(UInt64(0))

    /// Sixteen hexadecimal digits, which tell nobody how many requests there were.
    static func fresh() -> String {
        let number = count.wrappingAdd(1, ordering: .relaxed).newValue
        // SplitMix64, which gives each number another one (Steele, Lea and Flood, 2014).
        var bits = seed &+ number &* 0x9e37_79b9_7f4a_7c15
        bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
        bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
        bits ^= bits >> 31
        return String(unsafeUninitializedCapacity: 16) { buffer in
            for index in 0..<16 {
                let digit = UInt8(truncatingIfNeeded: bits >> UInt64(60 - index * 4)) & 0xf
                buffer[index] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
            }
            return 16
        }
    }

    /// Whether an identifier of a proxy may go into the log and onto pages.
    static func accepts(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || $0 == 0x2e || $0 == 0x5f || $0 == 0x2d }
    }
}
