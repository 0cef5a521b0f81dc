import Outbound

/// Interprets a store's response.
extension OutboundResponse {
    /// The store's error code, with the region of the bucket if the response contains it.
    var code: String {
        let word = XMLParts.texts(of: "Code", in: body).first.map { String($0.prefix(100)) } ?? ""
        return fields["x-amz-bucket-region"].map { "\(word) (the bucket is in \($0))" } ?? word
    }

    /// Whether the same request may succeed a moment later.
    var isPassing: Bool { [429, 500, 502, 503, 504].contains(status) }
}
