import Foundation
import Testing

@testable import Files

/// By which exercise a notebook is judged, and what a report says of it.
@Suite struct JudgingTests {
  /// A class's folder, in which a submission has brought an exercise that takes 1 for an answer.
  private func folder(exercise id: String, at place: String) throws -> Student {
    let student = try Student()
    student.namesExercises = false
    try FileManager.default.createDirectory(
      atPath: student.path(place + "Exercises"), withIntermediateDirectories: true)
    try student.write(
      place + "Exercises/mine.md",
      """
      ---
      reckon: 1
      id: \(id)
      title: Mine
      ---
      ## 2.1.1 Easy
      ```question
      points: 1
      answers:
        total_number_queries: 1
      ```
      """)
    try student.write(
      place + id + ".answers.md",
      Answers.notebook(id, [("2.1.1", "total_number_queries = 1")]))
    return student
  }

  @Test(arguments: [["check", "--json"], ["convert", "--to", "md"]])
  func aSubmissionDoesNotBringTheExerciseThatItIsJudgedBy(_ command: [String]) throws {
    let name = "chatgpt-footprint.answers.md"
    for (place, cwd) in [("", ""), ("team/", ""), ("team/", "team")] {
      let student = try folder(exercise: "chatgpt-footprint", at: place)
      let file = cwd.isEmpty ? place + name : name
      let run = try student.run(command + [file], in: student.path(cwd))
      #expect(run.output.contains("2.2.1"), "\(run.output) \(run.errors)")
      #expect(!run.output.contains("mine.md"))
    }
  }

  @Test func anExerciseThatOnlyTheSubmissionHasIsRefusedUnlessItIsNamed() throws {
    let student = try folder(exercise: "easy", at: "")
    let run = try student.run(["check", "easy.answers.md"])
    #expect(run.status == 65)
    let said = run.errors.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(said.contains("a notebook does not bring the exercise that it is checked by"))
    for named in [["--exercise", "Exercises/mine.md"], ["--exercises", "Exercises"]] {
      let run = try student.run(["check"] + named + ["easy.answers.md"])
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("Judged by Exercises/mine.md (sha256 "))
    }
    // Whoever works on it beside it has named it by doing so.
    let session = try student.run(["open", "easy"], input: ":status\n")
    #expect(session.output.contains("Mine"))
  }

  @Test func anExerciseBesideItsNotebookIsNamedWithTheOptionThatTakesIt() throws {
    let student = try folder(exercise: "easy", at: "")
    try FileManager.default.moveItem(
      atPath: student.path("Exercises/mine.md"), toPath: student.path("easy.md"))
    let run = try student.run(["check", "easy.answers.md"])
    #expect(run.status == 65)
    #expect(run.errors.contains("--exercise easy.md"), "\(run.errors)")
    #expect(try student.run(["check", "--exercise", "easy.md", "easy.answers.md"]).status == 0)
  }

  @Test func exercisesOfTheFolderWhereOneStandsJudgeFilesOfOthers() throws {
    let student = try folder(exercise: "easy", at: "")
    try FileManager.default.createDirectory(
      atPath: student.path("class"), withIntermediateDirectories: true)
    try student.write("class/a.answers.md", student.read("easy.answers.md"))
    let run = try student.run(["check", "class/a.answers.md"])
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func everyReportNamesTheExerciseAndItsDigest() throws {
    let student = try folder(exercise: "easy", at: "")
    let checks = ["check", "--exercises", "Exercises", "easy.answers.md"]
    let json = try CheckedNotebook(student.run(checks + ["--json"])).object
    #expect(json["exerciseFile"] as? String == "Exercises/mine.md")
    let digest = try #require(json["exerciseDigest"] as? String)
    #expect(digest.hasPrefix("sha256:") && digest.count == 7 + 64)
    let short = digest.dropFirst(7).prefix(12)
    #expect(try student.run(checks).output.contains("(sha256 \(short))"))
    #expect(try student.run(checks + ["easy.answers.md"]).output.contains("(sha256 \(short))"))
    let page = try student.run(
      ["convert", "--exercises", "Exercises", "easy.answers.md", "--to", "html"])
    #expect(page.output.contains("(sha256 \(short))"))
    try student.write("Exercises/mine.md", student.read("Exercises/mine.md") + "\n")
    let other = try CheckedNotebook(student.run(checks + ["--json"])).object
    #expect(other["exerciseDigest"] as? String != digest)
  }
}
