import Foundation
import Newsroom

/// Reads the metadata in a picture's file: XMP first, then IIM, then the three fields of EXIF that name a
/// caption, people and rights.
///
/// XMP takes precedence over IIM, because most programs write both and some write only XMP. The darkroom
/// ignores the checksum with which a file can reveal later edits of its IIM (Metadata Working Group
/// guidelines 2.0).
struct EmbeddedReading: Sendable {
    private static let tags =
        [
            "MIMEType", "Error", "Warning", "IPTC:CodedCharacterSet",
            "XMP-photoshop:Headline", "XMP-dc:Creator", "XMP-photoshop:Credit", "XMP-photoshop:Source",
            "XMP-plus:CopyrightOwnerName",
            "IPTC:Headline", "IPTC:Caption-Abstract", "IPTC:By-line", "IPTC:Credit", "IPTC:Source",
            "IPTC:CopyrightNotice", "XMP-photoshop:Instructions", "IPTC:SpecialInstructions",
            "IFD0:ImageDescription", "IFD0:Artist", "IFD0:Copyright", "IFD0:Make",
            "JUMBF:JUMDLabel", "XMP-dcterms:Provenance",
        ] + EmbeddedEnd.tags
        + [
            "XMP-dc:Description", "XMP-iptcCore:AltTextAccessibility", "XMP-dc:Rights", "XMP-xmpRights:UsageTerms",
        ].flatMap { [$0, $0 + "-*"] }  // exiftool appends the language of each alternative.

    /// The Perl code that exiftool runs on every value:
    ///
    /// - Drops a value of more than 20,000 bytes, which is too long to keep.
    /// - Makes UTF-8 of the others. Much IIM and EXIF text is UTF-8, whatever character set the file names, so
    ///   text that can be UTF-8 stays as it is, except for a last character that a program cut in two. Other
    ///   text is in the part of ISO 8859 that IIM names (1:90, as an ISO 2022 sequence), or else in Latin.
    /// - Puts the value's number before it. The numbers keep the order of the file, and exiftool prints no
    ///   value as a JSON number or Boolean.
    private static let filter = #"""
        our $read;
        my %parts = qw(B 2 C 3 D 4 F 7 G 6 H 8 L 5 M 9 b 15);
        if (length($_) > 20000) {
            $_ = '';
        } elsif (!utf8::decode(my $text = $_)) {
            my ($set) = ($$self{VALUE}{CodedCharacterSet} // '') =~ m{^\e[-./](.)};
            my $part = $parts{$set // ''};
            (my $cut = $_) =~ s/[\xC2-\xF4][\x80-\xBF]{0,2}\z//;
            if ($cut =~ /[\x80-\xFF]/ && utf8::decode(my $rest = $cut)) {
                $_ = $cut;
            } elsif ($part) {
                require Encode;
                Encode::from_to($_, "iso-8859-$part", 'utf8');
            } else {
                $_ = $self->Decode($_, 'Latin');
            }
        }
        $_ = ++$read . '_' . $_;
        """#

    /// No configuration file. The bytes of IIM, undecoded, for the filter. Repeated tags too. Never `-fast`,
    /// which misses the metadata after the pixels of PNG and GIF.
    private static let arguments =
        ["-config", "", "-q", "-q", "-json", "-G1:4", "-a", "-charset", "iptc=UTF8", "-api", "Filter=" + filter]
        + tags.map { "-" + $0 } + ["--", OriginalFile.name]

    let tools: ExternalTools
    let workFolder: WorkFolder

    /// Of a text in several languages, prefers the given one. Also returns whether the file has Content Credentials,
    /// or says where they are; nobody verifies them (C2PA specification 2.1, sections 11 and 18). Refuses a picture
    /// if exiftool reports a different kind than the first bytes of its file indicate, or cannot read the file to
    /// its end.
    func read(_ original: OriginalFile, preferring language: Language?) async throws
        -> (EmbeddedMetadata, hasCredentials: Bool)
    {
        let result = try await tools.run("exiftool", Self.arguments, in: workFolder)
        guard result.end != .exhausted else { throw Refusal.tooLaborious }
        let found = try? JSONDecoder().decode([EmbeddedValues].self, from: Data(result.output.utf8)).first
        guard let found, let type = found.line("File:MIMEType"), original.kind.mediaTypes.contains(type) else {
            throw Refusal.notAPicture
        }
        guard !found.showsEarlyEnd(of: original.kind) else { throw Refusal.damagedPicture }
        return (found.preferring(language).metadata, found.hasCredentials)
    }
}

extension EmbeddedValues {
    /// Whether the file lacks its end. libvips opens such a file if its pixels, or those of its first frame,
    /// are complete, but its credit may be missing.
    fileprivate func showsEarlyEnd(of kind: PictureKind) -> Bool {
        if line("ExifTool:Error") != nil { return true }
        return kind.endsEarly.map { text in all("ExifTool:Warning").contains { $0.contains(text) } } ?? false
    }

    /// A box labelled `c2pa` has the credentials. A picture without it may name an address that has them.
    fileprivate var hasCredentials: Bool {
        all("JUMBF:JUMDLabel").contains("c2pa") || !all("XMP-dcterms:Provenance").isEmpty
    }

    fileprivate var metadata: EmbeddedMetadata {
        EmbeddedMetadata(
            headline: line("XMP-photoshop:Headline", "IPTC:Headline"),
            caption: text("XMP-dc:Description", "IPTC:Caption-Abstract") ?? typedDescription,
            alternativeText: text("XMP-iptcCore:AltTextAccessibility"),
            creator: list("XMP-dc:Creator") ?? list("IPTC:By-line") ?? list("IFD0:Artist", separator: ";"),
            creditLine: line("XMP-photoshop:Credit", "IPTC:Credit"),
            source: line("XMP-photoshop:Source", "IPTC:Source"),
            // EXIF has the photographer's notice, and the editor's on a second line.
            copyrightNotice: line("XMP-dc:Rights", "IPTC:CopyrightNotice") ?? list("IFD0:Copyright", separator: "\n"),
            copyrightHolder: list("XMP-plus:CopyrightOwnerName"),
            usageTerms: termsWithEnd)
    }

    /// The usage terms; the instructions, in which agencies write restrictions such as `NO ARCHIVES`; and the end of the
    /// license as words below them.
    private var termsWithEnd: String? {
        let terms = text("XMP-xmpRights:UsageTerms")
        let instructions = text("XMP-photoshop:Instructions", "IPTC:SpecialInstructions")
        let parts = [terms, instructions == terms ? nil : instructions, EmbeddedEnd(self)?.words].compactMap(\.self)
        return parts.isEmpty ? nil : parts.joined(separator: "\n")
    }

    /// The caption in EXIF. Many cameras write something there that is not a caption: `OLYMPUS DIGITAL CAMERA`,
    /// `SONY DSC`, `DCIM\100MEDIA\DJI_0001.JPG`, `default`. So a single ASCII word is ignored, and so is a short
    /// text with the name of the maker.
    private var typedDescription: String? {
        guard let text = text("IFD0:ImageDescription") else { return nil }
        guard !text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else { return nil }
        let maker = line("IFD0:Make")?.prefix { $0 != " " }.lowercased() ?? ""
        return text.count < 40 && !maker.isEmpty && text.lowercased().contains(maker) ? nil : text
    }
}
