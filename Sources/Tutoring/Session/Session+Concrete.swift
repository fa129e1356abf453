import AnswerKeys
import Diagnostics
import ExerciseFiles
import Exercises
import Formulas
import MarkdownReading
import Quantities
import TextLayout

/// `:concrete`, which compares an amount with things that one knows.
extension Session {
  /// Rows of a column that are compared one by one; of a longer one, the sum is.
  private static let rowLimit = 6
  /// Names that are listed.
  private static let nameLimit = 12

  private var comparisons: Equivalencies {
    Equivalencies(compiled, on: sheet, symbol: writtenSymbol)
  }

  func concrete(_ typed: String) -> [StyledText] {
    let (text, isCO2) = withKnownGas(typed)
    let lines = concreteLines(text)
    return isCO2 ? lines + wrapped(ConcreteWording.gas, width: width) : lines
  }

  /// What was typed, with `CO₂` as `CO2`, and as `CO2e` where only that is a unit; and whether
  /// that is so.
  private func withKnownGas(_ typed: String) -> (text: String, isOtherUnit: Bool) {
    let text = typed.replacing("₂", with: "2")
    guard text.contains("CO2"), unitCalled("CO2") == nil, unitCalled("CO2e") != nil else {
      return (text, false)
    }
    let changed = text.replacing(#/\bCO2\b/#, with: "CO2e")
    return (changed, changed != text)
  }

  private func unitCalled(_ name: String) -> UnitID? {
    guard case .success(let formula) = Parser.formula(name) else { return nil }
    return try? Worksheet(units: sheet.units).evaluate(formula).get().unit
  }

  private func concreteLines(_ text: String) -> [StyledText] {
    let comparisons = comparisons
    let units = comparisons.units
    guard !units.isEmpty else { return wrapped(ConcreteWording.noComparisons, width: width) }
    if text.isEmpty {
      if let last = lastFormula, let value = amount(last), fits(value, comparisons) {
        return lines(of: value, named: last)
      }
      return overview(comparisons)
    }
    switch Parser.formula(text) {
    case .failure(let problem): return rendered(problem.diagnostic, in: SourceText(text))
    case .success(let expression):
      switch sheet.evaluate(expression) {
      case .failure(let problem): return rendered(problem.diagnostic, in: SourceText(text))
      case .success(let value):
        guard fits(value, comparisons) else { return misfit(value, text, units) }
        return lines(of: amount(text) ?? value, named: text)
      }
    }
  }

  /// The value of a formula; of an answer's name, in the unit asked for.
  private func amount(_ text: String) -> Value? {
    guard case .success(let expression) = Parser.formula(text) else { return nil }
    if case .name(let name) = expression.kind, let value = shownValue(of: .name(name)) {
      return value
    }
    return try? sheet.evaluate(expression).get()
  }

  private func fits(_ value: Value, _ comparisons: Equivalencies) -> Bool {
    value.unit.flatMap { comparisons.comparedUnit(for: $0) } != nil
  }

  private func misfit(_ value: Value, _ text: String, _ units: [String]) -> [StyledText] {
    let kind = value.unit.map { unit -> String in
      let name = sheet.units.describe(unit)
      return unit == .one || sheet.units.isPlain(unit) ? "a plain number" : name
    }
    return wrapped(
      ConcreteWording.misfit(
        withoutControls(text), kind: kind ?? value.kindName,
        isPlain: value.unit.map { sheet.units.isPlain($0) } ?? false, units: units),
      width: width)
  }

  // MARK: Amounts

  private func lines(of value: Value, named text: String) -> [StyledText] {
    switch value {
    case .quantity(let number, let unit):
      return lines(of: number, unit, title: title(text, value)) + sourceLines(of: [value])
    case .column(let numbers, let unit):
      return lines(of: numbers, unit, named: text, rowNames: sheet.rowNames(for: value))
    case .texts, .truths, .text, .truth, .table, .function: return []
    }
  }

  /// A column: each row, or all together where there are many.
  private func lines(
    of numbers: [Double], _ unit: UnitID, named text: String, rowNames: [String]?
  ) -> [StyledText] {
    let present = numbers.filter(\.isFinite)
    guard numbers.count <= Self.rowLimit else {
      let sum = Value.quantity(present.reduce(0, +), unit)
      let head = ConcreteWording.sum(
        withoutControls(text), display.text(sum), rows: present.count)
      return lines(of: present.reduce(0, +), unit, title: head) + sourceLines(of: [sum])
    }
    var output: [StyledText] = []
    for (row, number) in numbers.enumerated() {
      let name = rowNames.flatMap { $0.count == numbers.count ? $0[row] : nil } ?? "\(row)"
      let value = Value.quantity(number, unit)
      if row > 0 { output.append(StyledText()) }
      output += lines(
        of: number, unit,
        title: StyledText(withoutControls(name), .name) + "  " + display.text(value))
    }
    if numbers.count > 1 {
      output += wrapped(ConcreteWording.takesTogether(withoutControls(text)), width: width)
    }
    return output + sourceLines(of: present.prefix(1).map { .quantity($0, unit) })
  }

  private func title(_ text: String, _ value: Value) -> StyledText {
    let shown = display.text(value)
    let typed = withoutControls(text)
    return typed == shown.plain ? shown : StyledText(typed, .name) + "  " + shown
  }

  private func lines(of number: Double, _ unit: UnitID, title: StyledText) -> [StyledText] {
    var output = wrapped(title, width: width, indent: 2)
    guard number.isFinite else { return output + wrapped(ConcreteWording.missing, width: width) }
    guard number > 0 else {
      return output
        + wrapped(number < 0 ? ConcreteWording.negative : ConcreteWording.zero, width: width)
    }
    let found = comparisons.found(for: .quantity(number, unit))
    let leavesOut = comparisons.leavesOut(for: .quantity(number, unit))
    guard !found.isEmpty else {
      return output
        + wrapped(leavesOut ? ConcreteWording.tooSmall : ConcreteWording.nothingFits, width: width)
    }
    output += prose(found.map { "- " + $0.text }.joined(separator: "\n"))
    if leavesOut { output += wrapped(ConcreteWording.tooSmallForOthers, width: width) }
    return output
  }

  /// Where the figures of comparisons come from, each source once, and as what a mass was taken.
  private func sourceLines(of values: [Value]) -> [StyledText] {
    guard let value = values.first, case .quantity(let number, let unit) = value, number > 0 else {
      return []
    }
    var output: [StyledText] = []
    if let compared = comparisons.comparedUnit(for: unit) {
      let missing = labels(of: compared).filter { !labels(of: unit).contains($0) }
      if !missing.isEmpty {
        output += wrapped(
          ConcreteWording.takenAs(writtenSymbol(compared)), width: width)
      }
    }
    var seen: Set<String> = []
    let sources = comparisons.found(for: value).flatMap(\.sources)
      .filter { seen.insert($0).inserted }
    if !sources.isEmpty { output += wrapped(ConcreteWording.sources(sources), width: width) }
    return output
  }

  private func labels(of unit: UnitID) -> [String] {
    sheet.units.accounts(of: unit).filter { $0.origin == .label }.map(\.symbol)
  }

  // MARK: What there is

  private func overview(_ comparisons: Equivalencies) -> [StyledText] {
    let keys = order().sorted(
      sheet.keys.filter { key in shownValue(of: key).map { fits($0, comparisons) } ?? false })
    var lines: [StyledText] = []
    if !keys.isEmpty { lines += wrapped(ConcreteWording.canBe, width: width) }
    for key in keys.prefix(Self.nameLimit) {
      guard let value = shownValue(of: key) else { continue }
      lines += wrapped(
        "  " + StyledText(withoutControls("\(key)"), .name) + "  " + display.text(value),
        width: width, indent: 4)
    }
    if keys.count > Self.nameLimit {
      lines += wrapped(ConcreteWording.more(keys.count - Self.nameLimit), width: width)
    }
    return lines
      + wrapped(
        ConcreteWording.howTo(
          comparisons.units, example: keys.first.map { withoutControls("\($0)") }),
        width: width)
  }

  /// Names and amounts that may follow `:concrete`, for completion.
  func concreteNames() -> [String] {
    let comparisons = comparisons
    return sheet.keys.filter { key in shownValue(of: key).map { fits($0, comparisons) } ?? false }
      .map { "\($0)" }.sorted()
  }
}
