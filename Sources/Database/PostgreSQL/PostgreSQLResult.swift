import CLibPQ

/// The server's result for one statement.
final class PostgreSQLResult {
    let handle: OpaquePointer

    init(_ handle: OpaquePointer) { self.handle = handle }

    deinit { PQclear(handle) }

    var rows: Range<Int32> { 0..<PQntuples(handle) }

    /// The command that was carried out, such as `COMMIT`.
    var tag: String { String(cString: PQcmdStatus(handle)) }

    /// The fault if the statement was refused; otherwise `nil`. `name` is the name of the statement.
    func fault(in name: StaticString) -> DatabaseFault? {
        switch PQresultStatus(handle) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_PIPELINE_SYNC: nil
        default: DatabaseFault(state: field("C"), message: field("M") ?? "refused", in: name)
        }
    }

    /// A field of an error, by its letter (postgresql.org/docs/15/protocol-error-fields.html).
    private func field(_ letter: Unicode.Scalar) -> String? {
        PQresultErrorField(handle, Int32(letter.value)).map { String(cString: $0) }
    }
}

extension PostgreSQLWriter {
    /// The name of the statement that waits for the writers' lock.
    static let turn: StaticString = "lock"
}

extension DatabaseFault {
    /// Derives the fault from the SQLSTATE (postgresql.org/docs/15/errcodes-appendix.html).
    fileprivate init(state: String?, message: String, in name: StaticString) {
        switch state ?? "" {
        // An error of libpq itself: the connection is lost.
        case "": self = .unreachable(message)
        // A protocol violation: the number of parameters is wrong.
        case "08P01": self = .statement("\(name): \(message)")
        case let state where state.hasPrefix("08") || state.hasPrefix("57P"): self = .unreachable(message)
        // Too many connections, or a server that does not accept writes. Another server may accept them.
        case "53300", "25006": self = .unreachable(message)
        case let state where state.hasPrefix("53") || state.hasPrefix("58"): self = .storageFailed(message)
        // The writers' lock was not free in time.
        case "55P03" where name.description == PostgreSQLWriter.turn.description: self = .tooManyWriters
        case "40001", "40P01": self = .tooManyWriters
        case "55P03", "57014": self = .heldUp(message)
        // A role without privileges may not even see the schema.
        case "42501", "3F000": self = .notAllowed(message)
        default: self = .statement("\(name): \(message)")
        }
    }
}

/// The columns of one row. A value whose type differs from the requested type reads as `nil`.
struct PostgreSQLColumns {
    let result: PostgreSQLResult
    let row: Int32

    func isNull(at column: Int) -> Bool { PQgetisnull(result.handle, row, Int32(column)) == 1 }

    func integer(at column: Int) -> Int64? {
        guard let bytes = bytes(at: column) else { return nil }
        switch (PQftype(result.handle, Int32(column)), bytes.count) {
        case (TypeNumber.int8, 8): return Int64(truncatingIfNeeded: bytes.bigEndian)
        case (TypeNumber.int4, 4): return Int64(Int32(truncatingIfNeeded: bytes.bigEndian))
        case (TypeNumber.bool, 1): return Int64(bytes[0])
        default: return nil
        }
    }

    func text(at column: Int) -> String? {
        guard TypeNumber.text == PQftype(result.handle, Int32(column)), let bytes = bytes(at: column) else {
            return nil
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The value in the binary format; `nil` for NULL.
    private func bytes(at column: Int) -> UnsafeRawBufferPointer? {
        guard !isNull(at: column), let start = PQgetvalue(result.handle, row, Int32(column)) else { return nil }
        return UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result.handle, row, Int32(column))))
    }
}

/// The server's object identifiers (OIDs) for types (postgresql.org/docs/15/catalog-pg-type.html).
enum TypeNumber {
    static let bool: Oid = 16
    static let int8: Oid = 20
    static let int4: Oid = 23
    static let text: Oid = 25
}

extension UnsafeRawBufferPointer {
    fileprivate var bigEndian: UInt64 { reduce(0) { $0 << 8 | UInt64($1) } }
}
