import Foundation
import Testing

@testable import Wire

@Suite("Damaged documents", .timeLimit(.minutes(1)))
struct MutationTests {
    private let original = Array(
        Documents.message(
            Documents.story(
                content:
                    "<headline>H</headline><by>By Ada Example</by><description role=\"drol:summary\">S</description>",
                body: """
                    <p>By Ada Example</p><p>PORTO (Wire) - A <em>b</em> <a href="http://a.example">c</a></p><p/>\
                    <p>D</p><ul><li>e</li></ul>
                    <p>f</p><p>(Reporting by Ada Example in Rome; Editing by Ben Sample)</p>
                    """),
            Documents.picture(
                content: "<description role=\"drol:caption\">Rain. WIRE/Handout via Wire</description>",
                contentSet: "<remoteContent href=\"http://a.example/b.jpg\" width=\"3\" height=\"4\"/>"),
            Documents.package(
                "<group id=\"root\">\(Documents.reference("a"))\(Documents.reference("b", "picture"))</group>")
        ).utf8)

    @Test("10,000 damaged copies are each read or refused without a crash", arguments: 1...10)
    func damaged(state: UInt64) {
        let reader = NewsMLReader()
        let damage = Damage(original)
        var random = SplitMix(state: state)
        var whole = 0
        for _ in 0..<1_000 {
            let document = reader.read(Data(damage.copy(&random)), named: "a.xml")
            #expect(!document.items.isEmpty || !document.faults.isEmpty)
            if document.faults.isEmpty { whole += 1 }
        }
        #expect((1..<999).contains(whole))
    }
}

/// Damages a document as transfers and editors do: flipped bits, lost and repeated parts, an early end.
struct Damage {
    private let original: [UInt8]

    init(_ original: [UInt8]) { self.original = original }

    func copy(_ random: inout SplitMix) -> [UInt8] {
        var bytes = original
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 2: bytes.remove(at: place)
            case 3: bytes.insert("<>&\"'/=!".utf8.randomElement(using: &random) ?? 0, at: place)
            case 4: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
            default:
                bytes.replaceSubrange(
                    place..<place, with: original.dropFirst(Int.random(in: original.indices, using: &random)).prefix(60)
                )
            }
            if bytes.isEmpty { return bytes }
        }
        return Int.random(in: 0..<10, using: &random) == 0 ? Array(bytes.prefix(bytes.count / 2)) : bytes
    }
}

/// Generates the same numbers in every run (SplitMix64).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
