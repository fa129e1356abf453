import ExerciseFiles
import Exercises
import Foundation
import Testing

@testable import Files

@Suite("The library of exercises")
struct LibraryTests {
  private let folder: TemporaryFolder
  private let library: ExerciseLibrary

  init() throws {
    folder = try TemporaryFolder()
    library = ExerciseLibrary(folders: [folder.path])
    try write("alpha", requires: "[]")
    try write("beta", requires: "[alpha]")
    try write("gamma", requires: "[beta]")
    try folder.write(
      "---\nreckon: 1\ntitle: Course\nexercises: [gamma, beta]\ndue: 2024-12-01T23:59Z\n---\n",
      to: "course.md")
    try folder.write("# Read me\n", to: "README.md")
    try folder.write("---\nreckon: 1\nexercise: alpha\n---\n", to: "alpha.answers.md")
  }

  private func write(_ id: String, requires: String, to name: String? = nil) throws {
    try folder.write(
      "---\nreckon: 1\nid: \(id)\ntitle: The \(id)\nrequires: \(requires)\n---\n## 1 A\n",
      to: name ?? "\(id).md")
  }

  @Test func listsExercisesInTheOrderOfTheCourseThenById() {
    let entries = library.list()
    #expect(entries.map(\.id) == ["gamma", "beta", "alpha"])
    #expect(entries.first?.title == "The gamma")
    #expect(entries.first?.course == "Course")
  }

  @Test func listsFoldersWithinAndTheFirstOfEachId() throws {
    try write("delta", requires: "[]", to: "more/delta.md")
    try write("alpha", requires: "[]", to: "more/alpha.md")
    #expect(library.list().map(\.id) == ["gamma", "beta", "alpha", "delta"])
    #expect(library.list()[2].path == folder.path + "/alpha.md")
  }

  @Test func findsByIdByPathAndByFolder() {
    guard case .exercise(let byID) = library.find("beta"),
      case .exercise(let byPath) = library.find(folder.path + "/beta.md"),
      case .folder(_, let within) = library.find(folder.path + "/")
    else {
      Issue.record("each leads to beta")
      return
    }
    #expect(byID.path == folder.path + "/beta.md")
    #expect(byPath.id == "beta")
    #expect(library.find(folder.path + "/beta") == library.find(folder.path + "/beta.md"))
    #expect(within.map(\.id) == ["gamma", "beta", "alpha"])
  }

  @Test func suggestsTheNearestIdForOneItDoesNotHave() {
    #expect(library.find("beat") == .nothing(nearest: ["beta"]))
    let loaded = library.load("beat")
    #expect(loaded.exercise == nil)
    #expect(loaded.problems.first?.diagnostic.help == ["Did you mean `beta`?"])
  }

  @Test func takesTheDueDateOfTheCourseWhereThereIsNoOther() {
    #expect(library.load("alpha").exercise?.due == "2024-12-01T23:59Z")
  }

  @Test func loadsWhatIsRequiredEachAfterWhatItNeedsItself() throws {
    let gamma = try #require(library.load("gamma").exercise)
    let required = library.required(by: gamma)
    #expect(required.compactMap(\.exercise?.id) == ["alpha", "beta"])
    #expect(required.flatMap(\.problems).isEmpty)
  }

  @Test func tellsOfACircleWhereItCloses() throws {
    try write("alpha", requires: "[gamma]")
    let gamma = try #require(library.load("gamma").exercise)
    let problems = library.required(by: gamma).flatMap(\.problems)
    #expect(problems.map(\.diagnostic.id) == ["requires-circle"])
    #expect(problems.first?.diagnostic.message.contains("gamma → beta → alpha → gamma") == true)
    #expect(problems.first?.source.name == folder.path + "/alpha.md")
    #expect(problems.first?.line == 5)
  }

  @Test func tellsOfARequiredExerciseThatIsMissing() throws {
    try write("beta", requires: "[alhpa]")
    let beta = try #require(library.load("beta").exercise)
    let problem = try #require(library.required(by: beta).flatMap(\.problems).first)
    #expect(problem.diagnostic.id == "unknown-exercise")
    #expect(problem.diagnostic.help == ["Did you mean `alpha`?"])
    #expect(problem.line == 5)
  }

  @Test func looksInTheOptionsFolderFirstAndFindsTheCheckouts() throws {
    try folder.write("", to: "root/Package.swift")
    try folder.write("", to: "root/Exercises/x.md")
    try folder.write("", to: "root/.build/triple/debug/reckon")
    let folders = ExerciseLibrary.standard(
      option: "/given", environment: ["RECKON_EXERCISES": "/variable"],
      executable: folder.path + "/root/.build/triple/debug/reckon"
    ).folders
    #expect(folders.starts(with: ["/given", "/variable"]))
    #expect(folders.last?.hasSuffix("/root/Exercises") == true)
  }

  @Test func findsTheInstalledShare() throws {
    try folder.write("", to: "usr/bin/reckon")
    try folder.write("", to: "usr/share/reckon/Exercises/x.md")
    let folders = ExerciseLibrary.standard(
      option: nil, environment: [:], executable: folder.path + "/usr/bin/reckon"
    ).folders
    #expect(folders.last?.hasSuffix("/usr/share/reckon/Exercises") == true)
  }
}
