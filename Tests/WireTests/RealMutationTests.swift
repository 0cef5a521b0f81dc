import Foundation
import Testing

@testable import Wire

/// Damages real items. Skipped if `../shared` is missing.
@Suite("Damaged real items", .enabled(if: SharedInput.isPresent), .timeLimit(.minutes(1)))
struct RealMutationTests {
    @Test("300 damaged copies of real items are each read, or named with a file and a line")
    func damaged() throws {
        let files = ["wire/syria-2014", "wire/newsml-g2-examples"].flatMap(SharedInput.files)
        let originals = try files.map { try Data(contentsOf: $0) }.filter {
            FileKind(head: $0.prefix(1_024)) == .document
        }
        try #require(originals.count > 10)
        var random = SplitMix(state: 300)
        for number in 0..<300 {
            let damage = Damage(Array(originals[number % originals.count]))
            let document = NewsMLReader().read(Data(damage.copy(&random)), named: "\(number).xml")
            #expect(!document.items.isEmpty || !document.faults.isEmpty)
            #expect(document.faults.allSatisfy { $0.file == "\(number).xml" && ($0.line ?? 0) > 0 })
            #expect(document.assumptions.allSatisfy { ($0.line ?? 0) > 0 })
        }
    }
}
