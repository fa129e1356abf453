import Testing

@testable import NotebookFiles
@testable import NotebookGrading
@testable import Tutoring

/// A comment belongs to the formula that it stands behind.
@Suite struct SessionCommentTests {
  /// Lines typed one after another, and what the section of 1.1 holds in the end.
  @Test(arguments: [
    (
      ["x = 5 W # guess", "x = 6 W # from the data sheet, p. 3"],
      "x = 6 W # from the data sheet, p. 3"
    ),
    (["x = 4", "x = 5 # counted twice"], "x = 5 # counted twice"),
    (["x = 4 # once", "x = 4"], "x = 4 # once"),
    (["x = 4 # once", "x =  4"], "x =  4 # once"),
    (["x = 4 # once", "x = 4 # twice"], "x = 4 # twice"),
    (["x = 4 # once", "x = 5"], "x = 5"),
    (["x = 4 # once", "x = 5", ":undo"], "x = 4 # once"),
    (["x = 4; y = 5 # of y"], "x = 4\ny = 5 # of y"),
    (["x = 4; y = 5 # of y", "x = 6 # of x"], "x = 6 # of x\ny = 5 # of y"),
    (["# why so", "x = 4"], "# why so\nx = 4"), (["x = 4", "# at the end"], "x = 4\n# at the end"),
    (["x = 4 # a \"#\" within"], "x = 4 # a \"#\" within"),
    (
      ["def f(a): return a # doubled", "def f(a): return 2 * a # now"],
      "def f(a): return 2 * a # now"
    ),
    (
      ["rooms[\"B\"] = rooms[\"Lamps\"] # a", "rooms[\"B\"] = rooms[\"Lamps\"] * 2 # b"],
      "rooms[\"B\"] = rooms[\"Lamps\"] * 2 # b"
    ),
    (["power = 0.06 # label", "kW"], "power = 0.06 kW  # label"),
    (["2 * 3 # shown"], "2 * 3 # shown"),
  ])
  func theNotebookHasTheCommentOfTheLineThatCounts(_ lines: [String], _ expected: String) throws {
    let harness = try SessionHarness()
    harness.type(lines: lines)
    #expect(harness.section("1.1").contains("```reckon\n\(expected)\n```"), "\(harness.file)")
  }

  /// As edited by hand, with the line of `x` in the middle of others.
  @Test(arguments: [
    ("a = 1; x = 2 # both", "x = 3 # new", "a = 1; x = 3 # new"),
    ("x = 2 ; # odd", "x = 3 # new", "x = 3 # new"),
    ("x = 2; b = 3 # of b", "x = 4", "x = 4; b = 3 # of b"),
    ("x = 2   # of x\r", "x = 4 # new", "x = 4 # new\r"),
  ])
  func commentsOfOthersStay(_ line: String, _ typed: String, _ expected: String) throws {
    let harness = try SessionHarness(
      notebook: "## 1.1\n```reckon\np = 1 # p\n\(line)\nq = 2 # q\n```\n")
    harness.type(typed)
    #expect(harness.file.contains("p = 1 # p\n\(expected)\nq = 2 # q\n"), "\(harness.file)")
  }

  @Test func aCommentThatGoesIsTold() throws {
    let harness = try SessionHarness()
    harness.type("x = 4 # once")
    #expect(harness.type("x = 5").contains("The comment `# once` went with the old formula"))
    #expect(!harness.type("x = 5").contains("comment"))
  }
}
