import Exercises
import Testing

@testable import NotebookFiles

/// What stands in a notebook where it answers nothing is told with its line; how it is told is in
/// `Sessions/work-that-answers-nothing`.
@Suite struct PassedOverTests {
  /// Of the harness's exercise: 1.1 and 1.2 ask for formulas, 1.6 for ticks, 1.7 for a text.
  static let told: [(String, [String])] = [
    // Texts outside their quote
    ("## 1.7 Text\n\nLamps are warm.\n", ["3 text-outside 1.7"]),
    ("## 1.7\nLamps are warm.\nThey glow.\n\nAt night too.\n", ["2 text-outside 1.7"]),
    ("## 1.7\n- Lamps are warm.\n- They glow.\n", ["2 text-outside 1.7"]),
    ("## 1.7\n> Lamps are warm.\n\nThey glow.\n", ["4 text-outside 1.7"]),
    ("## 1.7\n\n    Lamps are warm.\n", ["3 text-outside 1.7"]),
    ("## 1.7\n```\nLamps are warm.\n```\n", ["2 fence-other 1.7"]),
    ("## 1.7\n<p>Lamps are warm.</p>\n", ["2 text-outside 1.7"]),
    ("## 1.7\n| Lamps | warm |\n|---|---|\n| a | b |\n", ["2 text-outside 1.7"]),
    // Formulas outside a block of their own
    ("## 1.1\n```python\npower = 60 W\n```\n", ["2 fence-other 1.1"]),
    ("## 1.1\n~~~\npower = 60 W\n~~~\n", ["2 fence-other 1.1"]),
    ("## 1.1\n```{r}\npower = 60 W\n", ["2 fence-other 1.1"]),
    ("## 1.1\n\n    power = 60 W\n", ["3 formula-outside 1.1"]),
    ("## 1.1\npower = 60 W\nhours = 3 h\n", ["2 formula-outside 1.1"]),
    ("## 1.1\n> power = 60 W\n", ["2 formula-outside 1.1"]),
    ("## 1.1\n* `power = 60 W`\n", ["2 formula-outside 1.1"]),
    ("## 1.3\nrooms[\"Energy\"] = 3 kWh\n", ["2 formula-outside 1.3"]),
    ("## 1.5\n\n    def heat(p, t):\n        return p * t\n", ["3 formula-outside 1.5"]),
    ("power = 60 W\n", ["1 formula-outside -"]),
    ("## 9.9\npower = 60 W\n", ["2 formula-outside 9.9"]),
    // Remarks
    ("## 1.1\nA lamp draws sixty watts.\n", ["2 remark 1.1"]),
    ("## 1.2\n> Sixty kilowatt-hours.\n", ["2 remark 1.2"]),
    ("## 1.2\n- [x] done\n", ["2 remark 1.2"]),
    // Ticks written otherwise
    ("## 1.6\nTotal light\n", ["2 unticked 1.6"]),
    ("## 1.6\n- Total light\n- Noise\n", ["2 unticked 1.6"]),
    ("## 1.6\n- [x] Total light\n- (x) Noise\n", ["3 unticked 1.6"]),
    ("## 1.6\n- [?] Total light\n", ["2 unticked 1.6"]),
    ("## 1.6\n```\n- [x] Noise\n```\n", ["2 fence-other 1.6"]),
    // Headings
    ("Words.\n\n## 1.1\n", ["1 before-first -"]),
    ("> Words.\n", ["1 before-first -"]),
    ("# Lamps\n\n> Words.\n", ["1 heading -"]),
    ("## 1.1\n\n## Text\n\n> Words.\n", ["3 heading 1.1"]),
    ("## 1.6\n\n##1.7 Text\n\n> Words.\n", ["3 heading 1.6"]),
    ("## 1.6\n\n**1.7 Text**\n\n> Words.\n", ["3 heading 1.6"]),
    ("## 1.6\n\n## Question 1.7\n\nWords.\n", ["3 heading 1.6"]),
    ("## 1.6\n\nText\n----\n\n> Words.\n", ["3 heading 1.6"]),
    ("## 9.9 Elsewhere\n\n> Words.\n\n- [x] A\n", ["3 unknown-question 9.9"]),
    ("<!-- to do\n\n## 1.7\n> Words.\n", ["1 comment-unclosed -"]),
  ]

  @Test(arguments: told)
  func whatAnswersNothingIsToldWithItsLine(_ text: String, _ expected: [String]) throws {
    let harness = try SessionHarness(notebook: "---\nexercise: lamp\n---\n" + text)
    let passedOver = PassedOver(harness.session.file, harness.session.exercise)
    let found = passedOver.found.map { located in
      let section = harness.session.file.section(atLine: located.line) ?? "-"
      return "\(located.line - 3) \(located.diagnostic.id.dropFirst(9)) \(section)"
    }
    #expect(found == expected)
    // At the prompt too, and saving loses nothing of it.
    #expect(harness.welcome.contains("lamp.answers.md:"))
    harness.type(lines: [
      "power = 60 W", ":goto 1.7", "My text.", ":goto 1.6", "1", ":reset", ":undo",
    ])
    for line in text.split(separator: "\n") where !line.hasPrefix(">") && !line.hasPrefix("- [") {
      #expect(harness.file.contains(line))
    }
  }

  /// Nothing is said of what is read, nor of what only people are meant to see.
  @Test(arguments: [
    "", "# Lamps\n", "# Lamps\n\n## 1.1 Figures\n```reckon\npower = 60 W\n```\n",
    "## 1.7\n> Lamps.\n> They glow.\nand more\n", "## 1.6\n> Since I say so.\n\n- [x] Noise\n",
    "## 1.6\n* [X] Noise\n+ [ ] Total heat\n", "## 1.6\n1. [x] Noise\n2) [ ] Total heat\n",
    "## 1.6\n- [ x ] Noise\n- [✓] Total heat\n", "## 1.6\n[x] Noise\n[ ] Total heat\n",
    "## 1.6\n- [x]Noise\n", "## 1.1\n<!-- power = 5 W -->\n\n---\n\n***\n",
    "## 1.1\n```ask 2024-12-02T08:15:00Z\nWhy?\n```\n", "## 1.1\n```\n\n```\n",
    "## 1.1\n## Notes\n```reckon\npower = 60 W\n```\n", "## 9.9\n```reckon\npower = 60 W\n```\n",
    "(1.7)\n---\n> Words.\n", "## 1.7) Text\n> Words.\n", "## 1.7 – Text\n> Words.\n",
    "## 1.7\n```reckon\npower * hours\n```\n> Words.\n",
  ])
  func whatIsReadIsNotToldOf(_ text: String) throws {
    let file = NotebookFile(text: text, name: "a.md")
    let harness = try SessionHarness()
    #expect(PassedOver(file, harness.session.exercise).found.map(\.diagnostic.message) == [])
  }

  @Test(arguments: [
    "* [x] Noise", "+ [X] Noise", "1. [x] Noise", "- [ x ] Noise", "- [✓] Noise", "- [✔️] Noise",
    "[x] Noise", "  [x] Noise", "-  [*] Noise", "- [x]Noise", "3) [v] noise", "- [☑] Noise",
  ])
  func ticksCountHoweverTheyAreWritten(_ line: String) throws {
    let harness = try SessionHarness(notebook: "## 1.6\n\(line)\n- [ ] Total light\n")
    #expect(harness.session.file.ticks(inQuestion: "1.6").first?.isTicked == true)
    harness.type(lines: [":goto 1.6", "1"])
    #expect(
      harness.section("1.6").contains("[x] Total light") || harness.file.contains("x] Total light"))
  }

  @Test func aThousandRemarksAreToldInOneFewLinesEach() throws {
    let text = (0..<1000).map { "word \($0)\n\n<!-- -->\n" }.joined(separator: "\n")
    let file = NotebookFile(text: "## 1.1\n" + text, name: "a.md")
    let found = PassedOver(file, try SessionHarness().session.exercise).found
    #expect(found.count == PassedOver.limit)
  }
}
