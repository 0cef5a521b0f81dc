import Darkroom
import Foundation
import Newsroom
import Testing

@Suite("Content Credentials of a picture", .needsTools, .timeLimit(.minutes(5)))
struct CredentialsTests {
    let fixture: DarkroomFixture

    init() throws { fixture = try DarkroomFixture() }

    @Test("They are noticed in a JPEG, and no rendition has them")
    func inJPEG() async throws {
        // The letters JP, the number of the box, and that of the packet (ISO/IEC 19566-5, annex D.2).
        let segment = Array("JP".utf8) + [0, 1, 0, 0, 0, 1] + JUMBF.store(labelled: "c2pa")
        try await expectNoticed(try await jpeg(with: segment, as: 0xEB))
    }

    @Test("They are noticed in a PNG, and no rendition has them")
    func inPNG() async throws {
        let plain = Array(try Data(contentsOf: await fixture.picture("picture.png", 60, 40)))
        let chunk = PNG.chunk("caBX", JUMBF.store(labelled: "c2pa"))
        try await expectNoticed(try fixture.write(plain.prefix(33) + chunk + plain.dropFirst(33)))
    }

    @Test("An address of credentials is noticed, and no rendition has it")
    func elsewhere() async throws {
        let packet = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dcterms="http://purl.org/dc/terms/"
            dcterms:provenance="https://news.example/manifest"/></rdf:RDF></x:xmpmeta>
            """
        let segment = Array("http://ns.adobe.com/xap/1.0/\0\(packet)".utf8)
        try await expectNoticed(try await jpeg(with: segment, as: 0xE1))
    }

    @Test("A picture without them has none, even if it has a box of another kind")
    func none() async throws {
        #expect(try await fixture.darkroom.develop(await fixture.picture()).hasCredentials == false)
        let plain = Array(try Data(contentsOf: await fixture.picture("picture.png", 60, 40)))
        let chunk = PNG.chunk("caBX", JUMBF.store(labelled: "other"))
        let other = try fixture.write(plain.prefix(33) + chunk + plain.dropFirst(33))
        #expect(try await fixture.darkroom.develop(other).hasCredentials == false)
    }

    /// A JPEG with a segment after its first marker.
    private func jpeg(with segment: [UInt8], as marker: UInt8) async throws -> URL {
        let plain = Array(try Data(contentsOf: await fixture.picture("picture.jpg", 60, 40)))
        let head = [0xFF, marker, UInt8((segment.count + 2) >> 8), UInt8((segment.count + 2) & 0xFF)]
        return try fixture.write(plain.prefix(2) + head + segment + plain.dropFirst(2))
    }

    private func expectNoticed(_ original: URL) async throws {
        let developed = try await fixture.darkroom.develop(original)
        #expect(developed.hasCredentials == true)
        #expect(!developed.renditions.isEmpty)
        for rendition in developed.renditions {
            let file = fixture.file(of: rendition)
            let tags = try await fixture.tags(of: file).keys
            #expect(!tags.contains { $0.hasPrefix("JUMBF") || $0.contains("Provenance") })
            #expect(try Data(contentsOf: file).firstRange(of: Data("jumb".utf8)) == nil)
        }
    }
}

/// Boxes of the JPEG universal metadata box format (ISO/IEC 19566-5).
enum JUMBF {
    /// A superbox with nothing but its description: its type is that of a C2PA manifest store.
    static func store(labelled label: String) -> [UInt8] {
        let type = Array("c2pa".utf8) + [0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71]
        return box("jumb", box("jumd", type + [3] + Array(label.utf8) + [0]))
    }

    private static func box(_ type: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(content.count + 8)] + Array(type.utf8) + content
    }
}
