// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]

let package = Package(
    name: "isnad",
    products: [
        .library(
            name: "Isnad",
            targets: [
                "ArabicText", "Extraction", "KnowledgeGraph", "RDF", "Drawing", "Reading", "OntologyData",
                "FollowTheMoney", "IsnadKit",
            ]),
        .library(name: "RDF", targets: ["RDF"]),
        .executable(name: "isnad", targets: ["isnad"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CSerd", pkgConfig: "serd-0", providers: [.apt(["libserd-dev"])]),

        .target(name: "ArabicText", swiftSettings: strict),
        .target(name: "RDF", dependencies: ["CSerd"], swiftSettings: strict),
        .target(
            name: "KnowledgeGraph",
            dependencies: ["RDF", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Archive", dependencies: ["KnowledgeGraph", "RDF"], swiftSettings: strict),
        .target(name: "JSONText", swiftSettings: strict),
        .target(
            name: "FollowTheMoney",
            dependencies: ["JSONText", "KnowledgeGraph", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(name: "Checking", dependencies: ["KnowledgeGraph", "RDF"], swiftSettings: strict),
        .target(
            name: "Drawing",
            dependencies: ["KnowledgeGraph", "OntologyData", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict),
        .target(
            name: "Files", dependencies: [.product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict),
        .target(
            name: "Reading", dependencies: ["ArabicText", "CLibXML2", "Files"], swiftSettings: strict),
        .target(
            name: "Extraction", dependencies: ["ArabicText", "KnowledgeGraph"],
            swiftSettings: strict),
        .executableTarget(name: "EmbedOntologyTool", swiftSettings: strict),
        .plugin(name: "EmbedOntology", capability: .buildTool(), dependencies: ["EmbedOntologyTool"]),
        .target(
            name: "OntologyData", swiftSettings: strict, plugins: ["EmbedOntology"]),
        .target(
            name: "IsnadKit",
            dependencies: [
                "ArabicText", "Extraction", "KnowledgeGraph", "OntologyData",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
        // The source of Examples/library, so that every build of the tests builds it.
        .executableTarget(
            name: "ArticleGraph", dependencies: ["Extraction", "IsnadKit", "KnowledgeGraph", "RDF"],
            path: "Examples/library/Sources/ArticleGraph", swiftSettings: strict),
        .executableTarget(
            name: "isnad",
            dependencies: [
                "ArabicText", "RDF", "KnowledgeGraph", "Archive", "Checking", "Drawing", "Files", "FollowTheMoney",
                "JSONText", "Reading",
                "Extraction",
                "OntologyData",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            swiftSettings: strict),

        .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText"], swiftSettings: strict),
        .testTarget(
            name: "ExtractionTests", dependencies: ["ArabicText", "Extraction", "KnowledgeGraph", "OntologyData"],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests", exclude: ["same_triples.py"], swiftSettings: strict),
        .testTarget(
            name: "FilesTests", dependencies: ["Files", .product(name: "SystemPackage", package: "swift-system")],
            swiftSettings: strict),
        .testTarget(
            name: "ReadingTests",
            dependencies: [
                "ArabicText", "Files", "Reading", .product(name: "SystemPackage", package: "swift-system"),
            ],
            resources: [.copy("Pages")], swiftSettings: strict),
        .testTarget(
            name: "HostileTests", dependencies: ["isnad"], exclude: ["README.md", "linearity.py"], resources: [.copy("fault.c")], swiftSettings: strict),
        .testTarget(name: "RDFTests", dependencies: ["RDF"], swiftSettings: strict),
        .testTarget(
            name: "KnowledgeGraphTests", dependencies: ["KnowledgeGraph", "RDF"], swiftSettings: strict),
        .testTarget(
            name: "DrawingTests", dependencies: ["Drawing", "KnowledgeGraph", "OntologyData"],
            swiftSettings: strict),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "KnowledgeGraph", "RDF"], swiftSettings: strict),
        .testTarget(
            name: "CheckingTests", dependencies: ["Checking", "KnowledgeGraph", "RDF"],
            exclude: ["Graphs"], swiftSettings: strict),
        .testTarget(
            name: "OntologyTests",
            dependencies: [
                "ArabicText", "CSerd", "KnowledgeGraph", .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: strict),
    ]
)
