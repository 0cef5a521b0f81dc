import Foundation
import Newsroom
import Outbound
import Synchronization
import TestSupport
import Testing

@testable import Bucket
@testable import Darkroom

@Suite("A picture store in a bucket", .timeLimit(.minutes(5)))
struct BucketPictureStoreTests {
    private static let name = "0123456789abcdef0123-320.jpg"

    private func pictureStore(_ client: any OutboundClient) -> BucketPictureStore {
        let configuration = BucketConfiguration(
            endpoint: Endpoint(scheme: "https", host: "store.example", path: "/news"),
            region: "us-east-1",
            key: AccessKey(id: "id", secret: "secret", sessionToken: nil))
        return BucketPictureStore(
            bucket: Bucket(configuration, prefix: "", client: client, clock: .system, timer: ManualClock()))
    }

    @Test("Bytes that do not match their name are not returned")
    func otherBytes() async throws {
        let pictureStore = pictureStore(Always(OutboundResponse(status: 200, body: [1, 2, 3])))
        let fault = await #expect(throws: PictureStoreFault.self) { try await pictureStore.rendition(Self.name) }
        #expect(fault?.description.contains("does not match the digest") == true && fault?.isLasting == false)
        let own = RenditionName.name(of: Data([1, 2, 3]), width: 320, format: .jpeg)
        #expect(try await pictureStore.rendition(own) == [1, 2, 3])
    }

    @Test("The store is unavailable after an error until it responds again, and permanent errors are marked")
    func away() async throws {
        let store = Always(OutboundResponse(status: 503))
        let pictureStore = pictureStore(store)
        #expect(!pictureStore.isAway)
        let fault = await #expect(throws: PictureStoreFault.self) { try await pictureStore.look() }
        #expect(fault?.isLasting == false && pictureStore.isAway)
        store.reply = OutboundResponse(status: 404)
        #expect(try await pictureStore.rendition(Self.name) == nil)
        #expect(!pictureStore.isAway)
        store.reply = OutboundResponse(status: 403, body: Array("<Code>InvalidAccessKeyId</Code>".utf8))
        let refused = await #expect(throws: PictureStoreFault.self) { try await pictureStore.rendition(Self.name) }
        #expect(
            refused?.isLasting == true
                && refused?.description.contains("InvalidAccessKeyId, status 403") == true)
    }

    @Test("One caller at a time checks whether the store is back, and others get the last result")
    func back() async throws {
        let store = Always(OutboundResponse(status: 503))
        let away = pictureStore(store)
        await #expect(throws: PictureStoreFault.self) { try await away.look() }
        await #expect(throws: PictureStoreFault.self) { try await away.lookAgain() }
        #expect(away.isAway)
        store.reply = OutboundResponse(status: 200, body: Array("<ListBucketResult/>".utf8))
        #expect(try await away.lookAgain() && !away.isAway)
        let holding = Holding()
        let slow = pictureStore(holding)
        async let first = slow.lookAgain()
        await holding.filled(1)
        #expect(try await slow.lookAgain())
        holding.release()
        _ = try? await first
    }

    @Test("Reads over the limit are refused at once")
    func readers() async throws {
        let store = Holding()
        let pictureStore = pictureStore(store)
        try await withThrowingTaskGroup(of: [UInt8]?.self) { tasks in
            for _ in 0..<64 { tasks.addTask { try await pictureStore.rendition(Self.name) } }
            await store.filled(64)
            await #expect(throws: PictureStoreFault.self) { try await pictureStore.rendition(Self.name) }
            store.release()
            for try await bytes in tasks { #expect(bytes == nil) }
        }
        #expect(try await pictureStore.rendition(Self.name) == nil)
    }
}

@Suite(
    "Wrong keys",
    .enabled(if: TestedPictureStore.allCases.contains(.bucket), "no store is running; see .ci/bucket"),
    .timeLimit(.minutes(5)))
struct WrongKeyTests {
    @Test(
        "The store rejects a wrong key, and the message tells the operator what to check",
        arguments: [
            ("AWS_SECRET_ACCESS_KEY", "SignatureDoesNotMatch"),
            ("AWS_ACCESS_KEY_ID", "InvalidAccessKeyId"),
        ])
    func wrong(name: String, code: String) async throws {
        let environment = TestedPictureStore.environment.merging([name: "wrong-one"]) { $1 }
        let pictureStore = try TestedPictureStore.bucket.address().open(environment: environment)
        let fault = await #expect(throws: PictureStoreFault.self) { try await pictureStore.look() }
        #expect(fault?.isLasting == true)
        #expect(
            fault?.description.contains("\(code), status 403. Check the keys") == true,
            "\(fault?.description ?? "")")
        #expect(fault?.description.contains("wrong-one") == false)
    }
}

/// A store that returns the same response to every request.
private final class Always: OutboundClient {
    private let said: Mutex<OutboundResponse>

    init(_ reply: OutboundResponse) { said = Mutex(reply) }

    var reply: OutboundResponse {
        get { said.withLock { $0 } }
        set { said.withLock { $0 = newValue } }
    }

    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse { reply }
}

/// A store that responds to no request until its release, and to all requests afterwards.
private final class Holding: OutboundClient {
    private struct State {
        var held: [CheckedContinuation<Void, Never>] = []
        var watcher: (count: Int, CheckedContinuation<Void, Never>)?
        var isOpen = false
    }

    private let state = Mutex(State())

    func send(_ request: OutboundRequest, limits: RequestLimits) async throws -> OutboundResponse {
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
        return OutboundResponse(status: 404)
    }

    /// Returns once `count` requests are waiting.
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
