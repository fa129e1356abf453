// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// A program that hands what libFuzzer makes up to some rooms.
func fuzzed(_ name: String, _ rooms: [String]) -> Target {
  .executableTarget(
    name: "Fuzz" + name,
    dependencies: ["Fuzzing"] + rooms.map { .product(name: $0, package: "reckon") },
    swiftSettings: strict)
}

// A package of its own, since all of it is built with the coverage that libFuzzer looks at.
// `make fuzz` runs it.
let package = Package(
  name: "fuzz",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "reckon", path: "../..")],
  targets: [
    .systemLibrary(name: "CLibFuzzer"),
    .target(name: "Fuzzing", dependencies: ["CLibFuzzer"], swiftSettings: strict),
    fuzzed("Parser", ["Formulas"]),
    fuzzed("Evaluator", ["Formulas", "Quantities"]),
    fuzzed("Tables", ["SeparatedValues", "Submissions"]),
    fuzzed("Zips", ["Files"]),
    fuzzed("Exercises", ["Diagnostics", "ExerciseFiles", "NotebookFiles", "NotebookGrading"]),
    fuzzed("Notebooks", ["Diagnostics", "Formulas", "NotebookFiles"]),
    fuzzed(
      "Texts",
      ["AnswerKeys", "ExerciseFiles", "Exercises", "Grading", "NotebookGrading", "TextAnalysis"]),
    fuzzed(
      "Sessions",
      [
        "AnswerKeys", "Dates", "ExerciseFiles", "Exercises", "Files", "Formulas", "Grading",
        "NotebookFiles", "NotebookGrading", "Quantities", "TextLayout", "TutorTerminal", "Tutoring",
      ]),
  ])
