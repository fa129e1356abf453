import Testing

@testable import TextLayout

private func shown(_ table: TextTable, width: Int = 80, unicode: Bool = true) -> String {
  table.lines(width: width, unicode: unicode).map(\.plain).joined(separator: "\n")
}

private let models = TextTable(
  header: ["Model", "Training time (GPU hours)", "Accuracy (%)"],
  rows: [["Model 1", "1 000 000", "85.2"], ["Model 2", "400 000", "78.4†"]])

private let issues = TextTable(
  header: ["principle", "issues"],
  rows: [
    ["privacy", "privacy, personal or private information"],
    ["responsibility", "responsibility, accountability, liability, acting with integrity"],
  ])

@Suite("A table in a terminal")
struct TextTableTests {
  @Test func alignsNumbersToTheRight() {
    #expect(
      shown(models) == """
        Model    Training time (GPU hours)  Accuracy (%)
        ───────  ─────────────────────────  ────────────
        Model 1                  1 000 000          85.2
        Model 2                    400 000         78.4†
        """)
  }

  @Test func saysARowALine() {
    #expect(
      models.lines(width: 80, inWords: true).map(\.plain) == [
        "Model 1: Training time (GPU hours) 1 000 000, Accuracy (%) 85.2.",
        "Model 2: Training time (GPU hours) 400 000, Accuracy (%) 78.4†.",
      ])
    #expect(
      issues.lines(width: 80, inWords: true).first?.plain
        == "privacy: issues: privacy, personal or private information.")
    let numbered = TextTable(header: ["Student", "Queries"], rows: [["1", "5"], ["2", ""]])
    #expect(
      numbered.lines(width: 80, inWords: true).map(\.plain)
        == ["Student 1: Queries 5.", "Student 2."])
    let plain = TextTable(header: [], rows: [["W", "watt", ""], ["g", "gram", "SI"]])
    #expect(
      plain.lines(width: 80, inWords: true).map(\.plain) == ["W, watt", "g, gram, SI"])
  }

  @Test func drawsWithASCIIWhereThatIsAllThereIs() {
    #expect(
      shown(models, unicode: false).split(separator: "\n")[1]
        == "-------  -------------------------  ------------")
  }

  @Test func narrowsTheWidestColumnAndStandsShortHeadingsOnTheRule() {
    #expect(
      shown(models, width: 35) == """
                     Training
                    time (GPU
        Model          hours)  Accuracy (%)
        ───────  ────────────  ────────────
        Model 1     1 000 000          85.2
        Model 2       400 000         78.4†
        """)
  }

  @Test(arguments: [40, 41, 42])
  func givesAwayEveryColumnWhereCellsAreWrapped(width: Int) {
    let words: StyledText = "one two three four five six seven"
    let table = TextTable(header: ["a", "b"], rows: [[words, words]])
    #expect(table.lines(width: width)[1].width == width)
  }

  @Test func closesItsGapsBeforeItTearsWords() {
    #expect(
      shown(models, width: 26) == """
                 Training
                time (GPU Accuracy
        Model      hours)      (%)
        ─────── ───────── ────────
        Model 1 1 000 000     85.2
        Model 2   400 000    78.4†
        """)
  }

  @Test func showsEachRowAsLinesWhereColumnsAreHopeless() {
    #expect(
      shown(models, width: 25) == """
        Model: Model 1
        Training time (GPU
          hours): 1 000 000
        Accuracy (%): 85.2

        Model: Model 2
        Training time (GPU
          hours): 400 000
        Accuracy (%): 78.4†
        """)
  }

  @Test func partsRowsOfSeveralLinesByBlankLines() {
    #expect(
      shown(issues, width: 40) == """
        principle       issues
        ──────────────  ────────────────────────
        privacy         privacy, personal or
                        private information

        responsibility  responsibility,
                        accountability,
                        liability, acting with
                        integrity
        """)
  }

  @Test func followsTheAlignmentsItIsGiven() {
    let table = TextTable(
      header: ["left", "centre", "right"], rows: [["1", "2", "3"], ["a", "日本", "c"]],
      alignments: [.left, .centre, .right])
    #expect(
      shown(table) == """
        left  centre  right
        ────  ──────  ─────
        1       2         3
        a      日本       c
        """)
  }

  @Test(arguments: ["10'000", "−3.5", "1.825e10", "85.2 %", "+4", "~17 000", "1_000"])
  func takesForANumberWhatPeopleWriteAsOne(text: String) {
    let table = TextTable(header: ["wide heading"], rows: [[StyledText(text)]])
    #expect(shown(table).hasSuffix(text))
    #expect(table.lines(width: 80).last?.width == 12)
  }

  @Test(arguments: ["2023-09-20", "e5", "450 W", "-", "%", "Model 1", "1.2.3a"])
  func takesForTextWhatIsNotANumberAlone(text: String) {
    let table = TextTable(header: ["wide heading"], rows: [[StyledText(text)]])
    #expect(table.lines(width: 80).last?.plain == text)
  }

  @Test func fillsUpShortRowsAndDrawsNoEmptyHeader() {
    let table = TextTable(header: [], rows: [["a", "b"], ["c"], []])
    #expect(shown(table) == "a  b\nc\n")
    #expect(shown(TextTable(header: ["", ""], rows: [["x", "y"]])) == "x  y")
  }

  @Test func isNothingWithoutRowsAndHeader() {
    #expect(TextTable(header: [], rows: []).lines(width: 80).isEmpty)
    #expect(shown(TextTable(header: ["a"], rows: [])) == "a\n─")
  }

  @Test func keepsTheStylesOfItsCells() {
    let table = TextTable(header: ["x"], rows: [[StyledText("3", .value)]])
    #expect(table.lines(width: 80).last == StyledText("3", .value))
    #expect(table.lines(width: 80).first == StyledText("x", .strong))
  }

  @Test func letsNoControlCharacterThrough() {
    let table = TextTable(header: ["a\u{1B}b"], rows: [["c\u{9B}\td"]])
    #expect(shown(table) == "ab\n───\nc d")
  }

  @Test(arguments: 1..<100)
  func staysWithinEveryWidthThatHoldsAWord(width: Int) {
    for table in [models, issues] {
      for line in table.lines(width: width) { #expect(line.width <= max(10, width)) }
    }
  }
}
