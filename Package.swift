// swift-tools-version: 6.2

import PackageDescription

/// All targets use Swift 6 and the stricter rules that are still opt-in. In CI, warnings are errors in debug
/// builds, which the tests run. Elsewhere they are not, so that the project still builds with a newer
/// compiler.
let strict: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error, .when(configuration: .debug))])

/// A test target mirrors the target that it tests.
func tests(_ target: String, and others: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(target)Tests", dependencies: [.init(stringLiteral: target)] + others, exclude: exclude,
        swiftSettings: strict)
}

let package = Package(
    name: "broadsheet",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "broadsheet", targets: ["broadsheet"])
    ],
    dependencies: [
        // The command line: commands, options and their help.
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        // Settings from the environment and from a file, under the same names.
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        // SHA-256, HMAC, scrypt and constant-time comparison.
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        // The log for operators.
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        // Measurements by libraries, beside our own.
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        // Channels and buffers. A channel handler serves cached pages.
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        // Graceful shutdown of a listening socket, and the conversion of NIO request heads to
        // swift-http-types.
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        // HTTP field names and status codes as types.
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        // File descriptors, and the path type of the configuration file reader.
        .package(url: "https://github.com/apple/swift-system.git", from: "1.8.1"),
        // vips and exiftool run as child processes.
        .package(url: "https://github.com/swiftlang/swift-subprocess.git", from: "1.0.2"),
        // Requests to other machines, such as the store for pictures.
        .package(url: "https://github.com/swift-server/async-http-client.git", from: "1.37.0"),
        // Graceful shutdown: requests in progress finish, and new ones are refused.
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

        // The version, which the Makefile takes from git.
        .target(
            name: "CVersion",
            cSettings: [.define("SOURCE_VERSION", to: "\"\(Context.environment["SOURCE_VERSION"] ?? "development")\"")]),
        // Files in memory. The C library has them, but Swift's module of it does not.
        .target(name: "CMemoryFile"),
        // Word boundaries in Chinese, Japanese and Thai texts, for comparing versions. Programs cannot use
        // Swift's own ICU.
        .target(name: "CWordBreaks", dependencies: ["CICU"]),
        // The quotation marks of languages, for the typography of stories.
        .target(name: "CQuotationMarks", dependencies: ["CICU"]),
        // Names that look alike, and international domains.
        .target(name: "CSpoofChecker", dependencies: ["CICU"]),
        // Mail over SMTP with libcurl. Swift cannot call functions with variable arguments.
        .target(name: "CMailTransfer", dependencies: ["CCurl"]),
        // The memory allocator. Large pages come and go without leaving holes, and a tenth faster than with
        // the system's allocator.
        .target(name: "CJemalloc", linkerSettings: [.linkedLibrary("jemalloc")]),

        .target(
            name: "Newsroom", dependencies: ["CSpoofChecker", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["People/Passwords/common-passwords.license.txt"],
            resources: [.embedInCode("People/Passwords/common-passwords.txt")], swiftSettings: strict),
        .target(name: "Markup", dependencies: ["CCMarkGFM", "CQuotationMarks"], swiftSettings: strict),
        .target(
            name: "Metering", dependencies: [.product(name: "CoreMetrics", package: "swift-metrics")],
            swiftSettings: strict),
        .target(name: "Archive", dependencies: ["CZlib"], swiftSettings: strict),
        .target(
            name: "Logbook", dependencies: [.product(name: "Logging", package: "swift-log")], swiftSettings: strict),
        .target(name: "Database", dependencies: ["Metering", "CSQLite", "CLibPQ"], swiftSettings: strict),
        .target(
            name: "Storage",
            dependencies: ["Newsroom", "Database", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Wire", dependencies: ["Newsroom", "Markup", "CGumbo", "CLibXML2"], swiftSettings: strict),
        .target(
            name: "Outbound",
            dependencies: [
                "Newsroom", "CMailTransfer",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "Bucket", dependencies: ["Newsroom", "Outbound", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Darkroom",
            dependencies: [
                "Newsroom", "Bucket", .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        .target(
            name: "LinkCards", dependencies: ["Newsroom", "Outbound", "Darkroom", "CGumbo"], swiftSettings: strict),
        .target(
            name: "Pages", dependencies: ["Newsroom", "Markup", "CWordBreaks"],
            resources: [
                .embedInCode("Assets/broadsheet.css"), .embedInCode("Assets/broadsheet.js"),
                .embedInCode("Assets/live.js"), .embedInCode("Assets/entries.js"),
                .embedInCode("Assets/uploading.js"),
                .embedInCode("Assets/framing.js"),
                .embedInCode("Assets/queue.js"),
                .embedInCode("Assets/selecting.js"),
                .embedInCode("Assets/unsaved.js"),
                .embedInCode("Assets/redacting.js"),
                .embedInCode("Assets/broadsheet.svg"), .embedInCode("Assets/Icons/favicon.ico"),
                .embedInCode("Assets/Icons/logo.png"), .embedInCode("Assets/Icons/touch-icon.png"),
            ]
                + [
                    "writing", "journal", "keeping", "line", "listening", "offering", "saving", "sending", "copying",
                    "toolbar", "pasting", "continuing", "counts", "preview", "tools", "editing", "emphasis", "blocks",
                    "converting", "cleaning", "escaping", "lists", "phrases", "tables", "word", "gallery", "picker",
                ].map { .embedInCode("Assets/Writing/\($0).js") },
            swiftSettings: strict),
        .target(
            name: "HTTPServer",
            dependencies: [
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "PageCache",
            dependencies: [
                "CBrotli", "CMemoryFile", "CZlib",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),
        .target(
            name: "Operations",
            dependencies: [
                "Newsroom", "Markup", "Database", "Storage", "Wire", "Darkroom", "Archive",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Newsroom", "Markup", "Database", "Storage", "Wire", "Darkroom", "Pages", "Operations", "HTTPServer",
                "PageCache", "Metering", "Logbook",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "broadsheet",
            dependencies: [
                "Newsroom", "Markup", "Database", "Storage", "Wire", "Outbound", "Darkroom", "LinkCards", "Pages",
                "Operations", "HTTPServer", "PageCache", "Web", "Metering", "Logbook", "CJemalloc",
                "CVersion",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),

        // For the benchmarks: a bare insert to compare with, and the sites to measure.
        .executableTarget(
            name: "yardsticks",
            dependencies: ["Newsroom", "Database", "Storage", "Operations"], path: "Benchmarks/Yardsticks",
            swiftSettings: strict),

        // Shared by several of the tests below.
        .target(
            name: "TestSupport",
            dependencies: ["Database", "Newsroom", "Storage", .product(name: "NIOEmbedded", package: "swift-nio")],
            path: "Tests/TestSupport", swiftSettings: strict),
        tests("Newsroom"),
        tests("Markup"),
        tests("Metering", and: [.product(name: "CoreMetrics", package: "swift-metrics")]),
        tests("Logbook", and: [.product(name: "Logging", package: "swift-log")]),
        tests("Archive"),
        tests("Database", and: ["TestSupport", "Metering"]),
        tests("Storage", and: ["TestSupport", "Database"], exclude: ["plans.txt"]),
        tests("Wire"),
        tests("HTTPServer", and: ["TestSupport", .product(name: "NIOEmbedded", package: "swift-nio")]),
        tests("PageCache", and: ["TestSupport"]),
        tests("Operations", and: ["TestSupport"]),
        tests(
            "Outbound",
            and: [
                "Newsroom", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        tests("Bucket", and: ["TestSupport", "Newsroom", "Outbound"]),
        tests("Darkroom", and: ["TestSupport", "Newsroom", "Bucket", "Outbound"]),
        tests("LinkCards", and: ["TestSupport", "Newsroom", "Outbound", "Darkroom"]),
        tests("Pages"),
        tests(
            "Web",
            and: [
                "TestSupport", "Database", "Storage", "Operations", "HTTPServer", "PageCache", "Logbook",
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["matrix.txt", "headers.txt"]),
        .testTarget(name: "StructureTests", swiftSettings: strict),
        .testTarget(
            name: "CrashTests", dependencies: ["broadsheet", "Database", "Newsroom", "Storage", "TestSupport"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
