import Charts
import Diagnostics
import Exercises
import Formulas
import TextLayout

/// `:plot`, charts of questions, and statements that draw.
extension Session {
  func plot(_ argument: String) -> [StyledText] {
    if argument == "save" || argument.hasPrefix("save ") {
      return saveChart(trimmed(String(argument.dropFirst(4))))
    }
    guard let wanted = argument.isEmpty ? question : exercise.question(argument) else {
      return rendered(
        SessionWording.unknownQuestion(argument, known: exercise.questions.map(\.id)))
    }
    guard !wanted.charts.isEmpty else {
      return wrapped(
        PlotWording.chartsOf(exercise.questions.filter { !$0.charts.isEmpty }.map(\.id)),
        width: width)
    }
    return Array(chartLines(of: wanted).dropFirst())
  }

  /// The charts of a question as far as they can be drawn, each after an empty line.
  func chartLines(of question: Question) -> [StyledText] {
    lines(of: QuestionCharts.charts(of: question, in: replay), of: question)
  }

  private func lines(of charts: [QuestionChart], of question: Question) -> [StyledText] {
    charts.flatMap { found -> [StyledText] in
      guard let chart = found.chart else {
        return [StyledText()]
          + wrapped(PlotWording.noChartYet(found.title, found.missing), width: width)
      }
      if found.missing.isEmpty { drawnCharts.insert(question.id) }
      return [StyledText()] + lines(of: chart)
    }
  }

  /// The charts of the question at hand, where a statement has just given the last of their names
  /// a value.
  func chartsNowComplete() -> [StyledText] {
    guard !question.charts.isEmpty, !drawnCharts.contains(question.id) else { return [] }
    let charts = QuestionCharts.charts(of: question, in: replay)
    guard charts.allSatisfy({ $0.missing.isEmpty && $0.chart != nil }) else { return [] }
    return lines(of: charts, of: question)
  }

  private func lines(of chart: Chart) -> [StyledText] {
    lastChart = chart
    return TerminalChart(width: width, height: surroundings.height(), unicode: surroundings.unicode)
      .lines(chart)
  }

  /// Draws what a statement such as `plot(x, y)` asks for; it is kept in the notebook once.
  func draw(
    _ drawing: Drawing, _ statement: Statement, in source: SourceText, keeping whole: String
  ) -> [StyledText] {
    let entered = sheet.enter(statement)
    if let problem = entered.problem { return rendered(problem.diagnostic, in: source) }
    let typed = String(decoding: source.bytes, as: UTF8.self)
    switch Plot(drawing, in: typed, on: replay).chart() {
    case .failure(let problem): return rendered(problem.diagnostic, in: source)
    case .success(let chart):
      var output = lines(of: chart)
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
  }

  // MARK: Saving

  /// Writes the last chart shown into the notebook's folder, never over another's file.
  private func saveChart(_ name: String) -> [StyledText] {
    guard let chart = lastChart else { return wrapped(PlotWording.nothingToSave, width: width) }
    guard Self.isPictureName(name) else { return rendered(PlotWording.saveName(name)) }
    let path = store.path.lastIndex(of: "/").map { store.path[...$0] + name } ?? name
    switch PictureFile.write(SVGChart.text(chart), to: path) {
    case .written: return wrapped(PlotWording.saved(path), width: width)
    case .taken: return rendered(PlotWording.saveTaken(name))
    case .trouble(let trouble): return rendered(PlotWording.saveFails(name, trouble))
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
