import Testing

@Suite("The code keeps the rules of the house", .timeLimit(.minutes(5)))
struct HouseRuleTests {
    @Test("What the compiler cannot vouch for is proven safe beside it")
    func proof() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.withoutProof))
    }

    @Test("No file has more lines than can be read in one go")
    func length() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.tooLong))
    }

    @Test("No closure is alone in a lock")
    func lockedClosures() throws {
        expectNone(HouseRules.lockedClosures(in: try SourceTree.files(below: "Sources")))
    }

    @Test("A closure that is alone in a lock is found by its name")
    func lockedClosure() {
        let file = SourceFile(
            path: "Sources/Web/A.swift",
            text: "typealias Watch = () -> Int\nlet a = Mutex<Watch?>(nil)\nlet b = Mutex<Int?>(nil)\n")
        #expect(HouseRules.lockedClosures(in: [file]) == ["Sources/Web/A.swift:2"])
    }

    @Test("Nothing is promised for later")
    func promises() throws {
        expectNone(try texts().flatMap { $0.places(of: HouseRules.promises) })
    }

    @Test("No test waits for time to pass")
    func waits() throws {
        expectNone(try tests().flatMap { $0.places(of: HouseRules.waits) })
    }

    @Test("No test may stand still for ever: each suite has a time limit")
    func timeLimits() throws {
        expectNone(try SourceTree.files(below: "Tests").flatMap(HouseRules.withoutTimeLimit))
        let settings = try SourceTree.files(below: "Tests", ending: ["ini"])
        #expect(settings.map(\.path) == ["Tests/Browser/pytest.ini", "Tests/Cluster/pytest.ini"])
        for file in settings { #expect(file.lines.contains { $0.hasPrefix("timeout = ") }, "\(file.path)") }
    }

    @Test(
        "A suite without a time limit is found, whatever else it has",
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
        "A line is proven by its own comment or the comment above it, and by nothing else",
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

    @Test("A file of 200 lines is short enough, one of 201 is not", arguments: [(200, true), (201, false)])
    func lengths(lines: Int, isShort: Bool) {
        let text = String(repeating: "let a = 1\n", count: lines)
        #expect(HouseRules.tooLong(SourceFile(path: "Sources/Web/A.swift", text: text)).isEmpty == isShort)
    }

    @Test("No refusal carries a sentence; the words have it")
    func refusals() throws {
        expectNone(try SourceTree.files(below: "Sources").flatMap(HouseRules.refusalsWithSentence))
    }

    @Test(
        "A sentence in a refusal is found, on its own line too; codes, names and values are none",
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

    @Test("A place is named by file and line")
    func places() {
        let file = SourceFile(path: "Tests/Browser/test_a.py", text: "import time\n\ntime.sleep(1)\n")
        #expect(file.places(of: HouseRules.waits) == ["Tests/Browser/test_a.py:3"])
    }

    /// The tests, without the ones here, which name what they look for.
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
