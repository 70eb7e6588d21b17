// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "article-graph",
    dependencies: [
        // In a package of yours: .package(url: "<this repository>", from: "1.0.0")
        .package(name: "isnad", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "ArticleGraph", dependencies: [.product(name: "Isnad", package: "isnad")])
    ]
)
