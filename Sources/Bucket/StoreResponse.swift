import Outbound

/// The meaning of a response of a store.
extension OutboundResponse {
    /// The store's own word for the fault. Names the region of the bucket where the store tells it.
    var code: String {
        let word = XMLParts.texts(of: "Code", in: body).first.map { String($0.prefix(100)) } ?? ""
        return fields["x-amz-bucket-region"].map { "\(word) (the bucket is in \($0))" } ?? word
    }

    /// Whether the same request may succeed a moment later.
    var isPassing: Bool { [429, 500, 502, 503, 504].contains(status) }
}
