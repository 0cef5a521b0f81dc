import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Database

@Suite("Joint writes", .timeLimit(.minutes(5)))
struct JointWriteTests {
    private struct Refused: Error {}

    private let rounds = RoundSizes()

    private final class RoundSizes: Sendable {
        private let sizes = Mutex<[Int]>([])
        var all: [Int] { sizes.withLock { $0 } }
        func add(_ size: Int) { sizes.withLock { $0.append(size) } }
    }

    private func prepared(_ engine: TestedEngine) async throws -> (Database, JointWrites<String, Int>) {
        let database = try await engine.open()
        try await database.write { tx in try tx.script("CREATE TABLE words (word TEXT PRIMARY KEY)") }
        let words = JointWrites<String, Int>(on: database) { [rounds] words, tx in
            rounds.add(words.count)
            return try words.map { word in
                if word == "refused" { return .failure(Refused()) }
                try tx.run("INSERT INTO words (word) VALUES ($1)", word)
                return .success(word.count)
            }
        }
        return (database, words)
    }

    /// Keeps the writer busy until all texts are waiting, then writes them. Returns those that were written.
    private func write(_ texts: [String], _ words: JointWrites<String, Int>, on database: Database) async throws -> Set<
        String
    > {
        let isAtWork = Mutex(false)
        async let others: Void = database.write { _ in
            isAtWork.withLock { $0 = true }
            let end = ContinuousClock.now + .seconds(120)
            while words.waiting < texts.count, ContinuousClock.now < end { sched_yield() }
        }
        try await waitUntil { isAtWork.withLock { $0 } }
        let written = await withTaskGroup(of: String?.self) { group in
            for text in texts {
                group.addTask { (try? await words.write(text)) == text.count ? text : nil }
            }
            return await group.reduce(into: Set<String>()) { found, text in if let text { found.insert(text) } }
        }
        try await others
        return written
    }

    private func stored(in database: Database) async throws -> Set<String> {
        Set(try await database.read { tx in try tx.all("SELECT word FROM words") { try $0[0] as String } })
    }

    @Test(
        "Writes that wait for the writer are performed together, and each gets its own result",
        arguments: TestedEngine.allCases)
    func together(_ engine: TestedEngine) async throws {
        let (database, words) = try await prepared(engine)
        let texts = (0..<30).map { String(repeating: "w", count: $0 + 1) }
        #expect(try await write(texts + ["refused"], words, on: database) == Set(texts))
        #expect(rounds.all == [31])
        #expect(try await stored(in: database) == Set(texts))
        #expect(try await words.write("one more") == 8)
    }

    @Test("A write that makes the shared statement fail is refused alone", arguments: TestedEngine.allCases)
    func spoilt(_ engine: TestedEngine) async throws {
        let (database, words) = try await prepared(engine)
        _ = try await words.write("taken")
        let texts = (0..<10).map { "word \($0)" }
        #expect(try await write(texts + ["taken"], words, on: database) == Set(texts))
        #expect(try await stored(in: database) == Set(texts + ["taken"]))
    }

    @Test("A round has a maximum size, and later writes get a round of their own", arguments: TestedEngine.allCases)
    func manyRounds(_ engine: TestedEngine) async throws {
        let (database, words) = try await prepared(engine)
        let texts = (0..<450).map { "word \($0)" }
        #expect(try await write(texts, words, on: database).count == 450)
        #expect(rounds.all.allSatisfy { $0 <= WriteGroups.largest })
        #expect(try await stored(in: database).count == 450)
        #expect(words.waiting == 0)
    }

    @Test("Any text can be an element of an array literal")
    func literals() {
        let texts: [String?] = [#"a "quoted" \ word"#, "NULL", "", "{a,b}", nil, "نص"]
        #expect(ArrayLiteral(texts).stored == .text(#"{"a \"quoted\" \\ word","NULL","","{a,b}",NULL,"نص"}"#))
        #expect(ArrayLiteral([1, -2] as [Int64]).stored == .text("{1,-2}"))
        #expect(ArrayLiteral([] as [Int64]).stored == .text("{}"))
    }

    @Test("PostgreSQL reads an array literal back unchanged", .enabled(if: TestPostgreSQL.isHere, "needs PostgreSQL"))
    func literalsRead() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        let texts: [String?] = [#"a "quoted" \ word"#, "NULL", "", "{a,b}", nil, "نص", " spaced ", "line\nline"]
        let read = try await database.read { tx in
            try tx.all("SELECT * FROM unnest($1::text[])", ArrayLiteral(texts)) { row in try row[0] as String? }
        }
        #expect(read == texts)
    }
}
