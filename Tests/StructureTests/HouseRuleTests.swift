import Testing

@Suite("The source code follows the project's rules", .timeLimit(.minutes(5)))
struct HouseRuleTests {
    @Test("Every use of an unchecked language feature has a comment that proves it safe")
    func proof() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.withoutProof))
    }

    @Test("No source file has more than 200 lines")
    func length() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.tooLong))
    }

    @Test("No Mutex holds a bare closure")
    func lockedClosures() throws {
        expectNone(HouseRules.lockedClosures(in: try SourceTree.files(below: "Sources")))
    }

    @Test("The check finds a bare closure in a Mutex by the name of its type")
    func lockedClosure() {
        let file = SourceFile(
            path: "Sources/Web/A.swift",
            text: "typealias Watch = () -> Int\nlet a = Mutex<Watch?>(nil)\nlet b = Mutex<Int?>(nil)\n")
        #expect(HouseRules.lockedClosures(in: [file]) == ["Sources/Web/A.swift:2"])
    }

    @Test("No file contains a note about work to do later")
    func promises() throws {
        expectNone(try texts().flatMap { $0.places(of: HouseRules.promises) })
    }

    @Test("No test sleeps for a fixed time")
    func waits() throws {
        expectNone(try tests().flatMap { $0.places(of: HouseRules.waits) })
    }

    @Test("Every suite has a time limit")
    func timeLimits() throws {
        expectNone(try SourceTree.files(below: "Tests").flatMap(HouseRules.withoutTimeLimit))
        let settings = try SourceTree.files(below: "Tests", ending: ["ini"])
        #expect(settings.map(\.path) == ["Browser", "Cluster", "Package"].map { "Tests/\($0)/pytest.ini" })
        for file in settings { #expect(file.lines.contains { $0.hasPrefix("timeout = ") }, "\(file.path)") }
    }

    @Test(
        "The check finds a suite without a time limit, whatever traits it has",
        arguments: [
            ("struct ATests {", false), ("@Suite(\"A\")\nstruct ATests {", false),
            ("@Suite(\"A\")\nfinal class Preview {", false),
            ("@Suite(\"A\", .timeLimit(.minutes(1)))\nstruct ATests {", true),
            ("@Suite(\n    \"A\", .serialized,\n    .timeLimit(.minutes(1)))\nstruct ATests {", true),
            ("@Suite(\"B\", .timeLimit(.minutes(1)))\nstruct BTests {}\n\n@Suite(\"A\")\nstruct ATests {", false),
            ("struct Sample {\n    let tests: ATests", true), ("extension ATests {", true),
        ])
    func timeLimit(text: String, isLimited: Bool) {
        let file = SourceFile(path: "Tests/WebTests/ATests.swift", text: text)
        #expect(HouseRules.withoutTimeLimit(file).isEmpty == isLimited)
    }

    @Test(
        "The proof of a line is in a comment on the line or directly above it",
        arguments: [
            ("let a = try! b() // Safe: b is a literal.", true),
            ("// Safe: b is a literal,\n// written above.\nlet a = try! b()", true),
            ("// A literal.\nlet a = try! b()", false),
            ("// Safe: that one.\nlet a = c()\nlet b = try! d()", false),
            ("// A comment may name fatalError( freely.", true),
            ("final class A: @unchecked Sendable {}", false),
            ("nonisolated(unsafe) var a = 1", false),
            ("fatalError(\"never\")", false),
        ])
    func proofs(text: String, isProven: Bool) {
        let file = SourceFile(path: "Sources/Web/A.swift", text: text)
        #expect(HouseRules.withoutProof(file).isEmpty == isProven)
    }

    @Test("A file may have 200 lines, but not 201", arguments: [(200, true), (201, false)])
    func lengths(lines: Int, isShort: Bool) {
        let text = String(repeating: "let a = 1\n", count: lines)
        #expect(HouseRules.tooLong(SourceFile(path: "Sources/Web/A.swift", text: text)).isEmpty == isShort)
    }

    @Test("A refusal contains codes and values; its sentence is in Pages/Words")
    func refusals() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.refusalsWithSentence))
    }

    @Test(
        "The check finds a sentence in a refusal, on any line, and ignores codes, names and values",
        arguments: [
            ("throw Refusal(.invalid, \"This is wrong.\")", false),
            ("throw Refusal.conflict(\n    \"\\(name) was faster.\")", false),
            ("throw Refusal(\n    .move(.notText), [.reason: .text(\"It is a\\(b) c.\")])", false),
            ("throw Refusal(.text(.missing), [.text: .text(\"guid\")], field: \"guid\")", true),
            ("throw Refusal(.move(.notText), [.key: .text(key.joined(separator: \", \"))])", true),
            ("throw Refusal(.missing(.story))\nlet words = \"Another sentence.\"", true),
            ("// Refusal(\"a sentence\")", true),
        ])
    func refusal(text: String, isCode: Bool) {
        #expect(
            HouseRules.refusalsWithSentence(SourceFile(path: "Sources/Web/A.swift", text: text)).isEmpty == isCode)
    }

    @Test("A violation is reported with its file and line")
    func places() {
        let file = SourceFile(path: "Tests/Browser/test_a.py", text: "import time\n\ntime.sleep(1)\n")
        #expect(file.places(of: HouseRules.waits) == ["Tests/Browser/test_a.py:3"])
    }

    /// All tests except these, which contain the words that they look for.
    private func tests() throws -> [SourceFile] {
        try SourceTree.files(below: "Tests", ending: ["swift", "py"]).filter { $0.target != "StructureTests" }
    }

    private func texts() throws -> [SourceFile] {
        try tests() + SourceTree.files(below: "Sources", ending: ["swift", "h", "css", "js"])
    }

    private func expectNone(_ places: [String], sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(places.isEmpty, "\(places.joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
}
