/// Rows in the format of `COPY … FROM STDIN (FORMAT binary)`
/// (postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4).
struct PostgreSQLCopy {
    /// Derived from an insertion, which names the table and its columns.
    let sql: String
    private(set) var bytes: [UInt8] = []

    init(_ insertion: SQL, rows: [[StoredValue]]) {
        let words = insertion.text
        let target = words.prefix(upTo: words.firstRange(of: "VALUES")?.lowerBound ?? words.endIndex)
        sql = "COPY\(target.trimmingPrefix("INSERT INTO")) FROM STDIN (FORMAT binary)"
        bytes.append(contentsOf: Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0])
        // No flags and no header extension.
        add(Int64(0))
        for row in rows { add(row) }
        add(Int16(-1))
    }

    private mutating func add(_ row: [StoredValue]) {
        add(Int16(row.count))
        for value in row {
            switch value {
            case .integer(nil), .text(nil): add(Int32(-1))
            case .integer(let number?):
                add(Int32(8))
                add(number)
            case .text(let text?):
                add(Int32(text.utf8.count))
                bytes.append(contentsOf: text.utf8)
            }
        }
    }

    private mutating func add(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
