// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that no build of Reckon waits for it. `make bench` runs it.
let package = Package(
  name: "benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "reckon", path: "..")],
  targets: [
    .executableTarget(
      name: "bench",
      dependencies: [.product(name: "TerminalTesting", package: "reckon")],
      resources: [.copy("Peers")],
      swiftSettings: [.treatAllWarnings(as: .error)])
  ])
