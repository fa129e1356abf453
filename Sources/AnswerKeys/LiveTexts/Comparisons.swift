import Diagnostics
import Exercises
import Formulas
import Quantities

/// What an amount is compared with, from the student's own values.
public struct Comparisons {
  public struct Found: Hashable, Sendable {
    /// Markdown on one line.
    public var text: String
    public var sources: [String]
  }

  private let reference: Reference
  private let sheet: Worksheet
  private var shown: ShownText
  /// Those whose unit can be read, with that unit.
  private let all: [(comparison: Comparison, unit: Unit)]

  public init(_ reference: Reference, on sheet: Worksheet, symbol: ((Unit) -> String)? = nil) {
    self.reference = reference
    self.sheet = sheet
    shown = ShownText(reference, on: sheet, symbol: symbol)
    shown.usesSmallerUnits = true
    all = reference.exercise.comparisons.compactMap { comparison in
      sheet.units.unit(written: comparison.unit.text).map { (comparison, $0) }
    }
  }

  /// The units whose amounts can be compared, as their authors write them, each once.
  public var units: [String] {
    var seen: Set<Dimension> = []
    return all.filter { seen.insert($0.unit.dimension).inserted }
      .map { $0.unit.symbol }
  }

  /// The unit in which amounts of a unit's dimension are compared; nil where none are.
  public func comparedUnit(for unit: Unit) -> Unit? {
    let dimension = unit.dimension
    return all.first { $0.unit.dimension == dimension }?.unit
  }

  /// The comparisons that fit the amount and whose names the student has, without those for
  /// which it is too small.
  public func found(for amount: Value) -> [Found] {
    fitting(amount).compactMap { comparison in
      guard !isTooSmall(amount, for: comparison) else { return nil }
      let state = shown.state(of: comparison.text, values: [Comparison.amount: amount])
      guard case .ready(let text) = state else { return nil }
      return Found(text: text, sources: sources(of: comparison))
    }
  }

  /// Whether a comparison is left out because the amount is less than a thousandth of it.
  public func leavesOut(for amount: Value) -> Bool {
    fitting(amount).contains { isTooSmall(amount, for: $0) }
  }

  private func fitting(_ amount: Value) -> [Comparison] {
    guard case .quantity(_, let own) = amount else { return [] }
    return all.filter { comparison, unit in
      unit.dimension == own.dimension
        && comparison.uses.allSatisfy(isAtHand)
    }.map(\.comparison)
  }

  private func isTooSmall(_ amount: Value, for comparison: Comparison) -> Bool {
    let read = ReadShow(comparison.text)
    return read.pieces.contains { piece in
      guard case .formula(_, let formula) = piece,
        case .success(.quantity(let number, let unit)) = sheet.evaluate(
          formula, where: read.names, values: [Comparison.amount: amount])
      else { return false }
      return abs(SmallerUnits.fitting(number, unit).0) < SmallerUnits.least
    }
  }

  private func isAtHand(_ use: Given) -> Bool {
    guard case .success(let value)? = sheet.value(of: .name(use.name)), let own = value.unit,
      case .quantity = value, let unit = unit(use.formula)
    else { return false }
    return own.dimension == unit.dimension
  }

  /// Its own source, or those of the constants that it uses.
  private func sources(of comparison: Comparison) -> [String] {
    if let source = comparison.source { return [source] }
    var read = ReadShow(comparison.text)
    let names = read.usedNames
    return reference.constants.filter { names.contains($0.name) }.compactMap(\.constant.source)
  }

  private func unit(_ text: SourcedText) -> Unit? { sheet.units.unit(written: text.text) }
}

extension UnitSystem {
  /// The unit that a text is, and nothing else.
  public func unit(written text: String) -> Unit? {
    guard case .success(let expression) = Parser.formula(text),
      case .success(.quantity(1, let unit)) = Worksheet(units: self).evaluate(expression)
    else { return nil }
    return unit
  }
}

/// Computes every comparison for one of its unit.
struct ComparisonCheck {
  private(set) var problems: [LocatedDiagnostic] = []

  init(_ reference: Reference) {
    for comparison in reference.exercise.comparisons { check(comparison, reference) }
  }

  private mutating func check(_ comparison: Comparison, _ reference: Reference) {
    let units = reference.units
    guard let unit = unit(comparison.unit, units, comparison) else { return }
    var values: [String: Value] = [Comparison.amount: .quantity(1, unit)]
    for use in comparison.uses {
      guard let unit = self.unit(use.formula, units, comparison) else { return }
      values[use.name] = .quantity(1, unit)
    }
    // Only constants are known of every exercise.
    let sheet = Worksheet(units: units)
    for constant in reference.constants { sheet.provide(constant.value, as: constant.name) }
    let hidden = Set(reference.exercise.constants.map(\.name))
      .subtracting(reference.constants.map(\.name))
    var read = ReadShow(comparison.text)
    guard read.usedNames.isDisjoint(with: hidden) else { return }
    for (text, problem) in read.problems { report(problem.diagnostic, text, comparison) }
    for case .formula(let hole, let expression) in read.pieces {
      if case .failure(let problem) = sheet.evaluate(expression, where: [], values: values) {
        report(problem.diagnostic, hole.formula, comparison)
      }
    }
  }

  private mutating func unit(
    _ text: SourcedText, _ units: UnitSystem, _ comparison: Comparison
  ) -> Unit? {
    if let unit = units.unit(written: text.text) { return unit }
    report(ReferenceWording.notAUnit(text.text), text, comparison)
    return nil
  }

  private mutating func report(
    _ diagnostic: Diagnostic, _ text: SourcedText, _ comparison: Comparison
  ) {
    problems.append(
      LocatedDiagnostic(
        diagnostic, in: SourceText(text.text, name: comparison.file, firstLine: text.line)))
  }
}
