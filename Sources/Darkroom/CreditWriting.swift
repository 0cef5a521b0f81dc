import Newsroom

extension EmbeddedMetadata {
    /// exiftool's arguments that write who made the picture, whose it is and what it shows: XMP in every format, and IIM
    /// in JPEG with it. A value follows the first `=` of its own argument and so cannot become another one.
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
        // Says that IIM is UTF-8, and by a checksum that it agrees with XMP.
        return arguments.isEmpty ? [] : arguments + ["-IPTC:CodedCharacterSet=UTF8", "-IPTCDigest=new"]
    }
}
