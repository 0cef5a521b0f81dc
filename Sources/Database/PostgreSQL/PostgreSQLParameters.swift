import CLibPQ

/// The values of a statement's parameters for libpq, in the binary format.
struct PostgreSQLParameters {
    private var bytes: [UInt8] = []
    private var places: [Int?] = []
    private var lengths: [Int32] = []

    init(_ values: [StoredValue]) {
        for value in values {
            let start = bytes.count
            switch value {
            case .integer(nil), .text(nil):
                places.append(nil)
                lengths.append(0)
                continue
            case .integer(let number?):
                for shift in stride(from: 56, through: 0, by: -8) {
                    bytes.append(UInt8(truncatingIfNeeded: number >> Int64(shift)))
                }
            case .text(let text?): bytes.append(contentsOf: text.utf8)
            }
            places.append(start)
            lengths.append(Int32(bytes.count - start))
        }
        // Without this byte, an empty text at the end would have no address.
        bytes.append(0)
    }

    /// The types of these values, for preparing the statement.
    static func types(_ values: [StoredValue]) -> [Oid] {
        values.map { value in
            switch value {
            case .integer: TypeNumber.int8
            case .text: TypeNumber.text
            }
        }
    }

    func send(to session: OpaquePointer, statement: String) -> Bool {
        let formats = [Int32](repeating: 1, count: places.count)
        return bytes.withUnsafeBytes { bytes in
            let start = bytes.assumingMemoryBound(to: CChar.self).baseAddress
            let values = places.map { place in place.flatMap { start?.advanced(by: $0) } }
            return PQsendQueryPrepared(session, statement, Int32(values.count), values, lengths, formats, 1) == 1
        }
    }
}
