// swift-tools-version: 6.2
import PackageDescription

/// Our own targets: warnings are errors, in code and in tests.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A room of the house with its tests. Order is the order of the layers, lowest first.
func room(
  _ name: String, needs: [Target.Dependency] = [], testsNeed: [Target.Dependency] = []
) -> [Target] {
  [
    .target(name: name, dependencies: needs, swiftSettings: strict),
    .testTarget(
      name: name + "Tests", dependencies: [.target(name: name)] + needs + testsNeed,
      exclude: testFolders[name] ?? [], swiftSettings: strict),
  ]
}

/// Expected output that lies beside a room's tests.
let testFolders: [String: [String]] = [
  "Charts": ["Transcripts", "signs.svg"], "Formulas": ["Transcripts", "Conformance.tsv"],
  "Notebook": ["Transcripts"], "Reports": ["Conversions", "Transcripts"],
]

let package = Package(
  name: "reckon",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
  ],
  targets: [
    // Pure rooms: no input or output, no clock, no Foundation.
    room("Dates"),
    room("Diagnostics"),
    room(
      "Quantities", needs: ["Diagnostics", .product(name: "RealModule", package: "swift-numerics")]),
    room(
      "Formulas",
      needs: [
        "Diagnostics", "Quantities", .product(name: "RealModule", package: "swift-numerics"),
      ],
      testsNeed: ["TranscriptTesting"]),
    room("Exercises", needs: ["Diagnostics", "Quantities", "Formulas"]),
    room("Grading", needs: ["Diagnostics", "Quantities", "Formulas", "Exercises"]),
    room("Prose", needs: ["Diagnostics"]),
    room("Charts", needs: ["Diagnostics", "Quantities"], testsNeed: ["TranscriptTesting"]),
    room("LineEditing", needs: ["Diagnostics"]),

    // Rooms that read files and terminals.
    [
      .systemLibrary(
        name: "CCmark", pkgConfig: "libcmark-gfm",
        providers: [
          .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
        ]),
      .systemLibrary(
        name: "CLibedit", pkgConfig: "libedit",
        providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
      .systemLibrary(
        name: "CMinizip", pkgConfig: "minizip",
        providers: [.apt(["libminizip-dev"]), .brew(["minizip"])]),
      .systemLibrary(
        name: "CSodium", pkgConfig: "libsodium",
        providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    ],
    room("Archives", needs: ["CMinizip", "Dates"], testsNeed: ["TerminalTesting"]),
    room("Digests", needs: ["CSodium"]),
    room("MarkdownReading", needs: ["CCmark", "Prose"]),
    room(
      "ExerciseFiles",
      needs: [
        "Dates", "Diagnostics", "Digests", "Quantities", "Formulas", "Exercises", "Grading",
        "Prose", "MarkdownReading", "Yams", "SwiftCSV",
      ]),
    room(
      "Notebook",
      needs: [
        "Dates", "Diagnostics", "Digests", "Quantities", "Formulas", "Exercises", "Grading",
        "Prose", "Charts", "MarkdownReading", "ExerciseFiles", "LineEditing", "Yams",
      ], testsNeed: ["TranscriptTesting"]),
    room(
      "Reports",
      needs: [
        "Dates", "Diagnostics", "Quantities", "Formulas", "Exercises", "Grading", "Prose",
        "Charts", "MarkdownReading", "ExerciseFiles", "Notebook",
      ], testsNeed: ["TranscriptTesting"]),
    room(
      "LibeditLineEditing", needs: ["CLibedit", "Diagnostics", "LineEditing"],
      testsNeed: ["TerminalTesting"]),

    // The command, the only place that prints.
    room(
      "ReckonCommands",
      needs: [
        "Archives", "Dates", "Diagnostics", "Quantities", "Formulas", "Exercises", "Grading",
        "Prose", "MarkdownReading", "ExerciseFiles", "Notebook", "Reports", "LineEditing",
        "LibeditLineEditing", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], testsNeed: ["TerminalTesting", "reckon"]),
    [
      // For tests only: programs driven at a pseudo-terminal, and transcripts run and recorded.
      .target(name: "TerminalTesting", path: "Tests/TerminalTesting", swiftSettings: strict),
      .target(name: "TranscriptTesting", path: "Tests/TranscriptTesting", swiftSettings: strict),
      .testTarget(
        name: "TranscriptTestingTests", dependencies: ["TranscriptTesting"], swiftSettings: strict),
      .executableTarget(name: "reckon", dependencies: ["ReckonCommands"], swiftSettings: strict),
    ],
  ].flatMap { $0 }
)
