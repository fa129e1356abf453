import Charts
import Diagnostics
import Exercises
import Formulas

extension Command {
  static let plot = Command(
    "plot", argument: "1.2.3", "charts of a question; `:plot save name.svg` saves the last one",
    completes: { session, _ in
      session.exercise.questions.filter { !$0.charts.isEmpty }.map(\.id) + ["save "]
    },
    run: { $0.plot($1) })
}

/// `:plot`, charts of questions, and statements that draw.
extension Session {
  func plot(_ argument: String) -> [SessionEvent] {
    if argument == "save" || argument.hasPrefix("save ") {
      return saveChart(trimmed(String(argument.dropFirst(4))))
    }
    guard let wanted = argument.isEmpty ? question : exercise.question(argument) else {
      return told(SessionDiagnostics.unknownQuestion(argument, known: exercise.questions.map(\.id)))
    }
    guard !wanted.charts.isEmpty else {
      return [.chartMessage(.chartsOf(exercise.questions.filter { !$0.charts.isEmpty }.map(\.id)))]
    }
    return Array(chartLines(of: wanted).dropFirst())
  }

  /// The charts of a question as far as they can be drawn, each after an empty line.
  func chartLines(of question: Question) -> [SessionEvent] {
    lines(of: QuestionCharts.charts(of: question, in: graded), of: question)
  }

  private func lines(of charts: [QuestionChart], of question: Question) -> [SessionEvent] {
    charts.flatMap { found -> [SessionEvent] in
      guard let chart = found.chart else {
        return [.gap, .chartMessage(.noChartYet(found.title, found.missing))]
      }
      if found.missing.isEmpty { drawnCharts.insert(question.id) }
      return [.gap, shown(chart)]
    }
  }

  /// The charts of the question at hand, where a statement has just given the last of their names
  /// a value.
  func chartsNowComplete() -> [SessionEvent] {
    guard !question.charts.isEmpty, !drawnCharts.contains(question.id) else { return [] }
    let charts = QuestionCharts.charts(of: question, in: graded)
    guard charts.allSatisfy({ $0.missing.isEmpty && $0.chart != nil }) else { return [] }
    return lines(of: charts, of: question)
  }

  private func shown(_ chart: Chart) -> SessionEvent {
    lastChart = chart
    return .chart(chart)
  }

  /// Draws what a statement such as `plot(x, y)` asks for; it is kept in the notebook once.
  func draw(
    _ drawing: PlotStatement, _ statement: Statement, in source: SourceText, keeping whole: String
  ) -> [SessionEvent] {
    let entered = sheet.enter(statement)
    if let problem = entered.problem { return told(problem.diagnostic, in: source) }
    let typed = String(decoding: source.bytes, as: UTF8.self)
    let chart: Chart
    do { chart = try PlotBuilder(drawing, in: typed, on: graded).chart() } catch {
      return told(error.diagnostic, in: source)
    }
    var output = [shown(chart)]
    let isKept = file.statements().contains {
      $0.question == question.id && $0.statement.text == statement.text
    }
    if !isKept {
      let before = file
      file.append(whole, toQuestion: question.id, title: question.title)
      history.remember(statement.text, before: before)
      output += save()
    }
    return output
  }

  // MARK: Saving

  /// Writes the last chart shown into the notebook's folder, never over another's file.
  private func saveChart(_ name: String) -> [SessionEvent] {
    guard let chart = lastChart else { return [.chartMessage(.nothingToSave)] }
    guard Self.isPictureName(name) else { return told(PlotWording.saveName(name)) }
    let path = store.path.lastIndex(of: "/").map { store.path[...$0] + name } ?? name
    switch PictureFile.write(SVGChart.text(chart), to: path) {
    case .written: return [.chartMessage(.saved(path))]
    case .taken: return told(PlotWording.saveTaken(name))
    case .trouble(let trouble): return told(PlotWording.saveFails(name, trouble))
    }
  }

  /// A plain name with nothing of a path in it.
  private static func isPictureName(_ name: String) -> Bool {
    guard name.lowercased().hasSuffix(".svg"), name.utf8.count <= 100, let first = name.first,
      first.isLetter || first.isNumber || first == "_", name.count > 4
    else { return false }
    return name.allSatisfy {
      $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" || $0 == "." || $0 == " "
    }
  }
}
