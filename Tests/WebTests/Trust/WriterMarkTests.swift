import Crypto
import Foundation
import Operations
import Testing

@testable import Web

@Suite("The commenter's cookie", .timeLimit(.minutes(5)))
struct WriterMarkTests {
    private let keys = Keys(secret: SymmetricKey(data: Data(repeating: 7, count: 32)))

    @Test("Hashes of marks sort in the order in which the marks were created")
    func order() {
        let seconds = [0, 255, 256, 1_764_000_000, 1_764_000_001, 4_294_967_295].map { Double($0) }
        let hashes = seconds.map { WriterMark.fresh(now: Date(timeIntervalSince1970: $0)).hash }
        #expect(hashes == hashes.sorted() && hashes.allSatisfy { $0.utf8.count == 72 })
        #expect(WriterMark.fresh(now: .distantFuture).hash.hasPrefix("ffffffff"))
    }

    @Test("Two marks made in the same second differ, and their cookies do not reveal their hashes")
    func different() {
        let marks = (0..<2).map { _ in WriterMark.fresh(now: Date(timeIntervalSince1970: 1_764_000_000)) }
        #expect(marks[0].hash != marks[1].hash)
        #expect(!marks[0].cookie(keys: keys).contains(marks[0].hash.dropFirst(8)))
    }

    @Test("A mark without a time is still accepted, and a shorter or unsigned one is not")
    func cookies() throws {
        let signed = { (token: String) in "\(token).\(keys.mark(token, for: .writer))" }
        let old = Keys.freshToken()
        #expect(try #require(WriterMark(cookie: signed(old), keys: keys)).hash == Keys.hash(old))
        #expect(WriterMark(cookie: signed(String(old.dropFirst())), keys: keys) == nil)
        let fresh = WriterMark.fresh(now: Date(timeIntervalSince1970: 1_764_000_000))
        #expect(WriterMark(cookie: fresh.cookie(keys: keys), keys: keys) == fresh)
        #expect(WriterMark(cookie: fresh.cookie(keys: keys).replacing("69", with: "68"), keys: keys) == nil)
    }
}
