/// The endpoint, the region and the key for requests to a bucket.
struct BucketConfiguration: Sendable {
    let endpoint: Endpoint
    let region: String
    let key: AccessKey
}

extension BucketConfiguration {
    /// The address overrides the environment. The variables have the names that Amazon's own tools use.
    /// Throws `notSet` if a setting is missing or invalid.
    init(_ address: BucketAddress, _ environment: [String: String]) throws(BucketFault) {
        func said(_ names: String...) -> String? {
            names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        }
        guard let id = said("AWS_ACCESS_KEY_ID"), let secret = said("AWS_SECRET_ACCESS_KEY") else {
            throw .notSet(
                "No key for the bucket \(address.bucket). "
                    + "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.")
        }
        key = AccessKey(id: id, secret: secret, sessionToken: said("AWS_SESSION_TOKEN"))
        var endpoint = address.endpoint
        if endpoint == nil, let text = said("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL") { endpoint = try Endpoint(text) }
        var region = address.region
        if region == nil, let text = said("AWS_REGION", "AWS_DEFAULT_REGION") {
            region = try BucketAddress.region(text)
        }
        guard let region = region ?? (endpoint == nil ? nil : "us-east-1") else {
            throw .notSet(
                "No region for the bucket \(address.bucket). "
                    + "Set AWS_REGION in the environment, or region= in its address.")
        }
        self.region = region
        self.endpoint = endpoint?.with(bucket: address.bucket) ?? .amazon(region, bucket: address.bucket)
    }
}
