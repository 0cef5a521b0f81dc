import Foundation
import NIOCore
import SystemPackage
import Testing

@testable import PageCache

@Suite("Long representations are stored in memory files", .timeLimit(.minutes(1)))
struct MemoryFileTests {
    private func page(bytes: Int) -> Page {
        Page((0..<bytes).map { UInt8(truncatingIfNeeded: $0 / 7) }, Lifetime())
    }

    @Test(
        "A long representation gets a file with the same bytes, which counts toward the limit"
    )
    func filed() throws {
        let files = MemoryFiles()
        let page = page(bytes: 100_000)
        let filed = try #require(page.filed(.identity, in: files, limit: 1 << 20))
        let file = try #require(filed.identity.file)
        #expect(try bytes(of: file) == page.identity.bytes && file.length == 100_000)
        #expect(filed.cost == page.cost + 100_000 && page.identity.wantsFile && !filed.identity.wantsFile)
        #expect(filed.isCompressible && filed.filed(.identity, in: files, limit: 1 << 20) == nil)
        #expect(self.page(bytes: 10_000).filed(.identity, in: files, limit: 1 << 20) == nil)
        #expect(page.filed(.identity, in: files, limit: page.cost + 99_999) == nil)
        #expect(filed.unfiled.identity.file == nil && filed.unfiled.cost == page.cost)
    }

    @Test("A long compressed representation has a file, and the plain one has none")
    func packed() throws {
        var generator = SystemRandomNumberGenerator()
        let noise = (0..<200_000).map { _ in UInt8.random(in: 97...122, using: &generator) }
        let page = Page(noise, Lifetime()).compressed()
        let filed = try #require(page.filed(.gzip, in: MemoryFiles(), limit: 1 << 20))
        #expect(filed.representations.map(\.coding) == [.brotli, .gzip, .identity])
        #expect(filed.representations.map { $0.file == nil } == [true, false, true])
        #expect(try filed.representations[1].file.map(bytes) == page.representations[1].bytes)
    }

    @Test("The number of files is limited, and a file is released with its page")
    func few() {
        let files = MemoryFiles()
        let page = page(bytes: 70_000)
        func write() -> Page? { page.filed(.identity, in: files, limit: 1 << 20) }
        var filed = (0..<MemoryFiles.most).map { _ in write() }
        #expect(filed.allSatisfy { $0 != nil } && write() == nil)
        filed.removeLast()
        #expect(write() != nil)
    }

    @Test("A stale page, which serves while the database is unavailable, gives up its file")
    func old() throws {
        let store = Store(limit: 1 << 22, keepsStale: true)
        store.begin(after: 0)
        let page = Page([UInt8](repeating: 97, count: 100_000), Lifetime(subjects: [.one]))
        store.store(page, as: "page")
        let filed = try #require(page.filed(.identity, in: MemoryFiles(), limit: store.limitOfOne))
        store.replace(page, by: filed, as: "page")
        #expect(store.size.bytes == filed.cost)
        store.apply([.addition(1, to: .one)])
        let old = try #require(store.page("page", now: .noon, orStale: true))
        #expect(old.identity.file == nil && store.size.bytes == old.cost && old.cost == page.cost)
    }

    private func bytes(of file: MemoryFile) throws -> [UInt8] {
        var read = [UInt8](repeating: 0, count: file.length + 1)
        let count = try read.withUnsafeMutableBytes {
            try FileDescriptor(rawValue: file.descriptor).read(fromAbsoluteOffset: 0, into: $0)
        }
        return Array(read[..<count])
    }
}
