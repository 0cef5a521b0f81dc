import Foundation

/// Extracts a file name from an address or an identifier. The result is never a path.
enum FileName {
    /// The last segment, decoded. `nil` if it cannot be a file name: empty, `.` or `..`, longer than 255
    /// bytes, or with a slash, a backslash or a control character.
    static func last(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard let last = path.split(separator: "/", omittingEmptySubsequences: false).last else { return nil }
        let name = (String(last).removingPercentEncoding ?? String(last)).collapsed
        guard !name.isEmpty, name.utf8.count <= 255, name != ".", name != "..",
            !name.unicodeScalars.contains(where: {
                "/\\".unicodeScalars.contains($0) || $0.properties.generalCategory == .control
            })
        else { return nil }
        return name
    }
}
