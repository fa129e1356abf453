import Foundation
import Testing

@Suite struct GradeStreamTests {
  private let desk: Desk

  init() throws { desk = try Desk() }

  private func record(_ members: [String: Any]) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: members, options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
  }

  private func graded(_ lines: [String]) throws -> [[String: Any]] {
    let run = try desk.run(
      "grade", "--stream", input: Array(lines.map { $0 + "\n" }.joined().utf8))
    #expect(run.status == 0)
    #expect(run.errors == "")
    return try run.output.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test func eachRecordGivesOneInItsOrderWhateverIsInIt() throws {
    let right = Desk.notebook(ofStudent: 0)
    let lines = [
      try record(["id": "a", "notebooks": [["name": "x.md", "text": right]]]),
      "not JSON", try record(["id": 7, "notebooks": [right], "submitted": NSNull()]),
      try record(["id": ["b"], "notebooks": []]), try record(["id": "c", "notebooks": 3]),
      try record(["id": "d", "notebooks": [right], "submitted": "tomorrow"]), "[1, 2]",
      try record(["id": "e", "notebooks": ["x.md": right]]),
      String(repeating: "[", count: 100_000), "{\"id\": \"f\u{0}\", \"notebooks\": [\"\\ud800\"]}",
      try record(["id": "g", "notebooks": ["x"]]),
    ]
    let rows = try graded(lines)
    #expect(
      rows.map { "\($0["id"] ?? "-")" } == [
        "a", "<null>", "7", "<null>", "c", "d", "<null>", "e", "<null>", "<null>", "g",
      ])
    #expect(
      rows.map { $0["error"] is NSNull } == [
        true, false, true, true, false, false, false, true, false, false, true,
      ])
    let scores = rows.map { $0["score"] as? Double }
    #expect(scores[0] == scores[2])
    #expect(scores[0] ?? 0 > 0)
  }

  @Test func everyRowHasTheSameKeysSoThatOneSchemaReadsThemAll() throws {
    let rows = try graded([
      record(["id": "a", "notebooks": [Desk.notebook(ofStudent: 1), "x"]]), "nothing",
    ])
    #expect(Set(rows[0].keys) == Set(rows[1].keys))
    let notebooks = try #require(rows[0]["notebooks"] as? [[String: Any]])
    #expect(Set(notebooks[0].keys) == Set(notebooks[1].keys))
    #expect(notebooks.map { $0["standing"] as? String } == ["graded", "not-a-notebook"])
  }

  @Test func theBytesAreTheSameInAnyFolderAndEnvironment() throws {
    let lines = try (0..<20).map { number in
      try record(["id": number, "notebooks": [Desk.notebook(ofStudent: number)]])
    }
    let input = Array(lines.joined(separator: "\n").utf8)
    let one = try desk.run("grade", "--stream", input: input)
    let other = try Desk()
    other.set("TZ", "Asia/Tokyo")
    other.set("LC_ALL", "C")
    #expect(try other.run("grade", "--stream", input: input).output == one.output)
    // Each by itself gives the same as all together.
    let alone = try lines.map {
      try desk.run("grade", "--stream", input: Array($0.utf8)).output
    }
    #expect(alone.joined() == one.output)
  }

  @Test func aSubmissionIsLateByTheTimeThatIsHandedInWithIt() throws {
    try desk.write(Desk.kettle, to: "mine/kettle.md")
    let notebook = "---\nreckon: 1\nexercise: kettle\n---\n```reckon\npower = 2 kW\n```\n"
    let times = ["2024-12-01T22:59:00Z", "2024-12-01T22:59:01Z", "2024-12-01T23:58", nil]
    let lines = try times.map { time in
      try record(["id": 1, "notebooks": [notebook], "submitted": time ?? NSNull()])
    }
    let run = try desk.run(
      "grade", "--stream", "--exercises", "mine", input: Array(lines.joined(separator: "\n").utf8))
    let late = try run.output.split(separator: "\n").map { line in
      let row = try #require(
        try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      let notebooks = try #require(row["notebooks"] as? [[String: Any]])
      return notebooks.first?["late"] as? Bool
    }
    #expect(late == [false, true, false, nil])
  }

  @Test func aFolderBecomesRecordsThatGiveTheMarksOfTheGradebook() throws {
    for number in 0..<5 {
      try desk.write(Desk.notebook(ofStudent: number), to: "class/s\(number)/a.answers.md")
    }
    let records = try desk.run("grade", "class", "--records", "--into", "records.sqlite")
    #expect(records.status == 0)
    let rows = try graded(records.output.split(separator: "\n").map(String.init))
    #expect(rows.map { $0["id"] as? String } == ["s0", "s1", "s2", "s3", "s4"])
    _ = try desk.run("grade", "class")
    let kept = try desk.contents(of: "gradebook.sqlite").filter { $0.hasPrefix("grade:") }
    for (row, grade) in zip(rows, kept) {
      let score = try #require(row["score"] as? Double)
      #expect(grade.contains("score:\(score)"))
    }
  }

  @Test func anExerciseThatIsNotThereEndsItBeforeItStarts() throws {
    let run = try desk.run("grade", "--stream", "--exercise", "no-such", input: [])
    #expect(run.status == 65)
    #expect(run.output == "")
  }
}
