import Charts
import Diagnostics
import ItemAnalysis
import MarkdownReading
import SectionedReports
import TextLayout

/// What a class has made of one question.
struct QuestionSections {
  let question: ClassResults.Question
  let place: Int
  let statistics: ItemStatistics?
  /// Of the whole class.
  let students: Int
  /// Markdown.
  let modelAnswer: String?

  init(
    _ question: ClassResults.Question, place: Int, statistics: ItemStatistics?, students: Int,
    modelAnswer: String?
  ) {
    self.question = question
    self.place = place
    self.statistics = statistics
    self.students = max(students, question.attempts)
    self.modelAnswer = modelAnswer
  }

  /// Ways in which an answer is wrong that are told.
  private static let mostErrors = 12
  /// Examples, options and criteria that are shown.
  private static let mostRows = 40
  private static let fewest = Debriefing.fewestForQuotation

  /// The first question's comes with the heading of all.
  var sections: [Debriefing.Section] {
    var result: [Debriefing.Section] = []
    if place == 0 {
      result.append(
        Debriefing.Section(
          anchor: "each", title: "Question by question",
          pieces: [.aside(DebriefingWording.privacy)]))
    }
    result.append(
      Debriefing.Section(
        anchor: "question-\(place + 1)", level: 3, title: DebriefingWording.title(of: question),
        pieces: pieces))
    return result
  }

  private var pieces: [Debriefing.Piece] {
    var pieces: [Debriefing.Piece] = []
    if question.isPractice || question.maximum == 0 {
      pieces.append(
        .paragraph(question.kind == .poll ? "A poll, without points." : "It counts for nothing."))
    }
    if let statistics, question.maximum > 0, !question.isPractice {
      pieces += StatisticSections.scores(
        statistics, isDrawn: place < StatisticSections.mostCharts)
    }
    pieces.append(.paragraph(effort))
    for answer in question.answers { pieces += self.pieces(answer) }
    pieces += options + criteria + examples
    if let modelAnswer, !modelAnswer.allSatisfy(\.isWhitespace) {
      pieces.append(.heading("Model answer"))
      pieces.append(.prose(readMarkdown(modelAnswer)))
    }
    return pieces
  }

  // MARK: Effort

  /// Answers, tries, hints and skips in a few sentences.
  private var effort: Sentence {
    var parts: [Sentence] = ["\(question.attempts) of \(Figure.students(students)) answered"]
    if question.skips > 0 { parts.append("\(question.skips) skipped it") }
    if question.hintUsers > 0 {
      let hints = "\(question.hints) hint\(question.hints == 1 ? "" : "s")"
      parts.append("\(question.hintUsers) looked at \(hints) in all")
    }
    if question.waiting > 0 { parts.append("\(question.waiting) wait for a person") }
    var sentence = Sentence.enumeration(parts) + "."
    if !question.tries.isEmpty { sentence = sentence + " Tries: \(tries)." }
    return sentence
  }

  /// `1 (100 students), 2 (40), more than 5 (3)`.
  private var tries: String {
    let most = 5
    let sorted = question.tries.filter { $0.value > 0 }.sorted { $0.key < $1.key }
    var parts = sorted.filter { $0.key <= most }.map { "\($0.key) (\($0.value))" }
    let more = sorted.filter { $0.key > most }.reduce(0) { $0 + $1.value }
    if more > 0 { parts.append("more (\(more))") }
    return parts.joined(separator: ", ")
  }

  // MARK: Answers

  private func pieces(_ answer: ClassResults.Answer) -> [Debriefing.Piece] {
    var pieces: [Debriefing.Piece] = []
    let name = shortText(answer.name, limit: 80)
    if !name.isEmpty, question.kind == .values || question.kind == .function {
      pieces.append(.heading("\(code: name)"))
    }
    if let verdicts = verdicts(answer) { pieces.append(.paragraph(verdicts)) }
    let (told, untold) = errors(answer)
    if !told.isEmpty { pieces.append(.list(told)) }
    if let untold { pieces.append(.paragraph(untold)) }
    return pieces
  }

  /// How many are right, wrong and so on.
  private func verdicts(_ answer: ClassResults.Answer) -> Sentence? {
    let known = DebriefingWording.verdicts.compactMap { verdict -> String? in
      let count = answer.verdicts[verdict.id] ?? 0
      return count > 0 ? "\(count) \(verdict.text)" : nil
    }
    let ids = Set(DebriefingWording.verdicts.map(\.id))
    let others = answer.verdicts.filter { !ids.contains($0.key) }.reduce(0) { $0 + $1.value }
    let parts = known + (others > 0 ? ["\(others) judged otherwise"] : [])
    guard !parts.isEmpty else { return nil }
    // What follows correctly is no error.
    let errors = answer.errors.filter { $0.cause != "follows" }
    let roots = errors.reduce(0) { $0 + $1.roots }
    let inherited = errors.reduce(0) { $0 + $1.inherited }
    let sentence: Sentence = "\(capitalised(parts.joined(separator: ", ")))."
    guard inherited > 0 else { return sentence }
    return sentence + """
       Of the errors, \(roots) began here and \(inherited) came from an earlier answer.
      """
  }

  /// A sentence for each error that enough students have in common, and one for the rest.
  private func errors(_ answer: ClassResults.Answer) -> ([Sentence], Sentence?) {
    let sorted = answer.errors.enumerated().sorted { first, second in
      (-first.element.count, first.offset) < (-second.element.count, second.offset)
    }.map(\.element)
    let common = sorted.filter { $0.count >= Self.fewest }
    let told = common.prefix(Self.mostErrors)
    let rare = sorted.filter { $0.count > 0 && $0.count < Self.fewest }
    var rest: [Sentence] = []
    if common.count > told.count {
      let others = common.dropFirst(told.count)
      rest.append(
        "\(others.count) more ways, of \(Figure.students(others.reduce(0) { $0 + $1.count }))")
    }
    if !rare.isEmpty {
      let count = rare.reduce(0) { $0 + $1.count }
      let ways: Sentence = rare.count == 1 ? "1 other way" : "\(rare.count) other ways"
      let each = rare.count == 1 ? "" : "each "
      rest.append(ways + ", \(each)of fewer than \(Self.fewest) (\(Figure.students(count)))")
    }
    let untold = rest.isEmpty ? nil : "Besides: " + Sentence.enumeration(rest) + "."
    return (told.map(sentence), untold)
  }

  private func sentence(_ error: ClassResults.Error) -> Sentence {
    let phrase = ClassCauses.phrase(error)
    var result: Sentence
    if error.cause == "follows" {
      result = "\(strong: "\(error.count) of \(students)") \(phrase)."
    } else if error.inherited == 0 {
      result = "\(strong: "\(error.roots) of \(students)") \(phrase)."
    } else if error.roots == 0 {
      result = """
        \(strong: "\(error.inherited) of \(students)") \(phrase), all by an earlier answer of their own.
        """
    } else {
      result = """
        \(strong: "\(error.roots) of \(students)") \(phrase); \(error.inherited) more \
        \(error.inherited == 1 ? "has" : "have") it from an earlier answer.
        """
    }
    let values = error.values.filter { $0.count >= Self.fewest }.sorted { $0.count > $1.count }
    if !values.isEmpty {
      let list = values.prefix(3).map { value in
        "\(code: shortText(value.text, limit: 60)) (\(value.count))" as Sentence
      }
      let what: Sentence = error.verdict == "fails" ? " Typed: " : " Value: "
      result = result + what + Sentence.enumeration(list, last: "and") + "."
    }
    return result
  }

  // MARK: Choices, criteria and examples

  private var options: [Debriefing.Piece] {
    let shown = question.options.prefix(Self.mostRows)
    if shown.isEmpty { return [] }
    // What is right is told by a sign of its own beside the text.
    let title = "Students who ticked it"
    let chart = Chart(
      .bars, title: title, y: Chart.Axis(title, isWhole: true),
      series: [
        Chart.Series(
          points: shown.map { option in
            let mark =
              switch option.isRight {
              case true?: " (right)"
              case false?, nil: ""
              }
            return Chart.Point(
              x: 0, y: Double(option.count), label: shortText(option.text, limit: 60) + mark)
          })
      ])
    let rows = shown.map { option -> [Sentence] in
      let right =
        switch option.isRight {
        case true?: "right"
        case false?: "not right"
        case nil: question.kind == .poll ? "" : "if argued"
        }
      let share =
        students > 0 ? Figure.fixed(100 * Double(option.count) / Double(students), 0) + " %" : ""
      let cells: [Sentence] = [
        "\(authored: shortText(option.text, limit: 200))", "\(option.count)", "\(share)",
      ]
      return question.kind == .poll ? cells : cells + ["\(right)"]
    }
    let header = ["Option", "Students", "Share"] + (question.kind == .poll ? [] : ["It is"])
    return [
      .chart(chart),
      .table(
        Debriefing.Table(
          header: header, rows: rows, alignments: [.left, .right, .right, .left])),
    ]
  }

  private var criteria: [Debriefing.Piece] {
    let shown = question.criteria.prefix(Self.mostRows)
    if shown.isEmpty { return [] }
    return [
      .table(
        Debriefing.Table(
          header: ["Criterion", "Met", "Missed", "For a person"],
          rows: shown.map { criterion in
            [
              "\(code: shortText(criterion.id, limit: 60))", "\(criterion.met)",
              "\(criterion.missed)", "\(criterion.open)",
            ]
          },
          alignments: [.left, .right, .right, .right]))
    ]
  }

  private var examples: [Debriefing.Piece] {
    let shown = question.examples.prefix(Self.mostRows)
    if shown.isEmpty { return [] }
    return [.heading(shown.count == 1 ? "An answer of the class" : "Answers of the class")]
      + shown.map { example in
        let comment = shortText(example.comment, limit: 400)
        return .quote(boundedText(example.text), comment.isEmpty ? nil : "\(comment)")
      }
  }
}

/// A text of several lines, without controls, and of at most so many characters.
func boundedText(_ text: String, limit: Int = 3000) -> String {
  let clean = withoutControls(String(text.unicodeScalars.prefix(4 * limit)))
  return clean.count > limit ? clean.prefix(limit) + "…" : clean
}
