import Foundation
import Testing

@testable import Archive

@Suite(
    "ZIP archives",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3"), "needs Python to read archives"),
    .timeLimit(.minutes(5)))
struct ZipWriterTests {
    private func archive(_ files: [(name: String, parts: [[UInt8]])]) throws -> [UInt8] {
        let writer = ZipWriter(madeAt: Date(timeIntervalSince1970: 1_700_000_000))
        var bytes: [UInt8] = []
        for (name, parts) in files {
            bytes += try writer.begin(name)
            for part in parts { bytes += try writer.add(part) }
            bytes += try writer.endFile()
        }
        return bytes + (try writer.end())
    }

    /// What Python finds in an archive: each file with its name, length, checksum, mode and time, and whether it is sound.
    private func read(_ bytes: [UInt8]) throws -> String {
        let file = FileManager.default.temporaryDirectory.appending(path: "archive-\(UUID()).zip")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(bytes).write(to: file)
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", Self.reader, file.path]
        process.standardOutput = output
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    private static let reader = """
        import sys, zipfile
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        for i in z.infolist():
            print(i.filename, i.file_size, sum(z.read(i)), oct(i.external_attr >> 16), *i.date_time)
        """

    @Test("Files of every length come back whole, with their names, time and mode")
    func files() throws {
        let long = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }
        let read = try read(
            archive([
                ("empty.json", []), ("bücher.txt", [Array("One".utf8), [], Array(", two.".utf8)]),
                ("long", [Array(long[..<1_234_567]), Array(long[1_234_567...])]),
            ]))
        let time = "2023 11 14 22 13 20"
        #expect(
            read == """
                empty.json 0 0 0o100600 \(time)
                bücher.txt 9 \("One, two.".utf8.reduce(0) { $0 + Int($1) }) 0o100600 \(time)
                long 3000000 \(long.reduce(0) { $0 + Int($1) }) 0o100600 \(time)

                """)
    }

    @Test("An archive without files is one")
    func empty() throws { #expect(try archive([]).count == 22) }

    @Test("An archive that was cut off is noticed")
    func cut() throws {
        let bytes = try archive([("one", [Array("One".utf8)])])
        #expect(try read(Array(bytes.dropLast(10))).isEmpty)
    }
}
