import AnswerKeys
import Charts
import Diagnostics
import Exercises
import Formulas
import NotebookGrading
import Quantities

/// A chart of a question as far as it can be drawn.
public struct QuestionChart: Sendable {
  /// The author's; empty where there is none.
  public var title: String
  /// Nil while nothing of it can be drawn. What is missing is among its remarks too.
  public var chart: Chart?
  /// What is missing, a sentence each.
  public var missing: [String]
}

/// The charts of an exercise's questions, drawn from a student's own values.
public enum QuestionCharts {
  /// In the order of the question. Values of wrong answers are drawn as they are, which is said
  /// under the chart.
  public static func charts(of question: Question, in graded: GradedNotebook) -> [QuestionChart] {
    guard !question.charts.isEmpty else { return [] }
    let doubts = UpstreamErrors(graded)
    let drawn = charts(
      of: question, on: sheet(of: graded), graded.compiled,
      asked: graded.compiled.answerKey.askedNames)
    return zip(question.charts, drawn).map { spec, drawn in
      var (drawn, spec) = (drawn, spec)
      let names = drawn.chart?.series.map(\.name) ?? []
      spec.series.removeAll { !names.contains(Chart.Series($0.name, points: []).name) }
      if let doubt = doubts.sentence(about: spec) { drawn.chart?.remarks.append(doubt) }
      return drawn
    }
  }

  /// The same from the model answers, for authors and teaching assistants.
  public static func modelCharts(of question: Question, in compiled: CompiledExercise)
    -> [QuestionChart]
  {
    guard !question.charts.isEmpty, compiled.exercise.release == nil else { return [] }
    return charts(of: question, on: modelSheet(of: question, compiled), compiled, asked: [:])
  }

  /// What a statement such as `plot(x, y)` draws; nil for other statements, and where it cannot be
  /// drawn.
  public static func chart(of statement: Statement, in graded: GradedNotebook) -> Chart? {
    graded.sheet.plot(of: statement).flatMap { drawing in
      try? PlotBuilder(drawing, in: statement.text, at: statement.span.start, on: graded).chart()
    }
  }

  private static func charts(
    of question: Question, on sheet: Worksheet, _ compiled: CompiledExercise,
    asked: [String: String]
  ) -> [QuestionChart] {
    question.charts.map { spec in
      var maker = ChartBuilder(spec, on: sheet) { compiled.answerKey.askedUnit(of: $0, on: sheet) }
      var chart = maker.chart()
      var missing: [String] = []
      for fault in maker.faults {
        let sentence = PlotWording.missing(fault, asked: asked)
        if !missing.contains(sentence) { missing.append(sentence) }
      }
      chart?.remarks += missing
      return QuestionChart(title: spec.title, chart: chart, missing: missing)
    }
  }

  /// A copy of the student's sheet in which every answer goes by its name, whatever it was bound
  /// to.
  private static func sheet(of graded: GradedNotebook) -> Worksheet {
    let sheet = graded.sheet
    var fixed: [Worksheet.Key: Value] = [:]
    for key in sheet.keys where sheet.formula(of: key) != nil {
      if case .success(let value)? = sheet.value(of: key) { fixed[key] = value }
    }
    var others: [String: Value] = [:]
    for answer in graded.compiled.answerKey.answers
    where sheet.value(of: .name(answer.spec.name)) != nil {
      // Of an answer given twice, the one that counts is drawn.
      let name = Worksheet.Key.name(answer.spec.name)
      guard let counted = graded.grader.judge(answer.spec).key, counted != name,
        case .success(let value)? = sheet.value(of: counted)
      else { continue }
      fixed[name] = value
    }
    for answer in graded.compiled.answerKey.answers
    where sheet.value(of: .name(answer.spec.name)) == nil {
      for key in answer.keys {
        if case .success(let value)? = sheet.value(of: key) {
          others[answer.spec.name] = value
          break
        }
      }
    }
    return sheet.copy(fixing: fixed, provided: others)
  }

  /// A sheet with the model answers up to a question.
  private static func modelSheet(of question: Question, _ compiled: CompiledExercise) -> Worksheet {
    let sheet = compiled.makeSheet()
    let last = compiled.exercise.questions.firstIndex { $0.id == question.id } ?? 0
    let before = Set(compiled.exercise.questions.prefix(last + 1).map(\.id))
    for answer in compiled.answerKey.answers where before.contains(answer.question) {
      sheet.provide(answer.value, as: answer.spec.name)
    }
    return sheet
  }

  /// What is wrong with the charts of an exercise, for its author, by line of the file: their
  /// formulas are computed with the model answers.
  public static func problems(in compiled: CompiledExercise) -> [LocatedDiagnostic] {
    // What is withheld gives a chart nothing to draw.
    if compiled.exercise.release != nil { return [] }
    return compiled.exercise.questions.flatMap { question in
      guard !question.charts.isEmpty else { return [LocatedDiagnostic]() }
      let sheet = modelSheet(of: question, compiled)
      return question.charts.flatMap { spec in
        var maker = ChartBuilder(spec, on: sheet)
        _ = maker.chart()
        return maker.faults.map { fault in
          LocatedDiagnostic(PlotWording.problem(fault), at: fault.text, in: compiled.exercise.file)
        }
      }
    }
  }
}

extension AnswerKey {
  /// The unit in which a question asks for what a formula names, be it a name or a column.
  func askedUnit(of formula: Expression, on sheet: Worksheet) -> Unit? {
    sheet.key(namedBy: formula).flatMap { answer(for: $0)?.unit }
  }

  /// The question that asks for each name.
  fileprivate var askedNames: [String: String] {
    Dictionary(answers.map { ($0.spec.name, $0.question) }, uniquingKeysWith: { first, _ in first })
      .merging(functions.map { ($0.spec.name, $0.question) }) { first, _ in first }
  }
}
