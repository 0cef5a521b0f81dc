import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Refused pictures", .needsTools, .serialized, .timeLimit(.minutes(5)))
struct RefusedPictureTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    @Test(
        "A file that is not a picture of an accepted format is refused",
        arguments: [
            "", "\u{0}", "GIF8", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<html></html>", "%PDF-1.7\n", "%!PS\n",
            "push graphic-context\n", "P6 1 1 255\nabc", "8BPS\u{0}\u{1}", "BM      ", "viewbox 0 0 1 1",
        ])
    func otherKinds(content: String) async throws {
        let file = try fixture.write(content.utf8, to: "picture.jpg")
        #expect(await fixture.refusal(of: file) == .invalid)
        #expect(try fixture.storedNames().isEmpty && fixture.workFolders().isEmpty)
    }

    @Test(
        "A file that only begins like a picture is refused",
        arguments: [
            "GIF89a=1;/*<script>alert(1)</script>*/", "RIFF    WEBP<html></html>", "II*\u{0}<html></html>",
            "MM\u{0}*<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
        ])
    func disguised(content: String) async throws {
        #expect(await fixture.refusal(of: try fixture.write(content.utf8)) == .invalid)
    }

    @Test("A camera's raw file is refused, although it begins like TIFF")
    func raw() async throws {
        let picture = try await fixture.picture("picture.tif", 40, 40)
        try await fixture.tag(picture, "-DNGVersion=1 4 0 0")
        #expect(await fixture.refusal(of: picture) == .invalid)
    }

    @Test("A folder and a symbolic link to a picture are refused")
    func noFile() async throws {
        #expect(await fixture.refusal(of: fixture.folder) == .invalid)
        let link = fixture.folder.appending(path: "link.jpg")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: await fixture.picture())
        #expect(await fixture.refusal(of: link) == .invalid)
    }

    @Test("A file of more than 40 MB is refused")
    func largeFile() async throws {
        let picture = try await fixture.picture()
        let handle = try FileHandle(forWritingTo: picture)
        try handle.truncate(atOffset: 40_000_001)
        try handle.close()
        #expect(await fixture.refusal(of: picture) == .tooLarge)
        #expect(try fixture.workFolders().isEmpty)
    }

    @Test(
        "A picture of more than 50 megapixels or 20,000 pixels on one side is refused",
        arguments: [
            (20_001, 1), (1, 20_001), (10_000, 5001), (65_535, 65_535), (2_147_483_647, 2_147_483_647),
        ] as [(UInt32, UInt32)])
    func manyPixels(width: UInt32, height: UInt32) async throws {
        // The size is in the PNG's header. No pixel is ever decoded.
        let kind = await fixture.refusal(of: try fixture.write(PNG.declaring(width: width, height: height)))
        #expect(kind == (width > 1_000_000 ? .invalid : .tooLarge))
    }

    @Test("A picture with exactly the allowed number of pixels is accepted")
    func pixelsAllowed() async throws {
        try await fixture.run("vips", "black", "wide.png", "20000", "10")
        #expect(await fixture.refusal(of: fixture.folder.appending(path: "wide.png")) == nil)
    }

    @Test(
        "A picture whose file ends early is refused, and the complete file is developed",
        arguments: ["jpg", "png", "gif", "webp", "tif"])
    func half(kind: String) async throws {
        try await fixture.run("vips", "gaussnoise", "noise.png", "300", "200", "--mean", "128", "--sigma", "30")
        try await fixture.run("vips", "copy", "noise.png", "noise.\(kind == "png" ? "v" : kind)")
        let file = fixture.folder.appending(path: "noise.\(kind)")
        let whole = try Data(contentsOf: file)
        let parts = [whole.count / 2, whole.count * 9 / 10, whole.count * 99 / 100]
        for part in [0, 120, 240, 480] + parts + [10, 5, 2, 1].map({ whole.count - $0 }) {
            #expect(await fixture.refusal(of: try fixture.write(whole.prefix(part))) == .invalid, "\(part) bytes")
        }
        #expect(try fixture.storedNames().isEmpty)
        #expect(await fixture.refusal(of: file) == nil)
    }

    @Test("An animation whose file ends after its first frame is refused", arguments: ["gif", "webp"])
    func animation(kind: String) async throws {
        _ = try await fixture.picture("strip.v", 60, 200)
        try await fixture.run("vips", "copy", "strip.v", "frames.\(kind)[page-height=100]")
        let whole = try Data(contentsOf: fixture.folder.appending(path: "frames.\(kind)"))
        #expect(await fixture.refusal(of: try fixture.write(whole.prefix(whole.count * 9 / 10))) == .invalid)
        #expect(await fixture.refusal(of: try fixture.write(whole)) == nil)
    }

    @Test("A TIFF whose pixels are complete but whose last metadata is cut off is refused")
    func metadataCutOff() async throws {
        _ = try await fixture.picture("plain.v", 40, 40)
        try await fixture.run("vips", "cast", "plain.v", "picture.tif", "float")
        let whole = try Data(contentsOf: fixture.folder.appending(path: "picture.tif"))
        #expect(await fixture.refusal(of: try fixture.write(whole.dropLast())) == .invalid)
        #expect(await fixture.refusal(of: try fixture.write(whole)) == nil)
    }

    @Test("Bytes after the end of a picture do no harm", arguments: ["jpg", "png", "gif", "webp", "tif"])
    func moreBytes(kind: String) async throws {
        let whole = try Data(contentsOf: await fixture.picture("picture.\(kind)", 40, 40))
        #expect(await fixture.refusal(of: try fixture.write(whole + Data("more".utf8))) == nil)
    }

    @Test(
        "Metadata of 300 MB, compressed to 300 KB, is refused within 2 seconds and 200 MB of memory",
        arguments: ["iCCP", "iTXt"])
    func inflated(chunk: String) async {
        await #expect(processExitsWith: .success) { [chunk] in
            let fixture = try DarkroomFixture()
            let script = """
                use Compress::Zlib; my ($d) = deflateInit(-Level => 9); my $z = '';
                for (1..300) { my ($o) = $d->deflate("\\0" x 1048576); $z .= $o } my ($o) = $d->flush(); $z .= $o;
                sub chunk { my ($t, $b) = @_; pack('N', length $b) . $t . $b . pack('N', crc32($t . $b)) }
                my %head = (iCCP => "x\\0\\0", iTXt => "XML:com.adobe.xmp\\0\\1\\0\\0\\0");
                print "\\x89PNG\\r\\n\\x1a\\n", chunk('IHDR', pack('NNC5', 1, 1, 8, 0, 0, 0, 0)),
                    chunk($ARGV[0], $head{$ARGV[0]} . $z), chunk('IDAT', compress("\\0\\0")), chunk('IEND', '');
                """
            _ = try fixture.write(script.utf8, to: "bomb.pl")
            try await fixture.run("sh", "-c", "perl bomb.pl \(chunk) > bomb.png")
            await expectFrugalRefusal(of: fixture.folder.appending(path: "bomb.png"), as: .tooLarge, in: fixture)
        }
    }

    @Test("The shared hostile files are refused within 2 seconds and 200 MB of memory", .needsShared("hostile/files"))
    func hostile() async {
        await #expect(processExitsWith: .success) {
            let fixture = try DarkroomFixture()
            let files = try FileManager.default.contentsOfDirectory(
                at: Shared.file("hostile/files"), includingPropertiesForKeys: nil)
            for file in files {
                let isPNG = file.lastPathComponent.hasPrefix("png-")
                await expectFrugalRefusal(of: file, as: isPNG ? .tooLarge : .invalid, in: fixture)
            }
            #expect(try fixture.storedNames().isEmpty && fixture.workFolders().isEmpty)
        }
    }

    @Test(
        "A damaged picture is either developed or refused", .needsShared("photos"),
        arguments: ["image00971.jpg", "image02206.jpg"])
    func damaged(name: String) async throws {
        do {
            #expect(try await !fixture.darkroom.develop(Shared.photo(name)).renditions.isEmpty)
        } catch {
            #expect(error is Refusal)
        }
    }
}

/// Call this in a process that uses little memory, because Linux counts the memory that a parent has at the
/// start toward its child.
private func expectFrugalRefusal(of file: URL, as kind: Refusal.Kind, in fixture: DarkroomFixture) async {
    var found: Refusal.Kind?
    let time = await ContinuousClock().measure { found = await fixture.refusal(of: file) }
    #expect(found == kind, "\(file.lastPathComponent)")
    #expect(time < .seconds(2), "\(file.lastPathComponent)")
    #expect(Memory.mostOfAnyChild < 200_000_000, "\(file.lastPathComponent)")
}

/// The peak memory of the largest child process so far, in bytes.
enum Memory {
    static var mostOfAnyChild: Int {
        var usage = rusage()
        getrusage(RUSAGE_CHILDREN.rawValue, &usage)
        return usage.ru_maxrss * 1024
    }
}

extension DarkroomFixture {
    /// The kind of refusal, or `nil` if the picture is accepted.
    func refusal(of picture: URL) async -> Refusal.Kind? {
        do {
            _ = try await darkroom.develop(picture)
            return nil
        } catch {
            return (error as? Refusal)?.kind
        }
    }
}

enum PNG {
    /// The beginning of a PNG, up to its first pixel.
    static func declaring(width: UInt32, height: UInt32) -> [UInt8] {
        let size = [width, height].flatMap { number in [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
        let header = chunk("IHDR", size + [8, 2, 0, 0, 0])
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + header + chunk("IDAT", [0x78, 0x9C])
    }

    static func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + content
        return big(UInt32(content.count)) + checked + big(checksum(checked))
    }

    private static func big(_ number: UInt32) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { value, _ in value & 1 == 1 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
