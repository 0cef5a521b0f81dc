import Foundation
import Testing

@testable import Newsroom

@Suite("Hostile names and addresses", .timeLimit(.minutes(1)))
struct HostileNameTests {
    /// `shared/hostile/text` in one of the folders around the project.
    private static let folder: URL? = sequence(first: URL(filePath: #filePath)) { url in
        url.path == "/" ? nil : url.deletingLastPathComponent()
    }.map { $0.appending(path: "shared/hostile/text") }.first { FileManager.default.fileExists(atPath: $0.path) }

    /// The collections of hostile texts next to the project: each text, its lines, and their beginnings.
    private static let texts: [String] = {
        guard let folder else { return [] }
        let list = (try? Data(contentsOf: folder.appending(path: "blns.json")))
            .flatMap { try? JSONDecoder().decode([String].self, from: $0) }
        let files = ["bidi.txt", "zalgo.txt"].compactMap {
            try? String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }
        let lines = ((list ?? []) + files).flatMap { [$0] + $0.split(whereSeparator: \.isNewline).map(String.init) }
        return lines + lines.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(40))) }
    }()

    @Test(
        "A hostile name is refused, or has nothing invisible and nothing that changes direction",
        .enabled(if: folder != nil, "The collections are not there."))
    func names() {
        #expect(Self.texts.count > 500)
        var accepted = 0
        for text in Self.texts {
            guard let name = try? AccountName.accept(text) else { continue }
            accepted += 1
            #expect(name.key.lookalikeKey == name.key && !name.key.isEmpty)
            #expect(
                name.text.unicodeScalars.count <= 40 && name.text.unicodeScalars.contains(where: \.isLetterOrNumber))
            #expect(!name.text.unicodeScalars.contains { $0.isControl || $0.reordersText || BadgeSymbols.contains($0) })
        }
        #expect(accepted > 20)
    }

    @Test(
        "A hostile address is refused, or is ASCII in one line",
        .enabled(if: folder != nil, "The collections are not there."))
    func addresses() {
        for text in Self.texts {
            for typed in [text, "\(text)@example.org", "ann@\(text)", "ann@\(text).example"] {
                guard let address = try? EmailAddress(typed) else { continue }
                #expect(address.ascii.utf8.allSatisfy { (0x21...0x7E).contains($0) } && address.ascii.utf8.count <= 254)
                #expect(address.ascii.count { $0 == "@" } == 1 && (try? EmailAddress(address.text)) == address)
            }
        }
    }
}
