import Darkroom
import Database
import Foundation
import HTTPServer
import Newsroom
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Operations
@testable import Web

/// A newspaper with a folder of its own for pictures, which a test can make fail.
struct PictureDesk {
    let newspaper: TestSite
    let store: FailingPictureStore

    init() async throws {
        let folder = URL.temporary("pictures")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        store = FailingPictureStore(folder: folder)
        newspaper = try await TestSite(pictureStore: store, otherSite: OtherSite())
    }

    /// The names of the files in the picture store.
    var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: store.folder.path).sorted() }
    }

    /// Files that the darkroom works on, or that are being received.
    var unfinished: [String] {
        (try? FileManager.default.contentsOfDirectory(
            atPath: newspaper.workspace.appending(path: ".developing").path)) ?? []
    }

    /// Whether the darkroom has written anything.
    var hasWorked: Bool { FileManager.default.fileExists(atPath: newspaper.workspace.path) }

    /// Uploads a picture that must go in.
    func upload(_ comment: String = "") async throws -> Picture.ID {
        var reporter = TestBrowser(newspaper, as: .reporter)
        let reply = await reporter.upload([("picture.jpg", TestPicture.jpeg(comment))])
        let number = reply.text.firstMatch(of: /\/desk\/pictures\/(\d+)/)?.output.1
        return try #require(number.flatMap { Picture.ID(path: String($0)) }, "\(reply.status)")
    }

    func picture(_ id: Picture.ID) async throws -> LibraryPicture {
        try #require(try await newspaper.database.read { tx in try tx.libraryPicture(id) })
    }

    /// Shows pictures beside the story about the ferry.
    func show(_ pictures: Picture.ID...) async throws {
        let ferry = newspaper.stories.ferry
        try await newspaper.writeFromElsewhere { tx in try tx.setGallery(pictures.map { GalleryEntry($0) }, of: ferry) }
    }

    /// The pictures in the library, besides that of the test stories.
    func count() async throws -> Int {
        try await newspaper.database.read { tx in
            try tx.libraryPictures(matching: PictureFilter(), after: nil, limit: 1_000).elements.count - 1
        }
    }

    func logged(_ action: String) async throws -> [String] {
        try await newspaper.database.read { tx in
            try tx.logEntries().filter { $0.action == action }.map(\.detail)
        }
    }

    func performJobs() async throws {
        for lane in [Job.Lane.database, .network] { _ = try await newspaper.site.newspaper.performJobs(in: lane) }
    }
}

/// A picture store in a folder that may be away or full.
final class FailingPictureStore: PictureStore {
    let folder: URL
    private let inner: FolderPictureStore
    private let fault = Mutex<(any Error)?>(nil)

    init(folder: URL) {
        self.folder = folder
        inner = FolderPictureStore(folder: folder)
    }

    /// From now on, all work throws this error.
    func fail(with error: (any Error)?) { fault.withLock { $0 = error } }

    private func working() throws -> FolderPictureStore {
        if let fault = fault.withLock(\.self) { throw fault }
        return inner
    }

    var isAway: Bool { fault.withLock { $0 != nil } }

    func keep(_ renditions: [FinishedRendition]) throws { try working().keep(renditions) }
    func rendition(_ name: String) throws -> [UInt8]? { try working().rendition(name) }
    func keepOriginal(_ file: URL, as name: String) throws { try working().keepOriginal(file, as: name) }
    func copyOriginal(_ name: String, to file: URL) throws -> Bool { try working().copyOriginal(name, to: file) }
    func delete(_ names: [String]) throws { try working().delete(names) }
    func missing(among names: [String]) throws -> [String] { try working().missing(among: names) }
    func look() throws { try working().look() }
    func lookAgain() throws -> Bool { !isAway }
}
