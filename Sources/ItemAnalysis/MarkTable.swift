/// Points that students have got for the questions of a test: one row a student, one column a
/// question.
public struct MarkTable: Hashable, Sendable {
  /// A question, as the analysis sees it.
  public struct Item: Hashable, Sendable {
    /// Its number or its heading.
    public var name: String
    /// Points of a full answer; 0 for one that counts for nothing.
    public var maximum: Double

    public init(name: String, maximum: Double) {
      self.name = name
      self.maximum = maximum
    }
  }

  public var items: [Item]
  /// As long as `items`, each: points, in the order of the items.
  public private(set) var rows: [[Double]] = []

  public init(items: [Item]) { self.items = items }

  /// Points that a full answer to everything gets.
  public var maximum: Double { items.reduce(0) { $0 + $1.maximum } }

  /// Each student's points for all questions.
  public var totals: [Double] { rows.map { $0.reduce(0, +) } }

  /// Adds a student's points, one number an item; a missing one (NaN) counts as 0, and so does an
  /// infinite one.
  public mutating func add(_ marks: [Double]) {
    precondition(marks.count == items.count, "a row of marks has one number an item")
    rows.append(marks.map { $0.isFinite ? $0 : 0 })
  }
}
