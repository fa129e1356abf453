import Diagnostics

/// A function of the language, with everything that is known of it. A new one is one entry in one
/// of the tables `elementwise`, `pairwise`, `statistics` and `columns`.
public struct BuiltinFunction: Sendable {
  /// The first is the usual one.
  public internal(set) var names: [String]
  /// What it is called in Python's libraries, in spreadsheets and in other languages.
  var foreignNames: [String] = []
  /// The names of its parameters, those last that may be left out.
  var parameters: [String]
  /// How many of the parameters may be left out.
  var optionalCount = 0
  /// Whether more of the same kind may follow the last parameter.
  var mayRepeat = false
  /// Whether it may stand behind a value and a point: `column.sum()`.
  public internal(set) var isMethod = false
  /// A call, and its value as it is shown.
  public internal(set) var example: (typed: String, shown: String)
  var computation: Computation

  /// What it makes of its arguments.
  enum Computation: Sendable {
    /// One number makes one, and a column goes through row by row.
    case elementwise(Elementwise)
    /// Two numbers make one, or two columns row by row.
    case pairwise(Pairwise)
    /// One number for the rows of a column.
    case statistic(Statistic)
    /// A column of another order, or of running figures.
    case column(ResultUnit, @Sendable ([Double]) -> [Double])
    /// A column out of single numbers.
    case sequence(Custom)
    case custom(Custom)
  }

  /// Computes a call whose arguments are of kinds of its own.
  typealias Custom = @Sendable (inout Evaluator, Call) throws(FormulaProblem) -> Value

  /// A call as it is typed; of a method, the first argument is the receiver.
  struct Call {
    var name: String
    var nameSpan: Span
    var arguments: [Argument]
  }

  /// How the unit of a result comes about.
  enum ResultUnit: Sendable {
    case plain, radians
    case kept
    /// The same, and no temperature, of which there are no sums.
    case total
    /// That of differences, to a power: 5 K for 5 °C.
    case difference(Int)
    /// The unit to a power; a temperature has none.
    case power(Int, over: Int)
  }

  struct Elementwise: Sendable {
    enum Operand: Sendable {
      case number, plainNumber
      /// A plain number that is taken as radians.
      case angle
    }

    var takes: Operand
    var result: ResultUnit
    /// The numbers for which there is no value.
    var undefined: String?
    /// Whether there would be a complex one.
    var isReal = false
    /// NaN where it has no value.
    var compute: @Sendable (Double) -> Double
  }

  struct Pairwise: Sendable {
    var result: ResultUnit
    /// What a temperature is refused for.
    var operation: FormulaProblem.PointOperation
    var compute: @Sendable (Double, Double) -> Double
  }

  // MARK: All of them

  /// Every function, the families one after another.
  public static let all = elementwise + pairwise + statistics + columns

  /// The function of a name; nil where there is none.
  public static func named(_ name: String) -> BuiltinFunction? { byName[name] }

  /// All names, for completion and help.
  public static let allNames = all.flatMap(\.names).sorted()

  static let methodNames = all.filter(\.isMethod).flatMap(\.names).sorted()

  /// The usual name of a function that is called otherwise elsewhere.
  static func name(forForeign name: String) -> String? { byForeignName[name] }

  /// Modules of Python whose functions are these.
  static let modules: Set<String> = ["np", "numpy", "math"]

  private static let byName = NamedEntries(all) { $0.names }

  private static let byForeignName = Dictionary(
    uniqueKeysWithValues: all.flatMap { function in
      function.foreignNames.map { ($0, function.names[0]) }
    })

  // MARK: What it takes

  /// Arguments of one that repeats.
  private static let repeatLimit = 20

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    parameters.count - optionalCount...(mayRepeat ? Self.repeatLimit : parameters.count)
  }

  /// Whether an argument may be given by this name at its place.
  func takes(_ name: String, at place: Int) -> Bool {
    place >= parameters.count - optionalCount && parameters.indices.contains(place)
      && parameters[place] == name
  }

  /// Whether a plain number in it is taken as radians.
  var takesAngle: Bool {
    if case .elementwise(let rule) = computation { return rule.takes == .angle }
    return false
  }

  /// What it is as a statistic of a column; nil where it is none.
  public var statistic: Statistic? {
    if case .statistic(let statistic) = computation { return statistic }
    return nil
  }

  /// Whether it takes a column as a whole, in one argument.
  var takesColumn: Bool {
    switch computation {
    case .statistic, .column: true
    case .elementwise, .pairwise, .sequence, .custom: false
    }
  }
}
