import Diagnostics
import Formulas
import Quantities

/// What is said of errors, each as the end of a sentence.
public struct CauseWording {
  /// The bare numbers by which the student's formula multiplies to come to a factor, if it does.
  let madeByHand: (Double) -> [FormulaInputs.BareFactor]?
  /// Whether units took part, and have converted already.
  let hasUnits: Bool
  let mixups: UnitMixups
  let rowNames: [String]?

  /// - `unit`: the unit asked for.
  /// - `rowNames`: what the rows of the answer are called.
  public init(_ search: CauseSearch, unit: Unit, hasUnits: Bool, rowNames: [String]?) {
    madeByHand = search.response.formula.madeByHand
    self.hasUnits = hasUnits
    mixups = search.models.first?.mixups ?? UnitMixups([unit.symbol])
    self.rowNames = rowNames
  }

  /// Of formulas alone, where no value is at hand.
  init() {
    madeByHand = { _ in nil }
    hasUnits = true
    mixups = UnitMixups([])
    rowNames = nil
  }

  /// What the student is told; it never has the model's value.
  public func sentence(_ diagnosis: Diagnosis) -> String {
    let errors = diagnosis.errors
    if diagnosis.areTogether {
      let missing = errors.compactMap(\.missingFactor)
      if missing.count == errors.count {
        return "\(enumeration(missing.map(thing))) are not in it yet"
      }
      let clauses = errors.map { $0.clause(self, isAlone: false) }
      return errors.count > 2
        ? "\(errors.count) things at once: \(clauses.joined(separator: "; "))"
        : "two things at once, it seems. One: \(clauses[0]). The other: \(clauses[1])"
    }
    let clauses = errors.map { $0.clause(self, isAlone: true) }
    guard errors.count > 1 else { return clauses[0] }
    let missing = errors.compactMap { $0.missingFactor.map(thing) }
    return missing.count == errors.count
      ? "either \(missing.joined(separator: " or ")) is left out"
      : "either \(clauses.joined(separator: ", or "))"
  }

  // MARK: Without an error pattern

  public static let bareNumber = "a number in the formula has no unit: type it with its own"

  public static func lacking(_ name: String) -> String { "what it lacks has the unit of `\(name)`" }

  public static func misread(_ ambiguity: AmbiguousQuotient) -> String {
    "`\(ambiguity.typed)` was read as `\(ambiguity.read)`: type `\(ambiguity.line)`"
  }

  /// - `isTyped`: whether the unit was typed with the figure.
  public static func temperature(read: String, meant: String, isTyped: Bool) -> String {
    let other = isTyped ? "its unit is \(read)" : "\(read) is asked for"
    return "the figure is right in \(meant), and \(other)"
  }

  public static let otherOperation =
    "the figures fit, and what is done with them does not: look at each `*` and `/`"

  /// `10.000` for ten thousand.
  public static func pointOfThousands(_ typed: String) -> String {
    let groups = typed.replacing(".", with: "_")
    return
      "a point sets decimals apart, so that `\(typed)` is read as \(typed.prefix { $0 != "." })."
      + " If you mean thousands, type `\(groups)`"
  }

  public static let unitTyped = "look again at the unit that you typed"

  // MARK: Pieces

  func leftOut(_ origin: FormulaTree.Origin, isAlone: Bool) -> String {
    "\(thing(origin)) is left out" + (isAlone ? ", and all the rest fits" : "")
  }

  /// A part of the model answer in the words of the exercise.
  func thing(_ origin: FormulaTree.Origin) -> String {
    switch origin {
    case .name(let name): "`\(name)`"
    case .column(let key), .row(let key, _): "`\(key)`"
    case .formula(let text, _): "`\(text)`"
    case .literal(_, let unit):
      unit.isEmpty ? "a plain number of the formula" : "a figure in \(unit)"
    case .madeOf(let names): "the part with \(enumeration(names.map { "`\($0)`" }))"
    case .unit, .part: "a part of it"
    }
  }
}
