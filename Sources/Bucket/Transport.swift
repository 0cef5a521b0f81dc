/// The way to a store.
protocol Transport: Sendable {
    /// Sends a request and reads the whole answer, up to `limit` bytes of body. Throws `unreachable` where no whole answer comes within
    /// the time, and `unexpected` where it is longer.
    func send(_ request: BucketRequest, limit: Int, within time: Duration) async throws -> BucketReply
}

/// What a store answers.
struct BucketReply: Sendable {
    let status: Int
    /// Names in small letters.
    var fields: [String: String] = [:]
    var body: [UInt8] = []

    /// The store's own word for what went wrong, and where it says so the region in which the bucket is.
    var code: String {
        let said = XMLParts.texts(of: "Code", in: body).first.map { String($0.prefix(100)) } ?? ""
        return fields["x-amz-bucket-region"].map { "\(said) (the bucket is in \($0))" } ?? said
    }

    /// What may be otherwise a moment later.
    var isPassing: Bool { [429, 500, 502, 503, 504].contains(status) }
}
