import Outbound

/// A request to a store. All its parts are signed.
struct BucketRequest: Sendable {
    let method: String
    let host: String
    /// The path, percent-encoded.
    let path: String
    /// Names and values before encoding.
    var query: [(name: String, value: String)] = []
    /// Names in lowercase.
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []

    /// The query in its canonical form: encoded and sorted by encoded name.
    var canonicalQuery: String {
        query.map { (Self.encoded($0.name), Self.encoded($0.value)) }.sorted { $0 < $1 }
            .map { "\($0)=\($1)" }.joined(separator: "&")
    }

    /// Percent-encodes everything except the unreserved characters (RFC 3986, section 2.3), in uppercase
    /// hexadecimal.
    static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            if byte.isUnreserved {
                encoded.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
    }

    /// The request as the client sends it. The query stays in its canonical form, because the signature
    /// covers that form only.
    func outbound(scheme: String) -> OutboundRequest {
        let query = canonicalQuery
        return OutboundRequest(
            method: method, address: "\(scheme)://\(host)\(path)\(query.isEmpty ? "" : "?" + query)", fields: fields,
            body: body)
    }
}

extension UInt8 {
    var isUnreserved: Bool {
        switch Unicode.Scalar(self) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
