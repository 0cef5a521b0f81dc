import Database
import Foundation
import Storage
import Testing

@Suite(
    "The key of a newspaper", .enabled(if: Program.isBuilt, "the program is not built"), .timeLimit(.minutes(5)))
struct KeyTests {
    private func run(_ arguments: [String], on data: DataFolder) throws -> (status: Int32, output: String) {
        try Program(
            arguments + ["--data", data.folder.path], input: "a password for the test\n", shell: "exec 2>&1"
        ).end()
    }

    /// A newspaper with a key, as an import leaves it.
    private func keyed() async throws -> (DataFolder, key: URL) {
        let data = try await DataFolder()
        let wire = data.folder.appending(path: "pictures")
        try FileManager.default.createDirectory(at: wire, withIntermediateDirectories: true)
        #expect(try run(["import", "newsml", wire.path], on: data).output.contains("Using the database"))
        return (data, data.folder.appending(path: "secret.key"))
    }

    private func claim(of data: DataFolder) async throws -> String? {
        try await data.open { try await $0.read { tx in try tx.fingerprint } }
    }

    @Test("An older database without a claim is claimed at the next start")
    func claimed() async throws {
        let data = try await DataFolder()
        defer { data.remove() }
        #expect(try run(["staff", "list"], on: data).status == 0)
        #expect(try await claim(of: data) == nil)
        try await onAThread {
            let program = try data.serve()
            _ = try #require(program.port())
            program.askToStop()
            #expect(program.end().status == 0)
        }
        #expect(try await claim(of: data) != nil)
        #expect(try data.faults() == [])
    }

    @Test("A lost, replaced, damaged or unusable key is refused with what to do, and check finds it")
    func wrong() async throws {
        let (data, key) = try await keyed()
        defer { data.remove() }
        let files = FileManager.default
        let right = try Data(contentsOf: key)
        let faults: [(what: String, make: () throws -> Void, sentence: String)] = [
            ("lost", {}, "secret.key is missing, and the newspaper in the database belongs to it"),
            ("replaced", { try Data(1...32).write(to: key) }, "belongs to another secret.key"),
            ("zeros", { try Data(count: 32).write(to: key) }, "is damaged: all its bytes are equal"),
            ("cut", { try right.prefix(31).write(to: key) }, "is damaged: it has the wrong length"),
            ("longer", { try (right + [0]).write(to: key) }, "is damaged: it has the wrong length"),
            ("empty", { try Data().write(to: key) }, "is damaged: it has the wrong length"),
            (
                "dangling",
                { try files.createSymbolicLink(at: key, withDestinationURL: URL(filePath: "/nowhere/key")) },
                "is a symbolic link to /nowhere/key, which does not exist"
            ),
            ("folder", { try files.createDirectory(at: key, withIntermediateDirectories: false) }, "is not a file"),
        ]
        for fault in faults {
            try? files.removeItem(at: key)
            try fault.make()
            for command in [["serve", "--port", "0"], ["staff", "list"], ["import", "newsml", data.folder.path]] {
                let done = try run(command, on: data)
                #expect(done.status == 78 && done.output.contains(fault.sentence), "\(fault.what): \(done)")
                #expect(done.output.count { $0 == "\n" } == 1 && done.output.hasPrefix("broadsheet: "), "\(done)")
            }
            let checked = try run(["check"], on: data)
            #expect([1, 78].contains(checked.status) && checked.output.contains(fault.sentence), "\(checked)")
        }
        try? files.removeItem(at: key)
        try right.write(to: key)
        #expect(try data.faults() == [])
    }

    @Test("Only an explicit command accepts another key")
    func accepted() async throws {
        let (data, key) = try await keyed()
        defer { data.remove() }
        let unchanged = try run(["key", "accept"], on: data)
        #expect(unchanged.status == 0 && unchanged.output.contains("nothing was changed"))
        let right = try Data(contentsOf: key)
        try Data(count: 32).write(to: key)
        let zeros = try run(["key", "accept"], on: data)
        #expect(zeros.status == 78 && zeros.output.contains("all its bytes are equal"), "\(zeros)")
        try right.write(to: key)
        try FileManager.default.removeItem(at: key)
        let accepted = try run(["key", "accept"], on: data)
        #expect(accepted.status == 0 && accepted.output.contains("now belongs to \(key.path)"), "\(accepted)")
        #expect(try data.faults() == [])
        #expect(try run(["staff", "list"], on: data).status == 0)
    }
}
