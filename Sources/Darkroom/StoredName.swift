/// The names of the files in a picture store. Each begins with digits of the digest of the file's content.
package enum StoredName {
    /// Whether a file with this name and this content, of which the SHA-256 is given in hexadecimal, is damaged. A name
    /// of another form says nothing about the content.
    package static func isDamaged(_ name: String, sha256: String) -> Bool {
        guard let digest = digest(in: name) else { return false }
        return !sha256.hasPrefix(digest)
    }

    private static func digest(in name: String) -> Substring? {
        if RenditionName.format(of: name) != nil { return name.prefix(RenditionName.digits) }
        guard name.hasPrefix(OriginalFile.mark) else { return nil }
        let parts = name.dropFirst(OriginalFile.mark.count).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].utf8.count == RenditionName.digits, parts[0].allSatisfy(\.isHexDigit) else {
            return nil
        }
        return parts[0]
    }
}
