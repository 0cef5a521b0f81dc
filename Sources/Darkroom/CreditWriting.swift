import Newsroom

extension EmbeddedMetadata {
    /// The exiftool arguments that write headline, caption, creator, credit and rights: as XMP in every
    /// format, and in JPEG also as IIM. Each value follows the first `=` of its own argument, so it cannot
    /// become another argument.
    var creditArguments: [String] {
        let values: [(String?, tags: [String])] = [
            (headline, ["XMP-photoshop:Headline", "IPTC:Headline"]),
            (caption, ["XMP-dc:Description", "IPTC:Caption-Abstract"]),
            (creator, ["XMP-dc:Creator", "IPTC:By-line"]),
            (creditLine, ["XMP-photoshop:Credit", "IPTC:Credit"]),
            (copyrightNotice, ["XMP-dc:Rights", "IPTC:CopyrightNotice"]),
            (usageTerms, ["XMP-xmpRights:UsageTerms"]),
        ]
        let arguments = values.flatMap { value, tags in value.map { value in tags.map { "-\($0)=\(value)" } } ?? [] }
        // Declares IIM as UTF-8, and stores the checksum of the IIM, which tells other programs that IIM and
        // XMP agree.
        return arguments.isEmpty ? [] : arguments + ["-IPTC:CodedCharacterSet=UTF8", "-IPTCDigest=new"]
    }
}
