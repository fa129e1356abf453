import Diagnostics
import Quantities

/// Makes the program of a formula from what the evaluator says of each of its parts.
///
/// It knows few kinds of formulas and gives up on all others; whether it was right is tried with
/// other numbers afterwards.
struct ProgramBuilder {
  private let sheet: Worksheet
  private let products: UnitProducts
  /// Places of the numbers that differ from line to line.
  private let places: [Span]
  private var steps: [FormulaProgram.Step] = []

  private typealias Form = Evaluator.Form

  /// Nil for a formula that it does not know.
  static func program(
    of formula: Expression, numbersAt places: [Span], on sheet: Worksheet, products: UnitProducts
  ) -> FormulaProgram? {
    var builder = ProgramBuilder(sheet: sheet, products: products, places: places)
    guard let whole = builder.add(formula) else { return nil }
    let program = FormulaProgram(steps: builder.steps, unit: whole.unit)
    return program.fits ? program : nil
  }

  private init(sheet: Worksheet, products: UnitProducts, places: [Span]) {
    (self.sheet, self.products, self.places) = (sheet, products, places)
  }

  /// What the evaluator makes of a part by itself.
  private func evaluated(_ part: Expression) -> (number: Double, unit: Unit, form: Form)? {
    var evaluator = sheet.evaluator
    guard let operand = try? evaluator.operand(part),
      case .quantity(let number, let unit) = operand.value, !unit.isTemperaturePoint,
      !unit.isTemperatureDifference
    else { return nil }
    return (number, unit, operand.form)
  }

  private func hasNumber(_ part: Expression) -> Bool {
    places.contains { part.span.start <= $0.start && $0.end <= part.span.end }
  }

  private mutating func add(_ part: Expression) -> (unit: Unit, form: Form)? {
    guard let (number, unit, form) = evaluated(part), usesNoNames(part) else { return nil }
    guard hasNumber(part) else {
      steps.append(.constant(number))
      return (unit, form)
    }
    switch part.kind {
    case .number:
      guard let place = places.firstIndex(of: part.span) else { return nil }
      steps.append(.load(place))
    case .group(let inner):
      guard add(inner) != nil else { return nil }
    case .negation(let inner):
      guard add(inner) != nil else { return nil }
      steps.append(.negate)
    case .implicit(let left, let right), .binary(.multiply, let left, let right):
      guard let first = add(left), let second = add(right) else { return nil }
      if case .implicit = part.kind, first.form == .number, second.form == .unit {
        steps.append(.multiply(.identity))
      } else {
        guard let conversion = conversion(first, second, inverted: false) else { return nil }
        steps.append(.multiply(conversion))
      }
    case .binary(.divide, let left, let right):
      guard let first = add(left), let second = add(right),
        let conversion = conversion(first, second, inverted: true)
      else { return nil }
      steps.append(.divide(conversion))
    case .binary(let sign, let left, let right) where sign == .add || sign == .subtract:
      // `2024-12-01` is read by its digits.
      if sign == .subtract, right.isFigure, case .binary(.subtract, _, _) = left.kind { return nil }
      guard let first = add(left), let second = add(right),
        let conversion = second.unit.conversion(to: first.unit)
      else { return nil }
      steps.append(sign == .add ? .add(conversion) : .subtract(conversion))
    case .conversion(let value, let target):
      guard !hasNumber(target), let source = add(value),
        let conversion = source.unit.conversion(to: unit)
      else { return nil }
      steps.append(.convert(conversion))
    case .text, .truth, .name, .unitWord, .not, .binary, .conditional, .call, .method, .member,
      .element, .list:
      return nil
    }
    return (unit, form)
  }

  private func conversion(
    _ left: (unit: Unit, form: Form), _ right: (unit: Unit, form: Form), inverted: Bool
  ) -> Conversion? {
    let keepsUnit = right.form == .unit && left.form != .computed
    return try? products.product(left.unit, right.unit, inverted: inverted, merged: !keepsUnit)
      .conversion
  }

  /// Whether its words are units, whatever names there are.
  private func usesNoNames(_ part: Expression) -> Bool {
    !part.reads { link in
      switch link {
      case .name(let word), .unit(let word):
        word == "%" || sheet.hasName(word) || BuiltinConstant.isConstant(word)
      case .column, .receiver: true
      }
    }
  }
}
