import Testing

@testable import NotebookFiles

private func file(_ text: String) -> NotebookFile { NotebookFile(text: text, name: "a.md") }

private func names(_ file: NotebookFile, _ id: String? = nil) -> [String] {
  (id.map { file.statements(inQuestion: $0) } ?? file.statements()).map(\.statement.text)
}

private let sample = """
  ---
  reckon: 1
  exercise: chatbot-model-analysis
  student: {id: "345678", name: Ada Lovelace}
  tries: {1.2.1: 2}                    # advisory: a student can edit them
  hints: {1.2.1: 1}
  ---
  ## 1.2.1 Problem variables
  ```reckon
  gpu_power = 450 W
  carbon_intensity = 260 g CO2e/kWh
  ```

  ## 1.3.1 Model comparison
  > Model 3 has the lowest emissions, about 17'000 kg,
  > and the lowest accuracy (72.1 %).

  ## 1.3.2a Metrics
  - [x] Accuracy (%)
  - [ ] Output speed (tokens/s)

  """

@Suite struct NotebookFileTests {
  static let oddTexts = [
    "", "\n", "\u{FEFF}", "---", "---\n", "---\n---", "---\n---\n", "x", sample,
    sample.replacingNewlines("\r\n"), sample.replacingNewlines("\r"), "\u{FEFF}" + sample,
    "\n\n" + sample, String(sample.dropLast(3)), "## 1.1\n```reckon\na = 1",
    "## 1.1\n```reckon", "## 1.1\n~~~~ reckon\na = 1\n~~~~ \nprose\n```reckon\nb = 2\n```",
    "---\nexercise: [\n---\n## 1\n", "---\nexercise: x\n## 1.1\n", "1.1 Title\n===\n> a\nb\n",
    "<!-- open\n## 1.1\n", "a\u{0}b\r\n\rc\n", "e\u{301}\u{2028}## 1.1\n",
    "---\n- a\n---\n", "---\n{exercise: x}\n---\n", "   ```reckon\n   a = 1\n   ```\n",
  ]

  @Test(arguments: oddTexts)
  func anyTextComesBackByteForByte(_ text: String) {
    let file = file(text)
    _ = file.problems
    _ = file.statements()
    #expect(Array(file.text.utf8) == Array(text.utf8))
  }

  @Test(arguments: oddTexts)
  func whatIsAppendedToAnyTextIsReadBackAndNothingElseIsLost(_ text: String) {
    var file = file(text)
    let before = names(file)
    file.append("new = 5 kW", toQuestion: "9.9", title: "Added")
    #expect(names(file, "9.9").last == "new = 5 kW")
    #expect(names(file).filter { $0 != "new = 5 kW" } == before)
    file.setReply("Yes.", toQuestion: "9.8", title: "Reply")
    #expect(file.reply(toQuestion: "9.8") == "Yes.")
    file.setTicks([("A", true)], toQuestion: "9.7", title: "Ticks")
    #expect(file.ticks(inQuestion: "9.7").map(\.text) == ["A"])
    file.tries = ["1.2": 3, "9.9": 1]
    #expect(file.tries == ["1.2": 3, "9.9": 1])
    #expect(names(file, "9.9").last == "new = 5 kW")
  }

  @Test(arguments: [sample, sample.replacingNewlines("\r\n"), sample.replacingNewlines("\r")])
  func readsTheSampleOfTheDesign(_ text: String) {
    let file = file(text)
    #expect(file.exercise == "chatbot-model-analysis")
    #expect(file.student == NotebookFile.Student(id: "345678", name: "Ada Lovelace"))
    #expect(file.tries == ["1.2.1": 2])
    #expect(file.hints == ["1.2.1": 1])
    #expect(
      names(file, "1.2.1") == ["gpu_power = 450 W", "carbon_intensity = 260 g CO2e/kWh"])
    #expect(
      file.reply(toQuestion: "1.3.1")
        == "Model 3 has the lowest emissions, about 17'000 kg,\nand the lowest accuracy (72.1 %).")
    let ticks = file.ticks(inQuestion: "1.3.2a")
    #expect(ticks.map(\.text) == ["Accuracy (%)", "Output speed (tokens/s)"])
    #expect(ticks.map(\.isTicked) == [true, false])
    #expect(file.problems.isEmpty)
  }

  @Test func aStatementKnowsItsPlaceInTheFile() throws {
    let placed = try #require(file(sample).statements().last)
    #expect(placed.line == 11)
    #expect(placed.source.text(placed.statement.span) == "carbon_intensity = 260 g CO2e/kWh")
    #expect(placed.question == "1.2.1")
    #expect(placed.key == .name("carbon_intensity"))
  }

  @Test func keysNameFunctionsAndColumnsAndNothingForWhatOnlyShows() {
    let text = "```reckon\ndef f(a): return a\nt['x'] = 1\n1 + 1\nunit token\n```\n"
    #expect(
      file(text).statements().map(\.key)
        == [.name("f"), .column(table: "t", column: "x"), nil, nil])
  }

  @Test(arguments: [
    ("# 1.2.2", "1.2.2"), ("###### 1.3.2a: Title", "1.3.2a"), ("## **1.4** Bold", "1.4"),
    ("1.5 Setext\n---", "1.5"), ("## 2. Title", "2"),
  ])
  func aHeadingOpensASectionByItsNumber(_ heading: String, _ id: String) {
    #expect(names(file("\(heading)\n\n```reckon\na = 1\n```\n"), id) == ["a = 1"])
  }

  @Test func headingsWithoutANumberStayInTheirSection() {
    let text = "## 1.1 A\n## Notes\n```reckon\na = 1\n```\n# Title\n~~~ Reckon extra\nb = 2\n~~~\n"
    #expect(names(file(text), "1.1") == ["a = 1", "b = 2"])
  }

  @Test func numbersInFencesAndCommentsOpenNoSection() {
    let text =
      "## 1.1 A\n```reckon\n# 1.2 no\na = 1\n```\n<!--\n# 1.3\n-->\n```reckon\nb = 2\n```\n"
    #expect(names(file(text), "1.1") == ["a = 1", "b = 2"])
  }

  @Test func countsAreReadByTheTextOfTheirKeys() {
    let text = "---\ntries: {1.2: 1, 1.20: 2, '3': 4, 1e1: 5}\n---\n"
    #expect(file(text).tries == ["1.2": 1, "1.20": 2, "3": 4, "1e1": 5])
  }

  @Test(arguments: [
    ("student: Ada Lovelace", "", "Ada Lovelace"), ("student: 345678", "345678", ""),
    ("student: {id: \"\", name: \"\"}", "", ""), ("student:\n  name: Ada\n  id: 007", "007", "Ada"),
  ])
  func studentsAreReadHoweverTheyAreWritten(_ yaml: String, _ id: String, _ name: String) {
    #expect(file("---\n\(yaml)\n---\n").student == NotebookFile.Student(id: id, name: name))
  }

  @Test(arguments: ["", "---\nexercise: x\n---\n", "---\nstudent:\n---\n"])
  func aStudentWhoWasNeverAskedIsNil(_ text: String) {
    #expect(file(text).student == nil)
  }

  // MARK: Problems

  @Test(arguments: [
    ("student: {id: 12, name: Ada", 3, "a `}`"), ("skipped: [1.1", 3, "a `]`"),
    ("name: \"O\"Neil\"", 3, "single quotes"), ("student:\n\tid: 12", 4, "spaces in the place"),
    ("name: Ada: L", 3, "write lines"),
  ])
  func whatIsWrongInTheHeadIsToldWhereItIs(_ slip: String, _ line: Int, _ help: String) {
    let file = NotebookFile(text: "---\nexercise: x\n\(slip)\n---\n", name: "test")
    #expect(file.problems.map(\.line) == [line])
    #expect(file.problems.first?.diagnostic.help.first?.hasPrefix(help) == true)
  }

  static let faults: [(text: String, id: String, line: Int)] = [
    ("---\nreckon: 2\n---\n", "notebook-newer", 2),
    ("---\nexercise: x\ntries: {1.1: two}\n---\n", "notebook-count", 3),
    ("---\nexercise: x\ntries: {1.1: 9223372036854775807}\n---\n", "notebook-count", 3),
    ("---\nexercise: x\n\nhints: {1.1: 1, 1.2: 1000001}\n---\n", "notebook-count", 4),
    ("---\nreckon: 99999999999999999999\n---\n", "notebook-newer", 2),
    ("---\nexercise: a\nstudent: {id: 3\ntries: {}\n---\n", "notebook-header-unreadable", 3),
    ("---\nhints: {}\nhints: {}\n---\n", "notebook-header-key-twice", 3),
    ("---\nexercise: x\ntries: {}\n\n'exercise': y\n---\n", "notebook-header-key-twice", 5),
    ("---\nhints: {1.1: 1, 1.1: 2}\n---\n", "notebook-header-key-twice-within", 2),
    ("---\nexercise: x\n## 1.1\n", "notebook-header-unclosed", 1),
    ("---\n{exercise: x}\n---\n", "notebook-header-style", 2),
    ("---\na: &a [b]\nc: *a\n---\n", "notebook-header-unreadable", 3),
    ("text\n\n```reckon\na = 1", "notebook-fence-unclosed", 3),
    ("```recon\na = 1\n```\n", "notebook-fence-misspelt", 1),
    ("## 1\n- x\n  ```reckon\n  a = 1\n  ```\n", "notebook-fence-inside", 2),
    ("```reckon\na = 1\n## 1.2\n```reckon\n", "notebook-fence-overruns", 1),
  ]

  @Test(arguments: faults)
  func aFaultIsReportedOnItsLine(_ text: String, _ id: String, _ line: Int) throws {
    let problem = try #require(file(text).problems.first)
    #expect(problem.diagnostic.id == id)
    #expect(problem.line == line)
    #expect(problem.source.name == "a.md")
  }

  @Test(arguments: [
    "---\nexercise: x\ntries: {1.1: 2}\nexercise: y\nhints: {1.2: 1}\n---\n",
    "---\r\nexercise: x\r\ntries: {1.1: 2}\r\nexercise: y\r\nhints: {1.2: 1}\r\n---\r\n",
    "---\nexercise: x\ntries:\n  1.1: 2\ntries:\n  1.1: 7\n  1.3: 8\nhints: {1.2: 1}\n---\n",
  ])
  func ofAKeyThatStandsTwiceTheFirstCountsAndTheOthersAreRead(_ text: String) {
    var read = file(text)
    #expect(read.exercise == "x")
    #expect(read.tries == ["1.1": 2])
    #expect(read.hints == ["1.2": 1])
    #expect(read.problems.count == 1)
    read.hints["1.2"] = 5
    #expect(read.text == text)
  }

  @Test func keysOfTwoMapsThatHappenToStandAtTheMarginAreNotRepeated() {
    let read = file("---\nexercise: x\ntries: {\n1.1: 2\n}\nhints: {\n1.1: 1\n}\n---\n")
    #expect(read.tries == ["1.1": 2])
    #expect(read.hints == ["1.1": 1])
  }

  @Test func whatCannotBeReadIsReportedWithTheNameItWouldBind() throws {
    let text = "## 1.1\n\n```reckon\na = 1\nb = (2\n```\n```reckon\ndef g(x) 3\n1 2 +\nc = 1\n```\n"
    let found = file(text).unreadable()
    #expect(found.map(\.name) == ["b", "g", nil])
    #expect(found.map(\.diagnostic.line) == [5, 8, 9])
    #expect(found.map(\.question) == ["1.1", "1.1", "1.1"])
    #expect(names(file(text)) == ["a = 1", "c = 1"])
    #expect(file(text).problems.count == 3)
  }

  @Test func aFileThatIsTooLargeIsNotReadButKept() {
    let text = "```reckon\na = 1\n```\n" + String(repeating: "x\n", count: 2_200_000)
    var large = file(text)
    #expect(large.problems.map(\.diagnostic.id) == ["notebook-too-large"])
    #expect(large.statements().isEmpty)
    large.tries = ["1": 1]
    #expect(large.tries == ["1": 1])
    #expect(large.text == text)
  }

  @Test func aSectionTooLargeForMarkdownLeavesTheOthersReadable() {
    let prose = String(repeating: "word ", count: 300_000)
    let text = "## 1.1\n```reckon\na = 1\n```\n## 1.2\n\(prose)\n## 1.3\n```reckon\nb = 2\n```\n"
    var large = file(text)
    #expect(names(large) == ["a = 1", "b = 2"])
    #expect(large.problems.map(\.diagnostic.id) == ["notebook-tangled"])
    #expect(large.problems.map(\.line) == [5])
    large.append("c = 3", toQuestion: "1.3", title: "")
    #expect(names(large) == ["a = 1", "b = 2", "c = 3"])
  }

  @Test func aHeadBeyondItsLimitIsToldAndLeft() {
    func text(_ length: Int) -> String {
      let head = "exercise: x\n# "
      return "---\n" + head + String(repeating: "a", count: length - head.utf8.count - 1)
        + "\n---\n## 1\n"
    }
    #expect(file(text(1 << 16)).problems.isEmpty)
    let long = file(text((1 << 16) + 1))
    #expect(long.problems.map(\.diagnostic.id) == ["notebook-header-unreadable"])
    #expect(long.exercise == nil)
  }

  @Test func deepYAMLIsRefusedAndNotRead() {
    for deep in ["[", "{", "- ", "? ", "a: [{"] {
      let file = file("---\n\(String(repeating: deep, count: 20_000))\n---\n## 1\n")
      #expect(file.problems.map(\.diagnostic.id) == ["notebook-header-unreadable"])
    }
  }
}

extension String {
  fileprivate func replacingNewlines(_ end: String) -> String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
  }
}
