import Quantities

/// What a function makes of numbers alone, for those who compute with them in coherent base units.
extension BuiltinFunction {
  /// The power to which it takes its argument, such as ½ for `sqrt`; nil for any other function.
  public var power: Exponent? {
    guard case .elementwise(let rule) = computation, case .power(let above, let below) = rule.result
    else { return nil }
    return Exponent(above, over: below)
  }

  /// What it makes of its arguments, be they in radians or without unit; nil where it also takes
  /// anything else, or more than numbers.
  public var ofPlainNumbers: (@Sendable ([Double]) -> Double)? {
    switch computation {
    case .elementwise(let rule):
      guard rule.takes != .number else { return nil }
      let compute = rule.compute
      return { $0.count == 1 ? compute($0[0]) : .nan }
    case .pairwise(let rule):
      let compute = rule.compute
      return { $0.count == 2 ? compute($0[0], $0[1]) : .nan }
    case .statistic(let statistic):
      guard let compute = statistic.ofTwo else { return nil }
      return { $0.count == 2 ? compute($0[0], $0[1]) : .nan }
    case .column, .sequence, .custom: return nil
    }
  }

  /// Whether its result has the unit of its arguments: `hypot`, `max`.
  public var keepsUnit: Bool {
    switch computation {
    case .elementwise(let rule): if case .kept = rule.result { true } else { false }
    case .pairwise(let rule): if case .kept = rule.result { true } else { false }
    case .statistic: true
    case .column, .sequence, .custom: false
    }
  }

  /// As it is written in a formula: `ln` for `log`, which other languages take for another.
  public var usualName: String { names.contains("ln") ? "ln" : names[0] }
}
