import Newsroom

extension IncomingPicture {
    /// The exiftool arguments that write headline, caption, creator, credit and rights: as XMP in every
    /// format, and in JPEG also as IIM. The credit is the text beside the picture on the site. Each value
    /// follows the first `=` of its own argument, so it cannot become another argument.
    var creditArguments: [String] {
        let values: [(String?, tags: [String])] = [
            (headline, ["XMP-photoshop:Headline", "IPTC:Headline"]),
            (caption.isEmpty ? nil : caption, ["XMP-dc:Description", "IPTC:Caption-Abstract"]),
            (provenance.creator, ["XMP-dc:Creator", "IPTC:By-line"]),
            (provenance.credit, ["XMP-photoshop:Credit", "IPTC:Credit"]),
            (provenance.source, ["XMP-photoshop:Source", "IPTC:Source"]),
            (provenance.copyrightNotice, ["XMP-dc:Rights", "IPTC:CopyrightNotice"]),
            (provenance.copyrightHolder, ["XMP-plus:CopyrightOwnerName"]),
            (provenance.usageTerms, ["XMP-xmpRights:UsageTerms"]),
        ]
        let arguments = values.flatMap { value, tags in value.map { value in tags.map { "-\($0)=\(value)" } } ?? [] }
        // Declares IIM as UTF-8, and stores the checksum of the IIM, which tells other programs that IIM and
        // XMP agree.
        return arguments.isEmpty ? [] : arguments + ["-IPTC:CodedCharacterSet=UTF8", "-IPTCDigest=new"]
    }
}
