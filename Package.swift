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
  "Charts": ["Transcripts", "signs.svg"], "DeskCommands": ["Engines"],
  "Formulas": ["Transcripts", "Conformance.tsv"],
  "MathText": ["Transcripts"],
  "Tutoring": ["Transcripts"],
  "Debriefing": ["Pages"],
  "Reports": ["Conversions", "Transcripts"],
]

/// The commit that `make` builds, for `reckon --version`; a build by hand has none.
let commit: [CSetting] =
  Context.environment["RECKON_COMMIT"].map {
    [.define("RECKON_COMMIT", to: "\"\($0.filter(\.isHexDigit))\"")]
  } ?? []

/// Whether the programs take nothing from shared libraries: `make` sets it where all archives are at
/// hand (packaging/static-libraries). See docs/architecture.md.
let isStatic = Context.environment["RECKON_STATIC"] == "yes"

/// - Parameter kind: the student's program has no place of its own choosing in memory, so that nothing is
///   left to do before it starts; the assistants', which reads what others wrote, keeps it.
func staticLinking(_ kind: [String]) -> [LinkerSetting] {
  guard isStatic else { return [] }
  let flags =
    kind + ["-use-ld=lld"]
    + ["--icf=safe", "-lz", "-lbsd", "-lmd", "-ltinfo"].flatMap { ["-Xlinker", $0] }
  return [.unsafeFlags(flags, .when(platforms: [.linux], configuration: .release))]
}

/// Rooms that the package of fuzz targets takes one by one. Only where it asks for them, so that no
/// other build makes libraries of them.
let fuzzedRooms =
  Context.environment["RECKON_FUZZED_ROOMS"] == nil
  ? []
  : [
    "AnswerKeys", "Dates", "Diagnostics", "ExerciseFiles", "Exercises", "Files", "Formulas",
    "Grading",
    "NotebookFiles", "NotebookGrading", "Quantities", "SeparatedValues", "Submissions",
    "TextAnalysis",
    "TextLayout", "TutorTerminal", "Tutoring",
  ]

let package = Package(
  name: "reckon",
  platforms: [.macOS(.v15)],
  // For the package of benchmarks, which drives the programs at a terminal too.
  products: (["TerminalTesting"] + fuzzedRooms).map { .library(name: $0, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Pure rooms: no input or output, no clock, no Foundation.
    room("Dates"),
    room("SeededRandom"),
    room("Diagnostics"),
    room("SeparatedValues", needs: ["Diagnostics"], testsNeed: ["SeededRandom"]),
    room(
      "MathText", needs: ["Diagnostics"],
      testsNeed: ["SeededRandom", "TextLayout", "TranscriptTesting"]),
    room("TextLayout", needs: ["Diagnostics", "MathText"]),
    // Arithmetic on whole columns, by the vector instructions of the machine; as pure as its users.
    [.target(name: "CColumns")],
    room(
      "Quantities",
      needs: [
        "CColumns", "Diagnostics", .product(name: "RealModule", package: "swift-numerics"),
      ], testsNeed: ["SeededRandom"]),
    room(
      "Formulas",
      needs: [
        "CColumns", "Diagnostics", "Quantities",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      testsNeed: ["SeededRandom", "TextLayout", "TranscriptTesting"]),
    room(
      "Exercises",
      needs: [
        "Diagnostics", "Quantities", "Formulas",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),
    room(
      "AnswerKeys", needs: ["Diagnostics", "Quantities", "Formulas", "Exercises"],
      testsNeed: ["SmallExercises"]),
    room(
      "ErrorDiagnosis",
      needs: [
        "Diagnostics", "Quantities", "Formulas", "Exercises", "AnswerKeys",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      testsNeed: ["Grading", "SmallExercises"]),
    room(
      "TextAnalysis",
      needs: ["Diagnostics", "Quantities", "Formulas", "Exercises", "AnswerKeys"]),
    room(
      "Grading",
      needs: [
        "Diagnostics", "Quantities", "Formulas", "Exercises", "AnswerKeys", "ErrorDiagnosis",
        "TextAnalysis",
      ], testsNeed: ["SmallExercises"]),
    room(
      "Charts", needs: ["Diagnostics", "TextLayout", "Quantities"],
      testsNeed: ["TranscriptTesting"]),

    room(
      "ItemAnalysis",
      needs: [
        "Dates", "Diagnostics", "SeededRandom",
        .product(name: "RealModule", package: "swift-numerics"),
      ]),

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
        name: "CYaml", pkgConfig: "yaml-0.1",
        providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
      .target(name: "CBuild", cSettings: commit),
      .systemLibrary(
        name: "CSodium", pkgConfig: "libsodium",
        providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    ],
    room(
      "Files", needs: ["CMinizip", "CSodium", "Dates", "Diagnostics"],
      testsNeed: ["TerminalTesting"]),
    room("YAMLReading", needs: ["CYaml"], testsNeed: ["SeededRandom"]),
    room("MarkdownReading", needs: ["CCmark", "Diagnostics", "MathText", "TextLayout"]),
    room(
      "ExerciseFiles",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Quantities", "Formulas", "Exercises",
        "AnswerKeys", "MarkdownReading", "MathText", "SeparatedValues", "YAMLReading",
      ], testsNeed: ["Grading", "PageTesting"]),
    room(
      "NotebookFiles",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Formulas", "Exercises", "MarkdownReading",
        "YAMLReading",
      ], testsNeed: ["SeededRandom"]),
    room(
      "NotebookGrading",
      needs: [
        "Dates", "Diagnostics", "Files", "Quantities", "Formulas", "Exercises", "AnswerKeys",
        "Grading", "ExerciseFiles", "NotebookFiles", "TextAnalysis",
      ],
      testsNeed: [
        "FieldExercises", "PageTesting", "SeededRandom", "ShippedExercises", "SmallExercises",
        "TerminalTesting", "TextExercises",
      ]),
    room(
      "LineEditing", needs: ["CLibedit", "Diagnostics", "TextLayout", "Files"],
      testsNeed: ["TerminalTesting"]),
    room(
      "Tutoring",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Quantities", "Formulas", "Exercises",
        "AnswerKeys", "ErrorDiagnosis", "TextAnalysis", "Grading", "Charts", "MarkdownReading",
        "ExerciseFiles", "NotebookFiles", "NotebookGrading", "LineEditing",
      ],
      testsNeed: [
        "SeededRandom", "ShippedExercises", "SmallExercises", "TranscriptTesting", "TutorTerminal",
      ]),
    room(
      "TutorTerminal",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Quantities", "Formulas", "Exercises",
        "AnswerKeys", "TextAnalysis", "Grading", "Charts", "MarkdownReading", "NotebookFiles",
        "NotebookGrading", "Tutoring",
      ]),
    room(
      "Reports",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Quantities", "Formulas", "Exercises",
        "AnswerKeys",
        "ErrorDiagnosis", "TextAnalysis", "Grading", "Charts", "MarkdownReading", "ExerciseFiles",
        "NotebookFiles", "NotebookGrading", "Tutoring", "TutorTerminal",
      ], testsNeed: ["PageTesting", "SeededRandom", "TranscriptTesting"]),

    // The assistant's half: a class graded, kept, reviewed and debriefed.
    room("TextSimilarity"),
    room(
      "Submissions",
      needs: [
        "Dates", "Diagnostics", "Files", "Formulas", "Exercises", "Grading", "ExerciseFiles",
        "NotebookFiles", "NotebookGrading", "Reports", "SeparatedValues",
      ], testsNeed: ["ShippedExercises", "TerminalTesting"]),
    room(
      "Gradebook",
      needs: [
        "Dates", "Diagnostics", "Files", "Exercises", "ErrorDiagnosis", "Grading", "ItemAnalysis",
        "NotebookFiles", "NotebookGrading", "Reports", "Submissions",
        .product(name: "GRDB", package: "GRDB.swift"),
      ], testsNeed: ["ClassTesting", "ShippedExercises", "TerminalTesting"]),
    room(
      "SectionedReports", needs: ["Charts", "Diagnostics", "Reports", "TextLayout"]),
    room(
      "Feedback",
      needs: [
        "AnswerKeys", "Dates", "Exercises", "Formulas", "Gradebook", "Grading", "NotebookGrading",
        "SectionedReports", "Submissions",
      ], testsNeed: ["ClassTesting", "ExerciseFiles"]),
    room(
      "Reviewing",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Exercises", "Grading", "Gradebook", "TextAnalysis",
        "NotebookGrading", "Submissions", "TextSimilarity",
      ], testsNeed: ["ClassTesting"]),
    room(
      "Exports",
      needs: [
        "Dates", "Diagnostics", "Files", "Quantities", "Exercises", "Grading", "NotebookGrading",
        "Reports", "Submissions", "Gradebook", "SeparatedValues",
      ],
      testsNeed: [
        "ExerciseFiles", "PageTesting", "SeededRandom", "ShippedExercises", "TerminalTesting",
      ]),
    room(
      "Debriefing",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Quantities", "Exercises", "ErrorDiagnosis", "Charts",
        "ItemAnalysis", "MarkdownReading", "Reports", "SectionedReports", "TextSimilarity",
        "SeparatedValues",
      ], testsNeed: ["PageTesting", "SeededRandom", "TranscriptTesting"]),
    room(
      "Simulation",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Quantities", "Formulas", "Exercises", "AnswerKeys",
        "ErrorDiagnosis", "Grading", "NotebookFiles", "NotebookGrading", "SeededRandom",
      ], testsNeed: ["FieldExercises", "ShippedExercises", "SmallExercises"]),

    room(
      "Releases",
      needs: [
        "Diagnostics", "Files", "Quantities", "Formulas", "Exercises", "AnswerKeys",
        "ErrorDiagnosis", "Grading", "ExerciseFiles", "NotebookFiles", "NotebookGrading",
        "Simulation", "YAMLReading",
      ],
      testsNeed: [
        "FieldExercises", "SeededRandom", "ShippedExercises", "TerminalTesting",
      ]),

    // The command, the only place that prints.
    room(
      "ReckonCommands",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Quantities", "Formulas", "Exercises",
        "AnswerKeys", "ErrorDiagnosis", "TextAnalysis", "Grading", "MarkdownReading",
        "ExerciseFiles", "NotebookFiles", "NotebookGrading", "Tutoring", "TutorTerminal", "Reports",
        "LineEditing", "CBuild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], testsNeed: ["TerminalTesting", "TextExercises", "reckon"]),
    // The assistant's commands: a program of its own, so that the student's pays for none of it.
    room(
      "DeskCommands",
      needs: [
        "Dates", "Diagnostics", "TextLayout", "Files", "Quantities", "Exercises", "AnswerKeys",
        "Grading", "LineEditing", "MarkdownReading", "ExerciseFiles", "NotebookFiles",
        "NotebookGrading", "Reports", "SectionedReports", "ItemAnalysis", "Submissions",
        "Gradebook", "Reviewing", "Feedback", "Exports", "Debriefing", "Releases", "Simulation",
        "SeparatedValues", "ReckonCommands",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      testsNeed: [
        "ShippedExercises", "TerminalTesting", "reckon", "reckon-desk",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    [
      // A class in a folder, graded into a gradebook; for tests only.
      .target(
        name: "ClassTesting",
        dependencies: [
          "Dates", "ExerciseFiles", "Gradebook", "NotebookGrading", "ShippedExercises",
          "Submissions",
          "TerminalTesting", .product(name: "GRDB", package: "GRDB.swift"),
        ], path: "Tests/ClassTesting", swiftSettings: strict),
      // Drives programs at a pseudo-terminal; for tests only.
      .target(name: "TerminalTesting", path: "Tests/TerminalTesting", swiftSettings: strict),
      // The pages of docs, which tests hold true; for tests only.
      .target(name: "PageTesting", path: "Tests/PageTesting", swiftSettings: strict),
      // Runs and records transcripts; for tests only.
      .target(name: "TranscriptTesting", path: "Tests/TranscriptTesting", swiftSettings: strict),
      .testTarget(
        name: "TranscriptTestingTests", dependencies: ["TranscriptTesting"], swiftSettings: strict),
      // An exercise small enough to be read with the tests that use it.
      .target(
        name: "SmallExercises",
        dependencies: ["AnswerKeys", "Exercises", "Formulas", "Grading", "Quantities"],
        path: "Tests/SmallExercises", swiftSettings: strict),
      // The exercises of this checkout, with right answers; for tests only.
      .target(
        name: "ShippedExercises",
        dependencies: [
          "ExerciseFiles", "Exercises", "Grading", "NotebookFiles", "NotebookGrading",
        ],
        path: "Tests/ShippedExercises", swiftSettings: strict),
      // Exercises of many fields, with answers of which the slip is known; for tests only.
      .target(
        name: "FieldExercises",
        dependencies: [
          "ExerciseFiles", "Exercises", "Files", "Grading", "NotebookFiles", "NotebookGrading",
        ],
        path: "Tests/FieldExercises", exclude: ["First", "Second"], swiftSettings: strict),
      // Exercises of many subjects, with texts of which the labels are known; for tests only.
      .target(
        name: "TextExercises",
        dependencies: ["ExerciseFiles", "Exercises", "Files", "NotebookGrading"],
        path: "Tests/TextExercises",
        exclude: [
          "astronomy-sound", "bakery-traffic", "bikes-cable", "calorimetry-library",
          "canteen-railway", "cheese-telescope", "classifier-lift", "concrete-shield",
          "crane-waste", "datacenter-hike", "drones-loans", "ferry-soil", "forest-pass",
          "frames-shop", "fridge-aqueduct", "house-coffee", "lab-travel", "lakes-solar",
          "nursing-farming", "ponds-phones", "river-backup", "running-walls", "trial-pool",
          "yeast-rain", "scores.txt",
        ], swiftSettings: strict),
      .target(name: "CFoundationStandIn"),
      .executableTarget(
        name: "reckon", dependencies: ["ReckonCommands"] + (isStatic ? ["CFoundationStandIn"] : []),
        swiftSettings: strict, linkerSettings: staticLinking(["-static-executable"])),
      .executableTarget(
        name: "reckon-desk", dependencies: ["DeskCommands"], swiftSettings: strict,
        linkerSettings: staticLinking([
          "-Xclang-linker", "-static-pie", "-Xclang-linker", "-Wno-unused-command-line-argument",
        ])),
    ],
  ].flatMap { $0 }
)
