import Quantities

/// The arithmetic of a formula, step by step with its units, as one writes it on paper.
///
/// Made of data only; whoever shows it finds the words. Where the formula is computed row by row,
/// it is the arithmetic of one row.
public struct Derivation: Sendable {
  /// A piece of a formula with its names replaced by what they stand for.
  public enum Piece: Sendable {
    /// An operator, a bracket or a word, as it is typed.
    case sign(String)
    case value(Value)
    /// A unit by itself.
    case unit(Unit)
  }

  /// A factor of a product.
  public struct Factor: Sendable {
    /// Of the row that is shown, in its own unit.
    public var value: Value
    /// Whether the product is divided by it.
    public var isBelow: Bool
    /// Whether it is a unit by itself, whose number goes without saying.
    public var isUnit: Bool
  }

  /// A term of a sum.
  public struct Term: Sendable {
    /// Of the row that is shown, in its own unit.
    public var value: Value
    /// Whether a minus stands before it.
    public var isSubtracted: Bool
    /// In the unit of the sum; nil where it is in that unit already.
    public var converted: Value?
    /// How its unit and that of the sum go into one another, where it is converted.
    public var equality: UnitEquality?
  }

  /// One computation, of a part whose own parts have been computed before.
  public struct Step: Sendable {
    /// What is computed, of which values.
    public enum Kind: Sendable {
      /// Nil where the units do not come to that of the result by factors alone.
      case product([Factor], UnitReduction?)
      case sum([Term])
      /// A statistic of a column, which is given by its formula too.
      case aggregate(name: String, of: Value, formula: String)
      case conversion(Value, UnitEquality?)
      /// Whether the condition of `if` holds.
      case choice(Bool)
      /// A function of the student's own is gone into; its last step gives the value.
      case function(name: String, arguments: [(name: String, value: Value)], formula: String)
      case other([Piece])
    }

    /// What is computed.
    public var kind: Kind
    /// The name that a function gives to it.
    public var label: String?
    /// Nil where it has none, which is then the derivation's problem.
    public var value: Value?
  }

  /// The formula as typed.
  public var formula: String
  /// The row that is shown, counted from 0; nil where the formula gives one value.
  public var row: Int?
  /// The formula with its names replaced; empty where the only step says the same.
  public var substituted: [Piece]
  /// Each before those that use it; the last one gives the value. None for a name or number alone.
  public var steps: [Step]
  /// The value of the row, or the one value.
  public var value: Value?
  /// The value with all rows.
  public var whole: Value?
  /// Why it goes no further, with places in `formula`.
  public var problem: FormulaProblem?
  /// The student's own names and columns that the formula has, in the order of definition.
  public var sources: [Worksheet.Key]
  /// Whether parts of the formula are too deep or too long to be laid out.
  public var isCut: Bool
}

extension Worksheet {
  /// The arithmetic of what a name or column is bound to; nil for functions and for what is not
  /// defined.
  ///
  /// - `row`: counted from 0; the first where it is left out.
  public func derivation(of key: Key, row: Int? = nil) -> Derivation? {
    guard let text = text(of: key), formula(of: key) != nil, let expression = Self.formula(in: text)
    else { return nil }
    prepare(key)
    return derivation(of: expression, in: text, row: row)
  }

  /// The arithmetic of a formula with the names of this sheet, without entering it.
  public func derivation(of expression: Expression, in text: String, row: Int? = nil) -> Derivation
  {
    let whole = evaluate(expression)
    let count = rowCount(of: expression, whole)
    let shown = count.flatMap { $0 > 0 ? min(max(0, row ?? 0), $0 - 1) : nil }
    meter.refill()
    var builder = DerivationBuilder(
      sheet: self, source: StatementText(text: text), row: shown, rowCount: count)
    var derivation = builder.build(expression)
    if case .success(let value) = whole {
      derivation.whole = value
      derivation.value = shown.flatMap { value.element($0) } ?? value
      // A part that went over the budget by being computed again is no mistake of the formula.
      if derivation.problem != nil {
        derivation.problem = nil
        derivation.steps = []
        derivation.isCut = true
      }
    }
    derivation.sources = direct(Dependencies(expression))
    return derivation
  }

  /// Rows of the result, or of the table that a formula without one reads.
  private func rowCount(of expression: Expression, _ whole: Result<Value, FormulaProblem>) -> Int? {
    if case .success(let value) = whole { return value.rowCount }
    return Dependencies(expression).columns.map(\.table).sorted()
      .compactMap { shippedTable($0)?.rowCount }.first
  }
}

extension Value {
  /// Whether it is a single number below 0, before which a minus would be a second one.
  var isNegative: Bool {
    if case .quantity(let number, _) = self { return number < 0 }
    return false
  }

  /// Rows of a column; nil for anything else.
  public var rowCount: Int? {
    switch self {
    case .column(let numbers, _): numbers.count
    case .texts(let texts): texts.count
    case .truths(let truths): truths.count
    case .quantity, .text, .truth, .table, .function: nil
    }
  }

  /// One row of a column; nil for anything else, and where there is no such row.
  public func element(_ row: Int) -> Value? {
    guard let rowCount, (0..<rowCount).contains(row) else { return nil }
    switch self {
    case .column(let numbers, let unit): return .quantity(numbers[row], unit)
    case .texts(let texts): return .text(texts[row])
    case .truths(let truths): return .truth(truths[row])
    case .quantity, .text, .truth, .table, .function: return nil
    }
  }
}
