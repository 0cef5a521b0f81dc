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

    subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    /// Refuses with `invalid` bytes that are no text.
    func requireText() throws(Refusal) {
        guard isUTF8 else {
            throw .invalid("Some characters did not arrive as text; they are shown as \u{FFFD}. Please correct them.")
        }
    }
}
