import Charts
import Diagnostics
import Exercises
import Formulas
import Quantities

/// Computes the formulas of an exercise's chart on a sheet, and makes the chart of what they come
/// to. What cannot be computed is left out and told.
struct ChartBuilder {
  /// Why a part of the chart cannot be drawn, or is not drawn as the author says.
  struct Fault {
    enum Kind {
      case formula(FormulaProblem)
      /// The labels are not as many as the rows.
      case labelCount(found: Int, rows: Int)
      case lengths(x: Int, y: Int)
      case notAUnit(Diagnostic)
      case notNumbers(found: String)
      case notTexts(found: String)
      /// A range whose ends are not two quantities of one dimension, or are the same.
      case noRange
      /// In another dimension than the axis asks for; drawn all the same where it is alone.
      case otherUnit(found: String, wanted: String, isDrawn: Bool)
    }

    var kind: Kind
    var text: SourcedText
    /// Of the series it keeps from being drawn.
    var series: String = ""
  }

  private let spec: ChartSpec
  private let sheet: Worksheet
  private let asked: (Expression) -> Unit?
  private(set) var faults: [Fault] = []

  /// Samples of a range, one more than its parts.
  private static let parts = 200

  /// - Parameters:
  ///   - sheet: is changed: a function is defined in it for each line over a range.
  ///   - asked: the unit in which a question asks for what a formula names; nil for all others.
  init(
    _ spec: ChartSpec, on sheet: Worksheet, asked: @escaping (Expression) -> Unit? = { _ in nil }
  ) {
    self.spec = spec
    self.sheet = sheet
    self.asked = asked
  }

  /// Numbers in the unit of their axis.
  private struct Axis {
    var unit: Unit?
    var wanted: AuthorFormula?

    init(_ text: AuthorFormula?) { wanted = text }
  }

  /// The chart; nil where no series can be drawn.
  mutating func chart() -> Chart? {
    var x = Axis(spec.xUnit)
    var y = Axis(spec.yUnit)
    x.unit = spec.xUnit.flatMap { unit($0) }
    y.unit = spec.yUnit.flatMap { unit($0) }
    let samples = spec.over.flatMap { range($0, &x) }
    if spec.over != nil, samples == nil { return nil }
    var series: [Chart.Series] = []
    var shared: [Double]?
    if let text = spec.x {
      shared = numbers(text, &x, series: "")
      if shared == nil { return nil }
    }
    var labels = spec.labels.flatMap { texts($0) }
    let values = spec.series.enumerated().map { place, own in
      own.y.flatMap { text in
        if let over = spec.over, let samples {
          line(text, over: over, samples, series: own.name)
        } else {
          value(text, series: own.name)
        }
      }
    }
    settle(&y, for: values)
    for (own, value) in zip(spec.series, values) {
      var heights: [Double] = []
      if let text = own.y {
        guard let value, let found = numbers(of: value, text, &y, series: own.name) else {
          continue
        }
        // A line that is the same everywhere.
        heights =
          found.count == 1 && samples != nil
          ? samples?.numbers.map { _ in found[0] } ?? found : found
      }
      var places = samples?.numbers ?? shared ?? heights.indices.map(Double.init)
      if let text = own.x {
        guard let found = numbers(text, &x, series: own.name) else { continue }
        places = found
      }
      if own.y == nil { heights = places.map { _ in 0 } }
      guard places.count == heights.count else {
        fault(.lengths(x: places.count, y: heights.count), (own.y ?? spec.x)?.source, own.name)
        continue
      }
      if let found = labels, found.count != places.count {
        if own == spec.series.first, let text = labelText {
          fault(.labelCount(found: found.count, rows: places.count), text, "")
        }
        labels = nil
      }
      let names = labels ?? (spec.kind == .bars ? rowNames(heights, own) : nil)
      series.append(
        Chart.Series(
          own.name,
          points: places.indices.map {
            Chart.Point(x: places[$0], y: heights[$0], label: names?[$0])
          }))
    }
    guard !series.isEmpty else { return nil }
    var across = axis(spec.xLabel, x)
    across.isWhole = samples == nil && spec.x == nil && spec.series.allSatisfy { $0.x == nil }
    return Chart(
      kind, title: spec.title, x: across, y: axis(spec.yLabel, y), series: series, bins: spec.bins)
  }

  private var kind: Chart.Kind {
    switch spec.kind {
    case .scatter: .scatter
    case .lines: .lines
    case .bars: .bars
    case .histogram: .histogram
    }
  }

  private func axis(_ label: String, _ axis: Axis) -> Chart.Axis {
    Chart.Axis(label, unit: axis.unit?.symbol ?? "")
  }

  private var labelText: SourcedText? {
    switch spec.labels {
    case .formula(let formula): formula.source
    case .texts: SourcedText("labels", line: spec.line)
    case nil: nil
    }
  }

  private func rowNames(_ numbers: [Double], _ series: ChartSpec.Series) -> [String]? {
    sheet.rowNames(for: .column(numbers, .one))
  }

  // MARK: Computing

  private mutating func fault(_ kind: Fault.Kind, _ text: SourcedText?, _ series: String) {
    faults.append(Fault(kind: kind, text: text ?? SourcedText("", line: spec.line), series: series))
  }

  /// The value of a formula; of an answer, in the unit asked for, as it is shown elsewhere.
  private mutating func value(_ text: AuthorFormula, series: String) -> Value? {
    switch text.parsed.flatMap({ formula in
      sheet.evaluate(formula).map { value in
        asked(formula).flatMap { value.converted(to: $0) } ?? value
      }
    }) {
    case .success(let value): return value
    case .failure(let problem):
      fault(.formula(problem), text.source, series)
      return nil
    }
  }

  /// Settles the unit of an axis where one of its values fits the unit declared for it, by the
  /// author or by a question that asks for a value. Then those that do not fit are not drawn,
  /// whichever comes first.
  private func settle(_ axis: inout Axis, for values: [Value?]) {
    let formulas = spec.series.lazy.compactMap(\.y).compactMap(\.expression)
    guard let declared = axis.unit ?? formulas.compactMap({ asked($0) }).first,
      values.contains(where: { $0?.converted(to: declared) != nil })
    else { return }
    axis.unit = declared
    axis.wanted = nil
  }

  private mutating func unit(_ text: AuthorFormula) -> Unit? {
    switch sheet.units.unit(of: text) {
    case .success(let unit): return unit
    case .failure(let found): fault(.notAUnit(found.diagnostic), text.source, "")
    }
    return nil
  }

  private mutating func numbers(
    _ text: AuthorFormula, _ axis: inout Axis, series: String
  ) -> [Double]? {
    guard let value = value(text, series: series) else { return nil }
    return numbers(of: value, text, &axis, series: series)
  }

  /// The numbers of a value in the unit of its axis, which the first value settles.
  private mutating func numbers(
    of value: Value, _ text: AuthorFormula, _ axis: inout Axis, series: String
  ) -> [Double]? {
    guard let own = value.unit else {
      fault(.notNumbers(found: value.kindName), text.source, series)
      return nil
    }
    guard let unit = axis.unit else {
      axis.unit = own
      return value.numbers
    }
    if let converted = value.converted(to: unit) {
      axis.wanted = nil
      return converted.numbers
    }
    let isFirst = axis.wanted != nil
    fault(.otherUnit(found: own.symbol, wanted: unit.symbol, isDrawn: isFirst), text.source, series)
    guard isFirst else { return nil }
    // Nothing has been drawn in the unit wanted: the values are drawn as they are.
    axis.wanted = nil
    axis.unit = own
    return value.numbers
  }

  private mutating func texts(_ labels: ChartSpec.Labels) -> [String]? {
    switch labels {
    case .texts(let texts): return texts
    case .formula(let text):
      guard let value = value(text, series: "") else { return nil }
      switch value {
      case .texts(let texts): return texts
      case .text(let text): return [text]
      case .quantity(let number, let unit): return [unit.text(of: number)]
      case .column(let numbers, let unit): return numbers.map { unit.text(of: $0) }
      case .truths, .truth, .table, .function:
        fault(.notTexts(found: value.kindName), text.source, "")
        return nil
      }
    }
  }

  // MARK: Ranges

  private struct Samples {
    /// In the unit of the range.
    var column: [Double]
    var unit: Unit
    /// In the unit of the axis.
    var numbers: [Double]
  }

  private mutating func range(_ over: ChartSpec.Over, _ axis: inout Axis) -> Samples? {
    guard let from = value(over.from, series: ""), let to = value(over.to, series: "") else {
      return nil
    }
    guard case .quantity(let first, let firstUnit) = from,
      case .quantity(let last, let lastUnit) = to
    else {
      fault(.noRange, over.to.source, "")
      return nil
    }
    // A bare 0 is in any unit.
    let low: Double? =
      first == 0 && firstUnit == .one ? 0 : from.converted(to: lastUnit)?.numbers?.first
    guard let low, low < last, low.isFinite, last.isFinite else {
      fault(.noRange, over.to.source, "")
      return nil
    }
    let column = Self.samples(from: low, to: last)
    guard let numbers = numbers(of: .column(column, lastUnit), over.to, &axis, series: "") else {
      return nil
    }
    return Samples(column: column, unit: lastUnit, numbers: numbers)
  }

  /// Evenly spaced, both ends among them.
  static func samples(from low: Double, to high: Double) -> [Double] {
    (0...parts).map { step in
      step == parts ? high : low + (high - low) * Double(step) / Double(parts)
    }
  }

  private mutating func line(
    _ text: AuthorFormula, over: ChartSpec.Over, _ samples: Samples, series: String
  ) -> Value? {
    let formula: Expression
    switch text.parsed {
    case .failure(let problem):
      fault(.formula(problem), text.source, series)
      return nil
    case .success(let parsed): formula = parsed
    }
    let function = FunctionDefinition(
      name: "", nameSpan: formula.span, parameters: [over.name], locals: [], result: formula)
    switch FunctionSampling.values(of: function, at: samples.column, samples.unit, on: sheet) {
    case .success(let value): return value
    case .failure(var problem):
      // Nobody has defined a function: it is the formula of a line.
      problem.function = nil
      fault(.formula(problem), text.source, series)
      return nil
    }
  }
}

/// Computes a function of one parameter over a range.
enum FunctionSampling {
  /// A column, or one quantity for a function that is the same everywhere. A function that does
  /// not take columns is computed sample by sample; where one of them fails, that is a gap.
  static func values(
    of function: FunctionDefinition, at samples: [Double], _ unit: Unit, on sheet: Worksheet
  ) -> Result<Value, FormulaProblem> {
    let whole = sheet.call(function, [.column(samples, unit)])
    guard case .failure(let problem) = whole else { return whole }
    switch problem.kind {
    case .tooManySteps, .tooManyCalls, .tooManyElements, .tooManyKept: return .failure(problem)
    default: break
    }
    var numbers: [Double] = []
    var common: Unit?
    for sample in samples {
      switch sheet.call(function, [.quantity(sample, unit)]) {
      case .success(let value):
        let own = common ?? value.unit ?? .one
        common = own
        numbers.append(value.converted(to: own)?.numbers?.first ?? .nan)
      case .failure:
        numbers.append(.nan)
        // A name that has no value fails everywhere; so many tries are enough.
        if common == nil, numbers.count == 20 { return .failure(problem) }
      }
    }
    guard let common else { return .failure(problem) }
    return .success(.column(numbers, common))
  }
}
