import AnswerKeys
import Diagnostics
import Formulas
import Quantities

extension Command {
  static let concrete = Command(
    "concrete", argument: "3 t CO2e", "an amount beside what one knows: kilometres, litres …",
    completes: { session, _ in session.concreteNames() }, run: { $0.concrete($1) })
}

/// `:concrete`, which compares an amount with things that one knows.
extension Session {
  /// Rows of a column that are compared one by one; of a longer one, the sum is.
  private static let rowLimit = 6
  /// Names that are listed.
  private static let nameLimit = 12

  private var comparisons: Equivalencies {
    Equivalencies(compiled, on: sheet, symbol: writtenSymbol)
  }

  func concrete(_ typed: String) -> [SessionEvent] {
    let (text, isCO2) = withKnownGas(typed)
    let lines = concreteLines(text)
    return isCO2 ? lines + [.equivalency(.gas)] : lines
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

  private func unitCalled(_ name: String) -> Unit? {
    guard case .success(let formula) = Parser.formula(name) else { return nil }
    return try? Worksheet(units: sheet.units).evaluate(formula).get().unit
  }

  private func concreteLines(_ text: String) -> [SessionEvent] {
    let comparisons = comparisons
    let units = comparisons.units
    guard !units.isEmpty else { return [.equivalency(.noComparisons)] }
    if text.isEmpty {
      if let last = lastFormula, let value = amount(last), fits(value, comparisons) {
        return lines(of: value, named: last)
      }
      return overview(comparisons)
    }
    switch Parser.formula(text) {
    case .failure(let problem): return told(problem.diagnostic, in: SourceText(text))
    case .success(let expression):
      switch sheet.evaluate(expression) {
      case .failure(let problem): return told(problem.diagnostic, in: SourceText(text))
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

  private func misfit(_ value: Value, _ text: String, _ units: [String]) -> [SessionEvent] {
    let kind = value.unit.map { unit -> String in
      let name = unit.meaning
      return unit == .one || unit.isPlain ? "a plain number" : name
    }
    return [
      .equivalency(
        .misfit(
          withoutControls(text), kind: kind ?? value.kindName,
          isPlain: value.unit?.isPlain ?? false, units: units))
    ]
  }

  // MARK: Amounts

  private func lines(of value: Value, named text: String) -> [SessionEvent] {
    switch value {
    case .quantity:
      return [equivalents(of: value, .typed(withoutControls(text)))] + sourceLines(of: [value])
    case .column(let numbers, let unit):
      return lines(of: numbers, unit, named: text, rowNames: sheet.rowNames(for: value))
    case .texts, .truths, .text, .truth, .table, .function: return []
    }
  }

  /// A column: each row, or all together where there are many.
  private func lines(
    of numbers: [Double], _ unit: Unit, named text: String, rowNames: [String]?
  ) -> [SessionEvent] {
    let present = numbers.filter(\.isFinite)
    let text = withoutControls(text)
    guard numbers.count <= Self.rowLimit else {
      let sum = Value.quantity(present.reduce(0, +), unit)
      return [equivalents(of: sum, .sum(of: text, rows: present.count))] + sourceLines(of: [sum])
    }
    var output: [SessionEvent] = []
    for (row, number) in numbers.enumerated() {
      let name = rowNames.flatMap { $0.count == numbers.count ? $0[row] : nil } ?? "\(row)"
      if row > 0 { output.append(.gap) }
      output.append(equivalents(of: .quantity(number, unit), .row(withoutControls(name))))
    }
    if numbers.count > 1 { output.append(.equivalency(.takesTogether(text))) }
    return output + sourceLines(of: present.prefix(1).map { .quantity($0, unit) })
  }

  private func equivalents(of amount: Value, _ title: ShownEquivalents.Title) -> SessionEvent {
    .equivalents(ShownEquivalents(title: title, amount: amount, found: found(for: amount)))
  }

  private func found(for amount: Value) -> ShownEquivalents.Found {
    guard case .quantity(let number, _) = amount, number.isFinite else { return .missing }
    guard number > 0 else { return number < 0 ? .negative : .zero }
    let found = comparisons.found(for: amount)
    let leavesOut = comparisons.leavesOut(for: amount)
    guard !found.isEmpty else { return leavesOut ? .tooSmall : .nothing }
    return .texts(found.map(\.text), leavesOut: leavesOut)
  }

  /// Where the figures of comparisons come from, each source once, and as what a mass was taken.
  private func sourceLines(of values: [Value]) -> [SessionEvent] {
    guard let value = values.first, case .quantity(let number, let unit) = value, number > 0 else {
      return []
    }
    var output: [SessionEvent] = []
    if let compared = comparisons.comparedUnit(for: unit) {
      let missing = labels(of: compared).filter { !labels(of: unit).contains($0) }
      if !missing.isEmpty { output += [.equivalency(.takenAs(writtenSymbol(compared)))] }
    }
    var seen: Set<String> = []
    let sources = comparisons.found(for: value).flatMap(\.sources)
      .filter { seen.insert($0).inserted }
    if !sources.isEmpty { output += [.equivalency(.sources(sources))] }
    return output
  }

  private func labels(of unit: Unit) -> [String] {
    unit.accounts.filter { $0.origin == .label }.map(\.symbol)
  }

  // MARK: What there is

  private func overview(_ comparisons: Equivalencies) -> [SessionEvent] {
    let keys = order().sorted(
      sheet.keys.filter { key in shownValue(of: key).map { fits($0, comparisons) } ?? false })
    var lines: [SessionEvent] = []
    if !keys.isEmpty { lines += [.equivalency(.canBe)] }
    for key in keys.prefix(Self.nameLimit) {
      guard let value = shownValue(of: key) else { continue }
      lines.append(.modelValue(name: withoutControls("\(key)"), shown(value, of: key)))
    }
    if keys.count > Self.nameLimit {
      lines += [.equivalency(.more(keys.count - Self.nameLimit))]
    }
    return lines
      + [
        .equivalency(
          .howTo(
            comparisons.units, example: keys.first.map { withoutControls("\($0)") }))
      ]
  }

  /// Names and amounts that may follow `:concrete`, for completion.
  func concreteNames() -> [String] {
    let comparisons = comparisons
    return sheet.keys.filter { key in shownValue(of: key).map { fits($0, comparisons) } ?? false }
      .map { "\($0)" }.sorted()
  }
}
