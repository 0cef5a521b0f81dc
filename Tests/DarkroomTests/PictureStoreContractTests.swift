import Bucket
import Foundation
import Newsroom
import Testing

@testable import Darkroom

@Suite("The picture store contract", .serialized, .timeLimit(.minutes(5)))
struct PictureStoreContractTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "renditions-\(UUID())")
    private static let absent = "0123456789abcdef0123-320.jpg"
    private static let original = "original-0123456789abcdef0123.jpeg"

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func renditions(_ texts: String...) throws -> [FinishedRendition] {
        try texts.map { text in
            let file = folder.appending(path: UUID().uuidString)
            try Data(text.utf8).write(to: file)
            return try RenditionFile(format: .jpeg, width: 320, height: 200, file: file).finished()
        }
    }

    @Test("A full disk and a folder that is closed to this user are no incidents")
    func closedFolders() throws {
        let full: [any Error] = [CocoaError(.fileWriteOutOfSpace), POSIXError(.ENOSPC), POSIXError(.EDQUOT)]
        for error in full { #expect(error.inWorkspace(folder) as? Refusal == Refusal(.picture(.diskFull))) }
        let closed: [any Error] = [
            CocoaError(.fileWriteNoPermission), CocoaError(.fileWriteVolumeReadOnly), POSIXError(.EACCES),
        ]
        for error in closed {
            let fault = try #require(error.inWorkspace(folder) as? PictureStoreFault)
            #expect(!fault.isLasting && fault.description.contains("the picture folder \(folder.path)"), "\(fault)")
        }
        #expect(CocoaError(.fileReadCorruptFile).inWorkspace(folder) is CocoaError)
    }

    @Test(
        "A store returns what it stores, and nothing for other names",
        arguments: TestedPictureStore.allCases)
    func keeping(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.open()
        let renditions = try renditions("one", "two", "three")
        try await pictureStore.keep(renditions)
        for (rendition, text) in zip(renditions, ["one", "two", "three"]) {
            #expect(try await pictureStore.rendition(rendition.rendition.name) == Array(text.utf8))
        }
        #expect(try await pictureStore.rendition(Self.absent) == nil)
        #expect(!pictureStore.isAway)
    }

    @Test(
        "Pictures in a shared folder are as readable as the folder, and those in a private folder are private",
        arguments: [(false, 0o755, 0o644), (false, 0o750, 0o640), (false, 0o700, 0o600), (true, 0o755, 0o600)])
    func readable(isOwn: Bool, ofFolder: Int, ofPicture: Int) throws {
        let place = folder.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(
            at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: ofFolder])
        let rendition = try renditions("one")[0]
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: rendition.file.path)
        try FolderPictureStore(folder: place, isOwn: isOwn).keep([rendition])
        let kept = place.appending(path: rendition.rendition.name).path
        let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == ofPicture)
    }

    @Test("A store keeps an original, and copies it to a file", arguments: TestedPictureStore.allCases)
    func originals(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.open()
        let (file, copy) = (folder.appending(path: UUID().uuidString), folder.appending(path: UUID().uuidString))
        try Data("an original".utf8).write(to: file)
        for _ in 1...2 { try await pictureStore.keepOriginal(file, as: Self.original) }
        #expect(try Data(contentsOf: file) == Data("an original".utf8))
        #expect(try await pictureStore.copyOriginal(Self.original, to: copy))
        #expect(try Data(contentsOf: copy) == Data("an original".utf8))
        #expect(try await !pictureStore.copyOriginal("original-nothing.jpeg", to: folder.appending(path: "nothing")))
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "nothing").path))
        #expect(!pictureStore.isAway)
    }

    @Test("Deleted files are missing, and deleting them again does nothing", arguments: TestedPictureStore.allCases)
    func deleting(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.open()
        let renditions = try renditions("one", "two")
        let names = renditions.map(\.rendition.name)
        try await pictureStore.keep(renditions)
        let file = folder.appending(path: UUID().uuidString)
        try Data("an original".utf8).write(to: file)
        try await pictureStore.keepOriginal(file, as: Self.original)
        for _ in 1...2 { try await pictureStore.delete([Self.absent, names[0], Self.original]) }
        try await pictureStore.delete([])
        #expect(try await pictureStore.rendition(names[0]) == nil)
        #expect(try await pictureStore.missing(among: names + [Self.original]) == [names[0], Self.original])
        #expect(try await !pictureStore.copyOriginal(Self.original, to: file.appendingPathExtension("copy")))
        try await pictureStore.keep(try self.renditions("one"))
        #expect(try await pictureStore.rendition(names[0]) == Array("one".utf8))
    }

    @Test("A store reports which of many names are missing", arguments: TestedPictureStore.allCases)
    func missing(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.open()
        #expect(try await pictureStore.missing(among: []) == [])
        let renditions = try renditions("one", "two")
        try await pictureStore.keep(renditions)
        let names = renditions.map(\.rendition.name)
        #expect(try await pictureStore.missing(among: [Self.absent] + names) == [Self.absent])
        #expect(try await pictureStore.missing(among: names) == [])
    }

    @Test(
        "The same renditions can be stored again, even by two servers at once",
        arguments: TestedPictureStore.allCases)
    func again(tested: TestedPictureStore) async throws {
        let address = try tested.address()
        let (one, other) = (
            try address.open(environment: TestedPictureStore.environment),
            try address.open(environment: TestedPictureStore.environment)
        )
        let (first, second) = (try renditions("one", "two"), try renditions("one", "two"))
        async let a: Void = one.keep(first)
        async let b: Void = other.keep(second)
        _ = try await (a, b)
        try await other.keep(try renditions("two", "one"))
        #expect(try await other.rendition(first[0].rendition.name) == Array("one".utf8))
    }

    @Test("A store that does not exist reports a permanent error", arguments: TestedPictureStore.allCases)
    func nowhere(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.nowhere().open(environment: TestedPictureStore.environment)
        let fault = await #expect(throws: PictureStoreFault.self) { try await pictureStore.look() }
        #expect(fault?.isLasting == true, "\(fault?.description ?? "")")
        try await tested.open().look()
    }

    @Test(
        "The darkroom stores all renditions of a picture", .needsTools, arguments: TestedPictureStore.allCases)
    func developing(tested: TestedPictureStore) async throws {
        let pictureStore = try tested.open()
        let fixture = try DarkroomFixture()
        let darkroom = Darkroom(pictureStore: pictureStore, workspace: fixture.folder)
        let developed = try await darkroom.develop(await fixture.picture("picture.jpg", 400, 300))
        #expect(developed.renditions.count == 6)
        #expect(try await pictureStore.missing(among: developed.renditions.map(\.name)) == [])
        let again = try await darkroom.develop(fixture.folder.appending(path: "picture.jpg"))
        #expect(again == developed)
        let left = try FileManager.default.contentsOfDirectory(
            atPath: fixture.folder.appending(path: ".developing").path)
        #expect(left == [])
    }
}
