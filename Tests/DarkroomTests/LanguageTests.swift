import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Metadata in several languages and forms", .needsTools, .timeLimit(.minutes(5)))
struct LanguageTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    /// The texts read from a picture that exiftool wrote with these arguments.
    private func embedded(_ arguments: [String], for language: String? = nil) async throws -> IncomingPicture {
        let picture = try await fixture.picture("picture.jpg", 40, 40)
        try await fixture.tag(picture, arguments)
        var item = IncomingPicture.bare
        item.language = language.flatMap { Language(tag: $0) }
        return try await fixture.darkroom.develop(picture, for: item).picture
    }

    private static let xmp = "properties.xmp"

    /// Writes an XMP file with these properties, exactly as given. exiftool would sort them by language.
    private func write(_ properties: String, attributes: String = "") throws {
        let document = """
            <x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
            <rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/'
            xmlns:photoshop='http://ns.adobe.com/photoshop/1.0/' xmlns:xmpRights='http://ns.adobe.com/xap/1.0/rights/'
            \(attributes)>\(properties)</rdf:Description></rdf:RDF></x:xmpmeta>
            """
        _ = try fixture.write(document.utf8, to: Self.xmp)
    }

    @Test("A text without a default language is read, in every field that may have several languages")
    func withoutDefault() async throws {
        let found = try await embedded([
            "-XMP-dc:Description-de=Bild", "-XMP-iptcCore:AltTextAccessibility-ar=صورة", "-XMP-dc:Rights-fr=Droits",
            "-XMP-xmpRights:UsageTerms-pt-BR=Termos",
        ])
        #expect(found.caption == "Bild" && found.alternativeText == "صورة")
        #expect(found.provenance.copyrightNotice == "Droits" && found.provenance.usageTerms == "Termos")
    }

    @Test(
        "The item's language comes first, then the file's default, then English, then the first in the file",
        arguments: [
            (["fr", "x-default", "de"], "de", "de"), (["fr", "x-default", "de-AT"], "de", "de-AT"),
            (["fr", "de-AT", "de"], "de-CH", "de"), (["de-AT", "de-CH"], "de-CH", "de-CH"),
            (["fr", "en", "x-default"], "de", "x-default"), (["fr", "de", "x-default"], nil, "x-default"),
            (["fr", "de", "en-US"], nil, "en-US"), (["fr", "de", "en"], "es", "en"), (["fr", "de"], nil, "fr"),
            (["de", "fr"], "es", "de"),
        ] as [([String], String?, String)])
    func preference(written: [String], wanted: String?, shown: String) async throws {
        let alternatives = written.map { "<rdf:li xml:lang='\($0)'>\($0)</rdf:li>" }.joined()
        try write("<dc:description><rdf:Alt>\(alternatives)</rdf:Alt></dc:description>")
        #expect(try await embedded(["-XMP<=\(Self.xmp)"], for: wanted).caption == shown)
    }

    @Test("A blank text in the preferred language is passed over")
    func blank() async throws {
        let found = try await embedded(["-XMP-dc:Rights-de= ", "-XMP-dc:Rights-fr=Droits"], for: "de")
        #expect(found.provenance.copyrightNotice == "Droits")
    }

    @Test("Values in another form than the standard says are read: text for lists, and lists for text")
    func forms() async throws {
        try write(
            """
            <dc:creator>One name</dc:creator><dc:rights>Plain</dc:rights>
            <dc:description><rdf:Alt><rdf:li xml:lang='fr'>Français</rdf:li><rdf:li xml:lang=''>Default</rdf:li></rdf:Alt>
            </dc:description>
            <photoshop:Headline><rdf:Alt><rdf:li xml:lang='x-default'>First</rdf:li><rdf:li xml:lang='de'>Zweite</rdf:li>
            </rdf:Alt></photoshop:Headline>
            <xmpRights:UsageTerms><rdf:Seq><rdf:li>First</rdf:li><rdf:li>Second</rdf:li></rdf:Seq></xmpRights:UsageTerms>
            """, attributes: "photoshop:Credit='In an attribute'")
        let found = try await embedded(["-XMP<=\(Self.xmp)"])
        let expected = EmbeddedMetadata(
            headline: "First", caption: "Default", creator: "One name", creditLine: "In an attribute",
            copyrightNotice: "Plain", usageTerms: "First")
        #expect(found == .bare.completed(by: expected))
    }

    @Test(
        "IIM in a part of ISO 8859 is read in the character set that the file names",
        arguments: [("A", "Übung", 1), ("B", "Łódź", 2), ("L", "Паром", 5), ("F", "Πλοίο", 7)])
    func namedCharacterSets(set: String, text: String, part: Int) async throws {
        _ = try fixture.write(text.utf8, to: "text")
        try await fixture.run("sh", "-c", "iconv -f UTF-8 -t ISO-8859-\(part) text > encoded")
        let arguments = ["-charset", "iptc=UTF8", "-IPTC:CodedCharacterSet=\u{1B}-\(set)", "-IPTC:Headline<=encoded"]
        #expect(try await embedded(arguments).headline == text)
    }

    @Test("Text is read if its character set is not the one that the file names, or if it is cut in a character")
    func wrongCharacterSets() async throws {
        _ = try fixture.write("Übung".unicodeScalars.map { UInt8($0.value) }, to: "latin")
        _ = try fixture.write("Schöne Brücke".utf8, to: "utf8")
        _ = try fixture.write("Schöne Brü".utf8.dropLast(), to: "cut")
        let files = [("UTF8", "latin", "Übung"), ("\u{1B}-A", "utf8", "Schöne Brücke"), ("UTF8", "cut", "Schöne Br")]
        for (set, file, text) in files {
            let arguments = ["-charset", "iptc=UTF8", "-IPTC:CodedCharacterSet=" + set, "-IPTC:Headline<=" + file]
            #expect(try await embedded(arguments).headline == text)
        }
        #expect(try await embedded(["-charset", "exif=UTF8", "-IFD0:Artist<=latin"]).provenance.creator == "Übung")
    }

    @Test("EXIF is the last resort; several names and notices in one field are divided")
    func exif() async throws {
        let found = try await embedded([
            "-IFD0:ImageDescription=The ferry leaves.", "-IFD0:Artist=Ann Example; Bo Örn;", "-IFD0:Make=ACME",
            "-IFD0:Copyright=© Ann\n© Harbor Wire",
        ])
        #expect(
            found
                == .bare.completed(
                    by: EmbeddedMetadata(
                        caption: "The ferry leaves.", creator: "Ann Example, Bo Örn",
                        copyrightNotice: "© Ann, © Harbor Wire")))
    }

    @Test(
        "A text that the camera writes by itself is not a caption",
        arguments: [
            ("OLYMPUS DIGITAL CAMERA", "OLYMPUS IMAGING CORP."), ("SONY DSC", "SONY"), ("oplus_0", "OPPO"),
            (#"DCIM\100MEDIA\DJI_0001.JPG"#, "DJI"), ("default", "DJI"),
        ])
    func cameraText(text: String, maker: String) async throws {
        let found = try await embedded(["-IFD0:ImageDescription=" + text, "-IFD0:Make=" + maker])
        #expect(found.caption.isEmpty)
    }
}
