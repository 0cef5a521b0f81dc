import Foundation

/// The address of a bucket: `s3://bucket/prefix?endpoint=https://…&region=…`. The endpoint and the region
/// may come from the environment instead.
package struct BucketAddress: Sendable, Hashable {
    let bucket: String
    /// The prefix of every object name. Empty, or ends with a slash.
    let prefix: String
    let endpoint: Endpoint?
    let region: String?

    /// Throws `notSet` if the text is not a valid bucket address. The message does not repeat the text,
    /// because it may contain a password. An address with a user name or a password is refused, because other
    /// users of the machine can see the options of a command.
    package init(_ text: String) throws(BucketFault) {
        guard let parts = URLComponents(string: text), parts.scheme == "s3", let bucket = parts.host,
            bucket.wholeMatch(of: /[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]/) != nil, parts.port == nil,
            parts.fragment == nil, parts.percentEncodedPath.isPlainPath
        else { throw .notSet("The address of a bucket must have the form s3://bucket/prefix.") }
        guard parts.user == nil, parts.password == nil else {
            throw .notSet("The keys of a bucket belong in the environment (AWS_ACCESS_KEY_ID), not in its address.")
        }
        self.bucket = bucket
        prefix = parts.path.split(separator: "/").map { "\($0)/" }.joined()
        var asked: [String: String] = [:]
        for item in parts.queryItems ?? [] {
            guard ["endpoint", "region"].contains(item.name), let value = item.value, !value.isEmpty else {
                throw .notSet("The address of a bucket accepts only the parameters endpoint= and region=.")
            }
            asked[item.name] = value
        }
        endpoint = try asked["endpoint"].map { text throws(BucketFault) in try Endpoint(text) }
        region = try asked["region"].map { text throws(BucketFault) in try Self.region(text) }
    }

    /// Whether the text is meant to be the address of a bucket.
    package static func isOne(_ text: String) -> Bool { text.hasPrefix("s3:") }

    /// Checks a region, which becomes part of a host name and of the signed text.
    static func region(_ text: String) throws(BucketFault) -> String {
        guard text.wholeMatch(of: /[A-Za-z0-9-]{1,64}/) != nil else {
            throw .notSet("The region of a bucket must be a name such as eu-central-1.")
        }
        return text
    }
}

extension BucketAddress: CustomStringConvertible {
    package var description: String { "s3://\(bucket)/\(prefix)" }
}
