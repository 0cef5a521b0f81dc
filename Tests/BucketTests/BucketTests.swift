import Foundation
import Testing

@testable import Bucket

@Suite("A bucket", .timeLimit(.minutes(1)))
struct BucketTests {
    private static func error(_ code: String) -> String { "<?xml version=\"1.0\"?><Error><Code>\(code)</Code></Error>" }

    @Test("An object is read by its name below the prefix, signed")
    func reading() async throws {
        let store = Counterpart([.reply(200, "bytes")])
        #expect(try await store.bucket.object("a-1.jpg") == Array("bytes".utf8))
        let request = try #require(store.requests.first)
        #expect(request.method == "GET" && request.host == "store.example" && request.path == "/news/pictures/a-1.jpg")
        #expect(request.fields.contains { $0.name == "authorization" && $0.value.hasPrefix("AWS4-HMAC-SHA256 ") })
    }

    @Test("A missing object is none; a missing bucket is a fault")
    func missing() async throws {
        #expect(try await Counterpart([.reply(404, Self.error("NoSuchKey"))]).bucket.object("a") == nil)
        #expect(try await Counterpart([.reply(404)]).bucket.has("a") == false)
        #expect(try await Counterpart([.reply(200)]).bucket.has("a"))
        let absent = Counterpart([.reply(404, Self.error("NoSuchBucket"))])
        await #expect(throws: BucketFault.refused(status: 404, code: "NoSuchBucket")) {
            try await absent.bucket.object("a")
        }
    }

    @Test("An object is written with its type, once")
    func writing() async throws {
        let store = Counterpart([.reply(200)])
        try await store.bucket.put(Array("bytes".utf8), as: "a.webp", type: "image/webp")
        let request = try #require(store.requests.first)
        #expect(request.method == "PUT" && request.body == Array("bytes".utf8) && store.requests.count == 1)
        #expect(request.fields.contains { $0.name == "content-type" && $0.value == "image/webp" })
    }

    @Test("What passes is tried again after a pause", arguments: [500, 502, 503, 504, 429])
    func passing(status: Int) async throws {
        let store = Counterpart([.reply(status, Self.error("SlowDown")), .fault(.unreachable("cut")), .reply(200, "b")])
        #expect(try await store.bucket.object("a") == Array("b".utf8))
        #expect(store.requests.count == 3)
        #expect(store.time >= .milliseconds(250) && store.time < .seconds(1))
    }

    @Test("Patience has an end, in tries and in time")
    func patience() async throws {
        let store = Counterpart([.reply(503, Self.error("SlowDown"))])
        await #expect(throws: BucketFault.unreachable("503 SlowDown")) { try await store.bucket.object("a") }
        #expect(store.requests.count == Patience.reading.tries)
        let slow = Counterpart([.reply(503)], pace: .seconds(6))
        await #expect(throws: BucketFault.self) { try await slow.bucket.object("a") }
        #expect(slow.requests.count == 2 && slow.time <= Patience.reading.time)
    }

    @Test(
        "What lasts is not tried again, and is told in the store's own word",
        arguments: [
            (403, "SignatureDoesNotMatch", [:], "SignatureDoesNotMatch"), (403, "", [:], ""),
            (
                301, "PermanentRedirect", ["x-amz-bucket-region": "eu-west-1"],
                "PermanentRedirect (the bucket is in eu-west-1)"
            ),
            (200 + 4, "", [:], ""),
        ])
    func lasting(status: Int, said: String, fields: [String: String], code: String) async throws {
        let store = Counterpart([.reply(status, said.isEmpty ? "" : Self.error(said), fields)])
        await #expect(throws: BucketFault.refused(status: status, code: code)) { try await store.bucket.object("a") }
        await #expect(throws: BucketFault.refused(status: status, code: code)) { try await store.bucket.look() }
        await #expect(throws: BucketFault.refused(status: status, code: code)) {
            try await store.bucket.put([1], as: "a", type: "b")
        }
        #expect(store.requests.count == 3)
    }

    @Test("More than an object may have is not sent")
    func tooLarge() async throws {
        let store = Counterpart([.reply(200)])
        await #expect(throws: BucketFault.self) {
            try await store.bucket.put(Array(repeating: 0, count: Bucket.largestObject + 1), as: "a", type: "b")
        }
        #expect(store.requests.isEmpty)
    }

    @Test("Names are listed page by page, without the prefix")
    func listing() async throws {
        let store = Counterpart([
            .reply(
                200,
                "<ListBucketResult><Contents><Key>pictures/a</Key></Contents><Contents><Key>pictures/b&amp;c</Key></Contents><NextContinuationToken>x/y=</NextContinuationToken></ListBucketResult>"
            ),
            .reply(200, "<ListBucketResult><Contents><Key>pictures/d</Key></Contents></ListBucketResult>"),
        ])
        var pages: [[String]] = []
        try await store.bucket.forEachPage { pages.append($0) }
        #expect(pages == [["a", "b&c"], ["d"]])
        #expect(
            store.requests.map(\.canonicalQuery) == [
                "list-type=2&prefix=pictures%2F", "continuation-token=x%2Fy%3D&list-type=2&prefix=pictures%2F",
            ])
    }
}
