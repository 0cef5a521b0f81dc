/// The target of a request: its path and query, not yet decoded (RFC 9112, section 3.2.1).
struct Target {
    let path: Substring
    private let queryText: Substring?

    init(_ text: String) {
        let end = text.utf8.firstIndex(of: UInt8(ascii: "?")) ?? text.endIndex
        path = text[..<end]
        queryText = end < text.endIndex ? text[end...].dropFirst() : nil
    }

    /// The query parameters that a route reads.
    func query(_ parameters: [Parameter]) -> Form {
        queryText.map { Form($0).only(parameters) } ?? .empty
    }
}
