import Foundation

/// Extracts a file name, or a path from the folder of the item, from an address or an identifier.
enum FileName {
    /// The address itself if it is a path from the folder of the item, such as `../photos/boat.jpg`; decoded, at
    /// most 1,000 bytes. The delivery looks it up among its own pictures only.
    static func relativePath(_ address: String) -> String? {
        let path = address.prefix { $0 != "?" && $0 != "#" }
        guard path.contains("/"), !path.contains(":"), !path.hasPrefix("/"), path.utf8.count <= 1_000,
            last(address) != nil
        else { return nil }
        return String(path).removingPercentEncoding ?? String(path)
    }

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
