import Quantities

/// A value that a text may give.
public struct ReferenceFigure {
  /// What it is called in a sentence.
  public var name: String?
  /// What the row it belongs to is called, for one of a column.
  public var row: String?
  /// In its unit.
  public var value: Double
  public var unit: Unit
  /// Place of its formula among the criterion's.
  public var formula: Int
}
