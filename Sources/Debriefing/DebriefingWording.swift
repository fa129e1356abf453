import Dates
import Diagnostics
import ItemAnalysis
import SectionedReports

/// What a debriefing says of a whole class, in alphabetical order.
enum DebriefingWording {
  /// How an answer has been judged, and how that is said of some students; in the order of telling.
  static let verdicts: [(id: String, text: String)] = [
    ("correct", "right"), ("follows", "right on earlier values of their own"),
    ("partly", "right in part"), ("unit-missing", "without the unit"),
    ("wrong-unit", "in a wrong unit"), ("other-unit", "in another unit than asked for"),
    ("other-form", "in another form than asked for"), ("rounded", "rounded too far"),
    ("wrong", "wrong"), ("wrong-dimension", "of another kind of quantity"),
    ("fails", "with a formula that does not evaluate"), ("unchecked", "waiting for a person"),
    ("unanswered", "without an answer"),
  ]

  /// What stands under the title: who has handed in, and what does not count.
  static func lead(_ results: ClassResults, zone: Zone) -> [Sentence] {
    let counts = results.counts
    let graded = max(counts.graded, results.marks.rows.count)
    var handedIn: Sentence = "\(strong: Figure.students(graded)) handed in"
    if counts.missing > 0 { handedIn = handedIn + ", \(counts.missing) of the roster did not" }
    var lines = [handedIn + "."]
    if let due = results.due {
      var sentence: Sentence = "It was due \(DateWording.moment(due, in: zone))."
      if counts.late > 0 { sentence = sentence + " \(counts.late) came in later." }
      if counts.editedAfterDue > 0 {
        let isOne = counts.editedAfterDue == 1
        sentence =
          sentence
          + " \(counts.editedAfterDue) notebook\(isOne ? " says it was" : "s say they were") changed after that."
      }
      lines.append(sentence)
    }
    if counts.takenBack > 0 {
      lines.append(
        """
        In \(counts.takenBack) notebook\(counts.takenBack == 1 ? "" : "s") the history and the rest do \
        not agree, as where a skip was taken out by hand; \(code: "reckon grade --files") names \
        \(counts.takenBack == 1 ? "it" : "them"), and no mark changes by it.
        """)
    }
    if counts.empty > 0 {
      lines.append(
        "\(counts.empty) notebook\(counts.empty == 1 ? " has" : "s have") no answer in \(counts.empty == 1 ? "it" : "them")."
      )
    }
    let leftOut = [
      (counts.duplicates, "replaced by a later one of the same student"),
      (counts.wrongExercise, "of another exercise"), (counts.unreadable, "that cannot be read"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if !leftOut.isEmpty { lines.append("Files that do not count: \(enumeration(leftOut)).") }
    return lines
  }

  static func lead(students: Int) -> [Sentence] {
    ["\(strong: Figure.students(students)) have marks."]
  }

  static let privacy: Sentence = """
    What students typed is quoted only where at least \(Debriefing.fewestForQuotation) have it in \
    common. No student is named.
    """

  static func title(of question: ClassResults.Question) -> String {
    shortText("\(question.id) \(question.title)")
  }

  /// Why there are no intervals; nil where there are.
  static func withoutIntervals(_ statistics: TestStatistics) -> Sentence? {
    switch statistics.withoutIntervals {
    case nil: nil
    case .tooFewStudents:
      """
      There are no intervals: \(Figure.students(statistics.count)) are too few for one that could \
      be relied on (\(Bootstrap.fewestStudents) at least).
      """
    case .notComputed: "There are no intervals: they were not computed for this class."
    }
  }

  /// What a small class says of its numbers; nil for a larger one.
  static func caution(students: Int) -> Sentence? {
    guard students > 0, students < 30 else { return nil }
    return """
      With \(Figure.students(students)), these numbers say little beyond this class: look at the \
      intervals before you judge a question by them.
      """
  }
}
