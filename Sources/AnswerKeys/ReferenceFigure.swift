import Exercises
import Formulas
import Quantities

/// A formula of a figures criterion, with what it comes to.
public struct FigureFormula {
  /// What the value is called in a sentence, such as `accuracy`; nil where the formula is neither
  /// a name nor a column, and the author gives none.
  public var name: String?
  public var formula: Expression
  public var values: [Double]
  public var unit: Unit
  /// The unit in which a bare number is read.
  public var stated: Unit
  /// How many of that unit: 0.01 where it is L/(100 km), stated as L/km.
  public var statedFactor: Double
  /// What the rows of the values are called.
  public var rows: [String]?

  /// Rows of a column that are compared; no text quotes more.
  private static let rowLimit = 200

  init(
    _ spec: TextAnswer.Figure, _ formula: Expression, _ value: Value, stated: Unit,
    statedFactor: Double, unit: Unit, rows: [String]?
  ) {
    name = spec.name ?? formula.quantityName
    self.formula = formula
    values = Array((value.numbers ?? []).prefix(Self.rowLimit))
    self.unit = unit
    self.stated = stated
    self.statedFactor = statedFactor
    self.rows = rows
  }
}

/// A value that a text may give.
public struct ReferenceFigure {
  public var name: String?
  /// What the row it belongs to is called, for one of a column.
  public var row: String?
  public var value: Double
  public var unit: Unit
  /// Place of its formula among the criterion's.
  public var formula: Int

  public init(
    name: String? = nil, row: String? = nil, value: Double, unit: Unit, formula: Int
  ) {
    self.name = name
    self.row = row
    self.value = value
    self.unit = unit
    self.formula = formula
  }
}

extension Expression {
  /// The place of the row that all its elements are of: 1 in `a[1] + b[1] * 2`; nil where there
  /// is none, or several.
  fileprivate var rows: Set<Int> {
    var found = parts.reduce(into: Set<Int>()) { $0.formUnion($1.rows) }
    if case .element(_, let index) = kind, let number = index.plainNumber,
      let row = Int(exactly: number), row >= 0
    {
      found.insert(row)
    }
    return found
  }

  var onlyRow: Int? {
    let rows = rows
    return rows.count == 1 ? rows.first : nil
  }

  /// `accuracy` for `models["Accuracy (%)"]`, `total emissions` for `total_emissions[1]`.
  var quantityName: String? {
    switch kind {
    case .name(let name): return name.split(separator: "_").joined(separator: " ")
    case .member(_, let name, _): return name.split(separator: "_").joined(separator: " ")
    case .group(let inner): return inner.quantityName
    case .conversion(let inner, _): return inner.quantityName
    case .element(let receiver, let element):
      guard case .text(let heading) = element.kind else { return receiver.quantityName }
      let bare = heading.prefix { $0 != "(" }.split(separator: " ").joined(separator: " ")
      let isAcronym = bare.dropFirst().first?.isUppercase == true
      return isAcronym ? bare : bare.prefix(1).lowercased() + bare.dropFirst()
    case .number, .text, .truth, .unitWord, .implicit, .negation, .not, .binary, .conditional,
      .call, .method, .list:
      return nil
    }
  }
}
