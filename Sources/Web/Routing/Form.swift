import Foundation
import Newsroom

/// The fields of a form or a query (`application/x-www-form-urlencoded`, WHATWG URL Standard, section 5). If
/// a name occurs more than once, its first field counts.
struct Form: Sendable {
    private static let mostFields = 64

    private let fields: [(name: String, value: String)]
    /// Whether there were more fields than the limit.
    let hasTooManyFields: Bool
    /// Whether all bytes were valid UTF-8. Invalid bytes become U+FFFD.
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

    /// All fields, sorted by name.
    var pairs: [(String, String)] { fields.sorted { $0.name < $1.name } }

    /// The value of a field, however long. Check text that people write with a `TextRule`; read everything
    /// else with `word`.
    subscript(_ name: String) -> String? { fields.first { $0.name.hasSameBytes(as: name) }?.value }

    /// The values of all fields with this name.
    func words(_ name: String) -> [String] { fields.filter { $0.name.hasSameBytes(as: name) }.map(\.value) }

    /// The value of a field that holds one of our own words or numbers: a rule, a decision, a revision. `nil`
    /// if the value is longer than any of them or not ASCII, so that comparing it costs next to nothing.
    func word(_ name: String) -> String? {
        self[name].flatMap { $0.utf8.count <= Self.longestWord && $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : nil }
    }

    /// The version of the story that the form's page showed; `nil` if the form does not name one.
    var version: Int? { word("version").flatMap { Int($0) } }

    private static let longestWord = 64

    /// Refuses with `invalid` if the form is not valid UTF-8.
    func requireText() throws(Refusal) {
        guard isUTF8 else { throw Refusal(.text(.notUTF8)) }
    }
}

extension String {
    /// Whether both strings have the same bytes. `==` compares normal forms instead. This comparison takes no
    /// longer than reading the shorter string.
    func hasSameBytes(as other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
