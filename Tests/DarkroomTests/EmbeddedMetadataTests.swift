import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Metadata embedded in a picture", .needsTools, .timeLimit(.minutes(5)))
struct EmbeddedMetadataTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    /// The texts read from a picture that exiftool wrote with these arguments.
    private func embedded(_ arguments: String...) async throws -> IncomingPicture {
        let picture = try await fixture.picture("picture.jpg", 40, 40)
        try await fixture.tag(picture, arguments)
        return try await fixture.darkroom.develop(picture).picture
    }

    private func bare(with metadata: EmbeddedMetadata) -> IncomingPicture { .bare.completed(by: metadata) }

    @Test("XMP takes precedence over IIM, and IIM over EXIF")
    func order() async throws {
        let found = try await embedded(
            "-XMP-dc:Creator=from XMP", "-IPTC:By-line=from IIM", "-IFD0:Artist=from EXIF",
            "-IPTC:CopyrightNotice=from IIM",
            "-IFD0:Copyright=from EXIF")
        #expect(found == bare(with: EmbeddedMetadata(creator: "from XMP", copyrightNotice: "from IIM")))
    }

    @Test("A field that XMP leaves empty is taken from IIM")
    func empty() async throws {
        let found = try await embedded("-XMP-photoshop:Headline= \t ", "-IPTC:Headline=  A headline  ")
        #expect(found.headline == "A headline")
    }

    @Test("Numbers and Booleans stay text")
    func digits() async throws {
        let found = try await embedded(
            "-XMP-photoshop:Headline=2013", "-XMP-dc:Creator=1.10", "-XMP-photoshop:Credit=1e5", "-XMP-dc:Rights=true",
            "-XMP-dc:Description=-0")
        #expect(
            found
                == bare(
                    with: EmbeddedMetadata(
                        headline: "2013", caption: "-0", creator: "1.10", creditLine: "1e5", copyrightNotice: "true")))
    }

    @Test("Several creators are joined in one line")
    func creators() async throws {
        #expect(try await embedded("-XMP-dc:Creator=One", "-XMP-dc:Creator=Two").provenance.creator == "One, Two")
    }

    @Test("IIM text in UTF-8 or Latin is read, whether or not its character set is named")
    func characterSets() async throws {
        let text = "Nürnberg — “Übung”"
        #expect(try await embedded("-IPTC:Headline=" + text, "-IPTC:CodedCharacterSet=UTF8").headline == text)
        for written in ["Latin", "UTF8"] {
            #expect(try await embedded("-charset", "iptc=" + written, "-IPTC:Headline=" + text).headline == text)
        }
    }

    @Test("Control characters are removed; captions keep paragraphs, and headlines stay on one line")
    func characters() async throws {
        let found = try await embedded(
            "-IPTC:CodedCharacterSet=UTF8", "-IPTC:Caption-Abstract=One\u{7}.\r\rTwo.",
            "-IPTC:Headline=One\n\u{202E}two\u{1B}[31m")
        #expect(found.caption == "One.\n\nTwo.")
        #expect(found.headline == "One two[31m")
    }

    @Test("A text of up to 5,000 characters is used, and a longer one is ignored")
    func lengths() async throws {
        let fits = String(repeating: "ü", count: 5000)
        let found = try await embedded(
            "-XMP-dc:Description=" + fits, "-XMP-dc:Rights=ü" + fits,
            "-XMP-xmpRights:UsageTerms=" + String(repeating: "u", count: 90_000))
        #expect(found == bare(with: EmbeddedMetadata(caption: fits)))
    }

    @Test("Hostile text is treated as text, in the returned value and in the renditions")
    func hostile() async throws {
        let text = "<script>alert(1)</script> $(id) `id` %s -o x [page=1] ${evil} \"'\\"
        let made = try await fixture.picture("picture.jpg", 40, 40)
        try await fixture.tag(made, "-XMP-dc:Creator=" + text)
        let picture = fixture.folder.appending(path: "-config $(id) %s [page=1].jpg[page=1]")
        try FileManager.default.moveItem(at: made, to: picture)
        let developed = try await fixture.darkroom.develop(picture)
        #expect(developed.picture.provenance.creator == text)
        #expect(try await fixture.tags(of: fixture.file(of: developed.renditions[0]))["XMP-dc:Creator"] == text)
    }

    @Test(
        "The end of a licence is read from the fields for programs, and becomes words of the usage terms",
        arguments: [
            (["-XMP-plus:LicenseEndDate=2026:12:31"], "Valid until 2026-12-31."),
            (["-XMP-plus:LicenseEndDate=2026:12:31 20:30:00+02:00"], "Valid until 2026-12-31T18:30Z."),
            (["-XMP-plus:LicenseEndDate=2026:12:31", "-IPTC:ExpirationDate=2026:12:30"], "Valid until 2026-12-30."),
            (
                ["-IPTC:ExpirationDate=2026:12:31", "-IPTC:ExpirationTime=18:30:00+00:00"],
                "Valid until 2026-12-31T18:30Z."
            ),
            (["-XMP-plus:LicenseEndDate=2026:12"], "Valid until 2026-12-31."),
            (["-XMP-plus:LicenseEndDate=2026"], "Valid until 2026-12-31."),
            (["-IPTC:SpecialInstructions=NO ARCHIVES - NO SALES"], "NO ARCHIVES - NO SALES"),
            (["-XMP-xmpRights:UsageTerms=One use"], "One use"),
            (
                ["-XMP-xmpRights:UsageTerms=One use", "-IPTC:ExpirationDate=2026:12:31"],
                "One use\nValid until 2026-12-31."
            ),
        ])
    func licenceEnd(tags: [String], terms: String) async throws {
        let picture = try await fixture.picture("picture.jpg", 40, 40)
        for tag in tags { try await fixture.tag(picture, tag) }
        #expect(try await fixture.darkroom.develop(picture).picture.provenance.usageTerms == terms)
    }

    @Test("The IPTC reference picture is read as documented", .needsShared("photos"))
    func reference() async throws {
        let found = try await fixture.darkroom.develop(Shared.photo("IPTC-PhotometadataRef-Std2022.1.jpg")).picture
        #expect(
            found
                == bare(
                    with: EmbeddedMetadata(
                        headline: "The Headline (ref2022.1)", caption: "The description aka caption (ref2022.1)",
                        alternativeText: "This is the Alt Text description to support accessibility in 2022.1",
                        creator: "Creator1 (ref2022.1)", creditLine: "Credit Line (ref2022.1)",
                        source: "Source (ref2022.1)",
                        copyrightNotice: "Copyright (Notice) 2022.1 IPTC - www.iptc.org (ref2022.1)",
                        copyrightHolder: "Copyright Owner Name 1 (ref2022.1), Copyright Owner Name 2 (ref2022.1)",
                        usageTerms: "Rights Usage Terms (ref2022.1)\nAn Instruction (ref2022.1)")))
    }

    @Test("If XMP, IIM and EXIF differ in the reference picture, XMP is shown", .needsShared("photos"))
    func outOfStep() async throws {
        let found = try await fixture.darkroom.develop(Shared.photo("metadata_test_file_IIM_XMP_EXIF.jpg")).picture
        #expect(found.provenance.creator?.hasSuffix("(XMP)") == true)
        #expect(found.provenance.copyrightNotice?.hasSuffix("(XMP)") == true)
        #expect(found.caption.hasPrefix("(This caption in XMP)"))
        #expect(found.provenance.creditLine == "credit here")
    }
}
