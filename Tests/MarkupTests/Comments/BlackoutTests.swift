import Foundation
import Testing

@testable import Markup

@Suite("Passages that were taken out of a comment", .timeLimit(.minutes(1)))
struct BlackoutTests {
    private let mark = "<span class=\"blackout\" role=\"img\" aria-label=\"passage removed\">█████</span>"

    private func html(_ text: String, _ spoken: String? = "passage removed") -> String {
        var out = HTML()
        out.write(comment: text, blackouts: spoken)
        return out.string
    }

    @Test("Each run of exactly five marks is one picture with a spoken text")
    func marks() {
        #expect(html("Call █████ now") == "<p dir=\"auto\">Call \(mark) now</p>\n")
        #expect(html("*█████* █████\n> █████").components(separatedBy: mark).count == 4)
        for other in ["████", "██████", "██████████"] { #expect(!html("a \(other) b").contains("blackout")) }
        #expect(html("█████", "\"<>").contains("aria-label=\"&quot;&lt;&gt;\""))
    }

    @Test("Marks in the address of a link stay as they are")
    func links() {
        let html = html("[see █████](https://a.example/█████) and https://b.example/█████")
        #expect(html.contains("see \(mark)</a>") && html.contains("href=\"https://a.example/█████\""))
        #expect(html.contains(">https://b.example/</a>\(mark)"))
    }

    @Test("Anybody can type the marks: without a blackout they are text")
    func typed() {
        #expect(html("█████", nil) == "<p dir=\"auto\">█████</p>\n")
    }
}
