import Foundation

/// The few things that are read of a store's answers: texts of elements, wherever they stand.
enum XMLParts {
    static func texts(of element: String, in body: [UInt8]) -> [String] {
        let text = String(decoding: body, as: UTF8.self)
        return text.components(separatedBy: "<\(element)>").dropFirst().compactMap { rest in
            rest.range(of: "</\(element)>").map { plain(rest[..<$0.lowerBound]) }
        }
    }

    /// References to characters are read by name; those by number have no place in what is looked for.
    private static func plain(_ text: Substring) -> String {
        guard text.contains("&") else { return String(text) }
        return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(String(text)) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
