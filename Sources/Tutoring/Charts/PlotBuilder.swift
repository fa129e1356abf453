import Charts
import Diagnostics
import Formulas
import NotebookGrading

/// Makes the chart of a statement such as `plot(x, y)`.
struct PlotBuilder {
  private let drawing: PlotStatement
  private let text: [UInt8]
  private let offset: Int
  private let graded: GradedNotebook
  private var sheet: Worksheet { graded.sheet }

  /// - Parameters:
  ///   - text: what the statement was read from, or the statement alone.
  ///   - offset: where the text begins among the places that the drawing speaks of.
  init(_ drawing: PlotStatement, in text: String, at offset: Int = 0, on graded: GradedNotebook) {
    self.drawing = drawing
    self.text = Array(text.utf8)
    self.offset = offset
    self.graded = graded
  }

  /// An argument with its value.
  private struct Argument {
    var value: Value
    var span: Span
    /// As typed.
    var text: String
    /// What an axis is called for it.
    var name: String
  }

  /// Why a statement cannot be drawn, with its place in the text.
  struct Problem: Error { var diagnostic: Diagnostic }

  func chart() throws(Problem) -> Chart {
    if let curve = sheet.curve(of: drawing) { return try line(curve) }
    let arguments = try evaluated(drawing.arguments[...])
    guard let first = arguments.first else {
      throw Problem(diagnostic: PlotWording.needsColumn(drawing.name, at: drawing.nameSpan))
    }
    if case .function(let name) = first.value {
      throw Problem(diagnostic: PlotWording.functionNeedsRange(name, at: first.span))
    }
    switch drawing.kind {
    case .histogram: return try histogram(of: arguments)
    case .bars: return try bars(of: arguments)
    case .plot, .scatter:
      if case .texts = first.value, arguments.count > 1 { return try bars(of: arguments) }
      return try points(of: arguments)
    }
  }

  // MARK: Kinds

  private func histogram(of arguments: [Argument]) throws(Problem) -> Chart {
    let numbers = try numbers(arguments[0])
    var bins: Int?
    if arguments.count > 1 {
      guard arguments.count == 2, case .quantity(let count, .one) = arguments[1].value,
        count.rounded() == count, (1...100).contains(count)
      else { throw Problem(diagnostic: PlotWording.bins(at: arguments[1].span)) }
      bins = Int(bounded: count)
    }
    let axis = self.axis(arguments[0])
    return Chart(
      .histogram, title: axis.label, x: axis,
      series: [.init(points: numbers.map { .init(x: $0, y: 0) })], bins: bins)
  }

  private func bars(of arguments: [Argument]) throws(Problem) -> Chart {
    var columns = arguments[...]
    var names: [String]?
    if case .texts(let texts) = arguments[0].value, arguments.count > 1 {
      names = texts
      columns = columns.dropFirst()
    }
    let numbers = try series(Array(columns))
    if let names { try check(arguments[0], names.count, arguments[1], numbers[0].count) }
    let labels = names ?? sheet.rowNames(for: .column(numbers[0], .one))
    let axis = self.axis(columns[columns.startIndex])
    let isSeveral = columns.count > 1
    return Chart(
      .bars, title: isSeveral ? columns.map(\.name).joined(separator: ", ") : axis.label,
      y: Chart.Axis(isSeveral ? "" : axis.label, unit: axis.unit),
      series: zip(columns, numbers).map { column, numbers in
        Chart.Series(
          isSeveral ? column.name : "",
          points: numbers.enumerated().map { row, number in
            .init(x: Double(row), y: number, label: labels?[row] ?? PlotWording.row(row))
          })
      })
  }

  private func points(of arguments: [Argument]) throws(Problem) -> Chart {
    let first = arguments[0]
    if arguments.count == 1 {
      if drawing.kind == .plot, hasNamedRows(first) { return try bars(of: arguments) }
      let numbers = try numbers(first)
      let y = axis(first)
      let labels = self.labels(numbers)
      return Chart(
        drawing.kind == .plot ? .lines : .scatter, title: y.label,
        x: Chart.Axis(PlotWording.rows, isWhole: true), y: y,
        series: [
          .init(
            points: numbers.enumerated().map {
              .init(x: Double($0.offset), y: $0.element, label: labels?[$0.offset])
            })
        ])
    }
    let x = try numbers(first)
    let columns = try series(Array(arguments.dropFirst()))
    for (column, argument) in zip(columns, arguments.dropFirst()) {
      try check(first, x.count, argument, column.count)
    }
    return points(x, columns, arguments)
  }

  /// Refuses columns of two lengths.
  private func check(
    _ first: Argument, _ count: Int, _ second: Argument, _ other: Int
  ) throws(Problem) {
    guard count != other else { return }
    throw Problem(
      diagnostic: PlotWording.lengths(
        (first.text, count, first.span), (second.text, other, second.span)))
  }

  private func points(_ x: [Double], _ columns: [[Double]], _ arguments: [Argument]) -> Chart {
    let axes = (x: axis(arguments[0]), y: axis(arguments[1]))
    let isSeveral = columns.count > 1
    // Python joins the points in any order; here they are joined where that makes a curve.
    let finite = x.filter(\.isFinite)
    let isCurve = finite.count > 1 && zip(finite, finite.dropFirst()).allSatisfy { $0 < $1 }
    let labels = isCurve || isSeveral ? nil : self.labels(x)
    let names = arguments.dropFirst().map(\.name).joined(separator: ", ")
    return Chart(
      drawing.kind == .plot && isCurve ? .lines : .scatter,
      title: PlotWording.title(names, against: arguments[0].name), x: axes.x,
      y: Chart.Axis(isSeveral ? "" : axes.y.label, unit: axes.y.unit),
      series: zip(columns, arguments.dropFirst()).map { column, argument in
        Chart.Series(
          isSeveral ? argument.name : "",
          points: x.indices.map { .init(x: x[$0], y: column[$0], label: labels?[$0]) })
      })
  }

  /// `plot(f, 0 user, 1000 user)`.
  private func line(_ function: FunctionDefinition) throws(Problem) -> Chart {
    let formula = drawing.arguments[0]
    let name = typed(formula)
    let ends = try evaluated(drawing.arguments.dropFirst())
    guard function.parameters.count == 1, ends.count == 2,
      case .quantity(let first, let firstUnit) = ends[0].value,
      case .quantity(let last, let lastUnit) = ends[1].value
    else { throw Problem(diagnostic: PlotWording.functionNeedsRange(name, at: formula.span)) }
    let isZero = first == 0 && firstUnit == .one
    guard let low = isZero ? 0 : ends[0].value.converted(to: lastUnit)?.numbers?.first,
      low < last
    else {
      throw Problem(diagnostic: PlotWording.range(at: ends[0].span.union(ends[1].span)))
    }
    let samples = ChartBuilder.samples(from: low, to: last)
    switch FunctionSampling.values(of: function, at: samples, lastUnit, on: sheet) {
    case .failure(let problem):
      throw Problem(diagnostic: PlotWording.functionFails(name, problem, at: formula.span))
    case .success(let value):
      guard let numbers = value.numbers, let unit = value.unit else {
        throw Problem(
          diagnostic: PlotWording.notNumbers(
            name, found: value.kindName, at: formula.span, isTexts: false))
      }
      let heights = numbers.count == samples.count ? numbers : samples.map { _ in numbers[0] }
      let parameter = function.parameters[0]
      return Chart(
        .lines, title: PlotWording.title(name, against: parameter),
        x: Chart.Axis(parameter, unit: lastUnit.symbol), y: Chart.Axis(name, unit: unit.symbol),
        series: [.init(points: zip(samples, heights).map { .init(x: $0, y: $1) })])
    }
  }

  // MARK: Values

  private func evaluated(_ expressions: ArraySlice<Expression>) throws(Problem) -> [Argument] {
    var arguments: [Argument] = []
    for expression in expressions {
      switch sheet.evaluate(expression) {
      case .failure(let problem): throw Problem(diagnostic: problem.diagnostic)
      case .success(let value):
        let text = typed(expression)
        arguments.append(
          Argument(
            value: sheet.key(namedBy: expression).map { graded.asShown(value, of: $0) } ?? value,
            span: expression.span, text: text, name: name(of: expression, typed: text)))
      }
    }
    return arguments
  }

  private func numbers(_ argument: Argument) throws(Problem) -> [Double] {
    if let numbers = argument.value.numbers { return numbers }
    var isTexts = false
    if case .texts = argument.value { isTexts = true }
    throw Problem(
      diagnostic: PlotWording.notNumbers(
        argument.text, found: argument.value.kindName, at: argument.span, isTexts: isTexts))
  }

  /// Columns of one length, in the unit of the first.
  private func series(_ arguments: [Argument]) throws(Problem) -> [[Double]] {
    let first = arguments[0]
    var columns = [try numbers(first)]
    for argument in arguments.dropFirst() {
      let own = try numbers(argument)
      guard let unit = first.value.unit else {
        columns.append(own)
        continue
      }
      guard let converted = argument.value.converted(to: unit)?.numbers else {
        throw Problem(
          diagnostic: PlotWording.units(
            (first.text, symbol(first), first.span),
            (argument.text, symbol(argument), argument.span)))
      }
      try check(first, columns[0].count, argument, converted.count)
      columns.append(converted)
    }
    return columns
  }

  private func symbol(_ argument: Argument) -> String { argument.value.unit?.symbol ?? "" }

  /// What rows are called, where they are few enough to be told apart.
  private func labels(_ numbers: [Double]) -> [String]? {
    numbers.count > Chart.labelLimit ? nil : sheet.rowNames(for: .column(numbers, .one))
  }

  /// Whether the rows are things with names, of which none comes between two others.
  private func hasNamedRows(_ argument: Argument) -> Bool {
    // A list that is typed has rows of its own.
    if case .list = drawing.arguments[0].kind { return false }
    guard let count = argument.value.numbers?.count, count <= Chart.barLimit else { return false }
    return sheet.rowNames(for: argument.value) != nil
  }

  private func axis(_ argument: Argument) -> Chart.Axis {
    let unit = symbol(argument)
    var label = argument.name
    // `Training Time (GPU hours)` has its unit said once.
    if !unit.isEmpty, label.hasSuffix(")"), label.contains(" "),
      let bracket = label.lastIndex(of: "(")
    {
      label = String(label[..<bracket])
    }
    return Chart.Axis(label, unit: unit)
  }

  /// The heading of a column, or the formula as typed.
  private func name(of expression: Expression, typed: String) -> String {
    switch expression.kind {
    case .element(_, let element): if case .text(let column) = element.kind { return column }
    case .member(_, let name, _): return name
    case .number, .text, .truth, .name, .unitWord, .implicit, .negation, .not, .binary,
      .conversion, .conditional, .call, .method, .list, .group:
      break
    }
    return typed.count > 40 ? typed.prefix(40) + "…" : typed
  }

  private func typed(_ expression: Expression) -> String {
    let (start, end) = (expression.span.start - offset, expression.span.end - offset)
    guard start >= 0, start < end, end <= text.count else { return "" }
    return withoutControls(String(decoding: text[start..<end], as: UTF8.self))
  }
}
