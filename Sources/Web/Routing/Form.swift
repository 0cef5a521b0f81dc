import Foundation
import Newsroom

/// The fields of a form or a query (`application/x-www-form-urlencoded`, WHATWG URL Standard, section 5). The first of a name counts.
struct Form: Sendable {
    private static let mostFields = 64

    private let fields: [(name: String, value: String)]
    /// Whether there were more fields than are read.
    let hasTooManyFields: Bool
    /// Whether all of it was UTF-8; what was not stands as U+FFFD.
    let isUTF8: Bool

    static let empty = Form(fields: [])

    init(fields: [(name: String, value: String)]) {
        self.fields = fields
        hasTooManyFields = false
        isUTF8 = true
    }

    init(_ text: some StringProtocol) { self.init(Array(text.utf8)) }

    init(_ bytes: [UInt8]) {
        var reading = FormReading(most: Self.mostFields)
        bytes.withUnsafeBufferPointer { reading.read($0) }
        fields = reading.fields
        hasTooManyFields = reading.isCut
        isUTF8 = reading.isUTF8
    }

    /// Every field, by name.
    var pairs: [(String, String)] { fields.sorted { $0.name < $1.name } }

    /// What stands in a field, however long. What people write goes through a `TextRule`, anything else through `word`.
    subscript(_ name: String) -> String? { fields.first { $0.name.hasSameBytes(as: name) }?.value }

    /// What stands in a field that holds one of our own words or numbers: a rule, a decision, a revision. `nil` for
    /// what is longer than any of them or not ASCII, so that comparing it costs next to nothing.
    func word(_ name: String) -> String? {
        self[name].flatMap { $0.utf8.count <= Self.longestWord && $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil }
    }

    private static let longestWord = 64

    /// Refuses with `invalid` bytes that are no text.
    func requireText() throws(Refusal) {
        guard isUTF8 else { throw Refusal(.text(.notUTF8)) }
    }
}

extension String {
    /// Whether both are written with the same bytes. Unlike `==`, which compares normal forms, it takes no longer
    /// than the shorter one.
    func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
