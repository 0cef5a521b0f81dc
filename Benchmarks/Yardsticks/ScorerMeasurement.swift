import Foundation
import Newsroom

/// Measures the training of a scorer from generated rulings, and how long it takes to score and to explain a comment.
///
/// The texts are made of syllables from two vocabularies that overlap, so they say nothing about the quality that a
/// newspaper can expect.
struct ScorerMeasurement {
    private var draw: Draw
    private let common: [String]
    private let kinds: [[String]]

    static func run(count: Int) throws {
        var measurement = ScorerMeasurement(seed: 1)
        let examples = (0..<count).map { _ in measurement.example() }
        let before = peak()
        let start = ContinuousClock.now
        let trained = try ScorerTraining(examples).run()
        var figures = ["training seconds": (ContinuousClock.now - start) / .seconds(1)]
        figures["training MB"] = peak() - before
        figures["mean bytes"] = Double(examples.map(\.text.utf8.count).reduce(0, +)) / Double(count)
        figures["area under curve"] = trained.evaluation.areaUnderCurve
        figures["blob bytes"] = Double(trained.scorer.blob.count)
        let texts = [500, 5_000].map { length in ("\(length)", (0..<1_000).map { _ in measurement.text(length) }) }
        let chinese = ("500 Chinese", (0..<1_000).map { _ in measurement.chinese(500) })
        for (name, texts) in texts + [chinese] {
            figures.merge(times("score \(name)", texts) { trained.scorer.probability($0) }) { $1 }
            figures.merge(times("explain \(name)", texts) { trained.scorer.explanation(of: $0) }) { $1 }
        }
        let data = try JSONSerialization.data(withJSONObject: figures, options: [.prettyPrinted, .sortedKeys])
        print(String(decoding: data, as: UTF8.self))
    }

    private init(seed: UInt64) {
        draw = Draw(seed: seed)
        let words = (0..<20_000).map { Self.word(seed: seed, part: $0) }
        common = Array(words[..<16_000])
        kinds = [Array(words[16_000..<18_000]), Array(words[18_000...])]
    }

    private static func word(seed: UInt64, part: Int) -> String {
        var draw = Draw(seed: seed, part: part)
        let (starts, vowels) = (Array("bcdfghklmnprstvwz"), Array("aeiou"))
        return (0...draw.below(4)).reduce(into: "") { word, _ in
            word.append(draw.pick(starts))
            word.append(draw.pick(vowels))
        }
    }

    /// One ruling in five is a removal, and one in twenty is a mistake. Lengths are those of `Prose.comment`.
    private mutating func example() -> ScorerExample {
        let isRemoved = draw.happens(oneIn: 5)
        let count = max(3, min(450, Int(draw.logNormal(median: 24, deviation: 1.25))))
        let text = (0..<count).map { _ in
            // Small numbers are likelier, like the common words of a language.
            guard draw.happens(oneIn: 4) else { return common[draw.below(draw.below(common.count) + 1)] }
            return draw.pick(kinds[isRemoved == draw.happens(oneIn: 4) ? 0 : 1])
        }
        return ScorerExample(
            text: text.joined(separator: " "), isRemoved: draw.happens(oneIn: 20) ? !isRemoved : isRemoved)
    }

    private mutating func text(_ characters: Int) -> String {
        var text = ""
        while text.utf8.count < characters { text += draw.pick(common) + " " }
        return String(text.prefix(characters))
    }

    private mutating func chinese(_ characters: Int) -> String {
        String(
            String.UnicodeScalarView((0..<characters).compactMap { _ in Unicode.Scalar(0x4E00 + draw.below(3_000)) }))
    }

    /// The median and the 99th percentile of the time for one text, in microseconds.
    private static func times<T>(_ name: String, _ texts: [String], _ body: (String) -> T) -> [String: Double] {
        var times: [Double] = []
        for text in texts + texts {
            let start = ContinuousClock.now
            withExtendedLifetime(body(text)) {}
            times.append((ContinuousClock.now - start) / .microseconds(1))
        }
        // The first round warms the caches.
        let sorted = times.dropFirst(texts.count).sorted()
        return ["\(name) µs": sorted[sorted.count / 2], "\(name) µs p99": sorted[sorted.count * 99 / 100]]
    }

    /// The largest amount of memory that the process has used so far, in megabytes.
    private static func peak() -> Double {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
        let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
        return (kilobytes.flatMap { Double($0) } ?? 0) / 1_000
    }
}
