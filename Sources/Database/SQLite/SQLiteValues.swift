import CSQLite

/// The columns of a statement's current row. A value whose type differs from the requested type reads as
/// `nil`.
struct SQLiteColumns {
    /// Valid while a row is read: the statement neither steps nor ends meanwhile (`SQLiteStatement.rows`).
    let statement: OpaquePointer

    func isNull(at column: Int) -> Bool { sqlite3_value_type(value(at: column)) == SQLITE_NULL }

    func integer(at column: Int) -> Int64? {
        let value = value(at: column)
        return sqlite3_value_type(value) == SQLITE_INTEGER ? sqlite3_value_int64(value) : nil
    }

    func text(at column: Int) -> String? { bytes(at: column).map { String(decoding: $0, as: UTF8.self) } }

    func isSoundText(at column: Int) -> Bool {
        guard let bytes = bytes(at: column) else { return true }
        return !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }

    /// The bytes of a text; `nil` for any other type.
    // Safe: they stay valid until the next step, and are copied before it
    // (sqlite.org/c3ref/column_blob.html).
    private func bytes(at column: Int) -> UnsafeBufferPointer<UInt8>? {
        let value = value(at: column)
        guard sqlite3_value_type(value) == SQLITE_TEXT, let start = sqlite3_value_text(value) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
    }

    /// Looks up the value once, so that asking for its type and content does not repeat the lookup. No lock
    /// is needed, because one thread at a time uses a connection (`SQLITE_OPEN_NOMUTEX`;
    /// sqlite.org/c3ref/value.html).
    private func value(at column: Int) -> OpaquePointer? { sqlite3_column_value(statement, Int32(column)) }
}

extension StoredValue {
    /// Binds this value to a parameter. Returns SQLite's result code.
    func bind(to statement: OpaquePointer, at index: Int32) -> Int32 {
        switch self {
        case .integer(nil), .text(nil): return sqlite3_bind_null(statement, index)
        case .integer(let number?): return sqlite3_bind_int64(statement, index, number)
        case .text(var text?):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { characters in
                    sqlite3_bind_text(
                        statement, index, characters.baseAddress, Int32(characters.count), Self.transient)
                }
            }
        }
    }

    /// `SQLITE_TRANSIENT`: SQLite copies the bytes before the call returns.
    // Safe: SQLite's header defines it as the address −1 and never calls it (sqlite.org/c3ref/c_static.html).
    // Swift does not import such a constant.
    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
