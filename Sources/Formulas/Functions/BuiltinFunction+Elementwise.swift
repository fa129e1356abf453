import RealModule

/// Functions of a number, or of two, that go through columns row by row.
extension BuiltinFunction {
  static let elementwise: [BuiltinFunction] = [
    // Of a plain number.
    plain("exp", example: ("exp(0)", "1"), Double.exp),
    plain("log", "ln", undefined: notPositive, example: ("log(e)", "1"), positive { .log($0) }),
    plain("log10", undefined: notPositive, example: ("log10(1000)", "3"), positive(Double.log10)),
    plain("log2", undefined: notPositive, example: ("log2(8)", "3"), positive(Double.log2)),
    plain("sinh", example: ("sinh(0)", "0"), Double.sinh),
    plain("cosh", example: ("cosh(0)", "1"), Double.cosh),
    plain("tanh", example: ("tanh(0)", "0"), Double.tanh),
    plain("asinh", example: ("asinh(0)", "0"), Double.asinh),
    plain("acosh", undefined: "a number below 1", example: ("acosh(1)", "0"), Double.acosh),
    plain(
      "atanh", undefined: "a number from -1 down or from 1 up", example: ("atanh(0)", "0")
    ) { abs($0) < 1 ? Double.atanh($0) : .nan },
    // Of an angle, and to one.
    plain("sin", takes: .angle, example: ("sin(90°)", "1"), Double.sin),
    plain("cos", takes: .angle, example: ("cos(0)", "1"), Double.cos),
    plain("tan", takes: .angle, example: ("tan(45°)", "1"), Double.tan),
    plain(
      "asin", result: .radians, undefined: beyondOne, example: ("asin(1) to °", "90 °"),
      Double.asin),
    plain(
      "acos", result: .radians, undefined: beyondOne, example: ("acos(0) to °", "90 °"), Double.acos
    ), plain("atan", result: .radians, example: ("atan(1) to °", "45 °"), Double.atan),
    // In the same unit.
    keepingUnit("abs", elsewhere: ["fabs", "betrag"], example: ("abs(-3 kg)", "3 kg")) { abs($0) },
    keepingUnit("floor", elsewhere: ["rounddown"], example: ("floor(2.7 kg)", "2 kg")) {
      $0.nearWhole ?? $0.rounded(.down)
    },
    keepingUnit("ceil", elsewhere: ["ceiling", "roundup"], example: ("ceil(2.1 kg)", "3 kg")) {
      $0.nearWhole ?? $0.rounded(.up)
    },
    keepingUnit("trunc", elsewhere: ["int"], example: ("trunc(-2.7)", "-2")) {
      $0.nearWhole ?? $0.rounded(.towardZero)
    },
    keepingUnit("fract", example: ("fract(2.75)", "0.75")) {
      $0.nearWhole == nil ? $0 - $0.rounded(.towardZero) : 0
    },
    BuiltinFunction(
      names: ["sign"], foreignNames: ["sgn", "signum"], parameters: ["x"],
      example: ("sign(-3 kg)", "-1"),
      computation: .elementwise(
        Elementwise(takes: .number, result: .plain, undefined: nil) {
          $0 == 0 ? 0 : $0 < 0 ? -1 : 1
        })),
    BuiltinFunction(
      names: ["round"], foreignNames: ["arrondi", "arrondir", "runden", "arrotonda"],
      parameters: ["x", "decimals"], optionalCount: 1, isMethod: true,
      example: ("round(2.675 kg, 2)", "2.68 kg"),
      computation: .custom { (evaluator, call) throws(FormulaProblem) in try evaluator.rounded(call)
      }),
    // To a power of the unit.
    power(
      "sqrt", 1, over: 2, elsewhere: ["racine", "wurzel", "radice", "root"],
      undefined: "a number below 0",
      example: ("sqrt(16 m^2)", "4 m")
    ) { $0 < 0 ? .nan : $0.squareRoot() },
    power("cbrt", 1, over: 3, example: ("cbrt(-8 m^3)", "-2 m")) { Double.root($0, 3) },
    power("sqr", 2, over: 1, example: ("sqr(3 m)", "9 m²")) { $0 * $0 },
  ]

  /// Functions of two numbers in like units.
  static let pairwise: [BuiltinFunction] = [
    BuiltinFunction(
      names: ["atan2"], parameters: ["y", "x"], example: ("atan2(1 m, 100 cm) to °", "45 °"),
      computation: .pairwise(
        Pairwise(result: .radians, operation: .division) { Double.atan2(y: $0, x: $1) })),
    BuiltinFunction(
      names: ["hypot"], parameters: ["a", "b"], example: ("hypot(3 m, 400 cm)", "5 m"),
      computation: .pairwise(
        Pairwise(result: .kept, operation: .multiplication) { Double.hypot($0, $1) })),
    BuiltinFunction(
      names: ["mod"], parameters: ["a", "b"], example: ("mod(7 h, 2 h)", "1 h"),
      computation: .custom { (evaluator, call) throws(FormulaProblem) in try evaluator.modulo(call)
      }),
  ]

  private static let notPositive = "0 or a number below it"
  private static let beyondOne = "a number beyond -1 and 1"

  private static func positive(
    _ logarithm: @escaping @Sendable (Double) -> Double
  ) -> @Sendable (Double) -> Double {
    { $0 <= 0 ? .nan : logarithm($0) }
  }

  private static func plain(
    _ names: String..., takes: Elementwise.Operand = .plainNumber, result: ResultUnit = .plain,
    undefined: String? = nil, example: (String, String),
    _ compute: @escaping @Sendable (Double) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(
      names: names, parameters: ["x"], example: example,
      computation: .elementwise(
        Elementwise(takes: takes, result: result, undefined: undefined, compute: compute)))
  }

  private static func keepingUnit(
    _ name: String, elsewhere: [String] = [], example: (String, String),
    _ compute: @escaping @Sendable (Double) -> Double
  ) -> BuiltinFunction {
    BuiltinFunction(
      names: [name], foreignNames: elsewhere, parameters: ["x"], isMethod: true, example: example,
      computation: .elementwise(Elementwise(takes: .number, result: .kept, compute: compute)))
  }

  private static func power(
    _ name: String, _ above: Int, over below: Int, elsewhere: [String] = [],
    undefined: String? = nil, example: (String, String),
    _ compute: @escaping @Sendable (Double) -> Double
  ) -> BuiltinFunction {
    let rule = Elementwise(
      takes: .number, result: .power(above, over: below), undefined: undefined,
      isReal: undefined != nil, compute: compute)
    return BuiltinFunction(
      names: [name], foreignNames: elsewhere, parameters: ["x"], example: example,
      computation: .elementwise(rule))
  }
}
