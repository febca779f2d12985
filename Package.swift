// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// What a target of pages is made with.
let pages: [Target.Dependency] = [
    "Rouage", "Storage", "HTML", "WebCore",
    .product(name: "Hummingbird", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]

func room(_ name: String, on others: [Target.Dependency] = []) -> Target {
    .target(name: "Web\(name)", dependencies: pages + others, path: "Sources/Web/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "rouage",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "rouage", targets: ["Command"])],
    dependencies: [
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // The product itself: nouns, verbs, rules. Foundation only.
        .target(name: "Rouage", swiftSettings: strict),
        .target(name: "HTML", swiftSettings: strict),
        .target(
            name: "Assets",
            exclude: ["Public", "Migrations", "Demo", "Starters"],
            cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]
        ),
        .systemLibrary(
            name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]
        ),
        .target(
            name: "Storage",
            dependencies: [
                "Rouage", "Assets", "CPostgres",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: strict
        ),
        .target(name: "Demo", dependencies: ["Rouage", "Storage"], swiftSettings: strict),
        // What every page stands on: requests, routes, acts, forms, components, the API's machinery, live updates, sign-in.
        .target(
            name: "WebCore",
            dependencies: [
                "Rouage", "Storage", "HTML",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Sources/Web/Core", swiftSettings: strict
        ),
        // The rooms of the product, a target each: a change in one builds that one again.
        room("Quarter"), room("Ops"), room("Playbooks", on: ["WebOps"]),
        room("Organisation", on: ["WebQuarter", "WebOps", "WebPlaybooks"]),
        room("News"),
        // Hangs the rooms together: the router, the home, the search, the list of the API.
        .target(
            name: "Web", dependencies: ["WebOrganisation", "WebQuarter", "WebOps", "WebPlaybooks", "WebNews"] + pages,
            path: "Sources/Web/Site", swiftSettings: strict
        ),
        .executableTarget(
            name: "Command",
            dependencies: [
                "Rouage", "Storage", "Web", "WebCore", "Demo",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict
        ),
        // Measures what is guessed of silent dependencies: bin/bench --silent.
        .executableTarget(
            name: "SilentBench", dependencies: ["Rouage", "Storage"], path: "Benchmarks/Silent", swiftSettings: strict),
        // Is killed by a test while it writes.
        .executableTarget(
            name: "CrashWriter", dependencies: ["Rouage", "Storage"], path: "Tests/CrashWriter", swiftSettings: strict),
        .testTarget(name: "RouageTests", dependencies: ["Rouage"], swiftSettings: strict),
        // What storage and web tests share: a database of either engine, a site over it, a browser, a strict reader of pages.
        .target(
            name: "TestSupport",
            dependencies: [
                "Rouage", "Storage", "Web", "WebCore", "Demo",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "StorageTests", dependencies: ["Storage", "Demo", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Web", "WebCore", "WebOrganisation", "WebQuarter", "WebOps", "WebPlaybooks", "WebNews", "HTML", "Demo",
                "TestSupport",
                .product(name: "HummingbirdTesting", package: "hummingbird"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "CommandTests", dependencies: ["Command", "TestSupport"], swiftSettings: strict),
    ]
)
