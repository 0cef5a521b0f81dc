import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Developing a picture", .needsTools, .timeLimit(.minutes(5)))
struct DevelopingTests {
    let studio: Studio

    init() throws { studio = try Studio() }

    @Test(
        "Widths never exceed the picture's own, which is the largest when it lies between two steps",
        arguments: [
            (100, [100]), (640, [320, 640]), (650, [320, 640, 650]), (1700, [320, 640, 1024, 1600]),
        ])
    func widths(own: Int, expected: [Int]) async throws {
        let developed = try await studio.darkroom.develop(await studio.picture("picture.png", own, 60))
        for format in Rendition.Format.allCases {
            #expect(developed.renditions.filter { $0.format == format }.map(\.width) == expected)
        }
        #expect(try studio.shelf() == developed.renditions.map(\.name).sorted())
    }

    @Test("Renditions are what they say: their format, their size, progressive where JPEG")
    func format() async throws {
        let developed = try await studio.darkroom.develop(await studio.picture("picture.jpg", 700, 500))
        for rendition in developed.renditions {
            let tags = try await studio.tags(of: studio.file(of: rendition))
            #expect(tags["File:MIMEType"] == rendition.format.mediaType)
            #expect(tags["Composite:ImageSize"] == "\(rendition.width)x\(rendition.height)")
            #expect(abs(Double(rendition.height) - Double(rendition.width) * 5 / 7) <= 1)
            if rendition.format == .jpeg { #expect(tags["File:EncodingProcess"]?.hasPrefix("Progressive") == true) }
        }
    }

    @Test("The same file gives the same names, made from the bytes that they name")
    func names() async throws {
        let picture = try await studio.picture("picture.jpg", 500, 400)
        let first = try await studio.darkroom.develop(picture)
        let other = try Studio()
        #expect(try await other.darkroom.develop(picture) == first)
        for rendition in first.renditions {
            #expect(Darkroom.isRenditionName(rendition.name))
            let digest = try await studio.run("sha256sum", studio.file(of: rendition).path(percentEncoded: false))
            #expect(rendition.name.hasPrefix(digest.drop { $0 == "\\" }.prefix(20) + "-\(rendition.width)."))
        }
        #expect(try await studio.run("sha256sum", "picture.jpg").hasPrefix(first.digest + " "))
    }

    @Test("A rendition that is already there is not written again")
    func alreadyThere() async throws {
        let picture = try await studio.picture()
        let first = try #require(try await studio.darkroom.develop(picture).renditions.first)
        try Data("kept".utf8).write(to: studio.file(of: first))
        _ = try await studio.darkroom.develop(picture)
        #expect(try Data(contentsOf: studio.file(of: first)) == Data("kept".utf8))
    }

    @Test("Pictures developed at the same time do not disturb each other")
    func atTheSameTime() async throws {
        let picture = try await studio.picture()
        let darkroom = studio.darkroom
        async let one = darkroom.develop(picture)
        async let two = darkroom.develop(picture)
        #expect(try await one == two)
        #expect(try studio.benches().isEmpty)
    }

    @Test("Every kind is taken, of several frames or pages the first", arguments: ["png", "gif", "webp", "tif", "jpg"])
    func kinds(kind: String) async throws {
        _ = try await studio.picture("strip.v", 60, 200)
        try await studio.run(
            "vips", "copy", "strip.v", "frames.\(kind)" + (kind == "png" || kind == "jpg" ? "" : "[page-height=100]"))
        let developed = try await studio.darkroom.develop(studio.folder.appending(path: "frames.\(kind)"))
        #expect(developed.renditions.map(\.height) == (kind == "png" || kind == "jpg" ? [200, 200] : [100, 100]))
        let green = try await studio.colour(of: developed.renditions[0], atX: 0.5, y: 0)[1]
        #expect(green < 30)
    }

    @Test("What is transparent is white in both formats")
    func transparent() async throws {
        _ = try await studio.picture("opaque.v", 40, 40)
        try await studio.run("vips", "bandjoin_const", "opaque.v", "clear.png", "0")
        for rendition in try await studio.darkroom.develop(studio.folder.appending(path: "clear.png")).renditions {
            #expect(try await studio.colour(of: rendition, atX: 0.5, y: 0.5).prefix(3).allSatisfy { $0 > 250 })
        }
    }

    @Test("Colours of other spaces become sRGB", arguments: ["cmyk", "rgb16", "lab"])
    func colourSpaces(space: String) async throws {
        _ = try await studio.picture("plain.tif", 40, 40)
        try await studio.run("vips", "colourspace", "plain.tif", "other.tif", space)
        let rendition = try await studio.darkroom.develop(studio.folder.appending(path: "other.tif")).renditions[1]
        let found = try await studio.colour(of: rendition, atX: 0.5, y: 0.5)
        #expect(found.count >= 3 && zip(found, [124, 124, 100]).allSatisfy { abs($0 - $1) < 12 }, "\(found)")
    }

    @Test("Black stays black, in colour and in grey", arguments: ["srgb", "b-w"])
    func black(space: String) async throws {
        try await studio.run("vips", "black", "black.v", "40", "40", "--bands", "3")
        try await studio.run("vips", "copy", "black.v", "colour.v", "--interpretation", "srgb")
        try await studio.run("vips", "colourspace", "colour.v", "picture.png", space)
        for rendition in try await studio.darkroom.develop(studio.folder.appending(path: "picture.png")).renditions {
            #expect(try await studio.colour(of: rendition, atX: 0.5, y: 0.5).allSatisfy { $0 <= 1 })
        }
    }

    @Test("What a killed server left on the workbench is cleared away after an hour")
    func abandoned() async throws {
        let room = studio.renditions.appending(path: ".developing")
        let hourAgo: [FileAttributeKey: Any] = [.modificationDate: Date(timeIntervalSinceNow: -3700)]
        for name in ["old", "new"] {
            let bench = room.appending(path: name)
            try FileManager.default.createDirectory(at: bench, withIntermediateDirectories: true)
            if name == "old" {
                try FileManager.default.setAttributes(hourAgo, ofItemAtPath: bench.path(percentEncoded: false))
            }
        }
        _ = try await studio.darkroom.develop(await studio.picture("picture.jpg", 40, 40))
        #expect(try studio.benches() == ["new"])
    }

    @Test("Nothing is missing where everything is installed")
    func tools() async { #expect(await studio.darkroom.missingTools().isEmpty) }
}
