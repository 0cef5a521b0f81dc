import Database
import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("docs/privacy.md matches the schema", .timeLimit(.minutes(5)))
struct PrivacyDocumentTests {
    private static let document = URL(filePath: #filePath).appending(path: "../../../docs/privacy.md")
        .standardizedFileURL
    private static let lists = "\n## Columns without personal data\n"

    /// The text before the lists of columns without personal data, and the lists.
    private func halves() throws -> (personal: Substring, other: Substring) {
        let text = try String(contentsOf: Self.document, encoding: .utf8)
        let start = try #require(text.range(of: Self.lists))
        return (text[..<start.lowerBound], text[start.upperBound...])
    }

    /// The rows of the tables about personal data. Each has the columns in its first cell: `people.email`, `people.name`.
    private func rows() throws -> [(columns: [String], cells: [Substring])] {
        try halves().personal.split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
            return (cells.first?.matches(of: /`(\w+\.\w+)`/).map { String($0.output.1) } ?? [], Array(cells))
        }
    }

    /// The columns in lists such as "- `people`: `id`, `role`".
    private func others() throws -> [String] {
        try halves().other.split(separator: "\n- ").flatMap { item -> [String] in
            let names = item.matches(of: /`(\w+)`/).map { String($0.output.1) }
            return names.dropFirst().map { "\(names[0]).\($0)" }
        }
    }

    @Test("Each column of each table is described as personal data, or listed as one without")
    func columns() async throws {
        let database = try await TestedEngine.memory.open()
        try await Migrations.run(on: database)
        let columns: [String] = try await database.read { tx in
            try tx.all(
                """
                SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_info(t.name) c
                WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'
                """
            ) { try $0[0] }
        }
        let (personal, others) = (try rows().flatMap(\.columns), try others())
        let undecided = Set(columns).subtracting(personal + others)
        #expect(undecided.isEmpty, "decide whether these are personal data: \(undecided.sorted())")
        let unknown = Set(personal + others).subtracting(columns)
        #expect(unknown.isEmpty, "there are no such columns: \(unknown.sorted())")
        let twice = Dictionary(grouping: personal + others) { $0 }.filter { $0.value.count > 1 }.keys
        #expect(twice.isEmpty, "these are in the document twice: \(twice.sorted())")
    }

    @Test("Each row says what the data is, why it is stored, how long, and who sees it")
    func cells() throws {
        let rows = try rows()
        #expect(rows.count > 20)
        for (columns, cells) in rows {
            #expect(cells.count == 5 && !columns.isEmpty, "\(columns)")
            for cell in cells { #expect(cell.trimmingCharacters(in: .whitespaces).count > 3, "\(columns): \(cells)") }
        }
    }
}
