/// A number for all rows of a column.
public struct Statistic: Sendable {
  /// What a function may take beside a column of numbers.
  enum Input: Sendable {
    case numbers
    /// Conditions too, of which those that hold are added.
    case numbersOrTruths
    /// Rows of any kind, whose values do not matter.
    case rows
  }

  /// How its arithmetic is written out.
  public enum Working: Sendable {
    /// Not at all.
    case value
    /// All numbers with a plus between them.
    case terms
    /// Their sum over their count.
    case sumOverCount
  }

  /// Before `of the 4 rows of`: `largest`.
  public internal(set) var word: String
  /// In a sentence: `the largest value`.
  public internal(set) var phrase: String
  /// How its arithmetic is written out.
  public internal(set) var working = Working.value
  /// Whether people take it and others of these for one another.
  var isConfusable = true
  var input = Input.numbers
  var unit = BuiltinFunction.ResultUnit.kept
  /// Whether missing numbers are left out.
  var skipsMissing = true
  /// What it makes of two numbers by themselves: `max(3, 5)`.
  var ofTwo: (@Sendable (Double, Double) -> Double)?
  /// Whether it is no number, or nil, where one is missing or it goes out of range, so that what it
  /// makes of all numbers can be taken at its word.
  var tellsMissing = false
  /// Nil where there are too few numbers. None is missing, unless it tells of such.
  var compute: @Sendable ([Double]) -> Double?

  /// The statistic that a function is; nil for other functions and names.
  public static func named(_ name: String) -> Statistic? { BuiltinFunction.named(name)?.statistic }

  /// The names of those that people take for one another, in the order in which to think of them.
  public static let confusable = BuiltinFunction.statistics.filter {
    $0.statistic?.isConfusable == true
  }.map { $0.names[0] }

  /// Whether it is a number of rows, in no unit of theirs.
  public var countsRows: Bool { input == .rows }

  /// Nil where the numbers are too few; missing ones do not count.
  public func value(of numbers: [Double]) -> Double? {
    guard skipsMissing else { return compute(numbers) }
    if tellsMissing, let result = compute(numbers), result.isFinite { return result }
    return compute(numbers.areFinite ? numbers : numbers.present)
  }
}

extension BuiltinFunction {
  static let statistics: [BuiltinFunction] = [
    statistic(
      "sum", elsewhere: ["fsum", "nansum", "somme", "summe", "somma", "total", "totale"],
      example: ("sum([1, 2, 4] kg)", "7 kg"),
      Statistic(
        word: "sum", phrase: "a sum", working: .terms, input: .numbersOrTruths, unit: .total,
        tellsMissing: true, compute: \.total)),
    statistic(
      "mean",
      elsewhere: [
        "average", "avg", "averagea", "moyenne", "moy", "mittelwert", "durchschnitt", "media",
        "nanmean",
      ],
      example: ("mean([1, 2, 6] kg)", "3 kg"),
      Statistic(
        word: "mean", phrase: "a mean", working: .sumOverCount,
        tellsMissing: true, compute: mean)),
    statistic(
      "median", elsewhere: ["médiane", "mediane", "mediana", "nanmedian"],
      example: ("median([1, 2, 6] kg)", "2 kg"),
      Statistic(word: "median", phrase: "a median") { numbers in
        guard !numbers.isEmpty else { return nil }
        let middle = numbers.count / 2
        let above = numbers.number(atPlace: middle)
        return numbers.count % 2 == 1 ? above : (numbers.number(atPlace: middle - 1) + above) / 2
      }),
    statistic(
      "std", elsewhere: ["stdev", "stddev", "sd", "stabw", "ecartype", "ecarttype", "nanstd"],
      example: ("std([2, 4] kg)", "1.41421 kg"),
      Statistic(
        word: "standard deviation", phrase: "a standard deviation", isConfusable: false,
        unit: .difference(1), tellsMissing: true
      ) { variance($0)?.squareRoot() }),
    statistic(
      "var", elsewhere: ["variance", "varianz", "varianza"], example: ("var([2, 4] kg)", "2 kg²"),
      Statistic(
        word: "variance", phrase: "a variance", isConfusable: false, unit: .difference(2),
        tellsMissing: true, compute: variance)),
    statistic(
      "min", elsewhere: ["minimum", "minimo", "nanmin"], mayRepeat: true,
      example: ("min(3 kg, 2000 g)", "2 kg"),
      Statistic(
        word: "smallest", phrase: "the smallest value", ofTwo: { min($0, $1) }, tellsMissing: true,
        compute: \.smallest)),
    statistic(
      "max", elsewhere: ["maximum", "massimo", "nanmax"], mayRepeat: true,
      example: ("max([1, 2, 6] kg)", "6 kg"),
      Statistic(
        word: "largest", phrase: "the largest value", ofTwo: { max($0, $1) }, tellsMissing: true,
        compute: \.largest)),
    statistic(
      "count", elsewhere: ["counta", "nb", "nbval", "anzahl", "anzahl2"],
      example: ("count([1, 2, 6] kg)", "3"),
      Statistic(word: "count", phrase: "a count of the rows", input: .rows, unit: .plain) {
        Double($0.count)
      }),
    statistic(
      "len", elsewhere: ["length", "nrow", "size", "longueur"], isMethod: false,
      example: ("len([1, 2, 6] kg)", "3"),
      Statistic(
        word: "count", phrase: "a count of the rows", isConfusable: false, input: .rows,
        unit: .plain, skipsMissing: false
      ) { Double($0.count) }),
  ]

  private static func statistic(
    _ name: String, elsewhere: [String] = [], mayRepeat: Bool = false, isMethod: Bool = true,
    example: (String, String), _ statistic: Statistic
  ) -> BuiltinFunction {
    BuiltinFunction(
      names: [name], foreignNames: elsewhere, parameters: ["x"], mayRepeat: mayRepeat,
      isMethod: isMethod, example: example, computation: .statistic(statistic))
  }

  @Sendable private static func mean(_ numbers: [Double]) -> Double? {
    numbers.isEmpty ? nil : numbers.total / Double(numbers.count)
  }

  /// Divides by n - 1, as pandas does.
  @Sendable private static func variance(_ numbers: [Double]) -> Double? {
    guard numbers.count > 1, let mean = mean(numbers) else { return nil }
    return numbers.squares(around: mean) / Double(numbers.count - 1)
  }
}
