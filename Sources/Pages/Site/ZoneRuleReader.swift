import Newsroom

/// Reads a POSIX `TZ` rule from left to right.
struct ZoneRuleReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = text[...].utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    func isAt(_ sign: Unicode.Scalar) -> Bool { rest.first == UInt8(ascii: sign) }

    mutating func skip(_ sign: Unicode.Scalar) -> Bool {
        guard isAt(sign) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The name of a clock: letters, or between angle brackets also digits, `+` and `-`.
    mutating func name() -> String? {
        let isQuoted = skip("<")
        let name = rest.prefix { byte in
            byte.isASCIILetter
                || isQuoted && (byte.isASCIIDigit || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-"))
        }
        rest = rest.dropFirst(name.count)
        guard (3...10).contains(name.count), !isQuoted || skip(">") else { return nil }
        return String(Substring(name))
    }

    /// A time of hours, minutes and seconds with an optional sign, in seconds. `hours` is the largest valid
    /// hour.
    mutating func time(hours: Int) -> Int? {
        let isNegative = skip("-")
        if !isNegative { _ = skip("+") }
        guard let hour = number(0...hours) else { return nil }
        var seconds = hour * 3_600
        for unit in [60, 1] where skip(":") {
            guard let part = number(0...59) else { return nil }
            seconds += part * unit
        }
        return isNegative ? -seconds : seconds
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix { $0.isASCIIDigit }
        rest = rest.dropFirst(digits.count)
        guard (1...3).contains(digits.count), let number = Int(String(Substring(digits))), range.contains(number) else {
            return nil
        }
        return number
    }
}
