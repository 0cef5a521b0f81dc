/// The imports that each target may have, as in the diagram in ARCHITECTURE.md. A test compares them with the
/// `import` lines, because SwiftPM accepts an import that no target declares.
///
/// No target may import `FoundationNetworking`, and only `Outbound` may import `AsyncHTTPClient`. So every
/// outgoing request passes the address guard. Only `Outbound` may import `CMailTransfer`, which sends mail to the
/// relay that the operator chose.
enum Imports {
    /// Modules that come with the language. Every target may import them.
    static let language: Set<Substring> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Musl", "Darwin"]

    static let allowed: [Substring: Set<Substring>] = [
        "Newsroom": ["CSpoofChecker", "Crypto"],
        "Markup": ["CCMarkGFM", "CQuotationMarks"],
        "Metering": ["CoreMetrics"],
        "Logbook": ["Logging"],
        "Archive": ["CZlib"],
        "Database": ["Metering", "CSQLite", "CLibPQ"],
        "Storage": ["Newsroom", "Database", "Crypto"],
        "Wire": ["Newsroom", "Markup", "CGumbo", "CLibXML2"],
        "Outbound": ["Newsroom", "CMailTransfer", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOPosix"],
        "Bucket": ["Newsroom", "Outbound", "Crypto"],
        "Darkroom": ["Newsroom", "Bucket", "Subprocess", "System", "SystemPackage", "Crypto"],
        "LinkCards": ["Newsroom", "Outbound", "Darkroom", "CGumbo"],
        "Pages": ["Newsroom", "Markup", "CWordBreaks"],
        "HTTPServer": [
            "HTTPTypes", "NIOCore", "NIOExtras", "NIOHTTP1", "NIOHTTPTypesHTTP1", "NIOPosix", "ServiceLifecycle",
        ],
        "PageCache": ["CBrotli", "CMemoryFile", "CZlib", "Crypto", "HTTPTypes", "NIOCore", "SystemPackage"],
        "Operations": [
            "Newsroom", "Markup", "Database", "Storage", "Wire", "Darkroom", "Archive", "Crypto", "CryptoExtras",
            "Logging", "ServiceLifecycle",
        ],
        "Web": [
            "Newsroom", "Markup", "Database", "Storage", "Wire", "Darkroom", "Pages", "Operations", "HTTPServer",
            "PageCache", "Metering", "Logbook", "HTTPTypes", "NIOCore", "ServiceLifecycle", "Configuration", "Logging",
        ],
    ]

    /// The executable. It may import everything except an HTTP client.
    static let assembly: Substring = "broadsheet"

    /// The modules that a file imports, each with the index of its line.
    static func of(_ file: SourceFile) -> [(line: Int, module: Substring)] {
        let anImport =
            /^\s*(?:@\w+(?:\(\w+\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|typealias|func|let|var|actor)\s+)?(\w+)/
        return file.lines.enumerated().compactMap { index, line in
            line.firstMatch(of: anImport).map { (index, $0.output.1) }
        }
    }

    /// Every import that is not allowed, as `path:line: target imports module`.
    static func strayed(in file: SourceFile) -> [String] {
        guard file.target != assembly else { return [] }
        let open = allowed[file.target, default: []].union(language)
        return of(file).filter { !open.contains($0.module) }
            .map { "\(file.path):\($0.line + 1): \(file.target) imports \($0.module)" }
    }
}
