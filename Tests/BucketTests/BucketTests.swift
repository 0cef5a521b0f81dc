import Foundation
import Outbound
import Testing

@testable import Bucket

@Suite("A bucket", .timeLimit(.minutes(1)))
struct BucketTests {
    private static func error(_ code: String) -> String { "<?xml version=\"1.0\"?><Error><Code>\(code)</Code></Error>" }

    @Test("An object is read by its name below the prefix, with a signature")
    func reading() async throws {
        let store = ScriptedStore([.response(200, "bytes")])
        #expect(try await store.bucket.object("a-1.jpg") == Array("bytes".utf8))
        let request = try #require(store.requests.first)
        #expect(request.method == "GET" && request.address == "https://store.example/news/pictures/a-1.jpg")
        #expect(request.fields.contains { $0.name == "authorization" && $0.value.hasPrefix("AWS4-HMAC-SHA256 ") })
    }

    @Test("A missing object is nil, and a missing bucket throws")
    func missing() async throws {
        #expect(try await ScriptedStore([.response(404, Self.error("NoSuchKey"))]).bucket.object("a") == nil)
        #expect(try await ScriptedStore([.response(404)]).bucket.has("a") == false)
        #expect(try await ScriptedStore([.response(200)]).bucket.has("a"))
        let absent = ScriptedStore([.response(404, Self.error("NoSuchBucket"))])
        await #expect(throws: BucketFault.refused(status: 404, code: "NoSuchBucket")) {
            try await absent.bucket.object("a")
        }
    }

    @Test("An object is written with its type, in one request")
    func writing() async throws {
        let store = ScriptedStore([.response(200)])
        try await store.bucket.put(Array("bytes".utf8), as: "a.webp", type: "image/webp")
        let request = try #require(store.requests.first)
        #expect(request.method == "PUT" && request.body == Array("bytes".utf8) && store.requests.count == 1)
        #expect(request.fields.contains { $0.name == "content-type" && $0.value == "image/webp" })
    }

    @Test("An object is deleted in one request, and a missing one needs nothing more")
    func deleting() async throws {
        for turn in [ScriptedStore.Turn.response(204), .response(200), .response(404, Self.error("NoSuchKey"))] {
            let store = ScriptedStore([turn])
            try await store.bucket.delete("a-1.jpg")
            let request = try #require(store.requests.first)
            #expect(request.method == "DELETE" && request.address == "https://store.example/news/pictures/a-1.jpg")
            #expect(store.requests.count == 1 && request.body.isEmpty)
        }
        let passing = ScriptedStore([.response(503, Self.error("SlowDown")), .response(204)])
        try await passing.bucket.delete("a")
        #expect(passing.requests.count == 2)
    }

    @Test(
        "A store that refuses to delete, or has no such bucket, is a fault",
        arguments: [(403, "AccessDenied"), (404, "NoSuchBucket")])
    func notDeleting(status: Int, code: String) async throws {
        let store = ScriptedStore([.response(status, Self.error(code))])
        await #expect(throws: BucketFault.refused(status: status, code: code)) { try await store.bucket.delete("a") }
    }

    @Test("A request is tried again after a temporary error", arguments: [500, 502, 503, 504, 429])
    func passing(status: Int) async throws {
        let store = ScriptedStore([
            .response(status, Self.error("SlowDown")), .fault(.interrupted("cut")), .response(200, "b"),
        ])
        #expect(try await store.bucket.object("a") == Array("b".utf8))
        #expect(store.requests.count == 3)
        #expect(store.time >= .milliseconds(250) && store.time < .seconds(1))
    }

    @Test("A retry policy limits the number of tries and the time")
    func bounds() async throws {
        let store = ScriptedStore([.response(503, Self.error("SlowDown"))])
        await #expect(throws: BucketFault.unreachable("503 SlowDown")) { try await store.bucket.object("a") }
        #expect(store.requests.count == RetryPolicy.reading.tries)
        let slow = ScriptedStore([.response(503)], pace: .seconds(6))
        await #expect(throws: BucketFault.self) { try await slow.bucket.object("a") }
        #expect(slow.requests.count == 2 && slow.time <= RetryPolicy.reading.time)
    }

    @Test(
        "A permanent error is not tried again, and carries the store's own code",
        arguments: [
            (403, "SignatureDoesNotMatch", [:], "SignatureDoesNotMatch"), (403, "", [:], ""),
            (
                301, "PermanentRedirect", ["x-amz-bucket-region": "eu-west-1"],
                "PermanentRedirect (the bucket is in eu-west-1)"
            ),
            (200 + 4, "", [:], ""),
        ])
    func lasting(status: Int, said: String, fields: [String: String], code: String) async throws {
        let store = ScriptedStore([.response(status, said.isEmpty ? "" : Self.error(said), fields)])
        await #expect(throws: BucketFault.refused(status: status, code: code)) { try await store.bucket.object("a") }
        await #expect(throws: BucketFault.refused(status: status, code: code)) { try await store.bucket.look() }
        await #expect(throws: BucketFault.refused(status: status, code: code)) {
            try await store.bucket.put([1], as: "a", type: "b")
        }
        #expect(store.requests.count == 3)
    }

    @Test("An object over the limit is not sent")
    func tooLarge() async throws {
        let store = ScriptedStore([.response(200)])
        await #expect(throws: BucketFault.self) {
            try await store.bucket.put(Array(repeating: 0, count: Bucket.largestObject + 1), as: "a", type: "b")
        }
        #expect(store.requests.isEmpty)
    }

    @Test("A redirect throws, because a signature is valid for one host only")
    func redirects() async throws {
        let store = ScriptedStore([.response(307, "", ["location": "https://elsewhere.example/"])])
        await #expect(throws: BucketFault.refused(status: 307, code: "")) { try await store.bucket.object("a") }
        #expect(store.requests.count == 1)
    }

    @Test("A response over the limit is not tried again, but a request to a silent store is")
    func faults() async throws {
        let store = ScriptedStore([.fault(.tooLarge(limit: 100))])
        await #expect(throws: BucketFault.unexpected("the response has more than 100 bytes")) {
            try await store.bucket.object("a")
        }
        #expect(store.requests.count == 1)
        for fault in [OutboundFault.timedOut, .notConnected("refused"), .interrupted("cut")] {
            let silent = ScriptedStore([.fault(fault)])
            await #expect(throws: BucketFault.unreachable("\(fault)")) { try await silent.bucket.object("a") }
            #expect(silent.requests.count == RetryPolicy.reading.tries)
        }
    }

    @Test("Names are listed page by page, without the prefix")
    func listing() async throws {
        let store = ScriptedStore([
            .response(
                200,
                "<ListBucketResult><Contents><Key>pictures/a</Key></Contents>"
                    + "<Contents><Key>pictures/b&amp;c</Key></Contents>"
                    + "<NextContinuationToken>x/y=</NextContinuationToken></ListBucketResult>"
            ),
            .response(200, "<ListBucketResult><Contents><Key>pictures/d</Key></Contents></ListBucketResult>"),
        ])
        var pages: [[String]] = []
        try await store.bucket.forEachPage { pages.append($0) }
        #expect(pages == [["a", "b&c"], ["d"]])
        #expect(
            store.requests.map(\.address) == [
                "https://store.example/news/?list-type=2&prefix=pictures%2F",
                "https://store.example/news/?continuation-token=x%2Fy%3D&list-type=2&prefix=pictures%2F",
            ])
    }
}
