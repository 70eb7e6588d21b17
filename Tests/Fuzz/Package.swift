// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no ordinary build meets libFuzzer. Build and run it with `./run SECONDS`.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "isnad", path: "../..")],
    targets: [
        .executableTarget(
            name: "FuzzIsnad",
            dependencies: [.product(name: "Isnad", package: "isnad")],
            swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
