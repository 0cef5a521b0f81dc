import Bucket
import Foundation
import Newsroom
import Testing

@testable import Darkroom

@Suite("A shelf", .serialized, .timeLimit(.minutes(5)))
struct ShelfContractTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "prints-\(UUID())")
    private static let absent = "0123456789abcdef0123-320.jpg"

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func prints(_ texts: String...) throws -> [FinishedPrint] {
        try texts.map { text in
            let file = folder.appending(path: UUID().uuidString)
            try Data(text.utf8).write(to: file)
            return try Print(format: .jpeg, width: 320, height: 200, file: file).finished()
        }
    }

    @Test(
        "What it has taken it gives back by its name; what it has not is none",
        arguments: TestedShelf.allCases)
    func keeping(tested: TestedShelf) async throws {
        let shelf = try tested.open()
        let prints = try prints("one", "two", "three")
        try await shelf.keep(prints)
        for (print, text) in zip(prints, ["one", "two", "three"]) {
            #expect(try await shelf.rendition(print.rendition.name) == Array(text.utf8))
        }
        #expect(try await shelf.rendition(Self.absent) == nil)
        #expect(!shelf.isAway)
    }

    @Test(
        "Pictures in a folder of others are as readable as the folder, those in its own for nobody else",
        arguments: [(false, 0o755, 0o644), (false, 0o750, 0o640), (false, 0o700, 0o600), (true, 0o755, 0o600)])
    func readable(isOwn: Bool, ofFolder: Int, ofPicture: Int) throws {
        let place = folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: ofFolder])
        let print = try prints("one")[0]
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: print.file.path)
        try FolderShelf(folder: place, isOwn: isOwn).keep([print])
        let kept = place.appending(path: print.rendition.name).path
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == ofPicture)
    }

    @Test("It says which of many are missing", arguments: TestedShelf.allCases)
    func missing(tested: TestedShelf) async throws {
        let shelf = try tested.open()
        #expect(try await shelf.missing(among: []) == [])
        let prints = try prints("one", "two")
        try await shelf.keep(prints)
        let names = prints.map(\.rendition.name)
        #expect(try await shelf.missing(among: [Self.absent] + names) == [Self.absent])
        #expect(try await shelf.missing(among: names) == [])
    }

    @Test(
        "The same comes again, also from two machines at once, without harm",
        arguments: TestedShelf.allCases)
    func again(tested: TestedShelf) async throws {
        let address = try tested.address()
        let (one, other) = (
            try address.open(environment: TestedShelf.environment),
            try address.open(environment: TestedShelf.environment)
        )
        let (first, second) = (try prints("one", "two"), try prints("one", "two"))
        async let a: Void = one.keep(first)
        async let b: Void = other.keep(second)
        _ = try await (a, b)
        try await other.keep(try prints("two", "one"))
        #expect(try await other.rendition(first[0].rendition.name) == Array("one".utf8))
    }

    @Test("A shelf that is not there says so for good", arguments: TestedShelf.allCases)
    func nowhere(tested: TestedShelf) async throws {
        let shelf = try tested.nowhere().open(environment: TestedShelf.environment)
        let fault = await #expect(throws: ShelfFault.self) { try await shelf.look() }
        #expect(fault?.isLasting == true, "\(fault?.description ?? "")")
        try await tested.open().look()
    }

    @Test("A picture is developed onto it", .needsTools, arguments: TestedShelf.allCases)
    func developing(tested: TestedShelf) async throws {
        let shelf = try tested.open()
        let studio = try Studio()
        let darkroom = Darkroom(shelf: shelf, room: studio.folder)
        let developed = try await darkroom.develop(await studio.picture("picture.jpg", 400, 300))
        #expect(developed.renditions.count == 4)
        #expect(try await shelf.missing(among: developed.renditions.map(\.name)) == [])
        let again = try await darkroom.develop(studio.folder.appending(path: "picture.jpg"))
        #expect(again == developed)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: studio.folder.appending(path: ".developing").path)
        #expect(left == [])
    }
}
