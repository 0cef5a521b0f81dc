/// What a request asks for: path and query of its target, not yet decoded (RFC 9112, section 3.2.1).
struct Target {
    let path: Substring
    private let queryText: Substring?

    init(_ text: String) {
        let parts = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = parts[0]
        queryText = parts.count == 2 ? parts[1] : nil
    }

    /// Of the query, what a row of the route table reads.
    func query(_ parameters: [Parameter]) -> Form {
        queryText.map { Form($0).only(parameters) } ?? .empty
    }
}
