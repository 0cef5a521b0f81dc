import Foundation
import Testing

@testable import Markup

/// Measures the processor time of this thread, and compares it with that of other texts in the same run.
@Suite("The cost of rendering a comment", .timeLimit(.minutes(1)))
struct CommentEffortTests {
    private static let patterns = [
        "*", "**", "_", "***", "*a", "*a ", "a*", "a* ", "_a", "_a_ ", "**a ", "*a **b ", "a**b", "*a_ ", "***a_ ",
        "\\", "\\*", "\\*a", "\\*a\\* ", "\\[", "\\]",
        "[", "]", "[]", "[a", "[a]", "[a](", "](", "](http://", "](http://a", "[a](http://a", "[a](http://a)",
        "[*a](http://a)", "[a](http://[x", "[(", "((", "[[a](http://b)",
        "[\u{200B}](http://a)", "](http://(", "[](http://a)", "http://a", "http://a ", "http://a.b/(", "http://a/)",
        "http://a)(", "http://(((((", "http://.....", "www.", "www.a",
        "www.a ", "://", "h://", "http://é", "http://中", ">", "> ", "- ", "* ", "+ ", "1. ", "- * + ", "- > ", "\n",
        "\n>", "\n- ", "\n- a\n", "> a\n", ">> a\n", "> > > > > > a\n", " - a\n",
        "- a\n  ", "1. a\n", "- \u{200B}\n", "\u{200B}", "*\u{200B}", "\u{301}*", "a\n", " ", "\t", " \n", "\r", "\"",
        "'", "&", "&#0;", "<", "<a ", "\u{FEFF}", "\u{85}", "中", "*中*",
        "-* ", "*-", "_* ", "- - - - - - a\n", "\\> a\n", "1\\. a\n", ": ", ". ", "[ ]( ", "`", "\u{2028}",
    ]

    private func time(_ text: String) -> UInt64 {
        (0..<3).map { _ in
            let start = clock_gettime_nsec_thread()
            var out: [UInt8] = []
            CommentMarkup.write(text, to: &out)
            return clock_gettime_nsec_thread() - start
        }.min() ?? 0
    }

    private func clock_gettime_nsec_thread() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private func filled(_ pattern: String, _ length: Int) -> String {
        String(repeating: pattern, count: max(1, length / pattern.utf8.count))
    }

    @Test(
        "A text 16 times as long takes about 16 times as long, whatever it contains", arguments: patterns)
    func growth(pattern: String) {
        let short = time(filled(pattern, 2_000))
        let long = time(filled(pattern, 32_000))
        #expect(long < 60 * short, "\(pattern.debugDescription): \(short) and \(long)")
    }
}
