import Dates
import Diagnostics
import ErrorDiagnosis
import Grading
import NotebookFiles
import NotebookGrading
import Quantities
import TextAnalysis

/// The report of a notebook as one object, the contract for other programs.
public enum CheckJSON {
  /// - `opened`: what it was judged by.
  /// - `file`: named in the object where several files are checked.
  /// - `late`: when questions were first changed after that, by id.
  /// - `asked`: what the student has noted for a question session.
  /// - `problems`: what of the notebook could not be read or answers nothing, with the section.
  public static func value(
    _ report: ExerciseReport, opened: OpenedExercise, file: String? = nil,
    late: [String: Moment] = [:], asked: [AskedQuestion] = [],
    problems: [(question: String?, LocatedDiagnostic)] = []
  ) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("reckon", .number(1)), ("exercise", .string(report.exercise)),
      ("exerciseFile", .string(opened.exercise.file)),
      ("exerciseDigest", .string("sha256:\(opened.digest)")),
    ]
    if let release = opened.exercise.release {
      members.append(("released", .string(release.kind.rawValue)))
    }
    if let file { members.append(("file", .string(file))) }
    members += [
      ("score", .number(Points.rounded(report.score))), ("maxScore", .number(report.maximum)),
      ("provisional", .number(Points.rounded(report.provisional))),
      ("waiting", .number(Points.rounded(report.waiting))),
    ]
    if let due = opened.exercise.due { members.append(("due", .string(due))) }
    let questions = report.questions.map { question($0, isLate: late[$0.id] != nil) }
    members += [
      ("questions", .array(questions)), ("problems", .array(problems.map(problem))),
      ("questionsAsked", .array(asked.map(question))),
    ]
    return .object(members)
  }

  private static func problem(_ question: String?, _ located: LocatedDiagnostic) -> JSONValue {
    .object([
      ("line", .number(Double(located.line))), ("question", question.map { .string($0) } ?? .null),
      ("severity", .string(located.diagnostic.severity.rawValue)),
      ("message", .string(located.diagnostic.message)),
      ("try", .array(located.diagnostic.help.map { .string($0) })),
    ])
  }

  private static func question(_ asked: AskedQuestion) -> JSONValue {
    .object([
      ("question", asked.question.map { .string($0) } ?? .null),
      ("time", asked.time.map { .string($0.text) } ?? .null), ("text", .string(asked.text)),
    ])
  }

  private static func question(_ report: QuestionReport, isLate: Bool) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(report.id)), ("score", .number(Points.rounded(report.score))),
      ("maxScore", .number(report.maximum)),
    ]
    if isLate { members.append(("late", .bool(true))) }
    if report.isPractice { members.append(("practice", .bool(true))) }
    if report.isSkipped { members.append(("skipped", .bool(true))) }
    if report.hintCost > 0 {
      members.append(("hintCost", .number(Points.rounded(report.hintCost))))
    }
    if report.provisional > 0 {
      members.append(("provisional", .number(Points.rounded(report.provisional))))
    }
    if report.waiting > 0 { members.append(("waiting", .number(Points.rounded(report.waiting)))) }
    members.append(("answers", .array(report.answers.map(answer))))
    return .object(members)
  }

  private static func answer(_ report: AnswerReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("name", .string(report.name)), ("verdict", .string(report.verdict.rawValue)),
      ("cause", report.cause.map(cause) ?? .null), ("message", .string(report.message)),
    ]
    if !report.notices.isEmpty {
      members.append(("notices", .array(report.notices.map { .string($0) })))
    }
    if let rows = report.rows {
      members.append(("rows", .array(rows.map { .string($0.rawValue) })))
    }
    if let criteria = report.criteria {
      members.append(("criteria", .array(criteria.map(criterion))))
    }
    if let points = report.points {
      members.append(
        (
          "points",
          .array(points.map(point))
        ))
    }
    if let choice = report.choice {
      members.append(("options", .array(choice.options.map { option($0, choice) })))
    }
    return .object(members)
  }

  private static func point(_ report: PointReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("call", .string(report.call)), ("verdict", .string(report.verdict.rawValue)),
      ("message", .string(report.message)),
    ]
    if let rows = report.rows {
      members.append(("rows", .array(rows.map { .string($0.rawValue) })))
    }
    return .object(members)
  }

  /// Which are right, and why, only once the student may know.
  private static func option(_ option: ChoiceReport.Option, _ choice: ChoiceReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("text", .string(option.text)), ("ticked", .bool(option.isTicked)),
    ]
    guard choice.showsReasons else { return .object(members) }
    if choice.tellsCredit {
      let right: JSONValue
      switch option.credit {
      case .right: right = .bool(true)
      case .wrong: right = .bool(false)
      // A person decides.
      case .rightIfArgued: right = .null
      }
      members.append(("right", right))
    }
    if let because = option.because { members.append(("because", .string(because))) }
    return .object(members)
  }

  private static func criterion(_ report: CriterionReport) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(report.id)), ("kind", .string(report.kind.rawValue)),
      ("met", report.met.map { .bool($0) } ?? .null), ("message", .string(report.wholeMessage)),
    ]
    if !report.contradictions.isEmpty {
      members.append(("contradictions", .array(report.contradictions.map { .string($0) })))
    }
    if !report.figures.isEmpty { members.append(("figures", .array(report.figures.map(figure)))) }
    return .object(members)
  }

  /// Where a figure of a text stands and what it was taken for.
  private static func figure(_ figure: FigureReading) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [
      ("written", .string(figure.written)),
      ("start", .number(Double(figure.place.lowerBound))),
      ("end", .number(Double(figure.place.upperBound))),
    ]
    let (taken, other): (String, String?) =
      switch figure.meaning {
      case .agrees: ("agrees", nil)
      case .disagrees: ("disagrees", nil)
      case .explained(let name): ("other", name)
      case .open: ("open", nil)
      }
    members.append(("taken", .string(taken)))
    if let other { members.append(("for", .string(other))) }
    if let row = figure.row { members.append(("row", .string(row))) }
    if let quantity = figure.quantity { members.append(("quantity", .string(quantity))) }
    if let rule = figure.rule { members.append(("rule", .string(rule))) }
    return .object(members)
  }

  /// A cause as other programs read it.
  public static func cause(_ cause: Cause) -> JSONValue {
    var members = members(cause.kind, cause.names, cause.factor)
    if !cause.units.isEmpty { members.append(("units", .array(cause.units.map { .string($0) }))) }
    // Each further slip hangs on the one before.
    let further = cause.further.reversed().reduce(nil as JSONValue?) { rest, slip in
      var members = self.members(slip.kind, slip.names, slip.factor)
      if let rest { members.append(("and", rest)) }
      return .object(members)
    }
    if let further { members.append(("and", further)) }
    return .object(members)
  }

  private static func members(
    _ kind: Cause.Kind, _ names: [String], _ factor: Double?
  ) -> [(key: String, value: JSONValue)] {
    var members: [(key: String, value: JSONValue)] = [
      ("id", .string(kind.rawValue)), ("names", .array(names.map { .string($0) })),
    ]
    if let factor {
      members.append(("factor", .number(NumberFormat.rounded(factor, figures: 6))))
    }
    return members
  }
}
