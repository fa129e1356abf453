import Foundation
import TerminalTesting
import Testing

@Suite struct DebriefCommandTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  /// Ten students of whom four have left out one factor, and others have other slips.
  private func grade() throws {
    for number in 0..<10 {
      let gpus = number < 4 ? "" : " * 8"
      let hours = number == 9 ? "366" : "365 day"
      try desk.write(
        Desk.notebook(
          """
          total_number_queries = usage["Number of queries"].sum()
          total_character_year = usage["Number of characters"].sum()
          total_token_year = total_character_year / (4 character/token)
          average_query_day = total_number_queries / (\(hours))
          average_query_size = total_character_year / total_number_queries
          footprint_per_token = 1 / (107.5 token/s)\(gpus) * 0.407 kW * 1.2 * 262 g CO2e/kWh
          """, id: "\(number)"), to: "class/student-\(number)/a.answers.md")
    }
    #expect(try desk.run("grade", "class").status == 0)
  }

  private func json(_ arguments: String...) throws -> [String: Any] {
    let run = try desk.run(["debrief"] + arguments + ["--json"])
    #expect(run.status == 0, "\(run.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
  }

  @Test func theCommonestErrorIsToldWithItsCountAndNoName() throws {
    try grade()
    let run = try desk.run("debrief")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(run.output.contains("10 students handed in"))
    #expect(run.output.contains("4 of 10 left out"))
    #expect(!run.output.contains("student-"))
    #expect(!run.output.contains("366"))
  }

  @Test func thePageNeedsNothingElseAndIsWrittenOverOnlyWhereItIsOurs() throws {
    try grade()
    #expect(try desk.run("debrief", "-o", "class.html").status == 0)
    let path = desk.path + "/class.html"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(page.hasPrefix("<!doctype html>"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("src="))
    #expect(page.contains("<svg"))
    #expect(try desk.run("debrief", "-o", "class.html").status == 0)
    try desk.write(page + "<!-- mine -->", to: "class.html")
    #expect(try desk.run("debrief", "-o", "class.html").status == 2)
    #expect(try desk.run("debrief", "-o", "class.html", "--force").status == 0)
  }

  @Test func modelAnswersAreThereOnlyWhereTheyAreAskedFor() throws {
    try grade()
    let formula = "total_number_queries / (365 day)"
    #expect(try !desk.run("debrief", "-o", "a.md").output.contains(formula))
    #expect(
      try !String(contentsOfFile: desk.path + "/a.md", encoding: .utf8).contains("Model answer"))
    _ = try desk.run("debrief", "--answers", "-o", "b.md")
    #expect(
      try String(contentsOfFile: desk.path + "/b.md", encoding: .utf8).contains("Model answer"))
  }

  @Test func anExampleIsShownOnceAPersonHasChosenIt() throws {
    try grade()
    let candidates = try desk.run("debrief", "--candidates", "2.2.1")
    #expect(candidates.output.contains("student-7  1 of 1"))
    let chosen = try desk.run(
      "debrief", "--example", "2.2.1=student-7", "--comment", "Short and right.")
    #expect(chosen.output.contains("Short and right."))
    #expect(chosen.output.contains("footprint_per_token = 1 / (107.5 token/s) * 8"))
    #expect(!chosen.output.contains("student-7"))
    #expect(try desk.run("debrief").output.contains("Short and right."))
    #expect(
      try !desk.run("debrief", "--no-example", "2.2.1=student-7").output.contains("Short and"))
    #expect(try desk.run("debrief", "--example", "2.2.1=nobody").status == 65)
  }

  @Test func theObjectHasTheStandardNames() throws {
    try grade()
    let object = try json()
    #expect(object["submissions"] as? Int == 10)
    for name in [
      "mean", "median", "standardDeviation", "skewness", "kurtosis", "cronbachAlpha", "errorRatio",
      "standardError",
    ] {
      #expect(object.keys.contains(name))
    }
    let questions = try #require(object["questions"] as? [[String: Any]])
    let footprint = try #require(questions.first { $0["id"] as? String == "2.2.1" })
    #expect(footprint["facilityIndex"] as? Double == 0.6)
  }

  @Test func marksFromElsewhereNeedNoGradebook() throws {
    try desk.write("student,one,two\nmax,1,2\na,1,2\nb,0,1\nc,1,1\n", to: "quiz.csv")
    let object = try json("--marks", "quiz.csv")
    #expect(object["submissions"] as? Int == 3)
    #expect(object["maximum"] as? Int == 3)
    try desk.write("student,one,two\na,1,2\n", to: "quiz.csv")
    let run = try desk.run("debrief", "--marks", "quiz.csv")
    #expect(run.status == 65)
    #expect(run.errors.contains("max"))
  }

  @Test func whatIsNotThereIsTold() throws {
    #expect(try desk.run("debrief").status == 65)
    try grade()
    let other = try desk.run("debrief", "--exercise", "epfl-estimate")
    #expect(other.status == 65)
    #expect(other.errors.contains("`chatgpt-footprint`"))
  }
}
