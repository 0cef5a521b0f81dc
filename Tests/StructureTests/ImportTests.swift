import Testing

@Suite("Targets import only what the architecture allows", .timeLimit(.minutes(5)))
struct ImportTests {
    @Test("Every import follows the architecture")
    func arrows() throws {
        let strayed = try SourceTree.files(below: "Sources").flatMap(Imports.strayed)
        #expect(strayed.isEmpty, "\(strayed.joined(separator: "\n"))")
    }

    @Test("Only one file imports an HTTP client: RouteClient in Outbound")
    func outbound() throws {
        let files = try ["Sources", "Tests", "Benchmarks"].flatMap { try SourceTree.files(below: $0) }
        let asking = files.filter { file in
            Imports.of(file).contains { ["AsyncHTTPClient", "FoundationNetworking"].contains($0.module) }
        }
        #expect(asking.map(\.path) == ["Sources/Outbound/RouteClient.swift"])
    }

    @Test("Only one target depends on the HTTP client")
    func dependency() throws {
        let package = try SourceTree.text(of: "Package.swift")
        #expect(package.ranges(of: #".product(name: "AsyncHTTPClient""#).count == 1)
    }

    @Test("Only the Database target passes SQLite a statement as text")
    func statementsAsText() throws {
        let files = try SourceTree.files(below: "Sources").filter { $0.target != "Database" }
        let asking = files.filter { file in file.lines.contains { $0.contains("SQLiteHandle") } }
        #expect(asking.isEmpty, "\(asking.map(\.path).joined(separator: "\n"))")
    }

    @Test("Actions do not choose threads, and Web writes only through operations")
    func actions() throws {
        let web = try SourceTree.files(below: "Sources/Web")
        let threads = web.filter { $0.path.hasPrefix("Sources/Web/Actions/") }
            .flatMap { $0.places(of: ["WorkerPool", "EventLoop", "executorPreference"]) }
        #expect(threads.isEmpty, "\(threads.joined(separator: "\n"))")
        // The health check only tries whether the database accepts a transaction.
        let writes = web.filter { !$0.path.hasSuffix("/TellHealth.swift") }.flatMap {
            $0.places(of: ["database.write"])
        }
        #expect(writes.isEmpty, "\(writes.joined(separator: "\n"))")
    }

    @Test("The list of allowed imports names every target and no others")
    func complete() throws {
        let targets = Set(try SourceTree.files(below: "Sources").map(\.target))
        #expect(targets == Set(Imports.allowed.keys).union([Imports.assembly]))
    }

    @Test(
        "The check finds every form of import",
        arguments: [
            "import Storage", "package import Storage", "  import Storage // why", "@preconcurrency import Storage",
            "@_spi(Rows) internal import Storage", "import struct Storage.Row", "@testable import Storage",
        ])
    func forms(line: String) {
        let file = SourceFile(path: "Sources/Pages/Front.swift", text: "import Foundation\n\(line)\nlet a = 1")
        #expect(Imports.strayed(in: file) == ["Sources/Pages/Front.swift:2: Pages imports Storage"])
    }

    @Test("The check ignores imports in comments and in other words")
    func prose() {
        let file = SourceFile(
            path: "Sources/Wire/A.swift", text: "// import Storage\n/// They import Web.\nimportAll(Web)")
        #expect(Imports.strayed(in: file).isEmpty)
    }
}
