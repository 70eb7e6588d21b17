// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that nothing that only a benchmark needs reaches those who use Isnad.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "isnad", path: "../")],
    targets: [
        .executableTarget(
            name: "SerializerBenchmark", dependencies: [.product(name: "RDF", package: "isnad")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
        .executableTarget(
            name: "ExtractionBenchmark", dependencies: [.product(name: "Isnad", package: "isnad")],
            swiftSettings: [.swiftLanguageMode(.v6), .treatAllWarnings(as: .error)]),
    ]
)
