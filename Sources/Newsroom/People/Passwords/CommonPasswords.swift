/// The 10,000 most common passwords, in lower case. `common-passwords.license.txt` names their source.
enum CommonPasswords {
    /// The shortest and the longest entry, in characters.
    static let shortest = 4
    static let longest = 18

    static func contains(_ text: String) -> Bool { all.contains(text[...]) }

    /// Loaded when a password is first set. Only commands set passwords, so a server never loads the list.
    private static let all = Set(
        String(decoding: PackageResources.common_passwords_txt, as: UTF8.self).split(separator: "\n"))
}
