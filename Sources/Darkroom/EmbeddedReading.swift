import Foundation
import Newsroom

/// Reads what a picture's file says of itself: XMP first, then IIM, then the two fields that cameras write in EXIF.
///
/// Where XMP and IIM differ, XMP is believed, as most programs write both and some only XMP. The checksum by which IIM
/// can show that it was edited later (Metadata Working Group guidelines 2.0) is not weighed.
struct EmbeddedReading: Sendable {
    private static let tags = [
        "MIMEType", "IPTC:CodedCharacterSet",
        "XMP-photoshop:Headline", "XMP-dc:Description", "XMP-iptcCore:AltTextAccessibility", "XMP-dc:Creator",
        "XMP-photoshop:Credit", "XMP-dc:Rights", "XMP-xmpRights:UsageTerms",
        "IPTC:Headline", "IPTC:Caption-Abstract", "IPTC:By-line", "IPTC:Credit", "IPTC:CopyrightNotice",
        "IFD0:Artist", "IFD0:Copyright",
    ]

    /// Every value begins with a mark, so that none is printed as a JSON number or truth value and changed by it; one
    /// that is too long to be kept (in bytes) is not printed at all.
    private static let filter = "Filter=$_ = length($_) > 20000 ? '' : '_' . $_"

    let tools: Toolbox
    let bench: Workbench

    /// Refuses what exiftool takes for another kind than the file's first bytes say.
    func read(_ negative: Negative) async throws -> EmbeddedMetadata {
        // No configuration file; never `-fast`, which misses what stands behind the pixels of PNG and GIF.
        let arguments = ["-config", "", "-q", "-q", "-json", "-G1", "-api", Self.filter] + Self.tags.map { "-" + $0 }
        let work = try await tools.run("exiftool", arguments + ["--", Negative.name], on: bench)
        guard work.end != .exhausted else { throw Refusal.tooLaborious }
        let found = try? JSONDecoder().decode([EmbeddedValues].self, from: Data(work.output.utf8)).first
        guard let found, let type = found["File:MIMEType"], negative.kind.mediaTypes.contains(type) else {
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
