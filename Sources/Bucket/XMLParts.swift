import Foundation

/// Extracts the text of elements from a store's response, at any depth.
enum XMLParts {
    static func texts(of element: String, in body: [UInt8]) -> [String] {
        let text = String(decoding: body, as: UTF8.self)
        return text.components(separatedBy: "<\(element)>").dropFirst().compactMap { rest in
            rest.range(of: "</\(element)>").map { plain(rest[..<$0.lowerBound]) }
        }
    }

    /// Replaces the entity references that XML predefines. Numeric character references do not occur in these
    /// elements.
    private static func plain(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
