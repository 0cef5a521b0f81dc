import Foundation

/// The base address of a store, or of one bucket in it: `https://host:port/path`.
struct Endpoint: Sendable, Hashable {
    let scheme: String
    /// Host and port as in the `Host` field: without the default port of the scheme.
    let host: String
    /// Empty, or begins with a slash and does not end with one.
    let path: String
}

extension Endpoint {
    /// Throws `notSet` if the text is not a valid base address. The message does not repeat the text, because
    /// it may contain a password.
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

    /// Amazon's endpoint for a bucket in this region.
    static func amazon(_ region: String, bucket: String) -> Endpoint {
        // Amazon's certificate for the buckets of a region does not cover bucket names with a dot.
        bucket.contains(".")
            ? Endpoint(scheme: "https", host: "s3.\(region).amazonaws.com", path: "/\(bucket)")
            : Endpoint(scheme: "https", host: "\(bucket).s3.\(region).amazonaws.com", path: "")
    }

    /// The endpoint for a bucket, with its name in the path, as stores other than Amazon's expect it.
    func with(bucket: String) -> Endpoint { Endpoint(scheme: scheme, host: host, path: "\(path)/\(bucket)") }
}

extension String {
    /// Whether the text is a path that needs no encoding: only letters, digits, `.`, `_`, `-` and single
    /// slashes, and no segment that consists only of dots. For such a path, the signed path and the sent path
    /// cannot differ.
    var isPlainPath: Bool {
        let isPlain = utf8.allSatisfy { $0.isUnreserved && $0 != UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }
        return isPlain && !split(separator: "/").contains { $0.allSatisfy { $0 == "." } } && !contains("//")
    }
}
