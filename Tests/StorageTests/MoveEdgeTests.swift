import Database
import Newsroom
import TestSupport
import Testing

@testable import Storage

extension MoveTests {
    @Test("Every column of a moved table has a parameter")
    func parameters() {
        for table in MovedTable.all {
            #expect(table.insertion.text.count { $0 == "$" } == table.types.count, "\(table.name)")
            let columns = table.insertion.text.prefix { $0 != ")" }.count { $0 == "," } + 1
            #expect(columns == table.types.count, "\(table.name)")
        }
    }

    @Test("An empty newspaper can be moved there and back", arguments: ways)
    func nothing(one: TestedEngine, other: TestedEngine) async throws {
        let (source, there, back) = (try await empty(one), try await empty(other), try await empty(one))
        for (from, to) in [(source, there), (there, back)] {
            let move = Move(from: from, to: to)
            try await move.copy { _, _ in }
            try await move.end()
        }
        #expect(try await digests(back) == digests(source))
        let numbers = try await source.read { tx in Set(try tx.lastNumbers()) }
        #expect(try await back.read { tx in Set(try tx.lastNumbers()) } == numbers)
        for database in [there, back] {
            let first = try await database.write { tx in
                try tx.insert("INSERT INTO changes (kind) VALUES ('house') RETURNING number")
            }
            #expect(first == 1)
        }
    }

    @Test(
        "A move that a later move has replaced is refused at its end, and the later move completes",
        arguments: TestedEngine.allCases)
    func overtaken(engine: TestedEngine) async throws {
        let source = try await filled(.memory)
        let target = try await empty(engine)
        let (first, second) = (Move(from: source.database, to: target), Move(from: source.database, to: target))
        try await first.copy { _, _ in }
        try await second.begin()
        let refusal = await #expect(throws: Refusal.self) { try await first.end() }
        #expect(refusal?.code == .move(.overtaken))
        try await second.copy { _, _ in }
        try await second.end()
        let late = await #expect(throws: Refusal.self) { try await second.store([], of: .cases) }
        #expect(late?.kind == .conflict)
    }

    @Test(
        "Invalid text is refused with its table and row, and not repaired",
        arguments: ["CAST(x'41FF42' AS TEXT)", "CAST(x'410042' AS TEXT)"])
    func broken(text: String) async throws {
        let source = try await filled(.file)
        let id = try await source.database.write { tx in
            text.contains("FF")
                ? try tx.insert(
                    "INSERT INTO topics (slug, name) VALUES ('broken', CAST(x'41FF42' AS TEXT)) RETURNING id")
                : try tx.insert(
                    "INSERT INTO topics (slug, name) VALUES ('broken', CAST(x'410042' AS TEXT)) RETURNING id")
        }
        let target = try await empty(.file)
        let refusal = await #expect(throws: Refusal.self) {
            try await Move(from: source.database, to: target).copy { _, _ in }
        }
        #expect(refusal == Refusal(.move(.notText), [.table: .text("topics"), .key: .text("\(id)")]))
    }
}
