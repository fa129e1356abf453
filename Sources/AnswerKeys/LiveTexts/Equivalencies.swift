import Exercises
import Formulas
import Quantities

/// An equivalency whose units are known.
public struct CompiledEquivalency {
  public let equivalency: Equivalency
  /// In which the amount of one is given.
  public let unit: Unit
  /// Names of the student's that it needs, with the unit of each; nil for one that is no unit.
  let uses: [(name: String, unit: Unit?)]

  /// Nil where its unit cannot be read.
  init?(_ equivalency: Equivalency, in units: UnitSystem) {
    guard let unit = try? units.unit(of: equivalency.unit).get() else { return nil }
    self.equivalency = equivalency
    self.unit = unit
    uses = equivalency.uses.map { ($0.name, try? units.unit(of: $0.formula).get()) }
  }
}

/// What an amount is compared with, from the student's own values.
public struct Equivalencies {
  /// What an amount is as much as.
  public struct Found: Hashable, Sendable {
    /// Markdown on one line.
    public var text: String
    public var sources: [String]
  }

  private let compiled: CompiledExercise
  private let sheet: Worksheet
  private var renderer: LiveTextRenderer
  private var all: [CompiledEquivalency] { compiled.equivalencies }

  public init(
    _ compiled: CompiledExercise, on sheet: Worksheet, symbol: ((Unit) -> String)? = nil
  ) {
    self.compiled = compiled
    self.sheet = sheet
    renderer = LiveTextRenderer(compiled, on: sheet, symbol: symbol)
    renderer.usesSmallerUnits = true
  }

  /// The units whose amounts can be compared, as their authors write them, each once.
  public var units: [String] {
    var seen: Set<Dimension> = []
    return all.map(\.unit).filter { seen.insert($0.dimension).inserted }.map(\.symbol)
  }

  /// The unit in which amounts of a unit's dimension are compared; nil where none are.
  public func comparedUnit(for unit: Unit) -> Unit? {
    all.first { $0.unit.dimension == unit.dimension }?.unit
  }

  /// The equivalencies that fit the amount and whose names the student has, without those for
  /// which it is too small.
  public func found(for amount: Value) -> [Found] {
    fitting(amount).compactMap { equivalency in
      guard !isTooSmall(amount, for: equivalency) else { return nil }
      let state = renderer.state(of: equivalency.text, values: [Equivalency.amount: amount])
      guard case .ready(let text) = state else { return nil }
      return Found(text: text, sources: sources(of: equivalency))
    }
  }

  /// Whether an equivalency is left out because the amount is less than a thousandth of it.
  public func leavesOut(for amount: Value) -> Bool {
    fitting(amount).contains { isTooSmall(amount, for: $0) }
  }

  private func fitting(_ amount: Value) -> [Equivalency] {
    guard case .quantity(_, let own) = amount else { return [] }
    return all.filter { one in
      one.unit.dimension == own.dimension && one.uses.allSatisfy { isAtHand($0, in: $1) }
    }.map(\.equivalency)
  }

  private func isTooSmall(_ amount: Value, for equivalency: Equivalency) -> Bool {
    equivalency.text.placeholders.contains { placeholder in
      guard let formula = placeholder.formula.expression,
        case .success(.quantity(let number, let unit)) = sheet.evaluate(
          formula, where: equivalency.text.ownNames, values: [Equivalency.amount: amount])
      else { return false }
      return abs(SmallerUnits.fitting(number, unit).0) < SmallerUnits.least
    }
  }

  private func isAtHand(_ name: String, in unit: Unit?) -> Bool {
    guard let unit, case .success(.quantity(_, let own))? = sheet.value(of: .name(name)) else {
      return false
    }
    return own.dimension == unit.dimension
  }

  /// Its own source, or those of the constants that it uses.
  private func sources(of equivalency: Equivalency) -> [String] {
    if let source = equivalency.source { return [source] }
    let names = equivalency.text.usedNames
    return compiled.constants.filter { names.contains($0.name) }.compactMap(\.constant.source)
  }
}
