/// The 10,000 most common passwords, in lower case. What they are taken from stands in the file beside them.
enum CommonPasswords {
    /// In characters.
    static let shortest = 4
    static let longest = 18

    static func contains(_ text: String) -> Bool { all.contains(text[...]) }

    /// Read when a password is set for the first time, which a server never does.
    private static let all = Set(
        String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n"))
}
