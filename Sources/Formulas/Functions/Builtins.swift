/// The functions of the language, by what they take.
enum Builtins {
  /// Of plain numbers (an angle or a percentage is one), element by element.
  static let ofPlainNumbers: Set<String> = [
    "exp", "log", "ln", "log10", "log2", "sin", "cos", "tan", "asin", "acos", "atan", "sinh",
    "cosh", "tanh", "asinh", "acosh", "atanh",
  ]
  /// Which keep the unit, element by element.
  static let keepingUnit: Set<String> = ["abs", "floor", "ceil", "trunc", "fract", "round"]
  /// Which take a unit to a power.
  static let roots: Set<String> = ["sqrt", "cbrt", "sqr"]
  /// Of a column: one number or count.
  static let aggregates: Set<String> = [
    "sum", "mean", "median", "std", "var", "min", "max", "count", "len",
  ]
  /// Of a column: a column.
  static let ofColumns: Set<String> = ["cumsum", "sort"]
  static let others: Set<String> = ["atan2", "hypot", "mod", "range", "linspace", "where"]

  /// Modules of Python whose functions are these.
  static let modules: Set<String> = ["np", "numpy", "math"]

  private static let functions = ofPlainNumbers.union(keepingUnit).union(roots).union(aggregates)
    .union(ofColumns).union(others)
  private static let methods = keepingUnit.union(aggregates).union(ofColumns).subtracting(["len"])

  static var names: [String] { functions.sorted() }
  static var methodNames: [String] { methods.sorted() }

  static func isFunction(_ name: String) -> Bool { functions.contains(name) }
  static func isMethod(_ name: String) -> Bool { methods.contains(name) }

  /// How many arguments a function takes.
  static func arity(_ name: String) -> ClosedRange<Int> {
    switch name {
    case "round": 1...2
    case "min", "max": 1...20
    case "range": 1...3
    case "linspace": 3...3
    case "where": 3...3
    case "atan2", "hypot", "mod": 2...2
    default: 1...1
    }
  }
}

/// The names of the language's functions, for completion and help.
public var functionNames: [String] { Builtins.names }

/// The names of the language's constants, for completion and help.
public var constantNames: [String] { Constants.names }
