import Foundation

/// Where a store answers: `https://host:port/path`, to which bucket and name are added.
struct Endpoint: Sendable, Hashable {
    let scheme: String
    /// Host and port as the field `Host` names them: without the port that the scheme has by itself.
    let host: String
    /// Empty, or begins with a slash and does not end with one.
    let path: String
}

extension Endpoint {
    /// Throws `notSet` where this is no such address. What was written is not in the sentence, because it may hold a password.
    init(_ text: String) throws(BucketFault) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased(),
            let port = ["http": 80, "https": 443][scheme], let host = parts.encodedHost, !host.isEmpty,
            parts.user == nil, parts.password == nil, parts.query == nil, parts.fragment == nil,
            parts.percentEncodedPath.isPlainPath
        else { throw .notSet("The endpoint of a bucket must be an address such as https://s3.example.org.") }
        self.scheme = scheme
        self.host = parts.port.map { $0 == port ? host : "\(host):\($0)" } ?? host
        path = parts.path.split(separator: "/").map { "/\($0)" }.joined()
    }

    /// Amazon's own of a region.
    static func amazon(_ region: String, bucket: String) -> Endpoint {
        // A certificate for any bucket of the region covers no names with a dot in them.
        bucket.contains(".")
            ? Endpoint(scheme: "https", host: "s3.\(region).amazonaws.com", path: "/\(bucket)")
            : Endpoint(scheme: "https", host: "\(bucket).s3.\(region).amazonaws.com", path: "")
    }

    /// The same with the bucket in its path, as every other store takes it.
    func with(bucket: String) -> Endpoint { Endpoint(scheme: scheme, host: host, path: "\(path)/\(bucket)") }
}

extension String {
    /// Whether all of it may stand in an address as it is: letters, digits, `.`, `_`, `-`, and slashes between parts that lead nowhere
    /// else. Then what is signed and what is sent cannot differ.
    var isPlainPath: Bool {
        let isPlain = utf8.allSatisfy { $0.isUnreserved && $0 != UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
        return isPlain && !split(separator: "/").contains { $0.allSatisfy { $0 == "." } } && !contains("//")
    }
}
