import Testing

@testable import Newsroom

@Suite("Typed text is measured before it is processed", .timeLimit(.minutes(1)))
struct TextRuleTests {
    private static let line = TextRule(.staffName, field: "name", minimum: 2, maximum: 40)
    private static let prose = TextRule(.commentText, field: "text", minimum: 1, maximum: 5_000, multiline: true)

    @Test(
        "Texts up to the limit are accepted, whatever their size in bytes",
        arguments: ["a", "é", "水", "😀", "\u{1100}"])
    func limits(character: String) throws {
        for rule in [Self.line, Self.prose] {
            let longest = String(repeating: character, count: rule.maximum)
            #expect(try rule.accept(longest) == longest)
            #expect(try rule.accept(" \n\t" + longest + String(repeating: " ", count: 100_000)) == longest)
            let refusal = #expect(throws: Refusal.self) { try rule.accept(longest + character) }
            #expect(
                refusal
                    == Refusal(
                        .text(.tooLong),
                        [
                            .text: .text(rule.subject.rawValue), .limit: .number(rule.maximum),
                            .length: .number(rule.maximum + 1),
                        ], field: rule.field))
        }
    }

    @Test("A text far over the limit is refused with its length")
    func farBeyond() {
        let refusal = #expect(throws: Refusal.self) {
            try Self.prose.accept(String(repeating: "\u{301}\u{323}", count: 200_000))
        }
        #expect(refusal?.field == "text")
        #expect(refusal?.values[.length] == .number(400_000))
    }

    @Test("A letter may have 30 combining marks, but not 31")
    func marks() throws {
        for rule in [Self.line, Self.prose] {
            let thirty = "ab" + String(repeating: "\u{323}", count: 30)
            #expect(try rule.accept(thirty).unicodeScalars.count >= 31)
            let refusal = #expect(throws: Refusal.self) { try rule.accept(thirty + "\u{301}") }
            #expect(refusal?.code == .text(.tooManyMarks) && refusal?.values[.limit] == .number(30))
        }
        #expect(try Self.prose.accept("Việt Nam, יִשְׂרָאֵל, हिन्दी, ไทย, مُحَمَّد") == "Việt Nam, יִשְׂרָאֵל, हिन्दी, ไทย, مُحَمَّد")
    }

    @Test("A single line is normalized, and longer text is stored as typed")
    func composition() throws {
        #expect(try Self.line.accept("Ame\u{301}lie").unicodeScalars.count == 6)
        #expect(try Self.prose.accept("Ame\u{301}lie").unicodeScalars.count == 7)
    }

    @Test(
        "All line endings become line feeds",
        arguments: [
            ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\r\r\nb", "a\n\nb"), ("a\n\r\nb", "a\n\nb"), ("é\r\n水", "é\n水"),
            ("a\n\nb", "a\n\nb"), ("\r\na\r", "a"), ("> a\u{2028}b\u{2029}c", "> a\nb\nc"), ("“a” – b", "“a” – b"),
        ])
    func lineEnds(typed: String, kept: String) throws { #expect(try Self.prose.accept(typed) == kept) }

    @Test("Line endings that a browser sends as two bytes count as one character")
    func manyLines() throws {
        let typed = Array(repeating: "a", count: 2_500).joined(separator: "\r\n") + "b"
        #expect(try Self.prose.accept(typed).utf8.count == 5_000)
    }
}
