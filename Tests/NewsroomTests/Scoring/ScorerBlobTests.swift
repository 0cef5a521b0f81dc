import Foundation
import Testing

@testable import Newsroom

@Suite("A scorer as bytes", .timeLimit(.minutes(5)))
struct ScorerBlobTests {
    /// The bytes with the checksum that fits them.
    private func sealed(_ bytes: Data) -> Data {
        let body = bytes.dropLast(8)
        return body + withUnsafeBytes(of: ScorerBlob.checksum(body).littleEndian) { Data($0) }
    }

    private func changed(_ bytes: Data, at places: Range<Int>, to new: [UInt8]) -> Data {
        var bytes = bytes
        bytes.replaceSubrange(places, with: new)
        return bytes
    }

    @Test("The scorer that is read gives exactly the same scores")
    func same() throws {
        let sample = try TrainedSample.shared.get()
        let blob = sample.scorer.blob
        #expect(blob.count == ScorerBlob.length && blob.count < 2_000_000)
        let read = try CommentScorer(blob: blob)
        #expect(read == sample.scorer && read.blob == blob && read.examples == TrainedSample.count)
        for example in sample.fresh.prefix(300) {
            #expect(read.probability(example.text) == sample.scorer.probability(example.text))
        }
        // A part of a longer text has other indexes.
        #expect(try CommentScorer(blob: (Data([1, 2]) + blob).dropFirst(2)) == read)
    }

    @Test("Every changed byte is found", arguments: [0, 7, 8, 12, 16, 31, 32, 5_000, 262_175, 262_176, 262_183])
    func changed(place: Int) throws {
        let blob = try TrainedSample.shared.get().scorer.blob
        for bit in 0..<8 {
            let broken = changed(blob, at: place..<place + 1, to: [blob[place] ^ 1 << UInt8(bit)])
            #expect(throws: ScorerBlob.Failure.self) { try CommentScorer(blob: broken) }
        }
    }

    @Test("Missing and added bytes are found", arguments: [-262_153, -262_152, -9, -8, -1, 1, 8, 300_000])
    func length(change: Int) throws {
        let blob = try TrainedSample.shared.get().scorer.blob
        let broken = change < 0 ? blob.dropLast(-change) : blob + Data(count: change)
        #expect(throws: ScorerBlob.Failure.damaged) { try CommentScorer(blob: broken) }
        #expect(throws: ScorerBlob.Failure.damaged) { try CommentScorer(blob: sealed(broken)) }
    }

    @Test("Something else is refused as such", arguments: ["", "BSSCORE", "SQLite format 3", "{}"])
    func foreign(text: String) {
        #expect(throws: ScorerBlob.Failure.foreign) { try CommentScorer(blob: Data(text.utf8)) }
        #expect(throws: ScorerBlob.Failure.foreign) { try CommentScorer(blob: Data(count: ScorerBlob.length)) }
    }

    @Test("Another version is refused with its number")
    func version() throws {
        let blob = try TrainedSample.shared.get().scorer.blob
        let newer = sealed(changed(blob, at: 8..<12, to: [2, 1, 0, 0]))
        #expect(throws: ScorerBlob.Failure.version(258)) { try CommentScorer(blob: newer) }
        #expect(throws: ScorerBlob.Failure.version(258)) { try CommentScorer(blob: newer + Data(count: 5)) }
    }

    @Test(
        "Numbers that make no sense are refused, even with the right checksum",
        arguments: [Double.nan, .infinity, -.infinity, -1])
    func senseless(number: Double) throws {
        let blob = try TrainedSample.shared.get().scorer.blob
        let bytes = withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) }
        let slope = sealed(changed(blob, at: 16..<24, to: bytes))
        #expect(throws: ScorerBlob.Failure.damaged) { try CommentScorer(blob: slope) }
        let intercept = sealed(changed(blob, at: 24..<32, to: bytes))
        if number == -1 {
            #expect(try CommentScorer(blob: intercept).intercept == -1)
        } else {
            #expect(throws: ScorerBlob.Failure.damaged) { try CommentScorer(blob: intercept) }
        }
    }

    @Test("Extreme numbers give scores between 0 and 1", arguments: [1e300, 0, 1e-300])
    func extreme(slope: Double) throws {
        let scorer = CommentScorer(
            weights: [Int8](repeating: -128, count: CommentFeatures.count), slope: slope, intercept: -1e300, examples: 1
        )
        let read = try CommentScorer(blob: scorer.blob)
        let probability = read.probability("some words")
        #expect(probability > 0 && probability < 1)
    }
}
