import Foundation

/// The name of a file out of an address or an identifier; never a path.
enum FileName {
    /// The last part, decoded. `nil` where that could be anything but a name in a folder: empty, `.` or `..`, with a slash, a
    /// backslash or a character that does not print, or longer than 255 bytes.
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
