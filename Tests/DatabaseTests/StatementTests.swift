import TestSupport
import Testing

@testable import Database

@Suite("Statements", .timeLimit(.minutes(5)))
struct StatementTests {
    private struct Stop: Error {}

    private func numbers(_ engine: TestedEngine, upTo last: Int) async throws -> Database {
        let database = try await engine.open()
        try await database.write { tx in
            try tx.script("CREATE TABLE numbers (n INTEGER PRIMARY KEY, word TEXT)")
            for n in 1...last { try tx.run("INSERT INTO numbers (n, word) VALUES ($1, $2)", n, "word \(n)") }
        }
        return database
    }

    private func after(_ n: Int, _ tx: Transaction) throws -> [Int] {
        try tx.all("SELECT n FROM numbers WHERE n > $1 ORDER BY n", n) { try $0[0] }
    }

    @Test("The same statement can run again for each of its rows", arguments: TestedEngine.allCases)
    func nesting(_ engine: TestedEngine) async throws {
        let database = try await numbers(engine, upTo: 3)
        let pairs = try await database.read { tx in
            func pairs(_ above: Int, _ depth: Int) throws -> [[Int]] {
                try tx.all("SELECT n FROM numbers WHERE n > $1 ORDER BY n", above) { row in
                    let n: Int = try row[0]
                    return [n] + (depth > 0 ? try pairs(n, depth - 1).flatMap(\.self) : [])
                }
            }
            return try pairs(0, 2)
        }
        #expect(pairs == [[1, 2, 3, 3], [2, 3], [3]])
    }

    @Test("A statement starts from the beginning after unread rows or an error", arguments: TestedEngine.allCases)
    func leaving(_ engine: TestedEngine) async throws {
        let database = try await numbers(engine, upTo: 3)
        try await database.read { tx in
            for _ in 0..<2 {
                let first: Int? = try tx.value("SELECT n FROM numbers ORDER BY n")
                #expect(first == 1)
                #expect(throws: Stop.self) {
                    try tx.all("SELECT n FROM numbers ORDER BY n") { _ in throw Stop() }
                }
                let others = try after(1, tx)
                #expect(others == [2, 3])
            }
        }
        try await database.write { tx in try tx.run("DELETE FROM numbers WHERE n = 2") }
        #expect(try await database.read { tx in try after(0, tx) } == [1, 3])
    }

    @Test("Texts are returned unchanged", arguments: TestedEngine.allCases)
    func texts(_ engine: TestedEngine) async throws {
        let texts = ["", "a", "Größe 🗞️", String(repeating: "long ", count: 1_000)]
        let database = try await engine.open()
        for text in texts {
            let back = try await database.read { tx in
                let bytes: Int? =
                    switch tx.dialect {
                    case .sqlite: try tx.value("SELECT LENGTH(CAST($1 AS BLOB))", text)
                    case .postgreSQL: try tx.value("SELECT OCTET_LENGTH($1)", text)
                    }
                return (text: try tx.value("SELECT $1", text) as String?, bytes: bytes)
            }
            #expect(back.text == text)
            #expect(back.bytes == text.utf8.count)
        }
    }

    @Test("A column of an unexpected type throws, and NULL is nil", arguments: TestedEngine.allCases)
    func types(_ engine: TestedEngine) async throws {
        let database = try await engine.open()
        try await database.read { tx in
            #expect(throws: DatabaseFault.unexpectedValue(column: 0)) { try tx.value("SELECT 'one'") as Int? }
            #expect(throws: DatabaseFault.unexpectedValue(column: 0)) {
                try tx.first("SELECT 1") { try $0[0] as String }
            }
            let nothing = try tx.first("SELECT NULL") { try $0[0] as Int? }
            #expect(nothing == .some(nil))
        }
    }

    @Test("An error names the failed statement", arguments: TestedEngine.allCases)
    func names(_ engine: TestedEngine) async throws {
        let database = try await engine.open()
        let named = await #expect(throws: DatabaseFault.self) {
            try await database.read { tx in try tx.run("SELECT x", name: "theQuestion") }
        }
        guard case .statement(let sentence)? = named else { return #expect(Bool(false), "\(named as Any)") }
        #expect(sentence.hasPrefix("theQuestion: "))
        let counted = await #expect(throws: DatabaseFault.self) {
            try await database.read { tx in try tx.run("SELECT $1, $2", 1) }
        }
        guard case .statement(let sentence)? = counted else { return #expect(Bool(false), "\(counted as Any)") }
        #expect(sentence.hasPrefix("names(_:): "))
    }

    @Test("Statements do not keep a closed database open")
    func closing() async throws {
        let database = try await numbers(.file, upTo: 3)
        #expect(try await database.read { tx in try after(0, tx) }.count == 3)
        await database.close()
        await #expect(throws: (any Error).self) { try await database.read { tx in try after(0, tx) } }
    }
}
