/// What is asked of a store, as far as it is signed: nothing else of it reaches the network.
struct BucketRequest: Sendable {
    let method: String
    let host: String
    /// As it stands in the address.
    let path: String
    /// Names and values, not yet encoded.
    var query: [(name: String, value: String)] = []
    /// Names in small letters.
    var fields: [(name: String, value: String)] = []
    var body: [UInt8] = []

    /// The query in the one form that is signed: encoded, and in the order of the encoded names.
    var canonicalQuery: String {
        query.map { (Self.encoded($0.name), Self.encoded($0.value)) }.sorted { $0 < $1 }
            .map { "\($0)=\($1)" }.joined(separator: "&")
    }

    /// All but the unreserved characters of RFC 3986, section 2.3, in upper-case hexadecimal.
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
}

extension UInt8 {
    var isUnreserved: Bool {
        switch Unicode.Scalar(self) {
        case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": true
        default: false
        }
    }
}
