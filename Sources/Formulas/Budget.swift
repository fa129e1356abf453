/// What one statement may use at most, so that no input runs away.
public struct Budget: Sendable {
  /// Operations, an element of a column counting as one.
  public var steps: Int
  /// Elements of a column or list.
  public var elements: Int
  /// Calls of functions within one another.
  public var calls: Int

  public static let standard = Budget(steps: 20_000_000, elements: 1_000_000, calls: 60)
  /// For texts from people one does not know: a class's worth must be graded in a moment.
  public static let strict = Budget(steps: 2_000_000, elements: 200_000, calls: 40)

  public init(steps: Int, elements: Int, calls: Int) {
    self.steps = steps
    self.elements = elements
    self.calls = calls
  }
}

/// What is left of a budget, shared by all that one statement sets going.
final class Meter {
  let budget: Budget
  var steps: Int
  /// Formulas being computed within one another, through names and functions too.
  var depth = 0

  /// Bounds the stack: a level takes a few kilobytes of it in a debug build.
  static let depthLimit = 700

  init(_ budget: Budget) {
    self.budget = budget
    steps = budget.steps
  }

  func refill() { steps = budget.steps }
}
