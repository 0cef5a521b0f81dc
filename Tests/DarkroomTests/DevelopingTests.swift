import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Developing a picture", .needsTools, .timeLimit(.minutes(5)))
struct DevelopingTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    @Test(
        "Renditions are never wider than the picture, whose own width is used if it lies between two steps",
        arguments: [
            (100, [100]), (640, [320, 640]), (650, [320, 640, 650]), (1700, [320, 640, 1024, 1600]),
        ])
    func widths(own: Int, expected: [Int]) async throws {
        let developed = try await fixture.darkroom.develop(await fixture.picture("picture.png", own, 60))
        for format in Rendition.Format.allCases {
            #expect(developed.renditions.filter { $0.format == format }.map(\.width) == expected)
        }
        let original = try #require(developed.original)
        #expect(try fixture.storedNames() == (developed.renditions.map(\.name) + [original]).sorted())
    }

    @Test("Renditions have the stated format and size, and JPEG files are progressive")
    func format() async throws {
        let developed = try await fixture.darkroom.develop(await fixture.picture("picture.jpg", 700, 500))
        for rendition in developed.renditions {
            let tags = try await fixture.tags(of: fixture.file(of: rendition))
            #expect(tags["File:MIMEType"] == rendition.format.mediaType)
            #expect(tags["Composite:ImageSize"] == "\(rendition.width)x\(rendition.height)")
            #expect(abs(Double(rendition.height) - Double(rendition.width) * 5 / 7) <= 1)
            if rendition.format == .jpeg { #expect(tags["File:EncodingProcess"]?.hasPrefix("Progressive") == true) }
        }
    }

    @Test("The same file gets the same names, which are digests of the content")
    func names() async throws {
        let picture = try await fixture.picture("picture.jpg", 500, 400)
        let first = try await fixture.darkroom.develop(picture)
        let other = try DarkroomFixture()
        #expect(try await other.darkroom.develop(picture) == first)
        for rendition in first.renditions {
            #expect(Darkroom.format(ofRendition: rendition.name) == rendition.format)
            let digest = try await fixture.run("sha256sum", fixture.file(of: rendition).path(percentEncoded: false))
            #expect(rendition.name.hasPrefix(digest.drop { $0 == "\\" }.prefix(20) + "-\(rendition.width)."))
        }
        #expect(try await fixture.run("sha256sum", "picture.jpg").hasPrefix(first.digest + " "))
    }

    @Test("A picture of more than 4 megapixels has no AVIF, and neither has that of a link card")
    func withoutAVIF() async throws {
        let tall = try await fixture.picture("tall.png", 400, 10_001)
        #expect(Set(try await fixture.darkroom.develop(tall).renditions.map(\.format)) == [.webp, .jpeg])
        let small = try Data(contentsOf: await fixture.picture("small.png", 400, 300))
        let card = try await fixture.darkroom.develop(Array(small), widths: [320])
        #expect(Set(card.map(\.format)) == [.webp, .jpeg])
    }

    @Test("A rendition that is already there is not written again")
    func alreadyThere() async throws {
        let picture = try await fixture.picture()
        let first = try #require(try await fixture.darkroom.develop(picture).renditions.first)
        try Data("kept".utf8).write(to: fixture.file(of: first))
        _ = try await fixture.darkroom.develop(picture)
        #expect(try Data(contentsOf: fixture.file(of: first)) == Data("kept".utf8))
    }

    @Test("Pictures developed at the same time do not disturb each other")
    func atTheSameTime() async throws {
        let picture = try await fixture.picture()
        let darkroom = fixture.darkroom
        async let one = darkroom.develop(picture)
        async let two = darkroom.develop(picture)
        #expect(try await one == two)
        #expect(try fixture.workFolders().isEmpty)
    }

    @Test(
        "Every format is accepted, and only the first frame or page is used",
        arguments: ["png", "gif", "webp", "tif", "jpg"])
    func kinds(kind: String) async throws {
        _ = try await fixture.picture("strip.v", 60, 200)
        try await fixture.run(
            "vips", "copy", "strip.v", "frames.\(kind)" + (kind == "png" || kind == "jpg" ? "" : "[page-height=100]"))
        let developed = try await fixture.darkroom.develop(fixture.folder.appending(path: "frames.\(kind)"))
        let height = kind == "png" || kind == "jpg" ? 200 : 100
        #expect(developed.renditions.map(\.height) == [height, height, height])
        let green = try await fixture.colour(of: developed.renditions[0], atX: 0.5, y: 0)[1]
        #expect(green < 30)
    }

    @Test("Transparent areas become white in all formats")
    func transparent() async throws {
        _ = try await fixture.picture("opaque.v", 40, 40)
        try await fixture.run("vips", "bandjoin_const", "opaque.v", "clear.png", "0")
        for rendition in try await fixture.darkroom.develop(fixture.folder.appending(path: "clear.png")).renditions {
            #expect(try await fixture.colour(of: rendition, atX: 0.5, y: 0.5).prefix(3).allSatisfy { $0 > 250 })
        }
    }

    @Test("Colors of other spaces become sRGB", arguments: ["cmyk", "rgb16", "lab"])
    func colourSpaces(space: String) async throws {
        _ = try await fixture.picture("plain.tif", 40, 40)
        try await fixture.run("vips", "colourspace", "plain.tif", "other.tif", space)
        let rendition = try await fixture.darkroom.develop(fixture.folder.appending(path: "other.tif")).renditions[1]
        let found = try await fixture.colour(of: rendition, atX: 0.5, y: 0.5)
        #expect(found.count >= 3 && zip(found, [124, 124, 100]).allSatisfy { abs($0 - $1) < 12 }, "\(found)")
    }

    @Test("Black stays black, in color and in gray", arguments: ["srgb", "b-w"])
    func black(space: String) async throws {
        try await fixture.run("vips", "black", "black.v", "40", "40", "--bands", "3")
        try await fixture.run("vips", "copy", "black.v", "colour.v", "--interpretation", "srgb")
        try await fixture.run("vips", "colourspace", "colour.v", "picture.png", space)
        for rendition in try await fixture.darkroom.develop(fixture.folder.appending(path: "picture.png")).renditions {
            #expect(try await fixture.colour(of: rendition, atX: 0.5, y: 0.5).allSatisfy { $0 <= 1 })
        }
    }

    @Test("A work folder that a killed process left is deleted after one hour")
    func abandoned() async throws {
        let parent = fixture.renditions.appending(path: ".developing")
        let hourAgo: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -3700)]
        for name in ["old", "new"] {
            let workFolder = parent.appending(path: name)
            try FileManager.default.createDirectory(at: workFolder, withIntermediateDirectories: true)
            if name == "old" {
                try FileManager.default.setAttributes(hourAgo, ofItemAtPath: workFolder.path(percentEncoded: false))
            }
        }
        _ = try await fixture.darkroom.develop(await fixture.picture("picture.jpg", 40, 40))
        #expect(try fixture.workFolders() == ["new"])
    }

    @Test("No tool is reported missing if all are installed")
    func tools() async { #expect(await fixture.darkroom.missingTools().isEmpty) }
}
