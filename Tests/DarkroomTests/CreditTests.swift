import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("The caption and credit in renditions", .needsTools, .timeLimit(.minutes(5)))
struct CreditTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    private static let long = "Ünïcode, longer than the thirty-two characters of IIM"

    /// A picture item with a text in every field.
    private var item: IncomingPicture {
        IncomingPicture(
            guid: "picture", wireVersion: 1, caption: "A caption.\nIn two lines.", headline: "A headline",
            provenance: Provenance(
                creator: Self.long, creditLine: "A credit", copyrightHolder: "A holder", copyrightNotice: "© Notice",
                usageTerms: "Terms"), fileNames: [])
    }

    /// The tags of each rendition.
    private func tags(_ developed: DevelopedPicture) async throws -> [(format: Rendition.Format, [String: String])] {
        var all: [(Rendition.Format, [String: String])] = []
        for rendition in developed.renditions {
            all.append((rendition.format, try await fixture.tags(of: fixture.file(of: rendition))))
        }
        return all
    }

    @Test("The full credit of the file is written into every rendition in UTF-8")
    func fromFile() async throws {
        let picture = try await fixture.picture("picture.jpg", 400, 40)
        try await fixture.tag(
            picture, "-XMP-dc:Creator=" + Self.long, "-XMP-photoshop:Credit=Credit", "-XMP-dc:Rights=© Rights",
            "-XMP-plus:CopyrightOwnerName=Holder", "-XMP-xmpRights:UsageTerms=Terms", "-XMP-dc:Description=Caption",
            "-XMP-photoshop:Headline=Headline")
        for (format, tags) in try await tags(try await fixture.darkroom.develop(picture)) {
            #expect(tags["XMP-dc:Creator"] == Self.long)
            #expect(tags["XMP-photoshop:Credit"] == "Credit")
            #expect(tags["XMP-dc:Rights"] == "© Rights")
            #expect(tags["XMP-plus:CopyrightOwnerName"] == "Holder")
            #expect(tags["XMP-xmpRights:UsageTerms"] == "Terms")
            #expect(tags["XMP-dc:Description"] == "Caption")
            #expect(tags["XMP-photoshop:Headline"] == "Headline")
            if format == .jpeg { #expect(tags["IPTC:By-line"] == Self.long) }
        }
    }

    @Test("The item's texts come before those of the file, which fill the gaps")
    func itemFirst() async throws {
        let picture = try await fixture.picture("picture.jpg", 400, 40)
        try await fixture.tag(
            picture, "-XMP-dc:Creator=Another", "-XMP-photoshop:Credit=Another", "-XMP-dc:Rights=Another",
            "-XMP-plus:CopyrightOwnerName=Another", "-XMP-xmpRights:UsageTerms=From the file",
            "-XMP-dc:Description=Another", "-XMP-photoshop:Headline=Another")
        var item = item
        item.provenance.usageTerms = nil
        let developed = try await fixture.darkroom.develop(picture, for: item)
        item.provenance.usageTerms = "From the file"
        #expect(developed.picture == item)
        for (format, tags) in try await tags(developed) {
            #expect(tags["XMP-photoshop:Headline"] == "A headline")
            #expect(tags["XMP-dc:Description"] == "A caption..In two lines.", "exiftool prints a dot for a line end")
            #expect(tags["XMP-dc:Creator"] == Self.long)
            #expect(tags["XMP-photoshop:Credit"] == "A credit")
            #expect(tags["XMP-dc:Rights"] == "© Notice")
            #expect(tags["XMP-plus:CopyrightOwnerName"] == "A holder")
            #expect(tags["XMP-xmpRights:UsageTerms"] == "From the file")
            guard format == .jpeg else { continue }
            #expect(tags["IPTC:Headline"] == "A headline" && tags["IPTC:Credit"] == "A credit")
            #expect(tags["IPTC:By-line"] == Self.long && tags["IPTC:CopyrightNotice"] == "© Notice")
        }
    }

    @Test("The file's copyright holder is not shown beside the item's notice")
    func rights() {
        let embedded = EmbeddedMetadata(copyrightNotice: "© File", copyrightHolder: "File")
        #expect(IncomingPicture.bare.completed(by: embedded).provenance.copyrightHolder == "File")
        var item = IncomingPicture.bare
        item.provenance.copyrightNotice = "© Item"
        #expect(item.completed(by: embedded) == item)
    }

    @Test("The credit is the one that the site shows")
    func shownCredit() async throws {
        var item = item
        item.provenance.chain = ["WIRE", "Example Press", "Handout"]
        item.provenance.via = "Wire"
        let developed = try await fixture.darkroom.develop(await fixture.picture("picture.jpg", 40, 40), for: item)
        for (_, tags) in try await tags(developed) {
            #expect(tags["XMP-photoshop:Credit"] == "WIRE/Example Press/Handout via Wire")
        }
    }

    @Test("One file under two items carries each item's own credit, and a correction gives it a new one")
    func twoItems() async throws {
        let picture = try await fixture.picture("picture.jpg", 400, 40)
        var developed: [DevelopedPicture] = []
        for credit in ["First", "Second", "First"] {
            var item = item
            item.provenance.creditLine = credit
            developed.append(try await fixture.darkroom.develop(picture, for: item))
            for (_, tags) in try await tags(developed[developed.endIndex - 1]) {
                #expect(tags["XMP-photoshop:Credit"] == credit)
            }
        }
        #expect(Set(developed[0].renditions.map(\.name)).isDisjoint(with: developed[1].renditions.map(\.name)))
        #expect(developed[0] == developed[2])
    }

    @Test("A text of the item stays text, whatever it begins with")
    func hostile() async throws {
        var item = item
        for text in ["<bytes", "=x", "-execute", "@args", "+=", "$(id) `id` ${x} \\n %s"] {
            _ = try fixture.write("secret".utf8)
            item.provenance.creditLine = text
            let developed = try await fixture.darkroom.develop(await fixture.picture("picture.jpg", 40, 40), for: item)
            for (_, tags) in try await tags(developed) { #expect(tags["XMP-photoshop:Credit"] == text) }
        }
    }
}
