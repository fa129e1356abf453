import SeededRandom
import Testing

@testable import NotebookFiles

private func file(_ text: String, order: [String] = []) -> NotebookFile {
  var file = NotebookFile(text: text, name: "a.md")
  file.order = order
  return file
}

private func texts(_ file: NotebookFile) -> [String] {
  file.statements().map(\.statement.text)
}

@Suite struct NotebookFileEditingTests {
  @Test func aNewNotebookGrowsAsTheDesignShowsIt() {
    var file = NotebookFile(exercise: "chatbot", title: "", name: "chatbot.answers.md")
    file.order = ["1.2.1", "1.3.1", "1.3.2a"]
    file.setTicks(
      [("Accuracy (%)", true), ("Output speed", false)], toQuestion: "1.3.2a", title: "Metrics")
    file.append("gpu_power = 450 W", toQuestion: "1.2.1", title: "Problem variables")
    file.setReply("Model 3.\n\nIt wins.", toQuestion: "1.3.1", title: "Model comparison")
    file.append("x = 2", toQuestion: "1.2.1", title: "Problem variables")
    file.student = NotebookFile.Student(id: "345678", name: "Ada Lovelace")
    file.tries = ["1.2.1": 2]
    file.hints = ["1.2": 1, "1.2.1": 1]
    #expect(
      file.text == """
        ---
        reckon: 1
        exercise: chatbot
        student: {id: "345678", name: Ada Lovelace}
        tries: {1.2.1: 2}
        hints: {1.2.1: 1, "1.2": 1}
        ---
        ## 1.2.1 Problem variables
        ```reckon
        gpu_power = 450 W
        x = 2
        ```

        ## 1.3.1 Model comparison
        > Model 3.
        >
        > It wins.

        ## 1.3.2a Metrics
        - [x] Accuracy (%)
        - [ ] Output speed

        """)
  }

  @Test func aTitleIsAHeadingUnlessItWouldOpenASection() {
    #expect(NotebookFile(exercise: "x", title: "A b", name: "").text.hasSuffix("---\n# A b\n"))
    #expect(NotebookFile(exercise: "x", title: "1.2 b", name: "").text.hasSuffix("---\n"))
  }

  // MARK: Statements

  static let appends: [(text: String, expected: String)] = [
    ("## 1.1\n```reckon\n```\n", "## 1.1\n```reckon\nn = 1\n```\n"),
    ("## 1.1\r\n```reckon\r\na = 1\r\n```", "## 1.1\r\n```reckon\r\na = 1\r\nn = 1\r\n```"),
    ("## 1.1\n```reckon\na = 1", "## 1.1\n```reckon\na = 1\nn = 1\n"),
    ("## 1.1\n```reckon", "## 1.1\n```reckon\nn = 1\n"),
    ("## 1.1\n```reckon\na = 1\n\n\n", "## 1.1\n```reckon\na = 1\nn = 1\n\n\n"),
    ("## 1.1", "## 1.1\n```reckon\nn = 1\n```\n"),
    ("## 1.1\n\n## 1.2\n", "## 1.1\n```reckon\nn = 1\n```\n\n## 1.2\n"),
    ("## 1.1\ntext\n## 1.2\n", "## 1.1\ntext\n\n```reckon\nn = 1\n```\n\n## 1.2\n"),
    ("## 1.1\n```python\nx", "## 1.1\n```python\nx\n```\n\n```reckon\nn = 1\n```\n"),
    ("## 1.1\n<!-- open\n", "## 1.1\n\n```reckon\nn = 1\n```\n\n<!-- open\n"),
    ("", "## 1.1 T\n```reckon\nn = 1\n```\n"),
    ("# Mine\n", "# Mine\n\n## 1.1 T\n```reckon\nn = 1\n```\n"),
    ("### 2 B\n", "### 2 B\n\n### 1.1 T\n```reckon\nn = 1\n```\n"),
    (
      "## 1.1\n```reckon\na = \"\"\"1\n```\n",
      "## 1.1\n```reckon\na = \"\"\"1\n```\n\n```reckon\nn = 1\n```\n"
    ),
    (
      "## 1.1\n```reckon\ndef f(a):\n  b = 1\n```\n",
      "## 1.1\n```reckon\ndef f(a):\n  b = 1\n```\n\n```reckon\nn = 1\n```\n"
    ),
  ]

  @Test(arguments: appends)
  func aStatementIsAppendedWhereItIsRead(_ text: String, _ expected: String) {
    var file = file(text)
    file.append("n = 1\n", toQuestion: "1.1", title: "T")
    #expect(Array(file.text.utf8) == Array(expected.utf8), "\(file.text.debugDescription)")
    #expect(file.statements(inQuestion: "1.1").last?.statement.text == "n = 1")
  }

  @Test(arguments: ["", "## 1.1\n```reckon\n```\n", "## 1.1\n~~~reckon\n~~~\n"])
  func aStatementThatHoldsAFenceDoesNotCloseItsOwn(_ text: String) {
    var file = file(text)
    let statement = "s = \"\"\"\n````\n~~~~\n\"\"\""
    file.append("a = 1", toQuestion: "1.1", title: "")
    file.append(statement, toQuestion: "1.1", title: "")
    file.append("b = 2", toQuestion: "1.1", title: "")
    #expect(texts(file) == ["a = 1", statement, "b = 2"])
  }

  @Test func sectionsAreMadeInTheOrderOfTheExercise() {
    let ids = ["1.1", "1.2", "1.10", "2a", "2b"]
    for seed in 0..<20 {
      var file = file("# Mine\n\nHello.\n", order: ids)
      var random = SplitMix(seed: UInt64(seed))
      for id in ids.shuffled(using: &random) {
        file.append("a = 1", toQuestion: id, title: "T")
      }
      #expect(file.statements().map(\.question) == ids)
      #expect(file.text.hasPrefix("# Mine\n\nHello.\n\n## 1.1 T\n"))
    }
  }

  static let replacements: [(text: String, index: Int, new: String, expected: String)] = [
    ("a = 1; b = 2", 0, "a = 3", "a = 3; b = 2"),
    ("a = 1; b = 2", 1, "b = 3", "a = 1; b = 3"),
    ("a = 1  # why", 0, "a = 3", "a = 3  # why"),
    ("a = 1; b = 2", 0, "a = 3 # so", "a = 3 # so\nb = 2"),
    ("a = 1; b = 2", 0, "def f(x):\n  return x", "def f(x):\n  return x; b = 2"),
    ("a = (1 +\n  2)\nb = 2", 0, "a = 3", "a = 3\nb = 2"),
    ("a = 1; b = 2", 0, "a = \"\"\"\n```\n\"\"\"", "a = \"\"\"\n```\n\"\"\"; b = 2"),
  ]

  @Test(arguments: replacements)
  func aReplacementTouchesOnlyItsPlace(
    _ text: String, _ index: Int, _ new: String, _ expected: String
  ) {
    let marks = new.contains("`") ? "````" : "```"
    var file = file("## 1.1\n```reckon\n\(text)\n```\n> q\n")
    let isDone = file.replace(file.statements()[index], with: new)
    #expect(isDone)
    #expect(file.text == "## 1.1\n\(marks)reckon\n\(expected)\n\(marks)\n> q\n")
  }

  static let removals: [(text: String, index: Int, expected: String)] = [
    ("a = 1\nb = 2\n", 0, "b = 2\n"), ("a = 1\nb = 2\n", 1, "a = 1\n"),
    ("a = 1; b = 2; c = 3\n", 0, "b = 2; c = 3\n"),
    ("a = 1; b = 2; c = 3\n", 1, "a = 1; c = 3\n"),
    ("a = 1; b = 2; c = 3 # n\n", 2, "a = 1; b = 2 # n\n"),
    ("a = 1 ;  # why\nb = 2\n", 0, "b = 2\n"), ("# note\n\n  a = 1\n", 0, "# note\n\n"),
    ("a = (1 +\n 2); b = 2\n", 0, "b = 2\n"),
  ]

  @Test(arguments: removals)
  func aRemovalTakesTheLineWhereNothingElseStandsOnIt(
    _ text: String, _ index: Int, _ expected: String
  ) {
    for end in ["\n", "\r\n"] {
      let lines = { (text: String) in
        "## 1.1\n```reckon\n\(text)```\n".split(separator: "\n", omittingEmptySubsequences: false)
          .joined(separator: end)
      }
      var file = file(lines(text))
      let isDone = file.remove(file.statements()[index])
      #expect(isDone)
      #expect(Array(file.text.utf8) == Array(lines(expected).utf8))
    }
  }

  @Test func aStatementTakenFromAnOlderStateIsFoundByItsText() {
    var file = file("## 1.1\n```reckon\na = 1\nb = 2\nc = 3\n```\n")
    let all = file.statements()
    for statement in all {
      let isDone = file.remove(statement)
      #expect(isDone)
    }
    #expect(texts(file).isEmpty)
    let isRemoved = file.remove(all[0])
    let isReplaced = file.replace(all[1], with: "b = 3")
    #expect(!isRemoved)
    #expect(!isReplaced)
  }

  // MARK: Clearing

  @Test func clearingKeepsTheHeadingAndProse() {
    var file = file(
      """
      ## 1.1 A
      My notes.

      ```reckon
      a = 1
      ```

      > Reply
      lazy

      - [x] A
      - other
      - [ ] B

      More.

      ## 1.2 B
      ```reckon
      b = 2
      ```
      """)
    file.clear(question: "1.1")
    #expect(
      file.text
        == "## 1.1 A\nMy notes.\n\n- other\n\nMore.\n\n## 1.2 B\n```reckon\nb = 2\n```")
  }

  // MARK: Replies

  @Test func quotesAreJoinedAndLazyLinesBelongToThem() {
    let text = "## 1.1\n> One\nlazy\n>two\n\nprose\n\n>    three\n> > nested\n"
    #expect(file(text).reply(toQuestion: "1.1") == "One\nlazy\ntwo\n\n   three\n> nested")
    #expect(file(text).reply(toQuestion: "1.2") == nil)
  }

  @Test(arguments: [
    "One line", "Two\nlines", "A\n\nparagraph", "```\ncode\n```", "> quoted\n# 1.2 no section",
    "- [x] no tick", "  indented", "é 中 🎈", "---", "<!-- open",
  ])
  func aReplyComesBackAsItWasGiven(_ reply: String) {
    for text in [
      "", "## 1.1 T\n", "## 1.1\n> old\n## 1.2\n", "## 1.1\n> ```\n> x\n> ```\nprose\n\n> more\n",
      "## 1.1\r\n> old", "## 1.1\n```reckon\na = 1",
    ] {
      var file = file(text)
      let before = texts(file)
      file.setReply(reply, toQuestion: "1.1", title: "T")
      #expect(file.reply(toQuestion: "1.1") == reply)
      #expect(texts(file) == before)
      #expect(file.ticks(inQuestion: "1.1").isEmpty)
      let once = file.text
      file.setReply(reply, toQuestion: "1.1", title: "T")
      #expect(file.text == once)
      file.setReply(nil, toQuestion: "1.1", title: "T")
      #expect(file.reply(toQuestion: "1.1") == nil)
    }
  }

  @Test func aReplyReplacesAllQuotesOfItsSection() {
    var file = file("## 1.1\n> a\n\nprose\n\n> b\n\n## 1.2\n> c\n")
    file.setReply("new", toQuestion: "1.1", title: "")
    #expect(file.text == "## 1.1\n> new\n\nprose\n\n## 1.2\n> c\n")
  }

  // MARK: Ticks

  @Test func oddTaskListsAreRead() {
    let text = """
      ## 1.1
      * [X] One
      * [ ] Two
        goes on
      * plain

      1. [x] Three
      2. [] Four
      - [y] no
      """
    let ticks = file(text).ticks(inQuestion: "1.1")
    #expect(ticks.map(\.text) == ["One", "Two goes on", "Three", "Four"])
    #expect(ticks.map(\.isTicked) == [true, false, true, false])
  }

  @Test func whereOnlyTicksDifferOnlyTheyAreTouched() {
    var file = file("## 1.1\n*  [X]   One\n*  []  Two\n   goes on\n")
    file.setTicks([("One", false), ("Two goes on", true)], toQuestion: "1.1", title: "")
    #expect(file.text == "## 1.1\n*  [ ]   One\n*  [x]  Two\n   goes on\n")
  }

  @Test func otherItemsReplaceTheListAndKeepWhatIsNoTask() {
    var file = file("## 1.1\nText\n- [x] A\n- note\n- [ ] B\n\n## 1.2\n")
    file.setTicks([("C", true), ("D\nE", false)], toQuestion: "1.1", title: "")
    #expect(file.text == "## 1.1\nText\n- [x] C\n- [ ] D E\n- note\n\n## 1.2\n")
    file.setTicks([], toQuestion: "1.1", title: "")
    #expect(file.text == "## 1.1\nText\n\n- note\n\n## 1.2\n")
  }

  // MARK: Front matter

  @Test func otherKeysAndCommentsAreKept() {
    var file = file(
      """
      --- \t
      # mine
      note: "a # b"   # c
      tries: {"1.2": 1}   # advisory
      student:   # who
        id: 1   # number
        name: Ada
      # end
      other: |
        # text
      ...
      body
      """)
    file.tries = ["1.2": 2]
    file.student = NotebookFile.Student(id: "2", name: "O'Hara: {x}")
    file.hints = ["1.2.1": 1]
    file.exercise = "x"
    #expect(
      file.text == """
        --- \t
        # mine
        note: "a # b"   # c
        tries: {"1.2": 2}   # advisory
        student: {id: "2", name: "O'Hara: {x}"}
        # who
        # number
        # end
        other: |
          # text
        hints: {1.2.1: 1}
        exercise: x
        ...
        body
        """)
  }

  @Test func settingWhatIsThereChangesNothing() {
    let text = "---\ntries:   {1.2.1: 2}\nstudent: Ada\n---\n"
    var file = file(text)
    file.tries = ["1.2.1": 2]
    file.student = NotebookFile.Student(id: "", name: "Ada")
    file.hints = [:]
    #expect(file.text == text)
  }

  @Test(arguments: [
    "Ada", "", " ", "true", "No", "123", "1.5", "O'Brien", "Anne-Marie", "a: b", "a #b", "{a}",
    "\"q\" \\", "line\nbreak", "\u{1}\u{85}\u{2028}\u{FEFF}\u{E000}\u{1F980}", "é中", "- a", "~",
    "ends ", "&a *a", "a\u{202E}b", "null", "D. Knuth",
  ])
  func anyNameOfAStudentComesBack(_ name: String) {
    var file = file("## 1.1\n")
    let student = NotebookFile.Student(id: name, name: name)
    file.student = student
    #expect(NotebookFile(text: file.text, name: "").student == student)
    #expect(file.text.hasSuffix("---\n## 1.1\n"))
  }

  @Test(arguments: [
    "---\nexercise: [\n---\n## 1.1\n", "---\nexercise: x\n## 1.1\n", "---\n{tries: {}}\n---\n",
    "---\ntries: {}\ntries: {}\n---\n", "---\n  tries: {}\n---\n",
  ])
  func frontMatterThatCannotBeWrittenIsLeftAndValuesAreKeptInMemory(_ text: String) {
    var file = file(text)
    let student = NotebookFile.Student(id: "1", name: "")
    file.tries = ["1.1": 2]
    file.hints = ["1.1": 1]
    file.student = student
    #expect(file.text == text)
    #expect(file.tries == ["1.1": 2])
    #expect(file.hints == ["1.1": 1])
    #expect(file.student == student)
    #expect(!file.problems.isEmpty)
    file.append("a = 1", toQuestion: "1.1", title: "")
    #expect(texts(file) == ["a = 1"])
    #expect(file.tries == ["1.1": 2])
  }

  @Test func aCopyIsNotChangedByItsOriginal() {
    var file = file("## 1.1\n")
    let copy = file
    file.append("a = 1", toQuestion: "1.1", title: "")
    #expect(copy.text == "## 1.1\n")
    #expect(copy.statements().isEmpty)
  }
}
