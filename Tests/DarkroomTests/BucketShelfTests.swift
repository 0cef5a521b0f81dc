import Foundation
import Newsroom
import Synchronization
import Testing

@testable import Bucket
@testable import Darkroom

@Suite("A shelf in a bucket", .timeLimit(.minutes(5)))
struct BucketShelfTests {
    private static let name = "0123456789abcdef0123-320.jpg"

    private func shelf(_ transport: any Transport) -> BucketShelf {
        let place = BucketPlace(
            endpoint: Endpoint(scheme: "https", host: "store.example", path: "/news"),
            region: "us-east-1",
            key: AccessKey(id: "id", secret: "secret", sessionToken: nil))
        let watch = Watch(now: { Date() }, uptime: { .zero }, rest: { _ in })
        return BucketShelf(bucket: Bucket(place, prefix: "", transport: transport, watch: watch))
    }

    @Test("What is something else than its name says is no picture")
    func otherBytes() async throws {
        let shelf = shelf(Always(BucketReply(status: 200, body: [1, 2, 3])))
        let fault = await #expect(throws: ShelfFault.self) { try await shelf.rendition(Self.name) }
        #expect(fault?.description.contains("other bytes") == true && fault?.isLasting == false)
        let own = RenditionName.name(of: Data([1, 2, 3]), width: 320, format: .jpeg)
        #expect(try await shelf.rendition(own) == [1, 2, 3])
    }

    @Test("It is away after a fault, until it answers again; what is wrong for good is told apart")
    func away() async throws {
        let store = Always(BucketReply(status: 503))
        let shelf = shelf(store)
        #expect(!shelf.isAway)
        let fault = await #expect(throws: ShelfFault.self) { try await shelf.look() }
        #expect(fault?.isLasting == false && shelf.isAway)
        store.reply = BucketReply(status: 404)
        #expect(try await shelf.rendition(Self.name) == nil)
        #expect(!shelf.isAway)
        store.reply = BucketReply(status: 403, body: Array("<Code>InvalidAccessKeyId</Code>".utf8))
        let refused = await #expect(throws: ShelfFault.self) { try await shelf.rendition(Self.name) }
        #expect(
            refused?.isLasting == true
                && refused?.description.contains("InvalidAccessKeyId (403)") == true)
    }

    @Test("Whether it is back is asked by one at a time; others are told what is known")
    func back() async throws {
        let store = Always(BucketReply(status: 503))
        let away = shelf(store)
        await #expect(throws: ShelfFault.self) { try await away.look() }
        await #expect(throws: ShelfFault.self) { try await away.lookAgain() }
        #expect(away.isAway)
        store.reply = BucketReply(status: 200, body: Array("<ListBucketResult/>".utf8))
        #expect(try await away.lookAgain() && !away.isAway)
        let holding = Holding()
        let slow = shelf(holding)
        async let first = slow.lookAgain()
        await holding.filled(1)
        #expect(try await slow.lookAgain())
        holding.release()
        _ = try? await first
    }

    @Test("More readers than are waited for at once are refused and do not wait")
    func readers() async throws {
        let store = Holding()
        let shelf = shelf(store)
        try await withThrowingTaskGroup(of: [UInt8]?.self) { tasks in
            for _ in 0..<64 { tasks.addTask { try await shelf.rendition(Self.name) } }
            await store.filled(64)
            await #expect(throws: ShelfFault.self) { try await shelf.rendition(Self.name) }
            store.release()
            for try await bytes in tasks { #expect(bytes == nil) }
        }
        #expect(try await shelf.rendition(Self.name) == nil)
    }
}

@Suite(
    "Keys that are wrong",
    .enabled(if: TestedShelf.allCases.contains(.bucket), "no store is here; see .ci/bucket"), .timeLimit(.minutes(5)))
struct WrongKeyTests {
    @Test(
        "A store says so, and the sentence is for who runs the house",
        arguments: [
            ("AWS_SECRET_ACCESS_KEY", "SignatureDoesNotMatch"),
            ("AWS_ACCESS_KEY_ID", "InvalidAccessKeyId"),
        ])
    func wrong(name: String, code: String) async throws {
        let environment = TestedShelf.environment.merging([name: "wrong-one"]) { $1 }
        let shelf = try TestedShelf.bucket.address().open(environment: environment)
        let fault = await #expect(throws: ShelfFault.self) { try await shelf.look() }
        #expect(fault?.isLasting == true)
        #expect(
            fault?.description.contains("\(code) (403). Are the keys") == true,
            "\(fault?.description ?? "")")
        #expect(fault?.description.contains("wrong-one") == false)
    }
}

/// A store that answers everything alike.
private final class Always: Transport {
    private let said: Mutex<BucketReply>

    init(_ reply: BucketReply) { said = Mutex(reply) }

    var reply: BucketReply {
        get { said.withLock { $0 } }
        set { said.withLock { $0 = newValue } }
    }

    func send(_ request: BucketRequest, limit: Int, within time: Duration) async throws -> BucketReply { reply }
}

/// A store that answers nobody until it is told to; from then on all.
private final class Holding: Transport {
    private struct State {
        var held: [CheckedContinuation<Void, Never>] = []
        var watcher: (count: Int, CheckedContinuation<Void, Never>)?
        var isOpen = false
    }

    private let state = Mutex(State())

    func send(_ request: BucketRequest, limit: Int, within time: Duration) async throws -> BucketReply {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.isOpen { return continuation.resume() }
                state.held.append(continuation)
                if let (count, watcher) = state.watcher, state.held.count == count {
                    watcher.resume()
                    state.watcher = nil
                }
            }
        }
        return BucketReply(status: 404)
    }

    /// Returns once so many are held.
    func filled(_ count: Int) async {
        await withCheckedContinuation { watcher in
            state.withLock { state in
                if state.held.count == count { watcher.resume() } else { state.watcher = (count, watcher) }
            }
        }
    }

    func release() {
        state.withLock { state in
            state.isOpen = true
            for continuation in state.held { continuation.resume() }
            state.held = []
        }
    }
}
