import TestSupport
import Testing

@testable import Database

@Suite("SQL", .timeLimit(.minutes(5)))
struct SQLTests {
    private static let columns: SQL = "w.word, w.note"

    private static func found(with condition: SQL) -> SQL {
        "SELECT \(columns) FROM words w WHERE \(condition) ORDER BY w.word"
    }

    @Test("Parts are joined into one text, in order")
    func text() {
        let statement = Self.found(with: "w.word = $1 AND \("w.note = $2" as SQL)")
        #expect(
            statement.text == "SELECT w.word, w.note FROM words w WHERE w.word = $1 AND w.note = $2 ORDER BY w.word")
        #expect(("SELECT 1" as SQL).text == "SELECT 1")
        #expect(statement.begins(with: "SELECT") && !statement.begins(with: "INSERT"))
        #expect(("\(Self.columns)" as SQL).begins(with: "w.word"))
    }

    @Test("The same call gives the same statement every time, and other parts give another one")
    func identity() {
        let conditions: [SQL] = ["w.word = $1", "w.note = $1"]
        let statements = (0..<2).map { _ in conditions.map(Self.found) }
        #expect(statements[0] == statements[1])
        #expect(Set(statements.joined()).count == 2)
        #expect(statements[0][0] != statements[0][1])
        #expect(Self.columns != ("\(Self.columns)\(Self.columns)" as SQL))
    }

    @Test("A statement made of parts runs, and runs again", arguments: TestedEngine.allCases)
    func carriedOut(_ engine: TestedEngine) async throws {
        let database = try await engine.open()
        let words = try await database.write { tx in
            try tx.script("CREATE TABLE words (word TEXT PRIMARY KEY, note TEXT)")
            for word in ["one", "two"] { try tx.run("INSERT INTO words (word, note) VALUES ($1, $2)", word, "a note") }
            return try ["two", "one", "three"].map { word in
                try tx.first(Self.found(with: "w.word = $1"), word) { row in
                    "\(try row[0] as String), \(try row[1] as String)"
                }
            }
        }
        #expect(words == ["two, a note", "one, a note", nil])
    }

    @Test(
        "PostgreSQL prepares a statement made of parts once",
        .enabled(if: TestPostgreSQL.isHere, "needs PostgreSQL: apt-get install postgresql"))
    func learnedOnce() async throws {
        let database = try await TestedEngine.postgreSQL.open()
        let count: Int? = try await database.write { tx in
            try tx.script("CREATE TABLE words (word TEXT PRIMARY KEY, note TEXT)")
            for _ in 0..<3 { _ = try tx.exists(Self.found(with: "w.word = $1"), "one") }
            return try tx.value("SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT w.word%'")
        }
        #expect(count == 1)
    }
}
