import Diagnostics
import Grading
import TextLayout

/// What a check's report says, in alphabetical order.
enum CheckWording {
  static func due(_ sentence: String, late: [String]) -> StyledText {
    guard !late.isEmpty else { return StyledText(sentence) }
    return StyledText("\(sentence) Changed after that: \(late.joined(separator: ", ")).", .warning)
  }

  /// The beginning of a digest in brackets; nothing for what was not read from a file.
  static func inShort(digest: String) -> String {
    digest.isEmpty ? "" : " (sha256 \(digest.prefix(12)))"
  }

  static func judgedBy(_ file: String, digest: String) -> StyledText {
    StyledText("Judged by \(withoutControls(file))\(inShort(digest: digest)).", .dim)
  }

  /// Of mistakes that are said in the same words: these, behind the lines that they are in.
  static func mistakes(_ group: [LocatedDiagnostic]) -> StyledText {
    guard let first = group.first else { return StyledText() }
    let places = lines(group.map(\.line))
    let place = first.source.name.map { "\($0):\(places): " } ?? ""
    let message = first.diagnostic.message.replacing("\n", with: " ")
    return StyledText(place + message, .error)
  }

  /// Lines with mistakes that are not shown.
  static func more(_ numbers: [Int]) -> StyledText {
    let count = numbers.count
    return StyledText(
      "and \(count) more mistake\(count == 1 ? "" : "s"), in line\(count == 1 ? "" : "s") "
        + lines(numbers), .dim)
  }

  /// What to do next at a question, or what became of it.
  static func next(_ question: QuestionReport, isExplained: Bool) -> String {
    if question.isSkipped { return "skipped" }
    if question.isDone {
      if question.waitsForPerson { return Points.waits(question) }
      return Points.hints(question) ?? ""
    }
    guard question.isStarted else { return "to do" }
    if isExplained { return Points.hints(question) ?? "" }
    let missing = question.answers.filter { $0.verdict == .unanswered }.map(\.name)
    let off = question.answers.filter {
      $0.share < 1 && $0.verdict != .unanswered && $0.verdict != .unchecked
    }.map(\.name)
    var parts: [String] = []
    if !off.isEmpty { parts.append("mend \(off.joined(separator: ", "))") }
    if !missing.isEmpty { parts.append(toDo(missing)) }
    if let hints = Points.hints(question) { parts.append(hints) }
    return parts.joined(separator: "; ")
  }

  /// Numbers of lines, a few of many.
  private static func lines(_ numbers: [Int]) -> String {
    let shown = numbers.prefix(6).map(String.init).joined(separator: ", ")
    return numbers.count > 6 ? "\(shown) and \(numbers.count - 6) more" : shown
  }

  static func points(_ report: ExerciseReport) -> StyledText {
    StyledText(Points.standing(report, soFar: " so far") + ".", .strong)
  }

  /// How many questions are done, which are left, and which answers are in doubt.
  static func progress(_ report: ExerciseReport) -> StyledText {
    let questions = report.questions
    let left = questions.filter { !$0.isDone }.map(\.id)
    let skipped = questions.filter(\.isSkipped).map(\.id)
    let doubtful = questions.flatMap(\.answersInDoubt).map(\.name)
    let done = questions.count - left.count - skipped.count
    var text = StyledText("Done: ", .strong) + StyledText("\(done) of \(questions.count).")
    func add(_ word: String, _ names: [String]) {
      guard !names.isEmpty else { return }
      text += StyledText(" \(word): ", .strong) + StyledText(names.joined(separator: ", ") + ".")
    }
    add("Left", left)
    add("In doubt", doubtful)
    add("Skipped", skipped)
    return text
  }

  /// The lines that hold the same mistake as the one shown.
  static func sameIn(_ numbers: [Int]) -> StyledText {
    StyledText("The same in line\(numbers.count == 1 ? "" : "s") \(lines(numbers)).", .dim)
  }

  static func toDo(_ names: [String]) -> String { "to do: \(names.joined(separator: ", "))" }
}
