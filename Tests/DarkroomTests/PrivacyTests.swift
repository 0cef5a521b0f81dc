import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Published pictures do not reveal private data", .needsTools, .timeLimit(.minutes(5)))
struct PrivacyTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    /// The only tag groups that may remain: file properties and the credit.
    private static let allowed: Set<String> = [
        "ExifTool", "System", "File", "JFIF", "RIFF", "Composite", "XMP-x", "XMP-dc", "XMP-photoshop", "XMP-plus",
        "XMP-xmpRights", "IPTC", "Photoshop", "QuickTime", "Meta",
    ]
    private static let telling = [
        "GPS", "Serial", "Thumbnail", "Preview", "MakerNote", "Orientation", "Model", "Date", "City", "History", "MPF",
        "Licensor", "OwnerID", "Supplier",
    ]

    @Test("Renditions do not contain the place, the camera or the thumbnail of the original")
    func made() async throws {
        let picture = try await fixture.picture()
        try await fixture.run("vips", "copy", "picture.jpg", "thumbnail.jpg[strip]")
        try await fixture.tag(
            picture, "-GPSLatitude=48.1", "-GPSLatitudeRef=N", "-GPSLongitude=11.5", "-XMP-exif:GPSLatitude=48.1",
            "-XMP-exif:GPSLongitude=11.5", "-XMP-iptcExt:LocationShownGPSLatitude=48.1", "-EXIF:SerialNumber=4711",
            "-XMP-aux:SerialNumber=4711", "-ThumbnailImage<=thumbnail.jpg", "-Model=Camera", "-IPTC:City=Town",
            "-DateTimeOriginal=2020:01:01 10:00:00", "-Orientation=6", "-XMP-dc:Creator=A newsroom")
        #expect(try await fixture.tags(of: picture)["XMP-exif:GPSLatitude"] != nil)
        try await expectNothingTold(by: picture)
    }

    @Test(
        "Renditions of the shared pictures contain no private data", .needsShared("photos"),
        arguments: ["DSCN0010.jpg", "metadata_test_file_IIM_XMP_EXIF.jpg", "IPTC-PhotometadataRef-Std2022.1.jpg"])
    func shared(name: String) async throws { try await expectNothingTold(by: Shared.photo(name)) }

    private func expectNothingTold(by picture: URL) async throws {
        for rendition in try await fixture.darkroom.develop(picture).renditions {
            let tags = try await fixture.tags(of: fixture.file(of: rendition)).keys.filter { !$0.hasPrefix("System:") }
            let groups = Set(tags.compactMap { $0.split(separator: ":").first.map(String.init) })
            #expect(groups.subtracting(Self.allowed).isEmpty)
            #expect(tags.filter { tag in Self.telling.contains { tag.contains($0) } }.isEmpty)
        }
    }
}
