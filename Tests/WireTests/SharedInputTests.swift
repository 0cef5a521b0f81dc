import Foundation
import Testing

@testable import Wire

/// The standard's examples, and hostile documents. Skipped if `../shared` is missing.
@Suite("Examples and hostile documents", .enabled(if: SharedInput.isPresent), .timeLimit(.minutes(1)))
struct SharedInputTests {
    @Test("Every example of the standard is read, or refused with a reason")
    func examples() throws {
        var read: Set<String> = []
        for file in SharedInput.files(in: "wire/newsml-g2-examples") where file.pathExtension == "xml" {
            let document = NewsMLReader().read(try Data(contentsOf: file), named: file.lastPathComponent)
            #expect(document.items.isEmpty != document.faults.isEmpty)
            #expect(document.faults.allSatisfy { $0.sentence?.hasSuffix(".") != false && $0.line != nil })
            if !document.items.isEmpty { read.insert(String(file.lastPathComponent.split(separator: "_")[1])) }
        }
        #expect(read == ["2", "3", "3A", "6", "22", "26", "27"])
    }

    @Test("An entity bomb or external entity is refused with its line, within 2 seconds")
    func hostile() throws {
        for file in SharedInput.files(in: "hostile/xml") {
            let start = ContinuousClock.now
            let document = NewsMLReader().read(try Data(contentsOf: file), named: file.lastPathComponent)
            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(document.items.isEmpty && document.faults.count == 1)
            let fault = try #require(document.faults.first)
            #expect(fault.file == file.lastPathComponent && (1...4).contains(fault.line ?? 0))
            // These declare nothing and are refused because they are not NewsML-G2.
            if !file.lastPathComponent.hasPrefix("simple"), file.lastPathComponent != "dtd.xml" {
                #expect(fault.sentence?.contains("document type") == true)
            }
        }
    }

    @Test("Hostile files of other types are refused, whatever their names")
    func otherKinds() {
        let delivery = DeliveryReader().read([SharedInput.folder.appending(path: "hostile")])
        #expect(delivery.items.isEmpty)
        #expect(delivery.filesRead == delivery.faults.count + delivery.pictureFiles.values.reduce(0) { $0 + $1.count })
    }
}
