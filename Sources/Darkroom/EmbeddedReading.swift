import Foundation
import Newsroom

/// Reads the metadata in a picture's file: XMP first, then IIM, then the two fields that cameras write in
/// EXIF.
///
/// XMP takes precedence over IIM, because most programs write both and some write only XMP. The darkroom
/// ignores the checksum with which a file can reveal later edits of its IIM (Metadata Working Group
/// guidelines 2.0).
struct EmbeddedReading: Sendable {
    private static let tags = [
        "MIMEType", "IPTC:CodedCharacterSet",
        "XMP-photoshop:Headline", "XMP-dc:Description", "XMP-iptcCore:AltTextAccessibility", "XMP-dc:Creator",
        "XMP-photoshop:Credit", "XMP-dc:Rights", "XMP-xmpRights:UsageTerms",
        "IPTC:Headline", "IPTC:Caption-Abstract", "IPTC:By-line", "IPTC:Credit", "IPTC:CopyrightNotice",
        "IFD0:Artist", "IFD0:Copyright",
    ]

    /// Puts a mark before every value, so that exiftool prints none as a JSON number or Boolean. Drops a
    /// value of more than 20,000 bytes, which is too long to keep.
    private static let filter = "Filter=$_ = length($_) > 20000 ? '' : '_' . $_"

    let tools: ExternalTools
    let workFolder: WorkFolder

    /// Refuses a picture if exiftool reports a different kind than the first bytes of its file indicate.
    func read(_ original: OriginalFile) async throws -> EmbeddedMetadata {
        // No configuration file. Never `-fast`, which misses the metadata after the pixels of PNG and GIF.
        let arguments = ["-config", "", "-q", "-q", "-json", "-G1", "-api", Self.filter] + Self.tags.map { "-" + $0 }
        let result = try await tools.run("exiftool", arguments + ["--", OriginalFile.name], in: workFolder)
        guard result.end != .exhausted else { throw Refusal.tooLaborious }
        let found = try? JSONDecoder().decode([EmbeddedValues].self, from: Data(result.output.utf8)).first
        guard let found, let type = found["File:MIMEType"], original.kind.mediaTypes.contains(type) else {
            throw Refusal.notAPicture
        }
        return found.metadata
    }
}

extension EmbeddedValues {
    fileprivate var metadata: EmbeddedMetadata {
        EmbeddedMetadata(
            headline: line("XMP-photoshop:Headline", "IPTC:Headline"),
            caption: text("XMP-dc:Description", "IPTC:Caption-Abstract"),
            alternativeText: text("XMP-iptcCore:AltTextAccessibility"),
            creator: line("XMP-dc:Creator", "IPTC:By-line", "IFD0:Artist"),
            creditLine: line("XMP-photoshop:Credit", "IPTC:Credit"),
            copyrightNotice: line("XMP-dc:Rights", "IPTC:CopyrightNotice", "IFD0:Copyright"),
            usageTerms: text("XMP-xmpRights:UsageTerms"))
    }
}
