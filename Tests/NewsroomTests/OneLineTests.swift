import Newsroom
import Testing

@Suite("Messages of other programs in one line", .timeLimit(.minutes(1)))
struct OneLineTests {
    @Test(
        "Line ends, control characters and characters that reorder text become one space",
        arguments: [
            ("", ""), ("as it is", "as it is"), (" \n around \t", "around"), ("two\r\n\r\nlines", "two lines"),
            ("a\u{1B}[31mred\u{1B}[0m", "a [31mred [0m"), ("a\u{0}b\u{7F}c\u{9B}d", "a b c d"),
            ("a\u{202E}b\u{2066}c", "a b c"), ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"), ("a\u{FFFE}b", "a b"),
            ("خطأ: e\u{301} 👩‍🚀", "خطأ: e\u{301} 👩‍🚀"),
        ])
    func lines(message: String, line: String) {
        #expect(Array(message.inOneLine.unicodeScalars) == Array(line.unicodeScalars))
    }
}
