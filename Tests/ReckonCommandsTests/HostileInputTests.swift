import Foundation
import TerminalTesting
import Testing

/// Whatever is put in, it ends in a sentence and a status, within seconds.
@Suite struct HostileInputTests {
  private static let footprint = "chatgpt-footprint"

  private static let noise: [UInt8] = {
    var state: UInt32 = 7
    return (0..<50_000).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
  }()

  private func notebook(_ block: String) -> String {
    Answers.notebook(Self.footprint, [("2.1.1", block)])
  }

  /// That the program came to an end of its own.
  private func expectSentence(_ run: ProgramRun, _ statuses: [Int32]) {
    #expect(statuses.contains(run.status), "\(run.ending) \(run.errors.prefix(500))")
    #expect(!(run.output + run.errors).isEmpty)
    #expect(!run.errors.contains("Fatal error"))
  }

  @Test func binaryBytesAsANotebook() throws {
    let student = try Student()
    try student.write("noise.md", bytes: Self.noise)
    let run = try student.run(["check", "--exercise", Self.footprint, "noise.md"])
    expectSentence(run, [1])
    #expect(run.errors.contains("bytes that are no text"))
    expectSentence(try student.run(["check", "noise.md"]), [65])
    try student.write("chatgpt-footprint.answers.md", bytes: Self.noise)
    let session = try student.run(["open", Self.footprint], input: "x = 1\n")
    expectSentence(session, [0])
    #expect(student.read("chatgpt-footprint.answers.md").contains("x = 1"))
  }

  @Test func binaryBytesAsAnExercise() throws {
    let student = try Student()
    try student.write("noise.md", bytes: Self.noise)
    expectSentence(try student.run(["lint", "noise.md"]), [1])
    expectSentence(try student.run(["open", "./noise.md"]), [65])
    expectSentence(try student.run(["preview", "./noise.md"]), [65])
  }

  @Test(arguments: [["eval"], ["eval", "--json"], ["open", "epfl-estimate"], []])
  func binaryBytesOnStandardInput(_ arguments: [String]) throws {
    let run = try Student().run(arguments, bytes: Self.noise)
    expectSentence(run, arguments.first == "eval" ? [1] : [0])
    #expect(!run.output.utf8.contains(0x1B))
    #expect(!run.errors.utf8.contains(0x1B))
  }

  @Test(arguments: [["eval"], ["open", "chatgpt-footprint"]])
  func aLineOfTenMegabytes(_ arguments: [String]) throws {
    let line = String(repeating: "1+", count: 5_000_000) + "1\n1 + 1\n"
    let run = try Student().run(arguments, input: line, timeout: 60)
    #expect((run.output + run.errors).contains("too long"))
    #expect(run.output.contains("2\n"))
    expectSentence(run, arguments == ["eval"] ? [1] : [0])
  }

  /// An escape sequence, its eight-bit form, and marks that reorder what is read.
  private static let acting = "a\u{1B}]52;c;QUJD\u{7}\u{1B}[31m\u{9B}31m\u{202E}\u{7F}"

  private func expectNothingActs(_ run: ProgramRun) {
    for text in [run.output, run.errors] {
      let acts = text.unicodeScalars.filter {
        $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202E}")
      }
      #expect(acts.isEmpty, "\(text.debugDescription.prefix(300))")
    }
  }

  @Test(arguments: [
    [], ["check"], ["open"], ["preview"], ["lint"], ["convert"], ["eval"], ["eval", "--json"],
    ["list"], ["list", "--exercises"], ["help"], ["check", "--exercise"],
    ["check", "--json", "--exercise"], ["convert", "x.md", "-o"], ["preview", "--notebook"],
    ["--generate-completion-script"],
  ])
  func anArgumentThatActsOnATerminalIsShownWithoutIt(_ arguments: [String]) throws {
    let student = try Student()
    try student.write("x.md", Answers.notebook(Self.footprint, [("2.1.1", "1")]))
    for last in [Self.acting, "--" + Self.acting, "--json=" + Self.acting] {
      let run = try student.run(arguments + [last])
      expectNothingActs(run)
      #expect(!(run.output + run.errors).isEmpty)
    }
  }

  @Test func aReportKeepsWhatActsOnATerminalAsNumbers() throws {
    let student = try Student()
    try student.write("x.md", notebook("a = usage[\"\(Self.acting)\"]\nb = \"\(Self.acting)\""))
    for arguments in [["check"], ["check", "--json"], ["convert"]] {
      expectNothingActs(try student.run(arguments + ["x.md"]))
    }
    let run = try student.run(["eval", "--json", "\"\u{9B}31m\u{202E}\""])
    expectNothingActs(run)
    #expect(run.output.contains(#""value": "\u009b31m\u202e""#))
  }

  /// Notebooks and exercises whose length or counts are beyond all use.
  private static let long: [(name: String, text: String)] = {
    func notebook(_ body: String) -> String { "---\nexercise: \(footprint)\n---\n" + body }
    func block(_ line: String) -> String { notebook("## 2.1.1\n```reckon\n\(line)\n```\n") }
    func many(_ count: Int, _ piece: (Int) -> String) -> String {
      (0..<count).map(piece).joined()
    }
    func exercise(_ head: String, _ body: String) -> String {
      "---\nreckon: 1\nid: bomb\ntitle: Bomb\n\(head)---\n\(body)"
    }
    func question(_ id: Int, _ yaml: String) -> String {
      "## \(id) A\n\n```question\npoints: 1\n\(yaml)\n```\n\n"
    }
    let column = "linspace(0, 1, 1000000)"
    return [
      ("semicolons.answers.md", block(many(60_000) { _ in "c;" })),
      ("assignments.answers.md", block(many(60_000) { _ in "a=1;" })),
      ("columns.answers.md", block(many(3000) { "usage[\"c\($0)\"] = \($0)\n" })),
      ("headings.answers.md", notebook(many(60_000) { _ in "## 2.1.1\n" })),
      ("ids.answers.md", notebook(many(40_000) { "## 1.\($0)\n> t\n\n" })),
      ("headings.md", exercise("", many(30_000) { "## \($0) A\n" })),
      ("requires.md", exercise("requires: [\(many(3000) { "e\($0)," })]\n", "## 1 A\n")),
      (
        "criteria.md",
        exercise(
          "",
          question(
            1,
            "text: {sentences: 1}\ncriteria:\n"
              + many(400) { "  - {id: c\($0), points: 0.001, mentions: [[Model \($0)]]}\n" }))
      ),
      (
        "tests.md",
        exercise(
          "",
          question(
            1, "function: f(x)\nexpect: x\ntests:\n" + many(200) { _ in "  - '\(column)'\n" }))
      ),
      (
        "givens.md",
        exercise(
          "",
          many(30) { question($0, "given: {g: '\(column)', h: '\(column)'}\nanswers: {a\($0): 1}") }
        )
      ),
    ]
  }()

  @Test(arguments: long.indices)
  func lengthAndCountsWithoutEnd(_ index: Int) throws {
    let (name, text) = Self.long[index]
    let student = try Student()
    try student.write(name, text)
    let commands =
      name.hasSuffix(".answers.md")
      ? [["check", name], ["check", "--json", name], ["convert", name, "-o", "page.html"]]
      : [["lint", name], ["preview", name], ["open", "./" + name]]
    for arguments in commands {
      let run = try student.run(arguments, input: "x\n:quit\n", timeout: 40)
      expectSentence(run, [0, 1, 65])
    }
  }

  private static let deep = 100_000
  private static let nestings: [String] = [
    String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep),
    String(repeating: "(", count: 40_000) + "1" + String(repeating: ")", count: 40_000),
    String(repeating: "(", count: 90_000), String(repeating: "[", count: 40_000),
    String(repeating: "-", count: 90_000) + "1", String(repeating: "not ", count: 20_000) + "1",
    String(repeating: "2^", count: 40_000) + "1", String(repeating: "sum(", count: 20_000),
    String(repeating: "1 if 1 else ", count: 8000) + "1", String(repeating: "a.b", count: 30_000),
    String(repeating: "9", count: 90_000), "1e" + String(repeating: "9", count: 90_000),
    "2^2^2^2^2^2", "9**9**9**9", "linspace(0, 1, 1e12)",
    "\"" + String(repeating: "\\", count: 90_000),
  ]

  @Test(arguments: nestings.indices)
  func nestingWithoutEnd(_ index: Int) throws {
    let text = Self.nestings[index]
    let student = try Student()
    let run = try student.run(["eval"], input: text + "\n")
    #expect([0, 1].contains(run.status), "\(run.ending)")
    #expect(run.output.count + run.errors.count < 5000)
    let checked = try student.check(Self.footprint, notebook("x = \(text)"))
    #expect(checked.run.status == 1)
    let session = try student.run(["open", Self.footprint], input: "x = \(text)\n\n1 + 1\n")
    #expect(session.status == 0)
  }

  private static let manyStatements: [String] = [
    (0..<20_000).map { "x\($0) = \($0) query" }.joined(separator: "\n"),
    (0..<20_000).map { "x = \($0) query" }.joined(separator: "\n"),
    // Each builds on the one before, in blocks that are short enough to be read.
    (0..<200).map { block in
      (0..<100).map { "x\(block * 100 + $0 + 1) = x\(block * 100 + $0) + 1" }
        .joined(separator: "\n")
    }.joined(separator: "\n```\n\n```reckon\n"),
    (0..<200).map { block in
      (0..<100).map { "\(block * 100 + $0) + oops" }.joined(separator: "\n")
    }.joined(separator: "\n```\n\n```reckon\n"),
    (0..<200).map { block in
      (0..<100).map { "y\(block * 100 + $0) = epfl_student_df[\"Number of queries\"] * 2" }
        .joined(separator: "\n")
    }.joined(separator: "\n```\n\n```reckon\n"),
  ]

  @Test(arguments: manyStatements.indices)
  func aNotebookOfTwentyThousandStatements(_ index: Int) throws {
    let student = try Student()
    try student.write(
      "chatgpt-footprint.answers.md",
      notebook("x0 = 1\n" + Self.manyStatements[index]) + Answers.footprint)
    let run = try student.run(["check", "chatgpt-footprint.answers.md"], timeout: 40)
    expectSentence(run, [0, 1])
    #expect(run.output.contains("2.2.1"))
  }

  @Test func aNotebookOfTenMegabytesIsToldAsTooLarge() throws {
    let student = try Student()
    let line = "x = " + String(repeating: "1+", count: 5_000_000) + "1"
    try student.write("big.answers.md", notebook(line))
    let run = try student.run(["check", "big.answers.md"])
    #expect(run.status == 65)
    #expect(run.errors.contains("is larger than 4 MB"))
  }

  @Test func aNotebookThatIsNoneIsToldAsWhatItIs() throws {
    let student = try Student()
    let manager = FileManager.default
    try manager.createDirectory(atPath: student.path("a.md"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: student.path("b.md"), withDestinationPath: "b.md")
    for (name, said) in [
      ("a.md", "is not a file"), ("b.md", "leads back to itself"), ("/dev/zero", "is not a file"),
      ("a.md/c.md", "c.md"), (String(repeating: "n", count: 5000), "too long"), ("", "error"),
    ] {
      let run = try student.run(["check", name])
      #expect(run.status == 65)
      #expect(run.errors.replacing("\n  ", with: " ").contains(said))
    }
    mkfifo(student.path("f.md"), 0o600)
    expectSentence(try student.run(["check", "f.md"]), [65])
    expectSentence(try student.run(["lint", "f.md"]), [65])
    expectSentence(try student.run(["open", "./f.md"]), [65])
  }

  @Test func anExerciseIsNotOpenedOnANotebookThatIsNone() throws {
    let student = try Student()
    let name = "chatgpt-footprint.answers.md"
    try FileManager.default.createSymbolicLink(
      atPath: student.path(name), withDestinationPath: name)
    let run = try student.run(["open", Self.footprint], input: "x = 1\n")
    #expect(run.status == 65)
    #expect(run.errors.isEmpty == false || run.output.contains("leads back to itself"))
    // Nor does it stand in the way of the list.
    #expect(try student.run(["list"]).status == 0)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "needs /proc"))
  func aFolderThatCannotBeWrittenToIsToldAndTheStatusSaysSo() throws {
    let run = try Student().run(
      ["open", Self.footprint], input: "x = 2\nx * 21\n:quit\n", in: "/proc")
    #expect(run.output.contains("42"))
    #expect(run.output.contains("is kept in this session"))
    #expect(run.output.contains("could not be saved"))
    #expect(run.status == 74)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
    arguments: [["eval", "1 + 1"], ["list"], ["preview", "epfl-estimate"], ["lint"]])
  func outputThatCannotBeWrittenIsTold(_ arguments: [String]) throws {
    let run = try Student().run(arguments, output: .file("/dev/full"))
    #expect(run.status == 74)
    #expect(run.errors.contains("error: "))
  }

  @Test(arguments: [["eval", "1 + 1"], ["list"], ["open", "epfl-estimate"]])
  func outputThatIsClosedIsToldAndNeverWrittenIntoAFile(_ arguments: [String]) throws {
    let student = try Student()
    let run = try student.run(arguments, input: "number_students = 7500\n:quit\n", output: .closed)
    #expect(run.status == 74)
    #expect(!student.read("epfl-estimate.answers.md").contains("EPFL estimate goes on"))
    #expect(!student.read(".epfl-estimate.answers.md.lock").contains("EPFL"))
  }

  @Test func escapeCodesInANotebookDoNotReachTheTerminal() throws {
    let student = try Student()
    try student.write(
      "epfl-estimate.answers.md",
      """
      ---
      exercise: epfl-estimate
      ---
      ## 2.3.1
      ```reckon
      "\u{1B}[2J"
      x = "a\u{1B}[31mb" + 1 \u{9B}2J
      ```
      ## 2.4.1
      > Words \u{1B}]0;title\u{7} end.
      """)
    let name = "epfl-estimate.answers.md"
    for arguments in [["check", name], ["preview", "epfl-estimate", "--as", name]] {
      let run = try student.run(arguments)
      #expect(!(run.output + run.errors).contains("\u{1B}"))
      #expect(!(run.output + run.errors).contains("\u{9B}"))
    }
    let session = try student.run(
      ["open", "epfl-estimate"],
      input: ":goto 2.4.1\n:vars\n\u{1B}[2J\n:\u{1B}[2J\n:units \u{1B}[1m\n")
    #expect(!(session.output + session.errors).contains("\u{1B}"))
  }

  @Test func inputThatIsClosedIsAnEmptyOne() throws {
    #expect(try Student().run(["eval"], input: nil).status == 0)
    #expect(try Student().run(["open", Self.footprint], input: nil).status == 0)
  }

  @Test func exercisesThatRequireThemselvesOrNothingThereIsAreTold() throws {
    let student = try Student()
    func exercise(_ id: String, requires: String) -> String {
      """
      ---
      reckon: 1
      id: \(id)
      title: Circle
      requires: [\(requires)]
      ---
      ## 1.1 Q
      ```question
      points: 1
      answers:
        \(id)_length: {expect: 1 m, unit: m}
      ```

      """
    }
    try student.write("own.md", exercise("own", requires: "own"))
    try student.write("one.md", exercise("one", requires: "two"))
    try student.write("two.md", exercise("two", requires: "one"))
    try student.write("lost.md", exercise("lost", requires: "nowhere"))
    for name in ["own", "one", "two", "lost"] {
      let run = try student.run(["lint", "\(name).md"])
      #expect(run.status == 1)
      #expect(run.errors.contains(".md:5: error: "))
      expectSentence(try student.run(["open", "./\(name).md"], input: ":status\n"), [0, 65])
    }
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "\u{0}", "a\nb", "é/…", "--json", "~", ".", "", #"\e[2J"#,
  ])
  func anExerciseIdOfAnyKindInANotebookIsTold(_ id: String) throws {
    let student = try Student()
    try student.write("n.md", "---\nexercise: \"\(id)\"\n---\n## 1.1\n")
    let run = try student.run(["check", "n.md"])
    expectSentence(run, [65])
    #expect(!run.errors.utf8.contains(0x1B))
  }
}
